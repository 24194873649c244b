"""What Pagefind is to read of a page: its content, without what is of no use to a search."""

import re
from html import escape
from pathlib import Path

from pendopo.basics import addresses
from pendopo.build.search.shards import Document

CONTENT = ('<div class="content md-typeset">', "</main>")
"""What stands around the content of a page."""
CHROME = (
    *("state", "state-line", "states", "status", "legend", "chart", "means", "rule", "label"),
    *("number", "meta", "warning", "on-paper", "share", "edit", "files", "columns", "teasers"),
    *("cards", "links", "filter", "neighbours", "related", "others", "md-button", "more", "higher"),
    "serves",
)
"""Classes of what a page says of others, what leads elsewhere, and figures: nobody looks there for
words."""
SECTIONS = ("berita", "di-bawahnya", "di-atasnya", "dokumen-lain")
"""Headings of the same."""
TABULAR = re.compile(r"<(svg|table)\b.*?</\1>", re.DOTALL)
IGNORED = re.compile(
    rf"""<(\w+)[ ](?:[^>]*[ ])?  (?: class="(?:[^"]*[ ])?(?:{"|".join(CHROME)})[" ]
        | id="(?:{"|".join(SECTIONS)})" )  [^>]*>""",
    re.VERBOSE,
)
NEEDLESS = re.compile(r"<(\w+) (?!data-pagefind)(?![^>]*\bid=)[^>]*>")
"""A tag with attributes that Pagefind has no use for: it takes half of its time to read them."""


def indexed_text(document: Document, root: str) -> str:
    """The document as HTML; pages lie below `root`."""
    who = document.who
    if document.text:
        content = f"<h1>{escape(document.text)}</h1><p>{escape(f'{who.type}, {who.above}')}</p>"
    else:
        page = Path(root, addresses.path(document.address)).read_text("utf-8")
        begin, end = CONTENT
        content = _light(page.partition(begin)[2].partition(end)[0].replace("</dt>", "</dt> "))
    agency = who.above if document.text else ", ".join(filter(None, (who.name, who.above)))
    values = f'data-agency="{escape(agency)}" data-kind="{escape(document.kind)}"'
    meta = f'<i data-pagefind-meta="agency[data-agency],kind[data-kind]" {values}></i>'
    return f"<!doctype html><html><body>{meta}{content}</body></html>"


def _light(content: str) -> str:
    """Content of a page without what Pagefind would read in vain, and with marks on what it skips.

    Its own `--exclude-selectors` say the same and take it twice the time.
    """
    content = IGNORED.sub(r"<\1 data-pagefind-ignore=all>", TABULAR.sub("", content))
    return NEEDLESS.sub(r"<\1>", content)
