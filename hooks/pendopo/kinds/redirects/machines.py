"""Stub pages at old addresses that redirect to the new ones without a script."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from pendopo.basics import addresses
from pendopo.basics.translations import translations
from pendopo.government.agency import Agency
from pendopo.kinds.redirects.record import REDIRECTS, Redirects
from pendopo.kinds.redirects.resolved import owner, resolved, shown
from pendopo.site.context import Context
from pendopo.site.page import DataFile

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
<title>{moved}: /{old}</title>
</head>
<body>
<main>
<h1>{moved}</h1>
<p>{said} <a href="{link}" rel="noopener noreferrer">{target}</a></p>
</main>
</body>
</html>
"""


@dataclass(frozen=True)
class Stub:
    """A stub page: the file at the old address, and the new address (local, or a full URL)."""

    address: str
    target: str
    language: str
    site_url: str


def of_portal(context: Context) -> Iterator[DataFile]:
    """Yield the stub pages that belong to no agency."""
    yield from _stubs(context, None, context.directory.records(REDIRECTS))


def of_agency(context: Context, agency: Agency) -> Iterator[DataFile]:
    """Yield the stub pages of an agency."""
    yield from _stubs(context, agency, agency.records(REDIRECTS))


def _stubs(
    context: Context, agency: Agency | None, entries: Iterable[Redirects]
) -> Iterator[DataFile]:
    agencies = context.directory.agencies
    for entry in entries:
        for each in resolved(entry):
            if owner(each.source, agency.id if agency else "", agencies) is None:
                yield stub(context, each.source, each.target)


def stub(context: Context, source: str, target: str) -> DataFile:
    """Return the stub page in the file `source`, which leads to an address or a URL."""
    made_of = (source, target, context.language, context.site_url)
    return DataFile(source, partial(Stub, *made_of), _page)


def _page(stub: Stub) -> str:
    translate = translations(stub.language).gettext
    whole = "://" in stub.target
    link = stub.target if whole else addresses.root(stub.address) + stub.target
    known = addresses.base(stub.site_url, stub.address)(stub.target)
    return Markup(PAGE).format(  # noqa: S704  (a constant)
        language=stub.language,
        link=link,
        canonical=stub.target if whole else known.partition("#")[0],
        moved=translate("This page has moved"),
        old=shown(stub.address),
        said=translate("Its new address:"),
        target=stub.target if whole else f"/{stub.target}",
    )
