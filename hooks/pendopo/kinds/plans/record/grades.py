"""Grades: steps of an ordered scale that a plan states, or of one that every agency knows."""

import re
from collections.abc import Sequence
from decimal import Decimal

from pendopo.basics.numbers import Grade, MisreadError, parse_amount

LETTERS = ("D", "C", "CC", "B", "BB", "A", "AA")
"""Grades of accountability (SAKIP), lowest first; those of other evaluations are among them.

Source: Peraturan Menteri PANRB Nomor 88 Tahun 2021, appendix.
"""
PREDICATES = (
    *("Sangat Kurang", "Kurang", "Cukup", "Baik", "Sangat Baik", "Memuaskan"),
    "Sangat Memuaskan",
)
"""The words for the same grades, lowest first (same source)."""
OPINIONS = (("Tidak Wajar", "TW", "TMP", "Disclaimer"), ("WDP",), ("WTP-DPP", "WTP DPP"), ("WTP",))
"""Opinions of the Audit Board on accounts, lowest first; the first two have no order.

Source: UU 15/2004, explanation of article 16.
"""
KNOWN: tuple[dict[str, int], ...] = (
    {name.casefold(): rank for rank, name in enumerate(LETTERS)},
    {name.casefold(): rank for rank, name in enumerate(PREDICATES)},
    {name.casefold(): rank for rank, names in enumerate(OPINIONS) for name in names},
)
BESIDE = re.compile(
    r"(?:predikat |kategori |nilai |opini )?(.+?)(?: ?\((.{1,40})\))?", re.IGNORECASE
)
"""A grade, perhaps with its score or its meaning in parentheses: `A (81,2)`."""


def grades(words: Sequence[str], scale: Sequence[str]) -> dict[str, Grade]:
    """Return the grade of each text, keyed by it; empty unless all are on one scale.

    `scale` is that of the plan, lowest grade first; without it, one of the known scales.
    """
    scales = [{name.casefold(): rank for rank, name in enumerate(scale)}] if scale else KNOWN
    for ranks in scales:
        found = {text: _grade(text, ranks) for text in words}
        known = {text: grade for text, grade in found.items() if grade}
        if len(known) == len(found):
            return known
    return {}


def _grade(text: str, ranks: dict[str, int]) -> Grade | None:
    if (rank := ranks.get(" ".join(text.split()).casefold())) is not None:
        return Grade(rank)
    found = BESIDE.fullmatch(" ".join(text.split()))
    rank = ranks.get(found[1].casefold()) if found else None
    return None if rank is None or found is None else Grade(rank, _score(found[2] or ""))


def _score(text: str) -> Decimal | None:
    try:
        score = parse_amount(text, "decimal")
    except MisreadError:
        return None
    return score if isinstance(score, Decimal) else None
