"""QR codes (ISO/IEC 18004): an address on paper that a telephone reads."""

import segno
from markupsafe import Markup

MASK = 3
"""Any of the eight masks can be read; to weigh all of them takes four times as long."""


def qr_code(address: str) -> Markup:
    """The QR code of an address as SVG without a size, black on whatever is behind it."""
    made = segno.make_qr(address, error="m", boost_error=False, mask=MASK)
    svg = made.svg_inline(omitsize=True, border=0, svgclass="code", lineclass=None)
    named = svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    return Markup(named)  # noqa: S704  (numbers alone come from the address)
