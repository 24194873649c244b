"""The text of a page as Pagefind gets it: the content, without parts of no use to a search."""

import re
from html import escape
from pathlib import Path

from pendopo.basics import addresses
from pendopo.build.search.shards import IndexedPage

CONTENT = ('<div class="content md-typeset">', "</main>")
"""Markup before and after the content of a page."""
CHROME = (
    *("state", "state-line", "states", "status", "legend", "chart", "means", "rule", "label"),
    *("number", "meta", "warning", "on-paper", "share", "edit", "files", "columns", "teasers"),
    *("cards", "links", "filter", "neighbours", "related", "others", "md-button", "more", "higher"),
    "serves",
)
"""Classes of parts that are about other pages, lead elsewhere, or hold figures: nobody searches for
words in them."""
SECTIONS = ("berita", "di-bawahnya", "di-atasnya", "dokumen-lain")
"""Ids of headings of such parts."""
TABULAR = re.compile(r"<(svg|table)\b.*?</\1>", re.DOTALL)
IGNORED = re.compile(
    rf"""<(\w+)[ ](?:[^>]*[ ])?  (?: class="(?:[^"]*[ ])?(?:{"|".join(CHROME)})[" ]
        | id="(?:{"|".join(SECTIONS)})" )  [^>]*>""",
    re.VERBOSE,
)
NEEDLESS = re.compile(r"<(\w+) (?!data-pagefind)(?![^>]*\bid=)[^>]*>")
"""A tag with attributes that Pagefind does not need; reading them takes half of its time."""


def indexed_text(document: IndexedPage, root: str) -> str:
    """A document as HTML for Pagefind. Raises `OSError` if its page below `root` cannot be read."""
    who = document.who
    if document.text:
        content = f"<h1>{escape(document.text)}</h1><p>{escape(f'{who.type}, {who.above}')}</p>"
    else:
        page = Path(root, addresses.path(document.address)).read_text("utf-8")
        begin, end = CONTENT
        # Without the space, a term and its value could be read as one word.
        content = _light(page.partition(begin)[2].partition(end)[0].replace("</dt>", "</dt> "))
    agency = who.above if document.text else ", ".join(filter(None, (who.name, who.above)))
    values = f'data-agency="{escape(agency)}" data-kind="{escape(document.kind)}"'
    meta = f'<i data-pagefind-meta="agency[data-agency],kind[data-kind]" {values}></i>'
    return f"<!doctype html><html><body>{meta}{content}</body></html>"


def _light(content: str) -> str:
    """Content of a page without needless markup, and with a mark on the parts to ignore.

    Pagefind's own `--exclude-selectors` have the same effect and take twice the time.
    """
    # Regular expressions will do here: our own templates have written this HTML.
    content = IGNORED.sub(r"<\1 data-pagefind-ignore=all>", TABULAR.sub("", content))
    return NEEDLESS.sub(r"<\1>", content)
