"""The code of an address that a telephone reads from paper (QR, ISO/IEC 18004)."""

import segno
from markupsafe import Markup

MASK = 3
"""Any of the eight masks can be read; to weigh all of them takes four times as long."""


def code(address: str) -> Markup:
    """The code of an address as SVG without a size, black on what lies behind it."""
    made = segno.make_qr(address, error="m", boost_error=False, mask=MASK)
    svg = made.svg_inline(omitsize=True, border=0, svgclass="code", lineclass=None)
    named = svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    return Markup(named)  # noqa: S704  (numbers alone come from the address)
