"""robots.txt (RFC 9309): all may be read, and here is the list of all pages."""

from collections.abc import Iterator
from urllib.parse import urljoin

from pendopo.basics import addresses
from pendopo.site.context import Context
from pendopo.site.page import DataFile


def of_all(context: Context) -> Iterator[DataFile]:
    """The file; robots look for it only at the root of a host."""
    yield DataFile(addresses.ROBOTS, lambda: context.site_url, robots)


def robots(site_url: str) -> str:
    """The text; without the site's own address there is no list of pages."""
    sitemap = f"\nSitemap: {urljoin(site_url, addresses.SITEMAP)}\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"
