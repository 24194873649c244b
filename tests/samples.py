"""Small files of every kind that a folder media may hold."""

from io import BytesIO

from PIL import Image


def _picture(format: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (8, 6), "#1b5e20").save(file, format)
    return file.getvalue()


JPEG, PNG, WEBP = map(_picture, ("JPEG", "PNG", "WEBP"))
PDF = b"%PDF-1.4\n%%EOF\n"
