"""Stub pages, which lead on to another address without a script."""

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from pendopo.basics import addresses
from pendopo.site.context import Context
from pendopo.site.page import DataFile

SUFFIXES = (".html", ".htm")
"""Ends of the names of stub pages, and of no other files."""
PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="referrer" content="same-origin">
<meta http-equiv="refresh" content="0; url={link}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<title>{title}: /{old}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{said} <a href="{link}" rel="noopener noreferrer">{target}</a></p>
</main>
</body>
</html>
"""


@dataclass(frozen=True)
class Stub:
    """A stub page: its file, and the address that it leads to (local, or a full URL).

    `title` says what it is, `said` stands before the link.
    """

    address: str
    target: str
    language: str
    site_url: str
    title: str
    said: str


def stub(context: Context, source: str, target: str, title: str, said: str) -> DataFile:
    """Return the stub page in the file `source`, which leads to an address or a URL."""
    made_of = (source, target, context.language, context.site_url, title, said)
    return DataFile(source, partial(Stub, *made_of), _page)


def leads_to(file: DataFile) -> str:
    """Return where a file leads if it is a stub page; empty if it is none."""
    # Its view is made only if its name may be that of one: that of other files takes time.
    found = file.shown if file.address.endswith(SUFFIXES) else None
    return found.target if isinstance(found, Stub) else ""


def shown(path: str) -> str:
    """Return the address of a file of the site as a browser displays it."""
    return path.removesuffix("index.html")


def _page(stub: Stub) -> str:
    whole = "://" in stub.target
    link = stub.target if whole else addresses.root(stub.address) + stub.target
    known = addresses.base(stub.site_url, stub.address)(stub.target)
    return Markup(PAGE).format(  # noqa: S704  (a constant)
        language=stub.language,
        link=link,
        canonical=stub.target if whole else known.partition("#")[0],
        title=stub.title,
        old=shown(stub.address),
        said=stub.said,
        target=stub.target if whole else f"/{stub.target}",
    )
