"""Which documents change or revoke each other, over all agencies.

Each document names only those that it changes or revokes; this module inverts that relation.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Literal, NamedTuple

from pendopo.government.agency import Agency
from pendopo.government.derived import Derived
from pendopo.government.directory import Directory
from pendopo.kinds.documents.record import DOCUMENT, Document

Deed = Literal["changes", "revokes"]


class End(NamedTuple):
    """One document of a relation: the id of its agency, its name, title, and when it is shown."""

    agency: str
    name: str
    title: str
    shown_from: str


class Relation(NamedTuple):
    """A document (`by`) that changes or revokes another one (`of`)."""

    deed: Deed
    by: End
    of: End


Node = tuple[str, str]
"""A document by the id of its agency and its name."""


class Relations(NamedTuple):
    """All relations by id of the agency, whichever end its documents are.

    `circular` are the documents that change or revoke each other in a circle; pages do not see it.
    """

    of: Mapping[str, tuple[Relation, ...]]
    circular: Collection[Node] = ()


def document_at(directory: Directory, agency: str, reference: str) -> Document | None:
    """Return the document that one of `agency` names; None if there is none."""
    place, name = located(agency, reference)
    found = directory.agencies.get(place)
    return found.named(DOCUMENT, name) if found else None


def located(agency: str, reference: str) -> tuple[str, str]:
    """Return the id of the agency and the name of the document that one of `agency` names."""
    place, _, name = reference.rpartition("/")
    return place or agency, name


def named(entry: Document) -> Iterator[tuple[Deed, int, str]]:
    """Yield all that a document changes or revokes, with its place in the list."""
    for index, reference in enumerate(entry.brief.changes):
        yield "changes", index, reference
    for index, reference in enumerate(entry.brief.revokes):
        yield "revokes", index, reference


def _all(directory: Directory) -> Relations:
    found: dict[str, list[Relation]] = defaultdict(list)
    for agency in directory.agencies.values():
        for entry in agency.records(DOCUMENT):
            for deed, _, reference in named(entry):
                other = document_at(directory, agency.id, reference)
                if other and other is not entry:
                    relation = Relation(deed, _end(entry), _end(other))
                    for each in dict.fromkeys((agency.id, other.agency)):
                        found[each].append(relation)
    by_agency = {agency: tuple(relations) for agency, relations in found.items()}
    return Relations(by_agency, _circular(by_agency))


def _end(entry: Document) -> End:
    return End(entry.agency, entry.name, entry.brief.title, entry.brief.published)


def _of_agency(known: Relations, directory: Directory, agency: Agency) -> Relations:
    return Relations({agency.id: known.of[agency.id]} if agency.id in known.of else {})


RELATIONS: Derived[Relations] = Derived("relations of documents", _all, _of_agency)


def _circular(relations: Mapping[str, tuple[Relation, ...]]) -> frozenset[Node]:
    """Return the documents in circles, and those on a way from one circle to another."""
    arrows = {
        ((one.by.agency, one.by.name), (one.of.agency, one.of.name))
        for each in relations.values()
        for one in each
    }
    ahead = _without_ends(arrows)
    back = _without_ends({(to, start) for start, to in ahead})
    return frozenset(each for arrow in back for each in arrow)


def _without_ends(arrows: set[tuple[Node, Node]]) -> set[tuple[Node, Node]]:
    """Return the arrows without those that lead, over others, to where no arrow goes on."""
    leading: dict[Node, list[Node]] = defaultdict(list)
    ahead: dict[Node, int] = defaultdict(int)
    for start, to in arrows:
        leading[to].append(start)
        ahead[start] += 1
    ends = [each for each in leading if not ahead[each]]
    gone = set(ends)
    while ends:
        for start in leading[ends.pop()]:
            ahead[start] -= 1
            if not ahead[start]:
                ends.append(start)
                gone.add(start)
    return {(start, to) for start, to in arrows if to not in gone}
