"""Which pages of a government Lighthouse sees, whatever government it is."""

from collections.abc import Collection, Iterator, Sequence

from pendopo.site.page import Page

TEMPLATES = ("agency/profile", "plans/vision", "plans/plan")
"""The pages of an agency that most visitors read; the miniature has the other kinds."""
BY_HAND = ("panduan/", "404.html")


def chosen(pages: Sequence[Page], published: Collection[str]) -> list[str]:
    """Addresses: the front page, the first page of each template, and what is written by hand.

    Agencies below another have pages of their own kind: they show what is taken from above.
    `published` has the addresses of all that MkDocs wrote.
    """
    found = ["", *_first(pages, below=False), *_first(pages, below=True)]
    return [*dict.fromkeys(found), *(each for each in BY_HAND if each in published)]


def _first(pages: Sequence[Page], *, below: bool) -> Iterator[str]:
    """The first page of each template, of agencies below another or of those at the top."""
    of_agencies = [each for each in pages if each.agency and bool(each.agency.parent) == below]
    for template in TEMPLATES:
        yield from [each.address for each in of_agencies if each.template == template][:1]
