"""`pendopo check --fix`: what is certain is written, and nothing else changes."""

import os
from pathlib import Path

import pytest

from conftest import AGENCY, PORTAL, Write
from golden import CASES, judged
from pendopo.commands import main
from pendopo.commands.fixing import corrected

HEAD = "agencies/kota-uji/agency.yml"
NEWS = "agencies/kota-uji/news/2026-01-15-a.yml"
FAULTY = (
    "# catatan\ntitle Kabar  # tetap\npublished: 15-01-26\nbyline: @x\ntopics:\n  -Banjir\n"
    "body: |\n  Satu.\n\nDua.\n"
)
MENDED = (
    '# catatan\ntitle: Kabar  # tetap\npublished: 2026-01-15\nbyline: "@x"\ntopics:\n  - Banjir\n'
    "body: |\n  Satu.\n\n  Dua.\n"
)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_what_is_certain_is_written_and_all_else_stays(
    write: Write, capsys: pytest.CaptureFixture[str], ending: str, start: str
) -> None:
    typed = (start + FAULTY.replace("\n", ending)).encode()
    topics = "topics: [{key: banjir, name: Banjir}]\n"
    folder = write({HEAD: AGENCY, NEWS: typed, "topics.yml": topics})
    (folder / NEWS).chmod(0o640)
    assert main(["check", str(folder), "--fix"]) == 0
    assert (folder / NEWS).read_bytes() == (start + MENDED.replace("\n", ending)).encode()
    assert (folder / NEWS).stat().st_mode & 0o777 == 0o640
    assert [each.name for each in (folder / NEWS).parent.iterdir()] == [Path(NEWS).name]
    difference = capsys.readouterr().err
    assert "-published: 15-01-26" in difference
    assert "+published: 2026-01-15" in difference


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_certain_breaks_no_file_that_can_be_read(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    before = judged(case, text)
    after = judged(case, "\n".join(corrected(text.split("\n"), before)))
    broken = {each.code for each in before if each.code.startswith("yaml-")}
    assert broken or not [each.code for each in after if each.code.startswith("yaml-")]


def test_what_is_not_certain_is_left_to_the_person(write: Write) -> None:
    text = AGENCY + "website: www.contoh.go.id\n"
    folder = write({HEAD: text})
    assert main(["check", str(folder), "--fix"]) == 1
    assert (folder / HEAD).read_text() == text


def test_without_the_option_no_file_changes(write: Write) -> None:
    folder = write({HEAD: AGENCY, NEWS: FAULTY})
    assert main(["check", str(folder)]) == 1
    assert (folder / NEWS).read_text() == FAULTY


def test_a_file_whose_writing_fails_stays_as_it_was_and_is_named(
    write: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(_: int) -> None:
        raise PermissionError(1, "no permission", "/of/the/temporary/file")

    folder = write({HEAD: AGENCY, NEWS: FAULTY, "portal.yml": PORTAL})
    monkeypatch.setattr(os, "fsync", refused)
    assert main(["check", str(folder), "--fix"]) == 2
    assert (folder / NEWS).read_text() == FAULTY
    assert [each.name for each in (folder / NEWS).parent.iterdir()] == [Path(NEWS).name]
    assert f"{folder / NEWS} tidak dapat dipakai: no permission." in capsys.readouterr().err
