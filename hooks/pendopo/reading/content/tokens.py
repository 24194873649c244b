"""Words as they stand between spaces in a file, with the signs around them."""

from collections.abc import Iterable

BEFORE = ("", "(", '"', "'", "**")
BEHIND = ("", ",", ".", ".,", ":", ")", '"', "'", "(", "/", "**")


def around(words: Iterable[str]) -> frozenset[str]:
    """Words in small letters, in capitals or beginning with one, with signs around them.

    A file is split at its spaces and compared with these, which is far faster than a search.
    """
    return frozenset(
        f"{before}{each}{behind}"
        for word in words
        for each in {word, word.capitalize(), word.upper()}
        for before in BEFORE
        for behind in BEHIND
    )
