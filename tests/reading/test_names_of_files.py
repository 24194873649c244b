"""The names of files and folders: which suit, and what is told of those that do not."""

import os

import pytest

from conftest import AGENCY, Write
from pendopo.basics.translations import translations
from pendopo.kinds.registry import KINDS
from pendopo.reading.folder import DEEPEST
from pendopo.reading.media import SUFFIXES
from samples import PNG
from texts import read, read_paths, told

KOTA = "agencies/kota-uji"
HEAD = f"{KOTA}/agency.yml"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        (f"{KOTA}/agency.yaml", "agency.yml"),
        (f"{KOTA}/Agency.yml", "agency.yml"),
        (f"{KOTA}/agensi.yml", "agency.yml"),
        (f"{KOTA}/new/2026-01-15-satu.yml", "news"),
        (f"{KOTA}/News/2026-01-15-satu.yml", "news"),
        (f"{KOTA}/plan/2025-2029.yml", "plans"),
        (f"{KOTA}/medias/a.png", "media"),
        (f"{KOTA}/plans/2025-2029.yaml", "2025-2029.yml"),
        (f"{KOTA}/plans/2025-2029.YML", "2025-2029.yml"),
        (f"{KOTA}/news/2026-01-15-satu.yaml", "2026-01-15-satu.yml"),
        ("portal.yaml", "portal.yml"),
        ("agency/kota/agency.yml", "agencies"),
    ],
)
def test_an_unknown_name_is_told_with_the_one_that_was_meant(
    write: Write, name: str, meant: str
) -> None:
    found = read(write({HEAD: AGENCY, name: AGENCY}))
    (problem,) = found.problems
    assert name.startswith(problem.path)
    assert problem.code == "file-unknown-nearest"
    assert dict(problem.values) == {
        "name": problem.path.rpartition("/")[2],
        "nearest": meant,
    }
    assert read_paths(found) == [HEAD, "portal.yml"]


FILES = [each.file for each in KINDS.types if each.in_agencies and each.file]
FOLDERS = [each.folder for each in KINDS.types if each.folder]
"""What the folder of an agency may hold."""


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("zzz.txt", "portal.yml, topics.yml, redirects.yml, agencies"),
        (f"{KOTA}/zzz.txt", ", ".join((*FILES, *FOLDERS, "media"))),
        (f"{KOTA}/plans/zzz.txt", "*.yml"),
        (f"{KOTA}/news/zzz.txt", "*.yml, *.md"),
        (f"{KOTA}/media/zzz.exe", ", ".join(f"*{each}" for each in SUFFIXES)),
    ],
)
def test_an_unknown_name_without_a_similar_one_is_told_with_all_that_are_known(
    write: Write, name: str, known: str
) -> None:
    (problem,) = read(write({HEAD: AGENCY, name: "isi"})).problems
    assert (problem.path, problem.code) == (name, "file-unknown")
    assert dict(problem.values)["known"] == known


@pytest.mark.parametrize(
    ("name", "code", "meant"),
    [
        (
            f"{KOTA}/news/2026-01-15 Pohon Kita.yml",
            "file-article-name",
            "2026-01-15-pohon-kita.yml",
        ),
        (f"{KOTA}/plans/Renstra 2021.yml", "file-name", "renstra-2021.yml"),
        (f"{KOTA}/media/Foto Résumé (1).JPG", "media-file", "Foto-Resume-1.JPG"),
        ("agencies/Kota Lain/agency.yml", "file-name", "kota-lain"),
    ],
)
def test_a_name_that_no_address_can_have_is_told_with_one_that_can(
    write: Write, name: str, code: str, meant: str
) -> None:
    (problem,) = read(write({HEAD: AGENCY, name: "isi"})).problems
    assert problem.code == code
    assert dict(problem.values)["meant"] == meant


