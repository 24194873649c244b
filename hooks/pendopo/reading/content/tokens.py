"""Words as they stand between spaces in a file, with the signs around them."""

from collections.abc import Iterable

BEFORE = ("", "(", '"', "'", "**", "[", "“")
BEHIND = ("", ",", ".", ".,", ":", ")", "),", ").", '"', "'", "(", "/", "**", "]")


def around(words: Iterable[str]) -> frozenset[str]:
    """Words in small letters, with signs before and behind them.

    A file is split at its spaces and compared with these, which is far faster than a search.
    """
    return frozenset(
        f"{before}{word}{behind}" for word in words for before in BEFORE for behind in BEHIND
    )
