"""`pendopo check --explain`: what each code means, with examples that are wrong and right."""

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

import explained
from pendopo.basics.translations import LANGUAGES
from pendopo.commands import main
from pendopo.problems.explained import NEAREST, chapters, explanation
from pendopo.problems.sentences import SENTENCES

for each in ("mkdocs", "rendering", "starter"):
    import_module(f"pendopo.{each}.sentences")

EXPLAINED = {code: each for chapter in chapters() for code, each in chapter.explained.items()}
SHOWN = {code: each for code, each in EXPLAINED.items() if each.wrong}
FEWEST_SHOWN = 200
LONGEST = 230
"""Characters of a meaning."""


def test_every_code_is_explained_once_and_nothing_else() -> None:
    counted = Counter(code for chapter in chapters() for code in chapter.explained)
    assert {code for code in SENTENCES if not explanation(code)} == set()
    assert {code for code, count in counted.items() if count > 1 or code not in SENTENCES} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_meaning_is_one_or_two_sentences(language: str) -> None:
    for code, each in EXPLAINED.items():
        text = each.meaning[language]
        assert text[0].isupper(), code
        assert re.search(r"[.?]$", text), code
        assert len(text) < LONGEST, code
        assert "  " not in text, code


@pytest.mark.parametrize("code", SHOWN)
def test_an_example_has_its_problem_alone_until_it_is_right(code: str, tmp_path: Path) -> None:
    example = SHOWN[code]
    wrong = {each.code for each in explained.problems(example, example.wrong, tmp_path / "wrong")}
    right = {each.code for each in explained.problems(example, example.right, tmp_path / "right")}
    quiet = {each for each in SENTENCES if SENTENCES[each].information} - {code}
    assert {each.removesuffix(NEAREST) for each in wrong - quiet} == {code}
    assert right - quiet == set()


def test_most_codes_have_an_example() -> None:
    assert len(SHOWN) >= FEWEST_SHOWN


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("yaml-hyphen", "\n      -Banjir\n\nRight:\n    topics:\n      - Banjir\n"),
        ("value-choice-nearest", "    type: walikota\n"),
        ("setting-font", "Pages load no font from other sites"),
        ("table-twice", "One code is on two lines."),
        ("template-circle", "includes itself"),
    ],
)
def test_a_code_is_explained_with_its_example(
    code: str, shown: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    assert main(["check", "--explain", code]) == 0
    assert shown in capsys.readouterr().out


def test_a_code_is_explained_in_indonesian(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "id")
    assert main(["check", "--explain", "yaml-hyphen"]) == 0
    assert EXPLAINED["yaml-hyphen"].meaning["id"] in capsys.readouterr().out


def test_an_unknown_code_is_told_with_a_near_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "yaml-hypen"]) == 2
    assert "yaml-hyphen" in capsys.readouterr().out
