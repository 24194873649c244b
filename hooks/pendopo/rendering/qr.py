"""QR codes (ISO/IEC 18004), so that a phone can read the address of a printed page."""

import segno
from markupsafe import Markup

MASK = 3
"""One of the eight masks, all of which are readable; trying all takes four times as long."""
SCALE = 2
"""Pixels of a module: its middle keeps its colour even where a printer smooths pictures."""


def qr_code(address: str) -> Markup:
    """The QR code of an address as a picture in the page, a sixth as large as the same in SVG.

    It has as few modules as hold the address, which are larger on paper and fewer bytes; error
    correction is as high as they leave room for.
    """
    made = segno.make_qr(address, error="l", mask=MASK)
    picture = made.png_data_uri(scale=SCALE, border=0)
    return Markup('<img class="code" alt="" src="{}">').format(picture)
