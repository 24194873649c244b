"""CODEOWNERS is made of `maintainers`, which are published nowhere."""

import json
from pathlib import Path

import pytest

from conftest import AGENCY, ROOT, TODAY, Write, codes
from pendopo.commands import main
from pendopo.government.owners import BEGIN, END, DamagedError, owners, with_owners
from pendopo.kinds.agency.rules import MOST_MAINTAINERS
from places import built, place, site_of

FILES = {
    "agencies/kota-uji/agency.yml": f"{AGENCY}maintainers: [kota-uji/kominfo, budi-k]\n",
    "agencies/kota-uji/dinas-a/agency.yml": f"{AGENCY}maintainers: ['@siti_k', siti_k]\n",
    "agencies/kota-uji-2/agency.yml": f"{AGENCY}maintainers: [x]\n",
    "agencies/kota-uji/dinas-b/agency.yml": AGENCY,
}
LINES = [
    "/data/agencies/kota-uji/ @kota-uji/kominfo @budi-k",
    "/data/agencies/kota-uji/dinas-a/ @siti_k",
    "/data/agencies/kota-uji-2/ @x",
]
BLOCK = "\n".join([BEGIN, *LINES, END, ""])


@pytest.fixture
def root(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    folder = write(FILES).parent
    monkeypatch.chdir(folder)
    return folder


def test_each_agency_with_maintainers_has_a_line_after_those_above_it(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["owners"]) == 0
    assert capsys.readouterr().out.splitlines() == LINES


@pytest.mark.parametrize(
    ("folder", "start"),
    [(".", "/agencies/"), ("a/data", "/a/data/agencies/"), ("a b", r"/a\ b/agencies/")],
)
def test_lines_begin_at_the_root_of_the_repository(root: Path, folder: str, start: str) -> None:
    site, _ = site_of(root / "data", TODAY)
    found = owners(site.context.directory, folder)
    assert [each.startswith(start) for each in found] == [True] * 3


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", BLOCK),
        ("* @semua\n", f"* @semua\n{BLOCK}"),
        ("* @semua", f"* @semua\n{BLOCK}"),
        (f"a\r\n{BEGIN}\nlama\n{END}\nb\r\n", f"a\r\n{BLOCK}b\r\n"),
        (f"{BEGIN}\n{END}", BLOCK),
        (BLOCK.replace("\n", "\r\n"), BLOCK.replace("\n", "\r\n")),
    ],
)
def test_only_the_lines_between_the_marks_are_renewed(before: str, after: str) -> None:
    assert with_owners(before, LINES) == after
    assert with_owners(after, LINES) == after


def test_without_maintainers_nothing_is_left_of_the_lines() -> None:
    assert with_owners(f"a\n{BLOCK}b\n", []) == "a\nb\n"
    assert with_owners("", []) == ""


