"""Rules that check free pages."""

from collections.abc import Collection, Iterator

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.pages.record import FREE_PAGE, FreePageRecord
from pendopo.problems.problem import Problem
from pendopo.reading.finding import Finding
from pendopo.reading.record import picture_rules, pictures_rules

MOST_IN_MENU = 12


def page_rules(record: FreePageRecord) -> Iterator[Finding]:
    """The pictures of a page have texts, and none is there twice; so has its symbol."""
    if record.symbol:
        yield from picture_rules(record.symbol.picture, ("symbol", "picture"))
    shown = record.symbol.picture.file if record.symbol else None
    yield from pictures_rules(record.pictures, ("pictures",), shown)


def titles_differ(
    agency: Agency, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """No two pages of an agency have one title, and neither have two one label in the menu."""
    for field in ("title", "menu"):
        known: dict[str, str] = {}
        for each in agency.records(FREE_PAGE):
            value = getattr(each.brief, field)
            other = known.setdefault(value.casefold(), each.path)
            if other != each.path and (field == "title" or each.brief.menu != each.brief.title):
                yield each.problem((field,), "page-twice", value=value, other=other)


def menu_is_short(
    agency: Agency, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """The menu has room for some pages; the others are reached from the agency's first page."""
    for each in (left_out := agency.records(FREE_PAGE)[MOST_IN_MENU:])[:1]:
        yield each.problem(("title",), "page-menu", count=len(left_out), limit=MOST_IN_MENU)
