"""The text of a page as Pagefind gets it: the content, without parts of no use to a search."""

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from pendopo.basics import addresses
from pendopo.build.search.shards import IndexedPage

CONTENT = ('<div class="content md-typeset">', "</main>")
"""Markup before and after the content of a page."""
CHROME = (
    *("state", "state-line", "states", "status", "legend", "chart", "means", "rule", "label"),
    *("number", "meta", "warning", "on-paper", "share", "edit", "files", "columns", "teasers"),
    *("cards", "links", "filter", "neighbours", "related", "others", "md-button", "more"),
    "serves",
)
"""Classes of parts that are about other pages, lead elsewhere, or are generated: nobody searches
for words in them. The class `written` beside one says that staff have written this part."""
SECTIONS = ("berita", "di-bawahnya", "di-atasnya", "dokumen-lain")
"""Ids of headings of such parts."""
TAGLINE = re.compile(r'<span class="tagline".*?</span>')
"""It stands above every page of an agency, and is found on its profile."""
DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
TABLE = re.compile(r'<table class="data">\s*<caption id=.*?</table>', re.DOTALL)
"""A table of figures, which our templates make; tables in texts have a caption without an id."""
CELL = re.compile(
    r'<(caption|td|ol|th(?= (?:scope="colgroup"|class="group")))\b(?! class="computed")[^>]*>'
    r"(.*?)</\1>",
    re.DOTALL,
)
"""A part of such a table that may hold words of staff."""
EVIDENCE = re.compile(r"<a\b.*?</a>", re.DOTALL)
PICTURE = re.compile(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>')
HEADINGS_AGAIN = re.compile(r'<caption class="visually-hidden">.*?</caption>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
WORDS = re.compile(r"[^\W\d_]{2}")
IGNORED = re.compile(
    rf"""<(\w+)[ ](?:[^>]*[ ])?  (?: class="(?![^"]*\bwritten\b)
          (?:[^"]*[ ])?(?:{"|".join(CHROME)})[" ]
        | id="(?:{"|".join(SECTIONS)})" )  [^>]*>""",
    re.VERBOSE,
)
NEEDLESS = re.compile(r"<(\w+) (?![^>]*\b(?:id=|data-pagefind))[^>]*>")
"""A tag with attributes that Pagefind does not need; reading them takes half of its time."""


def indexed_text(document: IndexedPage, root: str) -> str:
    """A document as HTML for Pagefind. Raises `OSError` if its page below `root` cannot be read."""
    who = document.who
    if document.text:
        known = ", ".join(filter(None, (who.type, who.also, who.above)))
        content = f"<h1>{escape(document.text)}</h1><p>{escape(known)}</p>"
    else:
        page = Path(root, addresses.path(document.address)).read_text("utf-8")
        begin, end = CONTENT
        # Without the space, a term and its value could be read as one word.
        content = _light(page.partition(begin)[2].partition(end)[0].replace("</dt>", "</dt> "))
        if who.id and document.address == addresses.profile(who.id):
            content += "".join(TAGLINE.findall(page)[:1])
    agency = who.above if document.text else ", ".join(filter(None, (who.name, who.above)))
    values = f'data-agency="{escape(agency)}" data-kind="{escape(document.kind)}"'
    meta = f'<i data-pagefind-meta="agency[data-agency],kind[data-kind]" {values}></i>'
    return f"<!doctype html><html><body>{meta}{content}</body></html>"


def _light(content: str) -> str:
    """Content of a page without needless markup, and with a mark on the parts to ignore.

    Pagefind's own `--exclude-selectors` have the same effect and take twice the time.
    """
    # Regular expressions will do here: our own templates have written this HTML.
    content = HEADINGS_AGAIN.sub("", DRAWING.sub("", content))
    content = PICTURE.sub(r"<p>\1</p>", content)
    parts = TABLE.split(content)
    if len(parts) > 1:
        content = _without_figures(parts, TABLE.findall(content))
    return NEEDLESS.sub(r"<\1>", IGNORED.sub(r"<\1 data-pagefind-ignore=all>", content))


def _without_figures(parts: Sequence[str], tables: Sequence[str]) -> str:
    """Joins what stands around tables of figures with the words in these.

    Each is kept once, and none that stands around them too: a table repeats what it is about.
    """
    seen = {each.strip() for part in parts for each in TAG.split(part)}
    found = [parts[0]]
    for table, after in zip(tables, parts[1:], strict=True):
        for _, cell in CELL.findall(table):
            words = " ".join(TAG.sub(" ", EVIDENCE.sub("", cell)).split())
            if words not in seen and WORDS.search(words):
                seen.add(words)
                found.append(f"<p>{words}</p>")
        found.append(after)
    return "".join(found)
