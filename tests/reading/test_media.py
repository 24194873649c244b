from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import Image

from pendopo.problems.problem import Problem
from pendopo.reading.media import LARGEST_PICTURE, Media, look


def looked(folder: Path, name: str, content: bytes) -> Media | Problem:
    (folder / name).write_bytes(content)
    found = look(folder, Media("kota", name, name))
    return found.media or found.problems[0]


def file(format: str, mode: str = "RGB", size: tuple[int, int] = (60, 40), **more: Any) -> bytes:
    found = BytesIO()
    Image.new(mode, size).save(found, format, **more)
    return found.getvalue()


def archive(**files: str) -> bytes:
    found = BytesIO()
    with ZipFile(found, "w") as made:
        for name, text in files.items():
            made.writestr(name.replace("__", "/").replace("_", "."), text)
    return found.getvalue()


def code(found: Media | Problem) -> str:
    return found.code if isinstance(found, Problem) else "sound"


TURNED = Image.Exif()
TURNED[0x0112] = 6


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("a.jpg", file("JPEG"), (60, 40)),
        ("a.JPEG", file("JPEG", "CMYK"), (60, 40)),
        ("a.png", file("PNG", "RGBA"), (60, 40)),
        ("a.png", file("PNG", "I;16"), (60, 40)),
        ("a.png", file("PNG", "P"), (60, 40)),
        ("a.webp", file("WEBP"), (60, 40)),
        ("turned.jpg", file("JPEG", exif=TURNED), (40, 60)),
    ],
)
def test_a_sound_picture_is_measured_as_it_is_to_be_seen(
    tmp_path: Path, name: str, content: bytes, size: tuple[int, int]
) -> None:
    found = looked(tmp_path, name, content)
    assert isinstance(found, Media)
    assert (found.width, found.height) == size
    assert found.size == len(content)
    assert found.digest


def bomb() -> bytes:
    """A picture of 6,400 by 6,400 pixels in a few hundred bytes."""
    return file("PNG", "1", (6400, 6400))


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.jpg", file("PNG"), "media-content"),
        ("a.png", b"GIF89a", "media-content"),
        ("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "media-content"),
        ("a.jpg", b"", "media-empty"),
        ("a.png", bomb(), "media-pixels"),
        ("a.jpg", file("JPEG", size=(800, 600))[:-400], "media-broken"),
        ("a.png", file("PNG", size=(800, 600))[:-60], "media-broken"),
        ("a.webp", file("WEBP", size=(800, 600))[:-100], "media-broken"),
        ("a.jpg", file("JPEG") + bytes(LARGEST_PICTURE), "media-size"),
        ("a.png", file("PNG", "L", (16_001, 1)), "media-side"),
        ("a.png", file("PNG", "1", (1, 39_000_000 // 2)), "media-side"),
    ],
)
def test_a_picture_that_is_not_what_it_says_is_refused(
    tmp_path: Path, name: str, content: bytes, expected: str
) -> None:
    assert code(looked(tmp_path, name, content)) == expected


def test_what_is_large_is_not_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.png").write_bytes(bomb())
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("decoded"))
    (told,) = look(tmp_path, Media("kota", "a.png", "a.png")).problems
    assert told.code == "media-pixels"


ODT = "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.pdf", b"%PDF-1.7\n", "sound"),
        ("a.pdf", b"MZ\x90\0", "media-document"),
        ("a.csv", b"tahun;nilai\n2025;1,5\n", "sound"),
        ("a.csv", b"\xff\xfe\0\0", "media-document"),
        ("a.docx", archive(word__document_xml=""), "sound"),
        ("a.xlsx", archive(word__document_xml=""), "media-document"),
        ("a.xlsx", archive(xl__workbook_xml="", xl__vbaProject_bin=""), "media-macros"),
        ("a.docx", b"PK\x03\x04", "media-document"),
        ("a.odt", archive(mimetype=ODT, content_xml=""), "sound"),
        ("a.ods", archive(mimetype=ODT, content_xml=""), "media-document"),
        ("a.odt", archive(mimetype=ODT, content_xml="", Basic__a_xml=""), "media-macros"),
    ],
)
def test_a_document_is_what_its_name_says_and_holds_no_program(
    tmp_path: Path, name: str, content: bytes, expected: str
) -> None:
    assert code(looked(tmp_path, name, content)) == expected


def test_a_document_may_be_larger_than_a_picture(tmp_path: Path) -> None:
    content = b"%PDF-1.7\n" + bytes(LARGEST_PICTURE)
    assert code(looked(tmp_path, "a.pdf", content)) == "sound"
    assert code(looked(tmp_path, "a.pdf", content * 2)) == "media-size"
