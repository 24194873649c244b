"""security.txt (RFC 9116): where weaknesses of the site are reported."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple
from urllib.parse import quote, urljoin

from pendopo.basics import addresses
from pendopo.basics.translations import LANGUAGES
from pendopo.kinds.portal.record import Security
from pendopo.site.context import Context
from pendopo.site.page import DataFile

RESERVED = "%/:?#[]@!$&'()*+,;=~"
"""Signs that an address may hold as they are (RFC 3986); others than ASCII it may not."""


class View(NamedTuple):
    """What the file says; `language` is the one that the portal's people write."""

    contact: str
    expires: str
    language: str
    site_url: str


def of_all(context: Context) -> Iterator[DataFile]:
    """Yield security.txt where the portal names a contact; it is found at the root of a host."""
    if security := context.directory.portal.security:
        view = partial(_view, context, security)
        yield DataFile(addresses.SECURITY, view, security_text)


def security_text(view: View) -> str:
    """Return the text of security.txt; without an address of its own the site is not named."""
    contact = quote(view.contact, safe=RESERVED)
    mail = "" if "://" in contact else "mailto:"
    languages = sorted(LANGUAGES, key=lambda each: each != view.language)
    lines = [
        f"Contact: {mail}{contact}",
        # To the end of the day in Jakarta.
        f"Expires: {view.expires}T23:59:59+07:00",
        f"Preferred-Languages: {', '.join(languages)}",
    ]
    if view.site_url.startswith("https://"):
        lines.append(f"Canonical: {urljoin(view.site_url, addresses.SECURITY)}")
    return "".join(f"{line}\n" for line in lines)


def _view(context: Context, security: Security) -> View:
    language = context.directory.portal.language
    return View(security.contact, security.expires.isoformat(), language, context.site_url)
