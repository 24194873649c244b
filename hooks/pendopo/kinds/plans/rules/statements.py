"""Finds the marks that statements still carry from the list that they were copied from."""

import re
from collections.abc import Sequence

NUMBER = re.compile(
    r"\(?\d{1,2}[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s(?!(?:juta|miliar|milyar|persen|%))"
)
NAMED = re.compile(
    r"(?:misi|tujuan|sasaran)\s(?:ke-?\s?)?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})\s?[:.)–—-]\s?",
    re.IGNORECASE,
)
BULLET = re.compile(r"[•▪●◦‣■□–—*-]\s|[•▪●◦‣■□]")
LETTER = re.compile(r"\(?([a-zA-Z]|[IVX]{1,5})[.)]\s")
ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def marked(statements: Sequence[str]) -> list[int]:
    """Return the indexes of the statements of one list that begin with a number or a bullet.

    A letter or a Roman number counts only if it is that of the statement's place in the list: a
    statement may begin with the initials of a name.
    """
    return [
        index
        for index, text in enumerate(statements)
        if NUMBER.match(text)
        or NAMED.match(text)
        or BULLET.match(text)
        or _letter(text, index, len(statements))
    ]


def _letter(text: str, index: int, count: int) -> bool:
    found = LETTER.match(text)
    if found is None:
        return False
    sign = found[1].lower()
    expected = {chr(ord("a") + index)} if index < 26 else set()
    expected |= {ROMAN[index + 1]} if index + 1 < len(ROMAN) else set()
    return sign in expected and (count > 1 or found[1].islower())
