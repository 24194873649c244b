"""Pictures of the data folder, which are not trusted: only re-encoded copies are published."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import PIL
from PIL import Image, ImageOps

from pendopo.basics import addresses
from pendopo.basics.digests import digest
from pendopo.basics.versions import contents
from pendopo.problems.problem import Problem
from pendopo.reading import pixels
from pendopo.reading.entry import ChangedError
from pendopo.reading.files import content
from pendopo.reading.focus import shares
from pendopo.reading.media import Media
from pendopo.reading.pixels import decoded, opened

WIDTHS = (400, 800, 1200)
COVER_RATIOS = (5 / 2, 4 / 1)
"""Width to height of a cover on a phone and on a wide screen, as in the stylesheet."""
EMBLEM_BOXES = (128, 240)
WHITE = (255, 255, 255)
PHOTO_FORMATS = ("avif", "webp", "jpg")
EMBLEM_FORMATS = ("webp",)
"""WebP alone: it has transparency, and an emblem is small enough for one format to do."""
# One thread for AVIF: each process of the pool encodes a picture of its own already.
SETTINGS: dict[str, dict[str, object]] = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 8, "max_threads": 1},
    "webp": {"format": "WEBP", "quality": 76, "method": 4},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}
EDITION = contents(
    Path(__file__).parents[1], [Path(__file__), Path(pixels.__file__)], PIL.__version__
)
"""Fingerprint of this code and of Pillow's version, which is part of the names of pictures."""


class Renditions(NamedTuple):
    """The published files of a picture; `stem` is their address without width and suffix.

    `sizes` are widths and heights in pixels, smallest first; `formats` are suffixes, best first;
    `focus` is the `Focus` of the picture where it is shown, empty for none.
    """

    stem: str
    sizes: tuple[tuple[int, int], ...]
    formats: tuple[str, ...]
    focus: str = ""

    def address(self, width: int, suffix: str) -> str:
        """The address of the file of one width in one format."""
        return f"{self.stem}-{width}.{suffix}"

    def srcset(self, suffix: str, root: str) -> str:
        """All widths in one format, in the syntax of the HTML attribute `srcset`."""
        widths = (width for width, _ in self.sizes)
        return ", ".join(f"{root}{self.address(each, suffix)} {each}w" for each in widths)

    @property
    def tenths(self) -> str:
        """The focus in tenths, across and down: `3 2`; empty for none.

        The stylesheet has a rule for each tenth, because no element may have a style of its own.
        """
        return (
            "{} {}".format(*(round(each / 10) for each in shares(self.focus))) if self.focus else ""
        )

    @property
    def small(self) -> str:
        """The address of the smallest file in the format that all browsers support."""
        return self.address(self.sizes[0][0], self.formats[-1])

    @property
    def large(self) -> str:
        """The address of the largest file in the format that all browsers support."""
        return self.address(self.sizes[-1][0], self.formats[-1])


class Encoding(NamedTuple):
    """A picture of the data folder, and the renditions to be encoded from it."""

    media: Media
    renditions: Renditions
    cut: bool = False
    """Whether the renditions have other proportions than the picture."""

    @property
    def addresses(self) -> list[str]:
        """The addresses of the files that `make` yields."""
        made = self.renditions
        return [made.address(width, each) for width, _ in made.sizes for each in made.formats]

    def make(self, folder: Path) -> Iterator[tuple[str, bytes]]:
        """Encodes each file: address and content. Raises `ChangedError` if the picture changed."""
        image = picture(folder, self.media)
        if self.renditions.formats == PHOTO_FORMATS:
            image = on_white(image)
        if self.cut:
            image = cut(image, self.renditions.sizes[-1], self.renditions.focus)
        # Largest first, each from the one before: scaling from the original every time is slower.
        for size in reversed(self.renditions.sizes):
            image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
            for suffix in self.renditions.formats:
                yield self.renditions.address(size[0], suffix), encoded(image, suffix)


def photo(media: Media, focus: str = "") -> Renditions:
    """The renditions of a photo, none of them wider than the original."""
    sizes = (
        (each, max(1, round(media.height * each / media.width))) for each in _widths(media.width)
    )
    return Renditions(_stem(media, "photo"), tuple(sizes), PHOTO_FORMATS, focus)


def cover(media: Media, focus: str = "") -> Renditions:
    """The renditions of a cover: cut as far as no screen shows more of it (`COVER_RATIOS`).

    Screens show it in one of these proportions, so that a taller picture would be loaded in vain.
    """
    lowest, highest = COVER_RATIOS
    ratio = min(max(media.width / media.height, lowest), highest)
    width = max(1, min(media.width, round(media.height * ratio)))
    sizes = ((each, max(1, round(each / ratio))) for each in _widths(width))
    return Renditions(_stem(media, f"cover {focus}"), tuple(sizes), PHOTO_FORMATS, focus)


def emblem(media: Media) -> Renditions:
    """The renditions of an emblem, which fit into squares of `EMBLEM_BOXES` pixels."""
    longest = max(media.width, media.height)
    scales = sorted({min(1.0, box / longest) for box in EMBLEM_BOXES})
    sizes = (
        (max(1, round(media.width * each)), max(1, round(media.height * each))) for each in scales
    )
    return Renditions(_stem(media, "emblem"), tuple(sizes), EMBLEM_FORMATS)


def picture(folder: Path, media: Media) -> Image.Image:
    """Decodes a picture: upright, without metadata, a JPEG reduced if it is far larger than needed.

    The mode is RGB, or RGBA with transparency. Raises `ChangedError` if the file is not the one
    that was examined.
    """
    found = content(folder, media.path, media.limit, "media-size")
    if isinstance(found, Problem) or digest(found) != media.digest:
        raise ChangedError(media.path)
    return decoded(opened(found, media.format))


def cut(image: Image.Image, size: tuple[int, int], focus: str) -> Image.Image:
    """The picture in another size: what does not fit is cut off, and its focus stays."""
    across, down = shares(focus)
    return ImageOps.fit(image, size, centering=(across / 100, down / 100))


def on_white(image: Image.Image) -> Image.Image:
    """The picture on a white ground if it has transparency, else the same picture."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, WHITE)
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def encoded(image: Image.Image, suffix: str, **other: object) -> bytes:
    """The bytes of a picture in one format; `other` overrides its `SETTINGS`."""
    file = BytesIO()
    image.save(file, **SETTINGS[suffix] | other)  # type: ignore[arg-type]
    return file.getvalue()


def _widths(width: int) -> list[int]:
    """The widths in which a picture of this width is published."""
    return sorted({each for each in WIDTHS if each < width} | {min(width, WIDTHS[-1])})


def _stem(media: Media, use: str) -> str:
    mark = digest(f"{media.digest} {use} {EDITION}".encode())[:10]
    return addresses.media(media.agency, f"{media.name.rpartition('.')[0]}-{mark}")
