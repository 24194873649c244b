"""The names that keys of a kind of record may have, to tell a key from a word of a text."""

import re
from collections.abc import Collection

from pendopo.problems.nearest import ALIASES


class Keys:
    """The names that a key may have, and the Indonesian words that people write for them."""

    def __init__(self, known: Collection[str]) -> None:
        self._known = known

    def meant(self, word: str) -> str:
        """The key that a word stands for, or an empty text."""
        lower = word.lower()
        for name in (word, lower, lower.replace(" ", "_"), *ALIASES.get(lower, "").split()):
            if name in self._known:
                return name
        return ""

    def begins(self, line: str) -> bool:
        """Whether a line begins with a key and its colon."""
        found = re.match(r"\s*(?:- +)*([^\s:#][^:#]*?)\s*:(\s|$)", line)
        return bool(found and (self.meant(found[1]) if self._known else " " not in found[1]))
