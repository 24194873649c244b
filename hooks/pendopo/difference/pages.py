"""What becomes of addresses: pages that lead on to others now, and pages that are gone."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pendopo.basics import addresses
from pendopo.difference.records import explained
from pendopo.difference.states import State, States
from pendopo.kinds.redirects.former import SUBSCRIBED
from pendopo.site.page import DataFile
from pendopo.site.stub import SUFFIXES, leads_to


class Address(NamedTuple):
    """An address that people may have kept: of a page, a document, or something to subscribe to.

    `agency` is the id of its agency, `source` the file of the data that it comes from, or empty.
    `leads` if there is only a page that leads on.
    """

    address: str
    title: str
    agency: str
    source: str
    leads: bool = False


class Left(NamedTuple):
    """An address that has been left; `target` is where it leads now, empty if nowhere."""

    old: Address
    target: str


def left(states: States) -> list[Left]:
    """All addresses that have been left, in their order.

    Those that may be missing because of faults of the newer state are not among them.
    """
    before, after = ({each.address: each for each in _kept(one)} for one in states[:2])
    files = {each.address: each for each in states.after.site.files}
    return [
        Left(old, _target(files, old.address))
        for address, old in sorted(before.items())
        if (new := after.get(address)) is None or (new.leads and not old.leads)
        if not (explained(old.source, states.after) or _is_unsure(old, states.after))
    ]


def _is_unsure(old: Address, state: State) -> bool:
    """Whether faults of other files may be why a page is missing that lists what they say."""
    folder = f"agencies/{old.agency}/" if old.agency else ""
    lists = not folder or old.source in ("", f"{folder}agency.yml")
    return lists and any(each.startswith(folder) for each in state.faulty)


def _kept(state: State) -> Iterator[Address]:
    for file in state.site.files:
        agency = _agency_of(file.address, state)
        source = f"agencies/{agency}/agency.yml" if agency else ""
        if file.address.endswith(SUFFIXES):
            address = file.address.removesuffix("index.html")
            yield Address(address, "", agency, source, leads=True)
        elif file.address.endswith(SUBSCRIBED):
            yield Address(file.address, "", agency, source)
    for page in state.site.pages:
        yield Address(page.address, page.title, page.agency.id if page.agency else "", page.source)
    for each in state.site.context.directory.agencies.values():
        for entry in each.all_entries():
            for name, attached in each.attached(entry).items():
                yield Address(attached.address, name, each.id, entry.path)


def _target(files: Mapping[str, DataFile], address: str) -> str:
    path = f"{address}index.html" if addresses.is_page(address) else address
    found = files.get(path) or files.get(f"{address}/index.html")
    target = leads_to(found) if found else ""
    return target if "://" in target or not target else f"/{target}"


def _agency_of(path: str, state: State) -> str:
    parts = path.split("/")
    found = ("/".join(parts[:end]) for end in range(len(parts) - 1, 0, -1))
    return next((each for each in found if each in state.directory.agencies), "")
