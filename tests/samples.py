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


def marked(size: tuple[int, int], focus: str) -> bytes:
    """A white picture with a black square at its focus."""
    image = Image.new("RGB", size, "white")
    side = max(min(size) // 6, 6)
    across, down = (int(each.rstrip("%")) / 100 for each in focus.split())
    corner = (round((size[0] - side) * across), round((size[1] - side) * down))
    image.paste("black", (*corner, corner[0] + side, corner[1] + side))
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()
