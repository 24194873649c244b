"""Whether two generators say the same: the share of one page's words that another page has."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

CHROME = {"head", "header", "footer", "nav", "script", "style", "svg", "label"}
OWN = {"tentang", "panduan", "aksesibilitas", "privasi", "lisensi", "cari", "benchmarks", "assets"}
"""Addresses at the top of a site that are no pages that all generators make."""
WORD = re.compile(r"[^\s·,.:;()\[\]|]+")


class _Text(HTMLParser):
    """Collects the text of a page from its heading on, without what surrounds the content."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.words: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "h1":
            self.words.clear()
        if tag in CHROME:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside and tag == self.inside[-1]:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.words.update(word.lower() for word in WORD.findall(data))


def content_words(page: Path) -> Counter[str]:
    """How often each word stands in the content of an HTML file."""
    parser = _Text()
    parser.feed(page.read_text("utf-8"))
    parser.close()
    return parser.words


def share_found(ours: Counter[str], theirs: Counter[str]) -> float:
    """The share of our words that theirs hold as well, each as often."""
    return (ours & theirs).total() / max(1, ours.total())


def samples(site: Path, pages: int = 3) -> list[str]:
    """Addresses of some pages of every kind: the first, the middle and the last of each."""
    kinds: dict[str, list[str]] = {}
    for file in sorted(site.rglob("index.html")):
        address = file.parent.relative_to(site).as_posix()
        kinds.setdefault(_kind(address), []).append(address)
    return [
        found[place * (len(found) - 1) // max(1, pages - 1)]
        for kind, found in sorted(kinds.items())
        if kind
        for place in range(min(pages, len(found)))
    ]


def _kind(address: str) -> str:
    """The kind of page at an address; empty for pages that only some generators have."""
    parts = address.split("/")
    if parts[0] in OWN:
        return ""
    for name in ("visi-misi", "tujuan-sasaran", "berita", "instansi"):
        if name in parts:
            after = len(parts) - parts.index(name) - 1
            numbered = name == "berita" and after and not re.match(r"\d{4}-", parts[-1])
            parted = name == "instansi" and after > 1
            leads_on = name in ("visi-misi", "tujuan-sasaran") and not after
            return (
                "" if numbered or parted or leads_on else f"{name} {after} {parts.index(name) > 0}"
            )
    if {"perencanaan", "kinerja", "kontak"} & set(parts):
        return ""
    return "portal" if address == "." else "profile"
