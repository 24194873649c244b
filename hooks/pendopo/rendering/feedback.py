"""The link by which a reader reports a mistake on a page."""

from urllib.parse import quote, urljoin

from pendopo import __version__
from pendopo.basics.translations import Translate
from pendopo.kinds.portal.record import PortalRecord
from pendopo.site.shell import Publication

ABOUT = "tentang/"
HELP = f"{ABOUT}#bila-ada-yang-keliru"
"""A section on mistakes in a page written by hand, linked to if there is no other contact."""


def report_url(
    address: str, portal: PortalRecord, publication: Publication, translate: Translate
) -> str:
    """URL of a mail to the portal, or of a new issue on GitHub, with page and version filled in.

    Empty if neither an e-mail address nor a repository on GitHub is known.
    """
    page = urljoin(publication.site_url, address) if publication.site_url else f"/{address}"
    title = quote(translate("A problem on {page}").format(page=f"/{address}"), safe="")
    asked = translate("What is wrong, and what should stand there?")
    body = quote(f"{asked}\n\n\n—\n{page}\nPendopo {__version__}", safe="")
    # The mail comes first: most readers have no account on GitHub.
    if portal.report_email:
        return f"mailto:{quote(portal.report_email, safe='@')}?subject={title}&body={body}"
    if publication.repository.startswith("https://github.com/"):
        return f"{publication.repository.rstrip('/')}/issues/new?title={title}&body={body}"
    return ""
