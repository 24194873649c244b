"""The data folder: what has a place in it, and what is told of everything else."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

from conftest import AGENCY, Write
from pendopo.kinds.registry import KINDS
from pendopo.reading import files
from pendopo.reading.files import LARGEST_TEXT, source_stamp
from pendopo.reading.folder import scan
from pendopo.reading.media import LARGEST_PICTURE
from samples import JPEG, PNG, WEBP
from texts import read, read_paths, told
from without_unix.sitecustomize import Entries

KOTA = "agencies/kota-uji"
HEAD = f"{KOTA}/agency.yml"


@pytest.fixture
def _never_hanging() -> Iterator[None]:
    """A read that waits for a writer who never comes fails instead."""

    def give_up(number: int, frame: FrameType | None) -> None:
        raise AssertionError("reading hangs")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def test_every_file_in_its_place_is_read_with_where_it_hangs(write: Write) -> None:
    found = read(
        write(
            {
                HEAD: AGENCY,
                f"{KOTA}/plans/2025-2029.yml": "a: b",
                f"{KOTA}/news/2026-01-15-satu.yml": "a: b",
                f"{KOTA}/news/2026-01-16-dua.md": "---\na: b\n---\nteks",
                f"{KOTA}/media/a.jpg": JPEG,
                f"{KOTA}/media/b.jpeg": JPEG,
                f"{KOTA}/media/c.png": PNG,
                f"{KOTA}/media/d.webp": WEBP,
                f"{KOTA}/kecamatan-a/agency.yml": AGENCY,
            }
        )
    )
    assert told(found) == []
    assert sorted((s.file.type.name, s.file.agency, s.file.name) for s in found.records) == [
        ("agency", "kota-uji", "agency"),
        ("agency", "kota-uji/kecamatan-a", "agency"),
        ("article", "kota-uji", "2026-01-15-satu"),
        ("article", "kota-uji", "2026-01-16-dua"),
        ("plan", "kota-uji", "2025-2029"),
        ("portal", "", "portal"),
    ]
    assert [(m.agency, m.name, m.path) for m in found.media] == [
        ("kota-uji", name, f"{KOTA}/media/{name}")
        for name in ("a.jpg", "b.jpeg", "c.png", "d.webp")
    ]


def test_a_missing_data_folder_is_told(tmp_path: Path) -> None:
    assert told(read(tmp_path / "tiada")) == [" folder-missing"]


def test_a_file_where_the_data_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("bukan folder")
    assert told(read(tmp_path / "data")) == [" folder-missing"]


def test_a_missing_portal_file_is_told_and_the_rest_is_read(write: Write) -> None:
    folder = write({HEAD: AGENCY})
    (folder / "portal.yml").unlink()
    found = read(folder)
    assert told(found) == ["portal.yml file-missing"]
    assert read_paths(found) == [HEAD]


@pytest.mark.parametrize("path", ["portal.yml", HEAD, f"{KOTA}/plans/2025.yml"])
@pytest.mark.parametrize("content", [b"", b"  \n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
def test_an_empty_file_is_told(write: Write, path: str, content: bytes) -> None:
    found = read(write({HEAD: AGENCY, path: content}))
    assert told(found) == [f"{path} file-empty"]
    assert path not in read_paths(found)


@pytest.mark.parametrize("path", ["portal.yml", HEAD, f"{KOTA}/news/2026-01-15-satu.md"])
def test_of_a_huge_file_only_the_size_is_looked_at(write: Write, path: str) -> None:
    found = read(write({HEAD: AGENCY, path: b"\xff" * 10 * 1024 * 1024}))
    assert told(found) == [f"{path} file-size"]
    assert dict(found.problems[0].values) == {"size": "10 MB", "limit": "256 KB"}
    assert path not in read_paths(found)


def test_a_file_may_be_exactly_as_large_as_allowed(write: Write) -> None:
    content = AGENCY.encode() + b"#" * (LARGEST_TEXT - len(AGENCY))
    assert told(read(write({HEAD: content}))) == []
    assert told(read(write({HEAD: content + b"#"}))) == [f"{HEAD} file-size"]


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"\xff\xfet\x00", 1, 1),
        (b"type: kota\nname: \xe9lok\n", 2, 7),
        (b"type: kota\r\nname: \xe9lok\r\n", 2, 7),
        (b"type: kota\rname: \xe9lok\r", 2, 7),
        ("name: Kota É".encode() + b"\xff", 1, 13),
    ],
)
def test_what_is_not_utf_8_is_told_at_the_first_wrong_character(
    write: Write, content: bytes, line: int, column: int
) -> None:
    (problem,) = read(write({HEAD: content})).problems
    assert (problem.path, problem.code) == (HEAD, "file-encoding")
    assert (problem.line, problem.column) == (line, column)


@pytest.mark.parametrize(
    "content",
    [b"type: kota\r\nname: X\r\n", b"\xef\xbb\xbftype: kota\nname: X\n", b"type: kota\rname: X\r"],
)
def test_a_byte_order_mark_and_any_line_ends_are_accepted(write: Write, content: bytes) -> None:
    found = read(write({HEAD: content}))
    assert told(found) == []
    assert {source.text for source in found.records if source.file.path == HEAD} == {
        "type: kota\nname: X\n"
    }


LINKED_FILES = [
    ("portal.yml", "portal.yml"),
    (HEAD, HEAD),
    (f"{KOTA}/plans/2025-2029.yml", f"{KOTA}/plans/2025-2029.yml"),
    (f"{KOTA}/news/2026-01-15-satu.yml", f"{KOTA}/news/2026-01-15-satu.yml"),
    (f"{KOTA}/media/lambang.png", f"{KOTA}/media/lambang.png"),
    (f"{KOTA}/catatan", f"{KOTA}/catatan"),
]


@pytest.mark.parametrize("path", [path for path, _ in LINKED_FILES])
def test_a_link_to_a_file_outside_is_told_and_not_followed(
    write: Write, tmp_path: Path, path: str
) -> None:
    folder = write({HEAD: AGENCY})
    secret = tmp_path / "rahasia"
    secret.write_bytes(PNG + b"rahasia")
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    target.symlink_to(secret)
    found = read(folder)
    assert told(found) == [f"{path} file-kind"]
    assert path not in read_paths(found)
    assert found.media == []


@pytest.mark.parametrize(
    "path",
    ["agencies", KOTA, f"{KOTA}/kecamatan-a", f"{KOTA}/plans", f"{KOTA}/news", f"{KOTA}/media"],
)
def test_a_link_to_a_folder_outside_is_told_and_not_followed(
    write: Write, tmp_path: Path, path: str
) -> None:
    folder = write({} if path in ("agencies", KOTA) else {HEAD: AGENCY})
    outside = tmp_path / "luar"
    (outside / "kota").mkdir(parents=True)
    for name in ("agency.yml", "2025-2029.yml", "2026-01-15-satu.yml", "kota/agency.yml"):
        (outside / name).write_text(AGENCY)
    (outside / "a.png").write_bytes(PNG)
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.symlink_to(outside)
    found = read(folder)
    assert told(found) == [f"{path} file-kind"]
    assert set(read_paths(found)) <= {"portal.yml", HEAD}
    assert found.media == []


def test_a_link_that_leads_nowhere_is_told(write: Write) -> None:
    folder = write({})
    (folder / KOTA).mkdir(parents=True)
    (folder / HEAD).symlink_to("tiada.yml")
    assert told(read(folder)) == [f"{HEAD} file-kind"]


def test_a_link_in_a_circle_is_told(write: Write) -> None:
    folder = write({HEAD: AGENCY})
    (folder / KOTA / "kecamatan-a").symlink_to(folder / KOTA)
    assert told(read(folder)) == [f"{KOTA}/kecamatan-a file-kind"]


@pytest.mark.parametrize("flag", [os.O_NOFOLLOW, 0])
@pytest.mark.parametrize("path", [HEAD, f"{KOTA}/media/lambang.png"])
def test_a_file_that_becomes_a_link_between_listing_and_reading_is_not_followed(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, flag: int
) -> None:
    """Neither by a system that refuses links itself, nor by one that cannot."""
    monkeypatch.setattr(files, "NOT_FOLLOWING", flag)
    folder = write({HEAD: AGENCY, path: PNG if path.endswith(".png") else AGENCY})
    (tmp_path / "rahasia").write_bytes(PNG)
    really_open = os.open

    def open_late(file: Path, flags: int) -> int:
        if file == folder / path:
            file.unlink()
            file.symlink_to(tmp_path / "rahasia")
        return really_open(file, flags)

    monkeypatch.setattr(os, "open", open_late)
    found = read(folder)
    assert told(found) == [f"{path} file-kind"]
    assert path not in read_paths(found)
    assert found.media == []


def test_the_stamp_of_a_file_has_its_inode_on_every_system(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write({HEAD: AGENCY, f"{KOTA}/media/lambang.png": PNG})
    monkeypatch.setattr(os, "scandir", Entries)
    found = scan(folder, KINDS.types)
    stamps = {each.path: each.stamp for each in found.files}
    stamps |= {each.path: each.stamp for each in found.media}
    assert stamps == {path: source_stamp((folder / path).stat()) for path in stamps}
    assert len(stamps) == 3


@pytest.mark.usefixtures("_never_hanging")
@pytest.mark.parametrize(
    "path",
    [
        "portal.yml",
        "agencies/pipa",
        HEAD,
        f"{KOTA}/pipa",
        f"{KOTA}/plans/2025-2029.yml",
        f"{KOTA}/news/2026-01-15-satu.md",
        f"{KOTA}/media/lambang.png",
    ],
)
def test_a_pipe_is_told_and_not_waited_for(write: Write, path: str) -> None:
    folder = write({HEAD: AGENCY})
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    os.mkfifo(target)
    assert told(read(folder)) == [f"{path} file-kind"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", PNG),
        ("a.png", JPEG),
        ("a.webp", PNG),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("a.png", b"GIF89a"),
        ("a.png", PNG[:7]),
        ("a.webp", b"RIFF\x24\x00\x00\x00WAVEfmt "),
        ("a.webp", b"RIFF"),
    ],
)
def test_a_picture_whose_content_is_not_what_its_name_says_is_refused(
    write: Write, name: str, content: bytes
) -> None:
    found = read(write({HEAD: AGENCY, f"{KOTA}/media/{name}": content}))
    assert told(found) == [f"{KOTA}/media/{name} media-content"]
    assert found.media == []


def test_a_picture_that_is_too_large_is_refused(write: Write) -> None:
    content = PNG + bytes(LARGEST_PICTURE - len(PNG))
    assert told(read(write({HEAD: AGENCY, f"{KOTA}/media/a.png": content}))) == []
    found = read(write({f"{KOTA}/media/a.png": content + b"\0"}))
    assert told(found) == [f"{KOTA}/media/a.png media-size"]
    assert found.media == []


def test_hidden_files_and_folders_are_passed_over(write: Write) -> None:
    hidden = (
        ".git/config",
        ".DS_Store",
        "agencies/.gitkeep",
        "agencies/.kota/agency.yml",
        f"{KOTA}/.kecamatan/agency.yml",
        f"{KOTA}/plans/.2025.yml.swp",
        f"{KOTA}/news/.gitkeep",
        f"{KOTA}/media/.thumb.png",
    )
    found = read(write({HEAD: AGENCY, **dict.fromkeys(hidden, "isi")}))
    assert told(found) == []
    assert read_paths(found) == [HEAD, "portal.yml"]


def test_all_problems_come_at_once_and_in_order(write: Write) -> None:
    found = read(
        write(
            {
                "zzz.txt": "",
                "portal.yml": "",
                HEAD: b"\xff",
                f"{KOTA}/news/kabar.yml": "",
                f"{KOTA}/media/a.svg": "",
                "agencies/Kota/agency.yml": "",
            }
        )
    )
    assert told(found) == [
        "agencies/Kota file-name",
        f"{HEAD} file-encoding",
        f"{KOTA}/media/a.svg media-svg",
        f"{KOTA}/news/kabar.yml file-article-name",
        "portal.yml file-empty",
        "zzz.txt file-unknown",
    ]
