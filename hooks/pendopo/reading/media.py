"""Files of the folders media: pictures and documents, each checked before use."""

from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from PIL import ExifTags, Image, UnidentifiedImageError

from pendopo.basics.digests import digest
from pendopo.problems.problem import Problem, problem
from pendopo.reading.files import Stamp, content

MEGABYTE = 1024 * 1024
LARGEST_PICTURE = 10 * MEGABYTE
LARGEST_DOCUMENT = 20 * MEGABYTE
MOST_PIXELS = 40_000_000
TURNED = {5, 6, 7, 8}
"""EXIF orientations that swap width and height."""
PICTURES = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
PACKED = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".pptx": "ppt/presentation.xml",
    ".odt": "content.xml",
    ".ods": "content.xml",
    ".odp": "content.xml",
}
"""Document formats that are ZIP archives, and the member that each must contain."""
DOCUMENTS = {".pdf": "application/pdf", ".csv": "text/csv"} | {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
}
SUFFIXES = (*PICTURES, *DOCUMENTS)
Image.MAX_IMAGE_PIXELS = None  # `_measured` checks the size before decoding


@dataclass(frozen=True, slots=True)
class Media:
    """A file of an agency's folder media.

    `look` fills in the `digest` of its content, its `size` in bytes, and for a picture its `width`
    and `height` in pixels, after EXIF rotation.
    """

    agency: str
    name: str
    path: str
    stamp: Stamp = ()
    digest: str = ""
    size: int = 0
    width: int = 0
    height: int = 0

    @property
    def suffix(self) -> str:
        """The suffix of its name, in lower case: `.jpg`."""
        return f".{self.name.rpartition('.')[2].lower()}"

    @property
    def format(self) -> str:
        """The picture format; empty for a document."""
        return PICTURES.get(self.suffix, "")

    @property
    def limit(self) -> int:
        """Its maximum size in bytes."""
        return LARGEST_PICTURE if self.format else LARGEST_DOCUMENT


def look(folder: Path, media: Media) -> Media | Problem:
    """Reads and checks the file; returns it with the properties of its content, or a problem."""
    found = content(folder, media.path, media.limit, "media-size")
    if isinstance(found, Problem):
        return found
    known = replace(media, digest=digest(found), size=len(found))
    if not media.format:
        wrong = _document_fault(found, media.suffix)
        return problem(media.path, wrong, value=media.name) if wrong else known
    measured = _measured(found, media.format)
    if isinstance(measured, str):
        values = {"value": media.name, "limit": MOST_PIXELS // 1_000_000}
        return problem(media.path, measured, **values)
    return replace(known, width=measured[0], height=measured[1])


def _measured(found: bytes, format: str) -> tuple[int, int] | str:
    """Width and height of a picture, or the code of its problem."""
    try:
        with Image.open(BytesIO(found), formats=[format]) as image:
            width, height = image.size
            if width * height > MOST_PIXELS:
                return "media-pixels"
            image.draft("RGB", (1, 1))
            image.load()
            turned = image.getexif().get(ExifTags.Base.Orientation) in TURNED
    except UnidentifiedImageError:
        return "media-content"
    except Exception:  # decoders raise all kinds of exceptions for broken files
        return "media-broken"
    return (height, width) if turned else (width, height)


def _document_fault(found: bytes, suffix: str) -> str:
    """The code of a document's problem; empty if its content matches its suffix."""
    if suffix == ".pdf":
        return "" if found.startswith(b"%PDF-") else "media-document"
    if suffix == ".csv":
        try:
            return "media-document" if "\0" in found.decode("utf-8-sig") else ""
        except UnicodeDecodeError:
            return "media-document"
    try:
        with ZipFile(BytesIO(found)) as archive:
            names = set(archive.namelist())
            odf = archive.read("mimetype").decode("ascii") if "mimetype" in names else ""
    except (BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError, EOFError):
        return "media-document"
    if any(name.endswith("vbaProject.bin") or name.startswith("Basic/") for name in names):
        return "media-macros"
    whole = PACKED[suffix] in names and (not suffix.startswith(".od") or odf == DOCUMENTS[suffix])
    return "" if whole else "media-document"
