"""Names of the parts of a page, made of their headings: they last as long as these do."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

LONGEST = 60
"""Characters of a name; longer headings lose words at their end."""


def anchors(headings: Iterable[str], prefix: str) -> list[str]:
    """The name of each heading: `prefix` and its words; of equal names the later have a number."""
    taken: set[str] = set()
    counted: Counter[str] = Counter()
    return [_free(_name(each, prefix), taken, counted) for each in headings]


def _name(heading: str, prefix: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", ascii_only))
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]
    return f"{prefix}-{words}" if words else prefix


def _free(name: str, taken: set[str], counted: Counter[str]) -> str:
    """`name`, with a number if it is taken, which is then taken too."""
    found = name
    while found in taken:
        counted[name] += 1
        found = f"{name}-{counted[name] + 1}"
    taken.add(found)
    return found
