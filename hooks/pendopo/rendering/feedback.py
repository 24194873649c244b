"""Where a reader tells that something on a page is wrong."""

from urllib.parse import quote, urljoin

from pendopo import __version__
from pendopo.basics.translations import Translate
from pendopo.kinds.portal.record import PortalRecord
from pendopo.site.shell import Publication

ABOUT = "tentang/"
HELP = f"{ABOUT}#bila-ada-yang-keliru"
"""What a page written by hand says of mistakes, for where nothing else is known."""


def report_url(
    address: str, portal: PortalRecord, publication: Publication, translate: Translate
) -> str:
    """A mail to the portal, or an issue of its repository, that names the page and the version.

    Empty where neither an e-mail address nor a repository on GitHub is known.
    """
    page = urljoin(publication.site_url, address) if publication.site_url else f"/{address}"
    title = quote(translate("A problem on {page}").format(page=f"/{address}"), safe="")
    asked = translate("What is wrong, and what should stand there?")
    body = quote(f"{asked}\n\n\n—\n{page}\nPendopo {__version__}", safe="")
    if portal.report_email:
        return f"mailto:{quote(portal.report_email, safe='@')}?subject={title}&body={body}"
    if publication.repository.startswith("https://github.com/"):
        return f"{publication.repository.rstrip('/')}/issues/new?title={title}&body={body}"
    return ""
