"""`pendopo new`: sound files in the right places, and nothing where something is in the way."""

import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import TODAY, Write
from guide import GUIDE
from pendopo.commands import group, main
from pendopo.commands.new import of_kind, shown_name
from pendopo.commands.places import UnknownPlaceError, place_in
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import faults
from pendopo.site.kind import Kind
from pendopo.starter import adding
from pendopo.starter.drafts import OPEN, shapes
from places import contents, site_of

pytestmark = pytest.mark.usefixtures("one_day")

CITY = "agencies/kota-uji"
FILES = {f"{CITY}/agency.yml": "type: kota\nname: Kota Uji\nregion_code: '99.71'\n"}
GIVEN = {
    "day": "2026-01-05",
    "start": "2025",
    "end": "2029",
    "region_code": "99.71.01",
    "language": "id",
}
TYPES = {"agency": "kecamatan", "plans": "RPJMD", "documents": "peraturan"}


@pytest.fixture
def data(write: Write) -> Path:
    return write(FILES)


def new(data: Path, *arguments: str) -> int:
    return main(["new", *arguments, "--data", str(data)])


def arguments(kind: Kind, shape: str) -> Iterator[str]:
    """What answers every question about a draft."""
    yield shown_name(kind)
    names = [each.name for each in of_kind(kind, str).params]
    yield from (("kota-uji",) if "place" in names else ())
    yield from (("Nama: baru",) if "title" in names else ())
    for name, value in {**GIVEN, "type": TYPES.get(kind.name, "")}.items():
        if name in names:
            yield from (f"--{name.replace('_', '-')}", value)
    yield from (("--shape", shape) if shape else ())


