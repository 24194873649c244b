"""QR codes (ISO/IEC 18004), so that a phone can read the address of a printed page."""

import segno
from markupsafe import Markup

MASK = 3
"""One of the eight masks, all of which are readable; trying all takes four times as long."""


def qr_code(address: str) -> Markup:
    """The QR code of an address as SVG, without a size and with a transparent background.

    It has as few modules as hold the address, which are larger on paper and fewer bytes; error
    correction is as high as they leave room for.
    """
    made = segno.make_qr(address, error="l", mask=MASK)
    svg = made.svg_inline(omitsize=True, border=0, svgclass="code", lineclass=None)
    named = svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    return Markup(named)  # noqa: S704  (numbers alone come from the address)
