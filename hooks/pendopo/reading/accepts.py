"""What may be typed in a field, said beside its validator for those who cannot run it: editors."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Accepts:
    """Text that a validator understands: all of it matches `pattern`, and what it refuses may too.

    `code` is that of the problem with any other text. Plain numbers in it lie from `least` to
    `most`.
    """

    code: str
    pattern: str
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True)
class Short:
    """A mapping for which a text may stand alone: the value of its `field`."""

    field: str


@dataclass(frozen=True)
class Alone:
    """A list for which one value of it may stand alone."""


ALONE = Alone()
