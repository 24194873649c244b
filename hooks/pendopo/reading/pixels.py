"""Decodes pictures, for the check and for the build alike: what passes one passes the other."""

from io import BytesIO

from PIL import ExifTags, Image

LARGEST_DRAFT = (2400, 2400)
"""Size to which the decoder of JPEG may scale down a picture while it decodes."""
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""The operation that makes a picture of each EXIF orientation upright."""
TURNED = {5, 6, 7, 8}
"""Orientations that swap width and height."""
Image.MAX_IMAGE_PIXELS = None  # `media.look` checks the size before anything is decoded


def opened(content: bytes, format: str) -> Image.Image:
    """Open a picture without decoding it. Raises any exception if it is none of this format."""
    # Only the one format is tried: Pillow has decoders for many formats that are rarely used and
    # so less tested against hostile files.
    return Image.open(BytesIO(content), formats=[format])


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Return width and height in pixels of a picture as it is to be seen."""
    width, height = image.size
    return (height, width) if _orientation(image) in TURNED else (width, height)


def decoded(image: Image.Image) -> Image.Image:
    """Return the pixels of an opened picture: upright, RGB or RGBA, without metadata.

    A JPEG is scaled down if it is far larger than needed. Raises any exception if it is damaged.
    """
    orientation = _orientation(image)
    # Lets the JPEG decoder scale down while it decodes, which saves time and memory.
    image.draft("RGB", LARGEST_DRAFT)
    image.load()
    if orientation in UPRIGHT:
        image = image.transpose(UPRIGHT[orientation])
    # Grey values of 16 bits, which convert() would clip at 255 instead of scaling them.
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    # Metadata may hold the place where a photo was taken, or the name of the photographer.
    image.info = {}
    return _without_hidden_colours(image) if image.mode == "RGBA" else image


def _without_hidden_colours(image: Image.Image) -> Image.Image:
    """Make what is fully transparent black: a program may have hidden a picture there."""
    seen = image.getchannel("A").point(lambda alpha: 255 if alpha else 0)
    return Image.composite(image, Image.new("RGBA", image.size), seen)


def _orientation(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 to 8; 1 if it cannot be read. No other tag is looked at."""
    try:
        found = image.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # the parser raises all kinds of exceptions for odd tags
        return 1
    return found if isinstance(found, int) and found in UPRIGHT else 1