@pytest.mark.parametrize(
    ("kind", "shape"),
    [(kind, shape) for kind in KINDS for shape in shapes(kind.name)],
    ids=lambda each: each if isinstance(each, str) else each.name,
)
def test_check_tells_of_what_it_writes_only_what_is_still_to_be_written(
    kind: Kind, shape: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(data)
    (data / "portal.yml").unlink()
    assert new(data, "portal", "Portal Uji", "--language", "id") == 0
    given = [*arguments(kind, shape)]
    if kind.name == "officials":
        assert new(data, "structure", "kota-uji") == 0
        given += ["--post", "kepala"]
    if kind.name != "portal":
        assert new(data, *given) == 0
    after = contents(data)
    (path,) = after.keys() - before.keys() - {f"{CITY}/structure.yml"} or {
        "portal.yml" if kind.name == "portal" else f"{CITY}/structure.yml"
    }
    said = capsys.readouterr().out
    assert f"{data.as_posix()}/{path} sudah ditulis." in said
    assert "pendopo check" in said
    _, problems = site_of(data, TODAY)
    told = [each for each in problems if not each.information]
    assert {each.code for each in told} <= {"text-placeholder"}
    assert (OPEN.encode() in b"".join(after.values())) == bool(told)
    assert path.endswith("/agency.yml") or b"Nama: baru" in after[path] or not kind.record.folder
    assert kind.record.folder in path


@pytest.mark.parametrize(
    ("given", "path"),
    [
        (("news", "kota-uji", "Judul Berita"), f"{CITY}/news/2026-02-01-judul-berita.yml"),
        (("article", "data/agencies/kota-uji/", "A"), f"{CITY}/news/2026-02-01-a.yml"),
        (("announcements", "kota-uji", "A"), f"{CITY}/announcements/2026-02-01-a.yml"),
        (
            ("event", "kota-uji", "Ma'ruf", "--day", "2026-03-04"),
            f"{CITY}/events/2026-03-04-maruf.yml",
        ),
        (("page", "kota-uji", "Sejarah"), f"{CITY}/pages/sejarah.md"),
        (
            ("plan", "kota-uji", "A", "--shape", "rpjmd", "--start", "2025", "--end", "2029"),
            f"{CITY}/plans/2025-2029.yml",
        ),
        (
            ("plan", "kota-uji", "A", "--shape", "renja", "--start", "2026"),
            f"{CITY}/plans/renja-2026.yml",
        ),
        (
            ("plan", "kota-uji", "A", "--shape", "renja", "--start", "2026", "--name", "2026"),
            f"{CITY}/plans/2026.yml",
        ),
        (("service", "kota-uji", "Kartu Keluarga", "--name", "kk"), f"{CITY}/services/kk.yml"),
        (("redirects", "/"), "redirects.yml"),
        (("redirects", "kota-uji"), f"{CITY}/redirects.yml"),
        (
            ("agency", "/", "Pemerintah Kota Baru", "--type", "kota", "--region-code", ""),
            "agencies/kota-baru/agency.yml",
        ),
        (("service", "kota-uji", "Layanan " * 12), f"{CITY}/services/{'layanan-' * 7}layan.yml"),
    ],
)
def test_the_file_has_the_right_name(given: tuple[str, ...], path: str, data: Path) -> None:
    before = contents(data)
    done = CliRunner().invoke(group("id"), ["new", *given, "--data", str(data)], input="\n")
    assert done.exit_code == 0, done.output
    (made,) = contents(data).keys() - before.keys()
    assert made[: len(path) - 10] == path[: len(path) - 10]
    assert made == path or "layanan" in made


def test_it_asks_for_what_is_not_given(data: Path) -> None:
    said = "kota-uji\nRenstra Kota Uji\n2025\ndua\n2029\nRenstra\n"
    done = CliRunner().invoke(group("id"), ["new", "plan", "--data", str(data)], input=said)
    assert done.exit_code == 0, done.output
    for question in ("Folder instansinya [kota-uji]: ", "Judul, atau nama: ", "Tahun terakhir: "):
        assert question in done.output
    text = (data / CITY / "plans/2025-2029.yml").read_text()
    assert "type: Renstra\n" in text
    assert 'targets: ["-", "-", "-", "-", "-"]' in text
    assert "Ganti setiap ISIAN di dalamnya (baris " in done.output


def test_where_the_answers_end_nothing_is_written(data: Path) -> None:
    before = contents(data)
    done = CliRunner().invoke(group("id"), ["new", "news", "--data", str(data)], input="kota-uji\n")
    assert done.exit_code == 1
    assert "Aborted" in done.output
    assert contents(data) == before


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("news", "kota-ujji", "A"), "Apakah maksudnya kota-uji?"),
        (("news", "uji", "A"), "Apakah maksudnya kota-uji?"),
        (("news", "xyz", "A"), "tidak ada yang ditulis"),
        (("news", "/", "A"), "tidak ada yang ditulis"),
        (("news", "..", "A"), "tidak ada yang ditulis"),
        (("news", "", "A"), "tidak ada yang ditulis"),
        (("agency", "kota-uji/../..", "A"), "Tidak ada instansi"),
        (("nws", "kota-uji", "A"), "Apakah maksudnya news?"),
        (("berita", "kota-uji", "A"), "Apakah maksudnya news?"),
        (("zzz", "kota-uji", "A"), "Tidak ada perintah zzz."),
        (("news", "kota-uji", "甲", "--day", "2026-01-05"), "--name"),
        (("news", "kota-uji", "A", "--day", "kemarin"), "kemarin"),
        (("plan", "kota-uji", "A", "--shape", "rpjpd"), "renstra"),
        (("plan", "kota-uji", "A", "--start", "1"), "1945"),
        (("official", "kota-uji", "A"), "pendopo new structure kota-uji"),
    ],
)
def test_misuse_is_told_and_nothing_is_written(
    given: tuple[str, ...], told: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(data)
    assert new(data, *given) == 2
    assert told in capsys.readouterr().err
    assert contents(data) == before


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("news", "kota-uji", "a\nb", "--name", "a"), "satu baris"),
        (("news", "kota-uji", "x" * 301, "--name", "a"), "301"),
        (("news", "kota-uji", "\ud800", "--name", "a"), "U+D800"),
        (("news", "kota-uji", "\u202e", "--name", "a"), "U+202E"),
        (("news", "kota-uji", "A", "--name", "../a"), "../a"),
        (("service", "kota-uji", "A", "--name", "/etc/a"), "/etc/a"),
        (
            ("plan", "kota-uji", "A", "--shape", "renja", "--start", "2026", "--name", "../a"),
            "../a",
        ),
        (
            (
                "agency",
                "kota-uji",
                "A",
                "--type",
                "dinas",
                "--region-code",
                "",
                "--name",
                "../../b",
            ),
            "../../b",
        ),
        (("agency", "kota-uji", "Berita", "--type", "dinas", "--region-code", ""), "berita"),
        (("agency", "kota-uji", "News", "--type", "dinas", "--region-code", ""), "news"),
        (("agency", "kota-uji", "A", "--type", "dinas", "--region-code", "satu"), "satu"),
        (
            ("plan", "kota-uji", "A", "--shape", "renstra", "--start", "2029", "--end", "2025"),
            "2029",
        ),
    ],
)
def test_a_wrong_answer_is_told_with_its_place_and_nothing_is_written(
    given: tuple[str, ...], told: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(data)
    day = ("--day", "2026-01-05") if given[0] == "news" else ()
    assert new(data, *given, *day) == 1
    said = capsys.readouterr().out
    assert told in said
    assert re.match(rf"{re.escape(data.as_posix())}/\S+:\d+:\d+: ", said)
    assert contents(data) == before
    assert {each.name for each in data.parent.iterdir()} == {"data"}


@pytest.mark.parametrize("there", ["pages/sejarah.md", "pages/sejarah.yml"])
def test_no_file_is_overwritten(
    there: str, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write({**FILES, f"{CITY}/{there}": "penting"})
    assert new(data, "page", "kota-uji", "Sejarah") == 2
    assert f"{there} sudah ada, dan tidak ada yang ditulis." in capsys.readouterr().err
    assert (data / CITY / there).read_text() == "penting"


def test_a_post_is_one_of_the_structure(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    posts = "posts:\n- {id: camat, title: Camat, head: ya}\n- {id: sekcam, title: Sekcam}\n"
    data = write({**FILES, f"{CITY}/structure.yml": posts})
    given = ("official", "kota-uji", "Siti", "--day", "2026-01-05", "--post")
    assert new(data, *given, "kepala") == 2
    assert "camat" in capsys.readouterr().err
    assert new(data, *given, "sekcam") == 0
    assert faults(site_of(data, TODAY)[1]) == []


def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(tmp_path / "tiada", "news", "kota-uji", "A") == 1
    assert "tiada" in capsys.readouterr().out
    assert [*tmp_path.iterdir()] == []


def test_nothing_is_written_through_a_link(data: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "luar"
    elsewhere.mkdir()
    (data / CITY / "news").symlink_to(elsewhere)
    assert new(data, "news", "kota-uji", "A", "--day", "2026-01-05") == 2
    assert [*elsewhere.iterdir()] == []


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "penuh"), PermissionError(), KeyboardInterrupt()]
)
@pytest.mark.parametrize("name", ["link", "mkdir", "write_bytes"])
def test_whatever_happens_the_data_are_as_they_were(
    error: BaseException, name: str, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(data)

    def fails(*_: object, **__: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        owner = os if name == "link" else Path
        patch.setattr(owner, name, fails)
        if name == "link":
            patch.setattr(Path, "rename", fails)
        code = new(data, "news", "kota-uji", "A", "--day", "2026-01-05")
    assert code == (130 if isinstance(error, KeyboardInterrupt) else 2)
    assert contents(data) == before
    assert {each.name for each in data.iterdir()} == {"portal.yml", "agencies"}
    assert not (data / CITY / "news").exists()


def test_a_folder_that_may_not_be_written_to_is_named(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(1, "no permission", "/of/the/temporary/folder")

    monkeypatch.setattr(adding, "TemporaryDirectory", refused)
    assert new(data, "news", "kota-uji", "A", "--day", "2026-01-05") == 2
    assert f"{data} tidak dapat dipakai: no permission." in capsys.readouterr().err


def test_of_several_files_all_are_written_or_none(data: Path) -> None:
    before = contents(data)
    files = {
        "agencies/a/agency.yml": "1",
        "agencies/a/b/agency.yml": "2",
        f"{CITY}/agency.yml": "3",
    }
    with pytest.raises(FileExistsError):
        adding.add(data, files)
    assert contents(data) == before
    assert not (data / "agencies/a").exists()


def test_without_links_of_the_system_a_file_is_moved_to_its_place(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", none)
    adding.add(data, {f"{CITY}/faq.yml": "1"})
    assert (data / CITY / "faq.yml").read_text() == "1"
    with pytest.raises(FileExistsError):
        adding.add(data, {f"{CITY}/faq.yml": "2"})
    assert (data / CITY / "faq.yml").read_text() == "1"
    assert {each.name for each in data.iterdir()} == {"portal.yml", "agencies"}


@pytest.mark.parametrize("language", ["id_ID.UTF-8", "en_US.UTF-8"])
@pytest.mark.parametrize("name", [*map(shown_name, KINDS), "agencies"])
def test_the_help_of_each_kind_is_in_the_language_of_the_terminal(
    name: str, language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.setenv("LC_ALL", language)
    assert main(["new", name, "--help"]) == 0
    said = capsys.readouterr().out
    assert ("Menulis" in said) == language.startswith("id")


def test_the_help_lists_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--help"]) == 0
    said = capsys.readouterr().out
    assert re.findall(r"(?m)^  ([a-z]+) ", said) == [*map(shown_name, KINDS), "agencies"]


@pytest.mark.parametrize(
    "given", ["a/b", "a/b/", "/a/b", "agencies/a/b", "data/agencies/a/b", "a\\b", "a/b/agency.yml"]
)
def test_an_agency_may_be_named_by_its_path(given: str) -> None:
    assert place_in(given, ["a", "a/b"], Path("data"), top=False) == "a/b"
    with pytest.raises(UnknownPlaceError):
        place_in("b", ["a", "a/b"], Path("data"), top=False)


def test_the_guide_names_commands_that_there_are() -> None:
    named = set(re.findall(r"pendopo new ([a-z]+)", GUIDE))
    known = {shown_name(each) for each in KINDS}
    assert {"agencies"} < named <= known | {"agencies"}
    assert {
        each.name for each in KINDS if each.record.folder and shown_name(each) not in named
    } == set()
    shaped = {shape for each in KINDS for shape in shapes(each.name) if shape}
    assert shaped == {each for each in shaped if f"`{each}`" in GUIDE}
