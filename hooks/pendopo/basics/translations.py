"""Labels, dates and numbers in the site's language: gettext catalogues and Babel."""

import gettext
import os
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal

LANGUAGES = ("id", "en")
FEWEST_SHORTENED = 10_000
PACKAGE = Path(__file__).parents[1]
TEXT = r'((?:".*"\n?)+)'
MESSAGE = re.compile(rf"^msgid {TEXT}(?:msgid_plural {TEXT})?msgstr(?:\[0\])? {TEXT}", re.MULTILINE)
"""A message of a catalogue as Babel writes it, with its only form in a language without plurals."""
ESCAPED = re.compile(r"\\(.)")
ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}

Translate = Callable[[str], str]


def N_(message: str) -> str:
    """Marks a message for extraction into the catalogues; it is translated later."""
    return message


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of `language`, one of `LANGUAGES`; message ids are English.

    It joins the common catalogue and those of the kinds of record for their own messages.
    """
    if language == "en":
        return gettext.NullTranslations()
    paths = [PACKAGE / f"locale/{language}.po", *sorted(PACKAGE.glob(f"kinds/*/{language}.po"))]
    return _Catalogue({one: said for path in paths for one, said in _messages(path)})


class _Catalogue(gettext.NullTranslations):
    """What is said for each message in a language without plurals, as Indonesian is."""

    def __init__(self, known: Mapping[str, str]) -> None:
        super().__init__()
        self._known = known

    def gettext(self, message: str) -> str:
        return self._known.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._known.get(msgid1) or super().ngettext(msgid1, msgid2, n)


def _messages(path: Path) -> Iterator[tuple[str, str]]:
    """Yields each message of a catalogue with its translation."""
    # Every start of a command needs all: Babel's own reader took 50 ms of 600.
    for one, _, said in MESSAGE.findall(path.read_text(encoding="utf-8")):
        if (message := _joined(one)) and (translated := _joined(said)):
            yield message, translated


def _joined(lines: str) -> str:
    text = lines.strip()[1:-1].replace('"\n"', "")
    return ESCAPED.sub(lambda found: ESCAPES.get(found[1], found[1]), text)


def of_terminal() -> str:
    """The language to address whoever types a command in: Indonesian unless theirs is English."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    named = next((value for name in names if (value := os.environ.get(name))), "")
    return "en" if named.lower().startswith("en") else "id"


@lru_cache(maxsize=4096)
def long_date(day: date, language: str) -> str:
    """`25 April 2018`."""
    return format_date(day, "d MMMM y", locale=language)


@lru_cache(maxsize=4096)
def full_date(day: str, language: str) -> str:
    """`Rabu, 25 April 2018` for `2018-04-25`."""
    return format_date(date.fromisoformat(day), "EEEE, d MMMM y", locale=language)


@lru_cache(maxsize=4096)
def month_name(day: str, language: str) -> str:
    """`Januari 2026` for `2026-01-15`."""
    return format_date(date.fromisoformat(day), "MMMM y", locale=language)


def number(value: Decimal | int, language: str) -> str:
    """`315.609` in Indonesian, `315,609` in English."""
    return format_decimal(value, locale=language, decimal_quantization=False)


def file_size(size: int, language: str) -> str:
    """Formats a number of bytes: `1,2 MB` or `340 KB`."""
    if size < 100_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{format_decimal(round(size / 1_000_000, 1), locale=language)} MB"


@lru_cache(maxsize=4096)
def compact(value: Decimal, language: str) -> str:
    """Short form of a number for charts: `1,5 rb` in Indonesian, `1.5K` in English."""
    if abs(value) < FEWEST_SHORTENED:
        return format_decimal(value, locale=language, decimal_quantization=False)
    return format_compact_decimal(value, locale=language, fraction_digits=2)
