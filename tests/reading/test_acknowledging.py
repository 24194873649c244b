"""Warnings that staff acknowledge at their place, with a reason, and marks that do nothing."""

import json

import pytest

from conftest import AGENCY, TODAY, Write, codes, warnings
from pendopo.commands import main
from pendopo.problems.problem import Problem
from pendopo.problems.settled import remaining
from pendopo.reading.acknowledgements import without_marks
from places import site_of
from texts import judged

HEAD = "agencies/kota-uji/agency.yml"
NEWS = "agencies/kota-uji/news/2026-01-05-a"
ARTICLE = "title: A\npublished: 2026-01-05\n"
PASTED = "A &amp; B"
CODE = "text-markup"


def all_told(write: Write, files: dict[str, str]) -> list[str]:
    folder = write({HEAD: AGENCY, **files})
    assert codes(folder) == []
    return warnings(folder)


@pytest.mark.parametrize(
    "lines",
    [
        f"tagline: {PASTED}  # periksa: {CODE} memang begitu\n",
        f"# periksa: {CODE} memang begitu\ntagline: {PASTED}\n",
        f"# Periksa:{CODE}   memang begitu\r\ntagline: {PASTED}\r\n",
        f"# check: {CODE} as it is\n# catatan\n\ntagline: {PASTED}\n",
        f"tagline: {PASTED} <!-- periksa: {CODE} memang begitu -->\n",
        f"tagline: |  # periksa: {CODE} memang begitu\n  {PASTED}\n",
        f"# periksa: {CODE} memang begitu\ntagline: >-\n\n  {PASTED}\n",
    ],
)
def test_a_warning_is_acknowledged_on_its_line_or_above(write: Write, lines: str) -> None:
    assert all_told(write, {HEAD: f"{AGENCY}{lines}"}) == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (f"# periksa: {CODE}\ntagline: {PASTED}\n", "3:1 acknowledge-reason"),
        (f"# periksa: text-mark alasan\ntagline: {PASTED}\n", "3:1 acknowledge-unknown"),
        (f"# periksa:\ntagline: {PASTED}\n", "3:1 acknowledge-unknown"),
        (f"# periksa: date alasan\ntagline: {PASTED}\n", "3:1 acknowledge-fault"),
        (f"# periksa: {CODE} alasan\nshort_name: Uji\ntagline: {PASTED}\n",
         "3:1 acknowledge-stale"),
        (f"# periksa: media-author alasan\ntagline: {PASTED}\n", "3:1 acknowledge-stale"),
    ],
)  # fmt: skip
def test_a_mark_that_does_nothing_is_told_beside_the_warning(
    write: Write, lines: str, told: str
) -> None:
    found = all_told(write, {HEAD: f"{AGENCY}{lines}"})
    assert found[0] == f"{HEAD}:{told}"
    assert [each.split()[-1] for each in found[1:]] == [CODE]


def test_a_mark_in_a_text_is_told_since_it_would_be_published(write: Write) -> None:
    text = f"{ARTICLE}body: |\n  Satu.\n  # periksa: {CODE} alasan\n"
    assert all_told(write, {f"{NEWS}.yml": text}) == [
        f"{NEWS}.yml:5:3 acknowledge-stale",
        f"{NEWS}.yml:5:3 acknowledge-text",
    ]
    _, found = judged("article", text)
    (problem,) = [each for each in found if each.code == "acknowledge-text"]
    assert problem.corrections == (
        (5, f"  # periksa: {CODE} alasan", f"  <!-- periksa: {CODE} alasan -->"),
    )


def test_a_mark_within_a_text_is_no_part_of_it() -> None:
    text = (
        f"---\n{ARTICLE}---\nSatu. <!-- periksa: {CODE} alasan -->\n\n<!-- check: x y -->\nDua.\n"
    )
    entry, _ = judged("article", text, "a.md")
    assert entry is not None
    assert entry.record.body == "Satu.\n\n\nDua."


def test_any_other_comment_of_html_is_refused_as_before() -> None:
    _, found = judged("article", f"{ARTICLE}body: a <!-- periksa -->\n")
    assert [each.code for each in found] == ["markup-html"]


def test_a_fault_cannot_be_acknowledged(write: Write) -> None:
    folder = write({HEAD: f"{AGENCY}tagline: NIK 1275010101900001 # periksa: text-nik ia setuju\n"})
    assert codes(folder) == [f"{HEAD}:3:14 text-nik"]
    assert [each.split()[-1] for each in warnings(folder)] == ["acknowledge-fault"]


def test_where_faults_keep_rules_from_judging_no_mark_is_called_stale(write: Write) -> None:
    folder = write({HEAD: f"{AGENCY}# periksa: {CODE} alasan\ntagline: A\nwebsite: salah\n"})
    assert [each.split()[-1] for each in codes(folder)] == ["url"]
    assert warnings(folder) == []


def test_warnings_of_every_stage_are_acknowledged(write: Write) -> None:
    expired = "security: {contact: a@uji.go.id, expires: 2025-01-01}"
    device = "agencies/kota-uji/pages/aux.yml"
    portal = f"name: P\nintroduction: Q\n{expired}"
    assert all_told(write, {"portal.yml": portal, device: "title: A\nbody: B\n"}) == [
        f"{device}:1:1 file-device",
        "portal.yml:3:43 security-expired",
    ]
    files = {
        "portal.yml": f"{portal} # periksa: security-expired menunggu CSIRT\n",
        device: "# periksa: file-device nama lama\ntitle: A\nbody: B\n",
    }
    assert all_told(write, files) == []


def test_a_warning_about_a_media_file_is_acknowledged_where_it_is_named() -> None:
    text = f"{AGENCY}documents:\n  # periksa: media-author sudah ditanyakan\n" + (
        "  - {title: Surat, file: surat.docx}\n"
    )
    _, marks = judged("agency", text)
    told = [
        Problem(f"agencies/kota-uji/media/{name}.docx", 1, 1, "media-author", (("value", "x"),))
        for name in ("surat", "lain")
    ]
    assert remaining([*marks, *told], marks) == told[1:]


def test_the_number_of_acknowledged_warnings_is_told(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write({HEAD: f"{AGENCY}tagline: {PASTED}  # periksa: {CODE} memang begitu\n"})
    assert main(["check", str(folder), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"problems": [], "acknowledged": 1}
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("1 peringatan sudah diperiksa.\n")
    _, problems = site_of(folder, TODAY)
    assert [each.code for each in problems] == ["acknowledged"]


def test_a_warning_is_explained_with_how_to_acknowledge_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--explain", CODE]) == 0
    assert f"    # periksa: {CODE} " in capsys.readouterr().out
    assert main(["check", "--explain", "date"]) == 0
    assert "periksa:" not in capsys.readouterr().out


def test_marks_without_an_end_take_no_longer_than_others() -> None:
    text = "<!-- periksa:" * 20_000
    assert without_marks(text) == text
