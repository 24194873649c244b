"""Sitemaps for search engines: https://www.sitemaps.org/protocol.html"""

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import urljoin

from pendopo.basics.addresses import SITEMAP

MOST = 40_000
"""Addresses per file; the protocol allows 50,000 addresses and 50 MB."""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(pages: Sequence[tuple[str, str]], site_url: str) -> Iterator[tuple[str, str]]:
    """Yields address and text of each file, from the pages' addresses and dates of update.

    A date is empty if unknown. Yields nothing if the absolute address of the site is unknown.
    """
    if not site_url:
        return
    if len(pages) <= MOST:
        yield SITEMAP, _list(pages, site_url)
        return
    parts = [pages[first : first + MOST] for first in range(0, len(pages), MOST)]
    _, *names = sitemap_names(len(pages))
    for name, part in zip(names, parts, strict=True):
        yield name, _list(part, site_url)
    root = escape(urljoin(site_url, "."))
    entries = (f"<sitemap><loc>{root}{name}</loc></sitemap>\n" for name in names)
    yield SITEMAP, f"{HEAD}<sitemapindex {NAMESPACE}>\n{''.join(entries)}</sitemapindex>\n"


def sitemap_names(count: int) -> list[str]:
    """The files of the list of `count` pages: the first, and those that it names if it is long."""
    parts = -(-count // MOST) if count > MOST else 0
    return [SITEMAP, *(f"sitemap-{number}.xml" for number in range(1, parts + 1))]


def _list(pages: Sequence[tuple[str, str]], site_url: str) -> str:
    root = escape(urljoin(site_url, "."))
    entries = "".join(
        f"<url><loc>{root}{escape(address)}</loc>"
        f"{f'<lastmod>{updated}</lastmod>' if updated else ''}</url>\n"
        for address, updated in pages
    )
    return f"{HEAD}<urlset {NAMESPACE}>\n{entries}</urlset>\n"
