"""Small pieces of Markdown, and names and dates as the pages print them."""

import posixpath
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus"),
    *("September", "Oktober", "November", "Desember"),
)
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def document(title: str, description: str, parts: Iterable[str]) -> str:
    """A page with front matter and its heading."""
    words = " ".join(description.replace('"', "").split())[:155]
    body = "\n\n".join(part.strip() for part in parts if part)
    return f'---\ntitle: "{title}"\ndescription: "{words}"\n---\n\n# {title}\n\n{body}\n'


def link(label: str, target: str, page: str) -> str:
    """A link from the file `page` to the file `target`."""
    return f"[{label}]({posixpath.relpath(target, posixpath.dirname(page) or '.')})"


def bullets(items: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {item}" for item in items)


def numbered(items: Iterable[str]) -> str:
    """A numbered list."""
    return "\n".join(f"1. {item}" for item in items)


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """Names and values, one a line; those without a value are left out."""
    return bullets(f"**{name}** {value}" for name, value in rows if value)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def long_date(day: date) -> str:
    """`15 Januari 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def full_date(day: date) -> str:
    """`Kamis, 15 Januari 2026`."""
    return f"{DAYS[day.weekday()]}, {long_date(day)}"


def shown_name(agency: dict[str, Any]) -> str:
    """The name of an agency in lists and titles."""
    return str(agency.get("short_name", agency["name"]))


def thousands(number: int) -> str:
    """`1.234`."""
    return f"{number:,}".replace(",", ".")
