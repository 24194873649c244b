"""Rules that check the officials of an agency."""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.officials.record import (
    OFFICIAL,
    Official,
    OfficialBrief,
    OfficialRecord,
    TermBrief,
    first_day,
    last_day,
)
from pendopo.kinds.structure.record import STRUCTURE, StructureBrief
from pendopo.problems.nearest import Names
from pendopo.problems.problem import Problem
from pendopo.reading.finding import Finding
from pendopo.reading.record import picture_rules

DAILY = "Plh"
"""Who stands in for some days does so beside the one who holds the post."""


def official_rules(record: OfficialRecord) -> Iterator[Finding]:
    """An official has terms that are in order, and a portrait with a text."""
    if not record.terms:
        yield Finding(("terms",), "official-terms-none")
    yield from _terms(OfficialBrief.of(record).terms)
    if record.portrait:
        yield from picture_rules(record.portrait, ("portrait",))


def _terms(terms: Sequence[TermBrief]) -> Iterator[Finding]:
    """A term does not end before it begins, and a person holds a post once at a time."""
    by_post: dict[str, tuple[str, int]] = {}
    for index, term in sorted(enumerate(terms), key=lambda each: each[1].begins):
        if term.ends < term.begins:
            values = {"value": term.until, "since": term.since}
            yield Finding(("terms", index, "until"), "official-term-order", values)
        held_until, before = by_post.get(term.post, ("", 0))
        if held_until > last_day(term.since):
            values = {"value": term.post, "since": terms[before].since}
            yield Finding(("terms", index, "since"), "official-term-twice", values)
        ends = first_day(term.until) if term.until else term.ends
        by_post[term.post] = max((ends, index), (held_until, before))


def official_link_rules(
    agency: Agency, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """Check an agency's officials against its structure, if that has no errors."""
    officials = agency.records(OFFICIAL)
    structures = agency.records(STRUCTURE)
    if not structures and f"agencies/{agency.id}/structure.yml" not in paths:
        for each in officials:
            yield each.problem(("terms",), "official-structure-none", True)
    for structure in structures:
        if structure.whole:
            yield from _posts_known(officials, structure.brief)
            yield from _held_once(officials, structure.brief)


def _posts_known(officials: Sequence[Official], structure: StructureBrief) -> Iterator[Problem]:
    """The posts that officials hold are in structure.yml."""
    known = {each.id for each in structure.posts}
    names = Names(each.id for each in structure.posts)
    for entry in officials:
        for index, term in enumerate(entry.brief.terms):
            if term.post in known:
                continue
            location = ("terms", index, "post")
            if near := names.nearest(term.post):
                values = {"value": term.post, "nearest": near}
                yield entry.problem(location, "structure-post-unknown-nearest", **values)
            else:
                values = {"value": term.post, "known": names.listed}
                yield entry.problem(location, "structure-post-unknown", **values)


class _Held(NamedTuple):
    """A term of one post. It has begun on `begun` at the latest, and lasts at least to `lasts`.

    Terms that touch each other on one day, or within a year of which no day is known, do not
    overlap for certain.
    """

    lasts: str
    begun: str
    entry: Official
    number: int


def _held_once(officials: Sequence[Official], structure: StructureBrief) -> Iterator[Problem]:
    """No post is held by more persons at a time than it may be."""
    room = {each.id: each.holders for each in structure.posts}
    held: dict[tuple[str, bool], list[tuple[str, _Held]]] = defaultdict(list)
    for entry in officials:
        for index, term in enumerate(entry.brief.terms):
            lasts = first_day(term.until) if term.until else term.ends
            found = _Held(lasts, last_day(term.since), entry, index)
            held[term.post, term.status == DAILY].append((term.begins, found))
    for (post, _), terms in held.items():
        yield from _crowded([each for _, each in sorted(terms, key=_order)], room.get(post, 1))


def _order(each: tuple[str, _Held]) -> tuple[str, str, int]:
    begins, held = each
    return begins, held.entry.name, held.number


def _crowded(terms: Sequence[_Held], room: int) -> Iterator[Problem]:
    """The terms that begin while `room` others last; `terms` are in the order of their begin."""
    lasting: list[tuple[str, str, int, _Held]] = []
    for term in terms:
        while lasting and lasting[0][0] <= term.begun:
            heapq.heappop(lasting)
        if len(lasting) >= room and all(term.lasts > each.begun for *_, each in lasting):
            yield from _clash(term, lasting[0][-1])
        else:
            heapq.heappush(lasting, (term.lasts, term.entry.name, term.number, term))


def _clash(term: _Held, other: _Held) -> Iterator[Problem]:
    if term.entry is other.entry:
        return  # told by the rule of one file
    since = other.entry.brief.terms[other.number].since
    values = {"name": other.entry.brief.name, "since": since, "file": other.entry.path}
    yield term.entry.problem(("terms", term.number, "since"), "official-post-held", **values)
