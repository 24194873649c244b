"""What may be typed in a field, said beside its validator for those who cannot run it: editors."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

INSENSITIVE = "(?i:"


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

    def whole(self, other_than: Sequence[str] = ()) -> str:
        """The pattern for a whole text, as JavaScript reads it; spaces may surround the text."""
        but = f"(?!(?:{'|'.join(other_than)})$)" if other_than else ""
        return rf"^{but}\s*(?:{''.join(_plain(self.pattern))})\s*$"


@dataclass(frozen=True)
class Short:
    """A mapping for which a text may stand alone: the value of its `field`."""

    field: str


@dataclass(frozen=True)
class Alone:
    """A list for which one value of it may stand alone."""


ALONE = Alone()


def _plain(pattern: str) -> Iterator[str]:
    """A pattern without `(?i:`, which JavaScript does not know: each letter as `[Aa]` instead."""
    depths: list[bool] = []
    for sign in re.findall(rf"{re.escape(INSENSITIVE)}|\\.|\[[^\]]*\]|.", pattern):
        if sign.startswith("("):
            depths.append(sign == INSENSITIVE or any(depths))
        elif sign.startswith(")"):
            depths.pop()
        anyhow = any(depths) and len(sign) == 1 and sign.isalpha()
        if sign == INSENSITIVE:
            yield "(?:"
        else:
            yield f"[{sign.upper()}{sign.lower()}]" if anyhow else sign