@pytest.mark.parametrize(
    "text", [f"{BEGIN}\n", f"{END}\n", f"{END}\n{BEGIN}\n", BLOCK + BLOCK, f"x {BEGIN}\n{END}\n"]
)
def test_damaged_marks_are_left_to_people(
    text: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(DamagedError):
        with_owners(text, LINES)
    (root / "CODEOWNERS").write_text(text)
    assert main(["owners", "--write"]) == 2
    assert (root / "CODEOWNERS").read_text() == text
    assert capsys.readouterr().err.startswith("Tanda dalam ")


def test_a_file_that_differs_is_found_and_renewed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = root / ".github/CODEOWNERS"
    results = [main(["owners", each]) for each in ("--check", "--write", "--check", "--write")]
    assert results == [1, 0, 0, 0]
    assert file.read_text() == BLOCK
    assert [line.removeprefix(f"{file} ") for line in capsys.readouterr().out.splitlines()] == [
        "berbeda dengan data. Perbarui: pendopo owners --write",
        "sudah ditulis.",
        *["sudah sesuai."] * 2,
    ]
    (root / "data/agencies/kota-uji-2/agency.yml").write_text(AGENCY)
    assert main(["owners", "--check"]) == 1


def test_the_file_that_github_reads_is_the_one_that_is_renewed(root: Path) -> None:
    (root / "docs").mkdir()
    (root / "docs/CODEOWNERS").write_bytes(b"* @semua # \xff\n")
    assert main(["owners", "--write"]) == 0
    assert (root / "docs/CODEOWNERS").read_bytes() == b"* @semua # \xff\n" + BLOCK.encode()
    assert not (root / ".github").exists()


def test_a_link_in_its_place_is_replaced_and_not_written_through(
    root: Path, tmp_path: Path
) -> None:
    other = tmp_path / "lain"
    other.write_text("penting\n")
    (root / "CODEOWNERS").symlink_to(other)
    assert main(["owners", "--write"]) == 0
    assert other.read_text() == "penting\n"
    assert (root / "CODEOWNERS").read_text() == f"penting\n{BLOCK}"


def test_faulty_data_change_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "data/agencies/kota-uji-2/agency.yml").write_text("nmae: x\n")
    assert main(["owners", "--write"]) == 1
    assert "agencies/kota-uji-2/agency.yml:1:1" in capsys.readouterr().out
    assert not (root / ".github").exists()


@pytest.mark.parametrize("name", ["data#1", "da[t]a", "data*"])
def test_a_folder_that_no_pattern_can_name_is_refused(
    name: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "data").rename(root / name)
    assert main(["owners", name]) == 2
    assert capsys.readouterr().err.startswith(f"{name} tidak berada")


def test_data_outside_the_repository_are_refused(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "lain").mkdir()
    monkeypatch.chdir(root / "lain")
    assert main(["owners", "../data"]) == 2
    assert main(["owners", "../data", "--write", "--check"]) == 2


def test_maintainers_are_published_nowhere(root: Path, tmp_path: Path) -> None:
    built(root / "data", place(tmp_path), TODAY)
    files = [each for each in (tmp_path / "site").rglob("*") if each.is_file()]
    assert len(files) > 20
    for each in files:
        content = each.read_bytes()
        assert b"siti_k" not in content, each
        # What staff may write is no secret, what they have written is.
        if each.parent != tmp_path / "site/api/schema/input":
            assert b"maintainers" not in content, each
    assert (tmp_path / "site/api/v1/schema/agency.json").is_file()
    record = json.loads((tmp_path / "site/api/v1/agencies/kota-uji/dinas-a.json").read_text())
    assert record["record"] == {"type": "kota", "name": "Kota Uji"}


@pytest.mark.parametrize(
    "names", ["a@b", "@", "a/b/c", "-a", "a b", "'@a @b'", "'*'", f"a{'b' * 39}"]
)
def test_what_is_no_name_on_github_is_refused(names: str, write: Write) -> None:
    folder = write({"agencies/kota-uji/agency.yml": f"{AGENCY}maintainers: [{names}]\n"})
    found = codes(folder)
    assert len(found) == 1
    assert found[0].startswith("agencies/kota-uji/agency.yml:3:")


def test_maintainers_are_few(write: Write) -> None:
    for count in (MOST_MAINTAINERS, MOST_MAINTAINERS + 1):
        names = ", ".join(f"a{number}" for number in range(count))
        folder = write({"agencies/kota-uji/agency.yml": f"{AGENCY}maintainers: [{names}]\n"})
        several = ["agencies/kota-uji/agency.yml:3:14 maintainers-many"]
        assert codes(folder) == several * (count > MOST_MAINTAINERS)


def test_the_owners_of_this_repository_are_those_of_its_data(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir(ROOT)
    assert main(["owners", "--check"]) == 0


def test_that_nobody_is_named_is_said_beside_the_list(
    write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = write({"agencies/kota-uji/agency.yml": "type: kota\nname: Kota Uji\n"})
    monkeypatch.chdir(data.parent)
    assert main(["owners"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Tidak ada agency.yml yang menyebut maintainers.\n")
