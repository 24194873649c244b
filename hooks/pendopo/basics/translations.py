"""Labels, dates and numbers in the site's language: gettext catalogues and Babel."""

import gettext
import os
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal

LANGUAGES = ("id", "en")
FEWEST_SHORTENED = 10_000
PACKAGE = Path(__file__).parents[1]

Translate = Callable[[str], str]


def N_(message: str) -> str:
    """Marks a message for extraction into the catalogues; it is translated later."""
    return message


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of `language`, one of `LANGUAGES`; message ids are English.

    It merges the common catalogue with those of the kinds of record for their own messages.
    """
    if language == "en":
        return gettext.NullTranslations()
    whole = _catalogue(PACKAGE / f"locale/{language}.po", language)
    for path in sorted(PACKAGE.glob(f"kinds/*/{language}.po")):
        for message in _catalogue(path, language):
            if message.id:
                whole.add(message.id, message.string)
    compiled = BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def of_terminal() -> str:
    """The language to address whoever types a command in: Indonesian unless theirs is English."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    named = next((value for name in names if (value := os.environ.get(name))), "")
    return "en" if named.lower().startswith("en") else "id"


def _catalogue(path: Path, language: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


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
