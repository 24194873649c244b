"""QR codes (ISO/IEC 18004), so that a phone can read the address of a printed page."""

from base64 import b64encode
from io import BytesIO

import zxingcpp
from markupsafe import Markup
from PIL import Image

SCALE = 4
"""Pixels of a module: readers of PDF that smooth pictures leave its edges sharp at 25 mm."""


def qr_code(address: str) -> Markup:
    """The QR code of an address as a picture without a size.

    It has as few modules as hold the address, which are larger on paper and fewer bytes; error
    correction is as high as they leave room for.
    """
    made = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode)
    image = made.to_image(scale=SCALE, add_quiet_zones=False)
    grey = bytes(memoryview(image))  # type: ignore[arg-type]  # Its stubs leave that out.
    picture = Image.frombuffer("L", image.shape, grey, "raw", "L", 0, 1)
    file = BytesIO()
    picture.convert("1", dither=Image.Dither.NONE).save(file, "PNG")
    # In the page itself, since nothing is sure to load another file before the page is printed; and
    # as PNG, which takes a fifth of the bytes of a drawing.
    content = b64encode(file.getvalue()).decode()
    return Markup(f'<img class="code" alt="" src="data:image/png;base64,{content}">')  # noqa: S704  (a picture)