@pytest.mark.parametrize("name", ["foto.jpg", "foto.JPG", "logo.svg", "surat.doc", "surat.pdf"])
@pytest.mark.parametrize("folder", [KOTA, f"{KOTA}/news", f"{KOTA}/plans"])
def test_a_picture_or_document_among_texts_is_told_to_move(
    write: Write, folder: str, name: str
) -> None:
    (problem,) = read(write({HEAD: AGENCY, f"{folder}/{name}": "isi"})).problems
    assert problem.code == "file-media"
    assert dict(problem.values)["folder"] == f"{KOTA}/media"


@pytest.mark.parametrize("path", ["agencies", f"{KOTA}/plans", f"{KOTA}/news", f"{KOTA}/media"])
def test_a_file_where_a_folder_should_be_is_not_told_to_take_the_name_it_has(
    write: Write, path: str
) -> None:
    files = {} if path == "agencies" else {HEAD: AGENCY}
    (problem,) = read(write({**files, path: "isi"})).problems
    assert (problem.path, problem.code) == (path, "folder-file")


@pytest.mark.parametrize(
    "path",
    [
        f"{KOTA}/plans/2025-2029.yml",
        f"{KOTA}/news/2026-01-15-satu.yml",
        f"{KOTA}/news/2026-01-15-satu.md",
        f"{KOTA}/media/lambang.png",
    ],
)
def test_a_folder_where_a_file_should_be_is_not_told_to_take_the_name_it_has(
    write: Write, path: str
) -> None:
    (problem,) = read(write({HEAD: AGENCY, f"{path}/isi": "isi"})).problems
    assert problem.path == path
    assert dict(problem.values).get("nearest") != dict(problem.values)["name"]


@pytest.mark.parametrize("path", ["portal.yml", HEAD])
def test_a_folder_with_the_name_of_a_record_is_told(write: Write, path: str) -> None:
    folder = write({HEAD: AGENCY})
    (folder / path).unlink()
    (folder / path).mkdir()
    found = read(folder)
    assert told(found) == [f"{path} file-folder"]
    assert path not in read_paths(found)


def test_a_folder_without_agency_file_that_holds_agencies_is_told(write: Write) -> None:
    found = read(write({HEAD: AGENCY, f"{KOTA}/wilayah/kecamatan-a/agency.yml": AGENCY}))
    assert told(found) == [f"{KOTA}/wilayah agency-missing"]
    assert f"{KOTA}/wilayah/kecamatan-a/agency.yml" in read_paths(found)


@pytest.mark.parametrize("content", ["plans/2025.yml", "kecamatan-a/plans/2025.yml", "media/a.png"])
def test_a_folder_among_agencies_without_agency_file_is_told(write: Write, content: str) -> None:
    found = read(write({f"agencies/kota-lupa/{content}": PNG}))
    assert "agencies/kota-lupa agency-missing" in told(found)


@pytest.mark.parametrize(
    "name", ["Kota", "kota_uji", "kota uji", "kota-", "-kota", "kóta", "kota.uji", "k" * 65]
)
def test_a_folder_name_that_does_not_suit_an_address_is_told(write: Write, name: str) -> None:
    found = read(write({HEAD: AGENCY, f"agencies/{name}/agency.yml": AGENCY}))
    assert told(found) == [f"agencies/{name} file-name"]
    found = read(write({f"{KOTA}/{name}/agency.yml": AGENCY}))
    assert f"{KOTA}/{name} file-name" in told(found)
    assert read_paths(found) == [HEAD, "portal.yml"]


@pytest.mark.parametrize("name", ["Renstra", "2025_2029", "rencana strategis", "-2025", "é" * 3])
def test_a_plan_name_that_does_not_suit_an_address_is_told(write: Write, name: str) -> None:
    found = read(write({HEAD: AGENCY, f"{KOTA}/plans/{name}.yml": "a: b"}))
    assert told(found) == [f"{KOTA}/plans/{name}.yml file-name"]


@pytest.mark.parametrize("name", ["k", "9", "kota-2", "k" * 64])
def test_short_and_long_names_that_suit_an_address_are_read(write: Write, name: str) -> None:
    assert told(read(write({f"agencies/{name}/agency.yml": AGENCY}))) == []


