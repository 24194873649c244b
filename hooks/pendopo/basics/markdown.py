"""Renders GitHub-flavoured Markdown from the data as safe HTML."""

import re
from functools import lru_cache
from html import escape, unescape
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urlsplit

import nh3
from cmarkgfm.cmark import Options

from pendopo.basics.cmark import to_html
from pendopo.basics.typed_lines import as_markdown, typed_lists

SCHEMES = {"http", "https", "mailto", "tel"}
TAGS = {
    *("p", "br", "hr", "strong", "em", "del", "a", "code", "pre", "blockquote", "ul", "ol", "li"),
    *("table", "thead", "tbody", "tr", "th", "td", "h1", "h2", "h3", "h4", "h5", "h6"),
}
ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),
    "a": {"href"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start", "type"},
}
CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    url_schemes=SCHEMES,
    url_relative="deny",
    link_rel="noopener noreferrer",
)
HEADING = re.compile(r"<(/?)h([1-6])>")
ALIGNED = re.compile(r'<(t[hd]) align="(left|right|center)">')
TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
COLUMN = re.compile(r"<th(?: [^>]*)?>(.*?)</th>", re.DOTALL)
HEADING_CELL = re.compile(r"<th\b")
EMPTY_HEADING = re.compile(r"<th(?: [^>]*)?>\s*</th>")
LINK = re.compile(r'<a href="([^"]*)"')
CONTAINER = re.compile(r"<(/?)(?:blockquote|ul|ol)\b")
NESTED = re.compile(r"^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){4}", re.MULTILINE)
DEEPEST = 10
GROWTH = 40
SMALLEST_TOO_LARGE = 100_000
LETTER = re.compile(
    r"mailto:[\w.+-]{1,64}@[\w.-]{1,253}(?:\?subject=(?![^&]*%0)[\w .,+%-]{1,300})?",
    re.ASCII | re.IGNORECASE,
)
"""One recipient, perhaps with a subject: no hidden copies and no text of the letter."""
NUMBER = re.compile(r"tel:\+?[\d().-]{2,40}", re.ASCII | re.IGNORECASE)
"""Digits alone: `*` and `#` change the settings of a telephone."""
TAG = re.compile(r"<[^>]*>")
LOWEST_HEADING = 6


class Fault(NamedTuple):
    """A part of a text that would not be shown: line from 1, problem code, its subject."""

    line: int
    code: str
    target: str = ""


def render(text: str, below: int) -> str:
    """Renders `text` as HTML; its heading levels start at `below` + 1 and never skip one."""
    html = CLEANER.clean(_html(text))
    if "<h" in html:
        html = _renumbered(html, below)
    if "<table" in html:
        html = tables(html)
    return html.strip()


def tables(html: str) -> str:
    """Wraps each table in a scrollable region, named after its column headings.

    Header cells get `scope="col"`; empty ones become ordinary cells.
    """
    html = ALIGNED.sub(r'<\1 class="align-\2">', html)
    return TABLE.sub(_named, EMPTY_HEADING.sub("<td></td>", html))


def _named(table: re.Match[str]) -> str:
    columns = ", ".join(TAG.sub("", each).strip() for each in COLUMN.findall(table[1]))
    name = f"Tabel: {columns}" if columns else "Tabel"
    label = name.replace('"', "&quot;")
    rows = HEADING_CELL.sub('<th scope="col"', table[1])
    return (
        f'<div class="scroll" role="group" aria-label="{label}" tabindex="0">'
        f'<table class="data"><caption class="visually-hidden">{name}</caption>{rows}</table></div>'
    )


def plain(text: str) -> str:
    """The plain text of `text`, without Markdown."""
    return unescape(TAG.sub("", _html(text)))


def shortened(text: str, limit: int = 155) -> str:
    """`text` on one line, cut between words if it is longer than `limit` characters."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def _html(text: str) -> str:
    return typed_lists(to_html(as_markdown(text).text))


def faults(text: str) -> list[Fault]:
    """Finds parts of `text` that `render` would drop, or that are too large or deep for a page."""
    typed = as_markdown(text)
    last = len(typed.lines)
    return [
        each._replace(line=typed.lines[min(each.line, last) - 1]) for each in _faults(typed.text)
    ]


def _faults(text: str) -> list[Fault]:
    """The faults of Markdown, with its own lines."""
    html = to_html(text)
    if len(html) > GROWTH * len(text) + SMALLEST_TOO_LARGE:
        return [Fault(1, "markup-size")]
    if _depth(html) > DEEPEST:
        found = NESTED.search(text)
        return [Fault(text.count("\n", 0, found.start()) + 1 if found else 1, "markup-depth")]
    links = (unescape(link) for link in LINK.findall(html))
    if "<!--" not in html and "<img" not in html and all(map(_leads_somewhere, links)):
        return []
    finder = _Finder(text)
    finder.feed(to_html(text, Options.CMARK_OPT_SOURCEPOS))
    finder.close()
    return finder.faults


def _depth(html: str) -> int:
    """Nesting depth of lists and quotations."""
    depth = deepest = 0
    for sign in CONTAINER.findall(html):
        depth += -1 if sign else 1
        deepest = max(deepest, depth)
    return deepest


class _Finder(HTMLParser):
    """Finds the parts of cmark's output, with source positions, that the cleaner would remove."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.lines = text.split("\n")
        self.faults: list[Fault] = []
        self.line = 1

    def handle_comment(self, data: str) -> None:
        while self.line < len(self.lines) and "<" not in self.lines[self.line - 1]:
            self.line += 1
        self.faults.append(Fault(self.line, "markup-html"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if position := values.get("data-sourcepos"):
            self.line = int(position.split(":")[0])
        if tag == "img":
            self.faults.append(Fault(self.line, "markup-image"))
        elif tag == "a" and not _leads_somewhere(values.get("href") or ""):
            self.faults.append(Fault(self.line, "markup-link", values.get("href") or "(…)"))

    def handle_data(self, data: str) -> None:
        self.line += data.count("\n")


@lru_cache(maxsize=10_000)
def _leads_somewhere(target: str) -> bool:
    if "href" not in CLEANER.clean(f'<a href="{escape(target)}"></a>'):
        return False
    try:
        parts = urlsplit(target)
        host = parts.hostname
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return bool(host) and "@" not in parts.netloc and "\\" not in target
    known = LETTER if parts.scheme == "mailto" else NUMBER
    return parts.scheme in SCHEMES and bool(known.fullmatch(target))


def _renumbered(html: str, below: int) -> str:
    """Renumbers headings so that levels start at `below` + 1 and never skip one."""
    open_levels: list[int] = []
    level = below

    def replace(match: re.Match[str]) -> str:
        nonlocal level
        if not match[1]:
            written = int(match[2])
            while open_levels and open_levels[-1] >= written:
                open_levels.pop()
            open_levels.append(written)
            level = min(below + len(open_levels), LOWEST_HEADING)
        return f"<{match[1]}h{level}>"

    return HEADING.sub(replace, html)
