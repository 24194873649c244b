"""Ids of articles in feeds and in the API, which a renamed article keeps.

The id of an article is made of its address. If redirects lead to it from addresses of articles, or
it says itself what its file was called before, it was renamed, and has the id of the first of
these: readers who know it do not see it as new. Nor do they where its agency's folder was renamed.
"""

import re
from collections import defaultdict
from collections.abc import Mapping

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.government.derived import Derived
from pendopo.government.directory import Directory
from pendopo.kinds.news.record import ARTICLE
from pendopo.kinds.redirects.record import REDIRECTS

FirstAddresses = Mapping[str, Mapping[str, str]]
"""By id of the agency: for each renamed article, the address that it had first."""

ARTICLE_ADDRESS = re.compile(r"(.+)/berita/(\d{4}-\d\d-\d\d-[a-z0-9-]+)/")


def _renamed(directory: Directory) -> FirstAddresses:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in directory.all_entries():
        for old, new in entry.brief.rows if entry.type.name == REDIRECTS.name else ():
            source = addresses.stub(entry.agency, old).removesuffix("index.html")
            target = addresses.target(entry.agency, new).partition("#")[0]
            agency = _writer(directory, target)
            if agency and ARTICLE_ADDRESS.fullmatch(source):
                found[agency.id].setdefault(target, source)
    return dict(found)


def _writer(directory: Directory, address: str) -> Agency | None:
    """Return the agency whose article stands at an address, if there is one."""
    parts = ARTICLE_ADDRESS.fullmatch(address)
    agency = directory.agencies.get(parts[1]) if parts else None
    return agency if agency and parts and agency.named(ARTICLE, parts[2]) else None


def _of_agency(known: FirstAddresses, directory: Directory, agency: Agency) -> FirstAddresses:
    shown = (agency, *directory.shown_above(agency, ARTICLE))
    return {each.id: known[each.id] for each in shown if each.id in known}


FIRST_ADDRESSES: Derived[FirstAddresses] = Derived("first addresses of news", _renamed, _of_agency)


def article_id(directory: Directory, agency: Agency, name: str) -> str:
    """Return the id of an agency's article by the name of its file."""
    address = addresses.article(agency.id, name)
    first = directory.fact(FIRST_ADDRESSES).get(agency.id, {}).get(address)
    if not first:
        entry = agency.named(ARTICLE, name)
        named = entry.formers[0] if entry and entry.formers else name
        first = addresses.article(agency.id, named)
    return addresses.urn(agency.lasting(first))
