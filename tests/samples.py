"""Small files of every kind that a folder media may hold."""

from io import BytesIO

from PIL import Image


def _picture(format: str, colour: str = "#1b5e20") -> bytes:
    file = BytesIO()
    Image.new("RGB", (8, 6), colour).save(file, format)
    return file.getvalue()


JPEG, PNG, WEBP = map(_picture, ("JPEG", "PNG", "WEBP"))
OTHER_JPEG, OTHER_PNG = (_picture(each, "#c00000") for each in ("JPEG", "PNG"))
PDF = b"%PDF-1.4\n%%EOF\n"
