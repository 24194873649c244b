"""`pendopo check --explain`: what a code means, with lines that are wrong and right."""

import pytest

from pendopo.commands import main
from pendopo.reading.examples import EXAMPLES
from test_load import judged


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_has_its_problem_until_it_is_right(code: str) -> None:
    example = EXAMPLES[code]
    assert code in {each.code for each in judged("article", f"{example.wrong}\n")[1]}
    assert code not in {each.code for each in judged("article", f"{example.right}\n")[1]}


def test_a_code_is_explained_with_its_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "yaml-hyphen"]) == 0
    out = capsys.readouterr().out
    assert "      -Banjir\n" in out
    assert "      - Banjir\n" in out


def test_an_unknown_code_is_told_with_a_near_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "yaml-hypen"]) == 2
    assert "yaml-hyphen" in capsys.readouterr().out
