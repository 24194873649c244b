"""The order of names as people count: `Kecamatan 2` before `Kecamatan 10`."""

import re

NUMBER = re.compile(r"([0-9]+)")


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """Return a key to sort names by: words without regard to capitals, numbers by their value.

    Words and numbers alternate, so that each is compared with its like.
    """
    parts = NUMBER.split(text.casefold())
    digits = (each.lstrip("0") if number % 2 else each for number, each in enumerate(parts))
    return tuple((len(each) * (number % 2), each) for number, each in enumerate(digits))
