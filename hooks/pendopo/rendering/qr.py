"""QR codes (ISO/IEC 18004), so that a phone can read the address of a printed page."""

import re

import zxingcpp
from markupsafe import Markup

RUN = re.compile(rb"(\xff*)(\0+)")
"""Light modules of a row, and the dark ones behind them."""


def qr_code(address: str) -> Markup:
    """The QR code of an address as SVG, without a size and with a transparent background.

    It has as few modules as hold the address, which are larger on paper and fewer bytes; error
    correction is as high as they leave room for.
    """
    made = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode)
    image = made.to_image(scale=1, add_quiet_zones=False)
    size = image.shape[0]
    rows = bytes(memoryview(image))  # type: ignore[arg-type]  # Its stubs leave that out.
    # One line through the middle of each row: a rectangle for each module is three times as long.
    drawn = "".join(
        f"M0 {row}.5{_strokes(rows[row * size : (row + 1) * size])}" for row in range(size)
    )
    return Markup(  # noqa: S704  (numbers alone come from the address)
        f'<svg aria-hidden="true" focusable="false" viewBox="0 0 {size} {size}" class="code">'
        f'<path stroke="#000" d="{drawn}"/></svg>'
    )


def _strokes(row: bytes) -> str:
    moves = (f"m{len(light)} 0h{len(dark)}" for light, dark in RUN.findall(row))
    return "".join(moves).replace("m0 0", "")
