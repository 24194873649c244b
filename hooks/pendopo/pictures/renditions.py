"""Pictures, decoded with suspicion; none is published but as it is encoded anew."""

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
from pendopo.reading.entry import ChangedError
from pendopo.reading.files import content
from pendopo.reading.media import Media

WIDTHS = (400, 800, 1200)
EMBLEM_BOXES = (128, 240)
WHITE = (255, 255, 255)
PHOTO_FORMATS = ("avif", "webp", "jpg")
EMBLEM_FORMATS = ("webp",)
"""WebP alone: it keeps what is transparent, and an emblem is small."""
SETTINGS: dict[str, dict[str, object]] = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 8, "max_threads": 1},
    "webp": {"format": "WEBP", "quality": 76, "method": 4},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}
EDITION = contents(Path(__file__).parent, [Path(__file__)], PIL.__version__)
"""What tells how pictures are encoded: their names change with it."""


class Renditions(NamedTuple):
    """A picture as it is published: `stem` is its address without width and suffix.

    `sizes` are widths and heights in pixels, the smallest first.
    """

    stem: str
    sizes: tuple[tuple[int, int], ...]
    formats: tuple[str, ...]

    def address(self, width: int, suffix: str) -> str:
        """The file of one width in one format."""
        return f"{self.stem}-{width}.{suffix}"

    def srcset(self, suffix: str, root: str) -> str:
        """All widths in one format, as the attribute `srcset` wants them."""
        widths = (width for width, _ in self.sizes)
        return ", ".join(f"{root}{self.address(each, suffix)} {each}w" for each in widths)

    @property
    def small(self) -> str:
        """The smallest in the format that every browser reads."""
        return self.address(self.sizes[0][0], self.formats[-1])

    @property
    def large(self) -> str:
        """The largest in the format that every browser reads."""
        return self.address(self.sizes[-1][0], self.formats[-1])


class Encoding(NamedTuple):
    """A picture of the data folder, and what is made of it."""

    media: Media
    renditions: Renditions

    @property
    def addresses(self) -> list[str]:
        """The files that come of it."""
        made = self.renditions
        return [made.address(width, each) for width, _ in made.sizes for each in made.formats]

    def make(self, folder: Path) -> Iterator[tuple[str, bytes]]:
        """Address and content of each file. Raises `ChangedError` for another picture by now."""
        image = picture(folder, self.media)
        if self.renditions.formats == PHOTO_FORMATS:
            image = on_white(image)
        for size in reversed(self.renditions.sizes):
            image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
            for suffix in self.renditions.formats:
                yield self.renditions.address(size[0], suffix), encoded(image, suffix)


def photo(media: Media) -> Renditions:
    """What is published of a picture: no width that it does not have."""
    widths = {each for each in WIDTHS if each < media.width} | {min(media.width, WIDTHS[-1])}
    sizes = ((each, max(1, round(media.height * each / media.width))) for each in sorted(widths))
    return Renditions(_stem(media, "photo"), tuple(sizes), PHOTO_FORMATS)


def emblem(media: Media) -> Renditions:
    """What is published of an emblem, fitting into squares."""
    longest = max(media.width, media.height)
    scales = sorted({min(1.0, box / longest) for box in EMBLEM_BOXES})
    sizes = (
        (max(1, round(media.width * each)), max(1, round(media.height * each))) for each in scales
    )
    return Renditions(_stem(media, "emblem"), tuple(sizes), EMBLEM_FORMATS)


def picture(folder: Path, media: Media) -> Image.Image:
    """A picture upright, with nothing that is not to be seen; no larger than anything needs.

    Its mode is RGB, or RGBA where something is transparent. Raises `ChangedError` where it is
    another one than that which was looked at.
    """
    found = content(folder, media.path, media.limit, "media-size")
    if isinstance(found, Problem) or digest(found) != media.digest:
        raise ChangedError(media.path)
    image: Image.Image = Image.open(BytesIO(found), formats=[media.format])
    image.draft("RGB", (2 * WIDTHS[-1], 2 * WIDTHS[-1]))
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.info = {}
    return image


def on_white(image: Image.Image) -> Image.Image:
    """A picture without anything transparent."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, WHITE)
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def encoded(image: Image.Image, suffix: str, **other: object) -> bytes:
    """A picture as a file of one format, with nothing but what is to be seen."""
    file = BytesIO()
    image.save(file, **SETTINGS[suffix] | other)  # type: ignore[arg-type]
    return file.getvalue()


def _stem(media: Media, use: str) -> str:
    mark = digest(f"{media.digest} {use} {EDITION}".encode())[:10]
    return addresses.media(media.agency, f"{media.name.rpartition('.')[0]}-{mark}")
