"""robots.txt (RFC 9309): allows everything and names the sitemap."""

from collections.abc import Iterator
from urllib.parse import urljoin

from pendopo.basics import addresses
from pendopo.site.context import Context
from pendopo.site.page import DataFile


def of_all(context: Context) -> Iterator[DataFile]:
    """Yield robots.txt; crawlers look for it only at the root of a host."""
    yield DataFile(addresses.ROBOTS, lambda: context.site_url, robots)


def robots(site_url: str) -> str:
    """Return the text of robots.txt; without the site's own address it names no sitemap."""
    sitemap = f"\nSitemap: {urljoin(site_url, addresses.SITEMAP)}\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"
