"""What is said of a command that is misused, and of one that is asked for its help."""

import re

import click
import pytest

from pendopo.commands import NAMES, main
from pendopo.commands.usage import WORDS

MISUSED = {
    (): "",
    ("chekc",): "Tidak ada perintah chekc. Apakah maksudnya check?",
    ("zzzz",): "Tidak ada perintah zzzz.",
    ("check", "--fx"): "Tidak ada pilihan --fx. Apakah maksudnya --fix?",
    ("check", "--zzzz"): "Tidak ada pilihan --zzzz.",
    ("check", "a", "b"): "Ini berlebih: b",
    ("check", "--format"): "Pilihan --format belum lengkap.",
    ("check", "--format", "xml"): "--format: Pilih salah satu: text,",
    ("check", "--stale", "0"): "--stale: Tulis bilangan bulat dari 1 sampai 1200.",
    ("review",): "SITE belum ditulis.",
    ("review", "tiada", "x"): "SITE: tiada tidak ada, atau bukan dari jenis yang diperlukan.",
    ("new", "agencies", "--under", "/"): "--from belum ditulis.",
    ("start", "x", "--type", "x"): "--type: Pilih salah satu: provinsi,",
}


@pytest.fixture(autouse=True)
def _indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("given", MISUSED)
def test_misuse_is_told_in_the_language_of_the_terminal(
    given: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(given) == 2
    said = capsys.readouterr()
    assert (said.out + said.err).startswith(MISUSED[given])
    assert "Cara pakai: pendopo" in said.out + said.err or given[-1] == "--format"
    assert not re.search(r"Usage|Error|Missing|Invalid|No such|Try|Options", said.err)


@pytest.mark.parametrize("command", [(), *((each,) for each in NAMES), ("new", "agencies")])
def test_no_word_of_the_help_is_in_another_language(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--help"]) == 0
    said = capsys.readouterr().out
    assert "Cara pakai: pendopo" in said
    assert "Tampilkan keterangan ini." in said
    assert not re.search(r"Usage|Options:|Commands:|Show |default:|required\]", said)


def test_the_words_are_those_of_click(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    options: list[click.Parameter] = [
        click.Option(["--a"], required=True, help="A."),
        click.Option(["--b"], show_default=True, default="x", help="B."),
    ]
    inner = click.Command("inner", params=options)
    group = click.version_option("1")(click.Group("outer", [inner]))
    with pytest.raises(SystemExit):
        group(["--help"])
    with pytest.raises(SystemExit):
        click.Command("b", params=[click.Option(["--b"], show_default=True, default="x")])(
            ["--help"]
        )
    with pytest.raises(SystemExit):
        inner(["--help"])
    said = capsys.readouterr().out
    assert {word for word in WORDS if word not in said} == set()
