"""Shows values of records in a sentence, and of long texts the words that differ."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from pendopo.basics.markdown import shortened
from pendopo.basics.translations import N_, long_date, number, translations
from pendopo.difference.marks import texts
from pendopo.difference.models import name_of

SHORT = 100
"""Letters of a text that is shown as a whole."""
AROUND = 4
"""Words that are shown before and behind those that differ."""
MOST_LISTED = 5
FIRST_YEAR, LAST_YEAR = 1900, 2100
NOTHING = "–"


def shown(value: Any, language: str) -> str:
    """A value in a few words, in `language`; empty for None."""
    if isinstance(value, bool):
        return translations(language).gettext(N_("yes") if value else N_("no"))
    if isinstance(value, date):
        return long_date(value, language)
    if isinstance(value, int | Decimal):
        a_year = isinstance(value, int) and FIRST_YEAR <= value <= LAST_YEAR
        return str(value) if a_year else number(value, language)
    if isinstance(value, BaseModel):
        return name_of(value) or shortened(" ".join(texts(value)), SHORT)
    if isinstance(value, tuple | list | dict):
        inner = [*(value.values() if isinstance(value, dict) else value)]
        said = listed(shown(each, language) for each in inner[:MOST_LISTED])
        return f"{said} …" if len(inner) > MOST_LISTED else said
    return "" if value is None else shortened(str(value), SHORT)


def is_short(value: Any) -> bool:
    """Whether `shown` shows the whole value."""
    if isinstance(value, str):
        return len(value) <= SHORT and "\n" not in value
    return not isinstance(value, BaseModel | tuple | list | dict)


def listed(values: Iterable[str]) -> str:
    """Values beside each other, sorted where they are a set; a dash for none."""
    known = sorted(values) if isinstance(values, frozenset) else values
    return ", ".join(known) or NOTHING


def excerpts(before: str, after: str) -> tuple[str, str]:
    """The words in which two texts differ, from the first to the last, with some around them."""
    one, two = before.split(), after.split()
    least = min(len(one), len(two))
    start = next((at for at in range(least) if one[at] != two[at]), least)
    end = next((at for at in range(least - start) if one[-1 - at] != two[-1 - at]), least - start)
    return _excerpt(one, start, end), _excerpt(two, start, end)


def _excerpt(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - AROUND), min(len(words), len(words) - end + AROUND)
    said = shortened(" ".join(words[first:last]), SHORT * 2)
    return f"{'… ' if first else ''}{said}{' …' if last < len(words) else ''}"