@pytest.mark.parametrize(
    "path",
    [
        "agencies/con/agency.yml",
        f"{KOTA}/aux/agency.yml",
        f"{KOTA}/plans/nul.yml",
        f"{KOTA}/media/COM1.final.png",
        f"{KOTA}/media/lpt9.pdf",
    ],
)
def test_a_name_that_windows_has_no_file_of_is_told_and_read(write: Write, path: str) -> None:
    found = read(write({HEAD: AGENCY, path: AGENCY}))
    (problem,) = (each for each in found.problems if each.code == "file-device")
    assert problem.warning
    assert path.startswith(problem.path)
    assert path in read_paths(found) or "/media/" in path


@pytest.mark.parametrize("name", ["konsul", "con-2", "com", "com10", "nul-l", "2-aux"])
def test_a_name_like_one_of_those_is_nothing_special(write: Write, name: str) -> None:
    assert told(read(write({f"agencies/{name}/agency.yml": AGENCY}))) == []


def test_agencies_nested_deeper_than_allowed_are_told(write: Write) -> None:
    levels = [f"tingkat-{number}" for number in range(1, DEEPEST + 2)]
    files = {
        "/".join(["agencies", *levels[: depth + 1], "agency.yml"]): AGENCY
        for depth in range(len(levels))
    }
    found = read(write(files))
    assert told(found) == ["/".join(["agencies", *levels]) + " agency-depth"]
    assert len(found.records) == DEEPEST + 1


@pytest.mark.parametrize(
    "name",
    [
        "kunjungan.yml",
        "2026-1-5-kunjungan.yml",
        "20260115-kunjungan.md",
        "2026-01-15.yml",
        "2026-01-15-.yml",
        "2026-01-15-Kunjungan.yml",
        "2026-01-15_kunjungan.yml",
        "２０２６-01-15-kunjungan.yml",
    ],
)
def test_a_news_file_that_is_named_otherwise_than_date_and_name_is_told(
    write: Write, name: str
) -> None:
    found = read(write({HEAD: AGENCY, f"{KOTA}/news/{name}": "a: b"}))
    assert told(found) == [f"{KOTA}/news/{name} file-article-name"]
    assert read_paths(found) == [HEAD, "portal.yml"]


@pytest.mark.parametrize("name", ["a", "a.png.exe", "a.tar.gz", "a.html", "a.pdf.js"])
def test_a_picture_of_another_kind_is_refused(write: Write, name: str) -> None:
    found = read(write({HEAD: AGENCY, f"{KOTA}/media/{name}": PNG}))
    assert told(found) == [f"{KOTA}/media/{name} file-unknown"]
    assert found.media == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("a.svg", "media-svg"), ("a.png.SVG", "media-svg"), ("a.gif", "media-format")),
        *(("a.heic", "media-format"), ("a.doc", "media-old"), ("a.XLSM", "media-old")),
    ],
)
def test_what_staff_may_well_try_is_refused_with_what_to_do_instead(
    write: Write, name: str, code: str
) -> None:
    found = read(write({HEAD: AGENCY, f"{KOTA}/media/{name}": PNG}))
    assert told(found) == [f"{KOTA}/media/{name} {code}"]
    assert found.media == []


def test_a_name_that_would_steer_a_terminal_is_told_in_printable_characters(write: Write) -> None:
    folder = write({HEAD: AGENCY})
    for name in (b"\x1b[31mmerah\nbaris.yml", b"\xff\xfe.yml", "\u202eterbalik".encode()):
        with open(os.path.join(os.fsencode(folder), b"agencies/kota-uji", name), "wb"):  # noqa: PTH118, PTH123
            pass
    found = read(folder)
    assert len(found.problems) == 3
    translate = translations("id").gettext
    for problem in found.problems:
        line = f"{problem.place()} {problem.message(translate)} {problem.mend(translate)}"
        assert line.isprintable()
        assert line.encode()
