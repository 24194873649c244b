"""Cards: pictures of 1200 by 630 pixels that services show for a shared link (Open Graph)."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import PIL
from PIL import Image, ImageColor, ImageDraw, ImageFont, ImageOps

from pendopo.basics.digests import digest
from pendopo.basics.versions import contents
from pendopo.pictures.renditions import WHITE, cut, encoded, on_white, picture
from pendopo.reading.media import Media

SIZE = (1200, 630)
MARGIN = 80
BAND = 150
"""Height in pixels of the band with the agency's name below a picture."""
EMBLEM = 200
LARGEST, SMALLEST = 76, 44
INK = "#ffffff"
SHADES = 8
"""Colours of a flat drawing, from its ground to white: enough for smooth edges of letters."""
PLAIN = str.maketrans("–—‘’“”…", "--''\"\".")
"""Replacements for punctuation outside ASCII, which Pillow's built-in font lacks."""
# Half of the outline in a square of 64 units; the other half mirrors it.
SHIELD = [(32, 2), (58, 10), (58, 34), (54, 46), (45, 55), (32, 62)]
SHIELD += [(64 - x, y) for x, y in reversed(SHIELD[1:-1])]
EDITION = contents(Path(__file__).parent, [Path(__file__)], PIL.__version__)


class Box(NamedTuple):
    """The place of a text: position, height and largest font size in pixels, and most lines."""

    left: int
    top: int
    height: int
    largest: int
    lines: int


class Card(NamedTuple):
    """The contents of a card: names, initials, the agency's colour (`#rrggbb`) and pictures.

    `focus` is the `Focus` of the picture, empty for its middle.
    """

    name: str
    portal: str
    initials: str
    colour: str
    emblem: Media | None = None
    picture: Media | None = None
    focus: str = ""

    @property
    def address(self) -> str:
        """The address of the card's file; cards that look the same share one."""
        shown = [each.digest if each else "" for each in (self.emblem, self.picture)]
        mark = digest("\0".join([*self[:4], *shown, self.focus, EDITION]).encode())[:16]
        return f"assets/cards/{mark}.{'png' if self.flat else 'jpg'}"

    @property
    def flat(self) -> bool:
        """Whether it has only letters and a shield in white on the colour."""
        return not (self.emblem or self.picture)

    @property
    def addresses(self) -> list[str]:
        """The addresses of the files that `make` yields."""
        return [self.address]

    def make(self, folder: Path) -> Iterator[tuple[str, bytes]]:
        """Draws the card: address and JPEG, or PNG if it is flat, which is a fifth as large.

        Raises `ChangedError` if a picture has changed.
        """
        # A flat card is drawn in indexes of a palette, which gets its colours at the end.
        card = Image.new("P", SIZE) if self.flat else Image.new("RGB", SIZE, self.colour)
        if self.picture:
            room = (SIZE[0], SIZE[1] - BAND)
            card.paste(cut(on_white(picture(folder, self.picture)), room, self.focus))
            self._emblem(card, folder, BAND - 40, (40, room[1] + 20))
            _write(card, self.name, Box(BAND + 40, room[1] + 20, BAND - 40, 48, 2))
        elif not _plain(self.name):
            self._emblem(card, folder, 2 * EMBLEM, (SIZE[0] // 2 - EMBLEM, SIZE[1] // 2 - EMBLEM))
        else:
            self._emblem(card, folder, EMBLEM, (MARGIN, MARGIN))
            top = MARGIN + EMBLEM + 30
            _write(card, self.name, Box(MARGIN, top, SIZE[1] - top - 120, LARGEST, 3))
            if self.portal != self.name:
                _write(card, self.portal, Box(MARGIN, SIZE[1] - 110, 60, 44, 1))
        if self.flat:
            yield self.address, _in_colour(card, self.colour)
            return
        # Progressive JPEG takes more passes, and an emblem alone is small without them.
        yield self.address, encoded(card, "jpg", progressive=bool(self.picture))

    def _emblem(self, card: Image.Image, folder: Path, size: int, place: tuple[int, int]) -> None:
        """Draws the emblem on a white square; without one, a shield with the initials."""
        if not self.emblem:
            outline = [(x * size / 64 + place[0], y * size / 64 + place[1]) for x, y in SHIELD]
            pen = _pen(card)
            pen.polygon(outline, fill=_ink(card))
            middle = (place[0] + size / 2, place[1] + size / 2)
            hole = 0 if self.flat else self.colour
            pen.text(middle, _plain(self.initials), fill=hole, font=_font(size * 0.36), anchor="mm")
            return
        image = on_white(ImageOps.contain(picture(folder, self.emblem), (size - 24, size - 24)))
        ground = Image.new("RGB", (size, size), WHITE)
        ground.paste(image, ((size - image.width) // 2, (size - image.height) // 2))
        card.paste(ground, place)


def _pen(card: Image.Image) -> ImageDraw.ImageDraw:
    pen = ImageDraw.Draw(card)
    pen.fontmode = "L"  # Otherwise letters in indexes of a palette have rough edges.
    return pen


def _ink(card: Image.Image) -> int | str:
    return SHADES - 1 if card.mode == "P" else INK


@cache
def _font(size: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _in_colour(card: Image.Image, colour: str) -> bytes:
    """The PNG of a card in indexes of a palette of `SHADES`, from the colour to white."""
    most, ground = SHADES - 1, ImageColor.getrgb(colour)
    card.putpalette(
        [round(each + (255 - each) * step / most) for step in range(SHADES) for each in ground]
    )
    file = BytesIO()
    card.save(file, "PNG", bits=4, compress_level=5)
    return file.getvalue()


def _write(card: Image.Image, text: str, box: Box) -> None:
    """Draws `text` as large as its box allows, truncated with an ellipsis if it is too long."""
    width = SIZE[0] - box.left - MARGIN
    words = _plain(text).split()
    if not words:
        return
    for size in range(box.largest, SMALLEST - 1, -8):
        font = _font(size)
        lines = _lines(words, font, width)
        fitting = max(1, min(box.lines, int(box.height / (size * 1.25))))
        if len(lines) <= fitting:
            break
    if len(lines) > fitting:
        lines = [*lines[: fitting - 1], f"{lines[fitting - 1][:-3]}..."]
    place = (box.left, box.top)
    said = "\n".join(lines)
    _pen(card).multiline_text(place, said, fill=_ink(card), font=font, spacing=size // 4)


def _plain(text: str) -> str:
    """`text` in the characters of the font: accents are removed, other signs left out.

    Empty if it has a letter that the font lacks: part of a name says less than the emblem alone.
    """
    parted = unicodedata.normalize("NFKD", text.translate(PLAIN))
    if any(each.isalpha() and not each.isascii() for each in parted):
        return ""
    return "".join(each for each in parted if " " <= each <= "~").strip()


def _lines(
    words: list[str], font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: int
) -> list[str]:
    """The words in lines of at most `width` pixels; a longer word is split."""
    lines: list[str] = []
    for word in words:
        whole = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(whole) <= width:
            lines[-1] = whole
            continue
        rest = word
        while font.getlength(rest) > width:
            fits = next(n for n in range(len(rest), 0, -1) if font.getlength(rest[:n]) <= width)
            lines.append(rest[:fits])
            rest = rest[fits:]
        lines.append(rest)
    return lines
