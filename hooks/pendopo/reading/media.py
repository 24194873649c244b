"""Files of the folders media: pictures and documents, each checked before use."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from PIL import UnidentifiedImageError

from pendopo.basics.digests import digest
from pendopo.problems.problem import Problem, problem
from pendopo.reading.downloads import DOCUMENTS, fault, traces
from pendopo.reading.files import Stamp, content
from pendopo.reading.pixels import decoded, opened, upright_size

MEGABYTE = 1024 * 1024
LARGEST_PICTURE = 10 * MEGABYTE
LARGEST_DOCUMENT = 20 * MEGABYTE
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 16_000
"""WebP has room for 16,383 pixels, and a picture of one row takes far longer to scale."""
PICTURES = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
SUFFIXES = (*PICTURES, *DOCUMENTS)


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


class Examined(NamedTuple):
    """A file with the properties of its content, None if it must not be published, and why."""

    media: Media | None
    problems: tuple[Problem, ...] = ()


def look(folder: Path, media: Media) -> Examined:
    """Reads and checks the file."""
    found = content(folder, media.path, media.limit, "media-size")
    if isinstance(found, Problem):
        return Examined(None, (found,))
    if not found:
        return Examined(None, (problem(media.path, "media-empty", value=media.name),))
    known = replace(media, digest=digest(found), size=len(found))
    return _picture(known, found) if media.format else _document(known, found)


def _document(media: Media, found: bytes) -> Examined:
    if code := fault(found, media.suffix):
        return Examined(None, (problem(media.path, code, value=media.name),))
    told = (problem(media.path, each, value=media.name) for each in traces(found, media.suffix))
    return Examined(media, tuple(told))


def _picture(media: Media, found: bytes) -> Examined:
    measured = _measured(found, media.format)
    if isinstance(measured, str):
        values = {"value": media.name, "limit": MOST_PIXELS // 1_000_000, "side": LONGEST_SIDE}
        return Examined(None, (problem(media.path, measured, **values),))
    return Examined(replace(media, width=measured[0], height=measured[1]))


def _measured(found: bytes, format: str) -> tuple[int, int] | str:
    """Width and height of a picture, or the code of its problem."""
    try:
        with opened(found, format) as image:
            if max(image.size) > LONGEST_SIDE:
                return "media-side"
            if image.width * image.height > MOST_PIXELS:
                return "media-pixels"
            size = upright_size(image)
            decoded(image)
    except UnidentifiedImageError:
        return "media-content"
    except Exception:  # decoders raise all kinds of exceptions for broken files
        return "media-broken"
    return size
