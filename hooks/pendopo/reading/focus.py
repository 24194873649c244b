"""The focus of a picture: the point that stays visible wherever the picture is cut."""

import re
from typing import Annotated

from pydantic import AfterValidator

from pendopo.reading.accepts import Accepts
from pendopo.reading.fields import Line, refuse

POINT = re.compile(r"(100|\d{1,2})% (100|\d{1,2})%", re.ASCII)
NEARLY = re.compile(r"(\d{1,3})\s*%?[\s,;/]+(\d{1,3})\s*%?", re.ASCII)
WORDS = {
    **dict.fromkeys(("kiri", "left"), (0, 0)),
    **dict.fromkeys(("kanan", "right"), (0, 100)),
    **dict.fromkeys(("atas", "top"), (1, 0)),
    **dict.fromkeys(("bawah", "bottom"), (1, 100)),
}
"""Words that are understood for the proposal: which of the two shares each sets, and to what."""


def _focus(value: str) -> str:
    if not POINT.fullmatch(value):
        raise refuse("focus", meant=_meant(value))
    return value


Focus = Annotated[Line, Accepts("focus", POINT.pattern), AfterValidator(_focus)]
"""`30% 20%`: how far the point lies from the left edge, and from the top."""


def shares(focus: str) -> tuple[int, int]:
    """The focus in percent, across and down; the middle for an empty text."""
    found = POINT.fullmatch(focus)
    return (int(found[1]), int(found[2])) if found else (50, 50)


def _meant(value: str) -> str:
    """What `value` was probably to say; the middle of the picture where nothing is understood."""
    if found := NEARLY.fullmatch(value):
        return "{}% {}%".format(*(min(int(each), 100) for each in found.groups()))
    meant = [50, 50]
    for word in re.findall(r"[a-z]+", value.lower()):
        if word in WORDS:
            which, share = WORDS[word]
            meant[which] = share
    return "{}% {}%".format(*meant)
