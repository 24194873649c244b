"""Pairs what is the same agency, and the same record, in two states."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pendopo.difference.states import State, States
from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.reading.entry import Entry

AnyEntry = Entry[Any, Any]


class AgencyPair(NamedTuple):
    """An agency before and after a change; None where there is none."""

    before: Agency | None
    after: Agency | None


class EntryPair(NamedTuple):
    """A record before and after a change; None where there is none."""

    before: AnyEntry | None
    after: AnyEntry | None


def agencies(states: States) -> list[AgencyPair]:
    """All agencies, in the order of the newer state; those that are gone come last.

    One whose folder was renamed is known by what it was formerly, by what its folder holds, or as
    one below such an agency.
    """
    old, new = states.before.directory.agencies, states.after.directory.agencies
    origins = {each.id: _origin(each, old, new) for each in new.values()}
    known = {origin: name for name, origin in origins.items() if origin}
    known |= _heirs([each for each in old.values() if each.id not in known], new, origins, known)
    origins |= {heir: name for name, heir in known.items()}
    after, before = states.after.directory.in_order, states.before.directory.in_order
    gone = (each for each in before if each.id not in known)
    pairs = (AgencyPair(old.get(origins[each.id]), each) for each in after)
    return [*pairs, *(AgencyPair(each, None) for each in gone)]


def entries(pair: AgencyPair) -> list[EntryPair]:
    """All records of an agency that differ, agency.yml first."""
    return _paired(
        pair.before.all_entries() if pair.before else (),
        pair.after.all_entries() if pair.after else (),
    )


def of_portal(before: Directory, after: Directory) -> list[EntryPair]:
    """All records of the portal that differ."""
    return _paired(*((each for some in one.entries.values() for each in some)
                     for one in (before, after)))  # fmt: skip


def explained(path: str, state: State) -> bool:
    """Whether faults of a state may be why it lacks what the file `path` says in another state.

    So it is if the file has faults, or agency.yml of its agency or of one above.
    """
    parts = path.split("/")
    above = ("/".join((*parts[:end], "agency.yml")) for end in range(2, len(parts)))
    return not state.faulty.isdisjoint({path, "", "agencies", *above})


def _origin(agency: Agency, old: Mapping[str, Agency], new: Mapping[str, Agency]) -> str:
    """The id that an agency had in the older state; empty if it had none."""
    if agency.id in old:
        return agency.id
    return next((each for each in reversed(agency.formers) if each in old and each not in new), "")


def _heirs(
    gone: Sequence[Agency],
    new: Mapping[str, Agency],
    origins: Mapping[str, str],
    known: Mapping[str, str],
) -> dict[str, str]:
    """The new ids of agencies that are gone, each of which comes after the one above it."""
    free = {name: new[name] for name, origin in origins.items() if not origin}
    holders = _holders(free.values())
    found: dict[str, str] = {}
    for agency in gone:
        above, _, last = agency.id.rpartition("/")
        below = f"{found.get(above) or known.get(above, '')}/{last}"
        heir = below if below in free else _most_alike(agency, holders)
        if free.pop(heir, None):
            found[agency.id] = heir
    return found


def _holders(agencies: Iterable[Agency]) -> dict[tuple[str, str], str]:
    """The id of the only agency that has a file of this content."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for agency in agencies:
        for each in agency.all_entries():
            found[_content(each)].add(agency.id)
    return {content: next(iter(names)) for content, names in found.items() if len(names) == 1}


def _most_alike(gone: Agency, holders: Mapping[tuple[str, str], str]) -> str:
    """The id of the new agency that has at least half of the files of one that is gone."""
    contents = {_content(each) for each in gone.all_entries()}
    votes = Counter(holders[each] for each in contents if each in holders)
    name, most = next(iter(votes.most_common(1)), ("", 0))
    return name if most * 2 >= len(contents) else ""


def _paired(before: Iterable[AnyEntry], after: Iterable[AnyEntry]) -> list[EntryPair]:
    old = {(each.type.name, each.name): each for each in before}
    new = {(each.type.name, each.name): each for each in after}
    gone = [each for key, each in old.items() if key not in new]
    come = [each for key, each in new.items() if key not in old]
    renamed = {**_by_content(gone, come), **_by_title(gone, come), **_by_former(old, come)}
    taken = {id(each) for each in renamed.values()}
    return [
        *_differing(old, new, renamed),
        *(EntryPair(each, None) for each in gone if id(each) not in taken),
    ]


def _differing(
    old: Mapping[Any, AnyEntry], new: Mapping[Any, AnyEntry], renamed: Mapping[str, AnyEntry]
) -> Iterator[EntryPair]:
    for key, each in new.items():
        before = old.get(key) or renamed.get(each.path)
        if before is None or before.digest != each.digest or before.name != each.name:
            yield EntryPair(before, each)


def _by_former(old: Mapping[Any, AnyEntry], come: Sequence[AnyEntry]) -> dict[str, AnyEntry]:
    found = {}
    for each in come:
        for name in each.formers:
            if before := old.get((each.type.name, name)):
                found[each.path] = before
    return found


def _by_content(gone: Sequence[AnyEntry], come: Sequence[AnyEntry]) -> dict[str, AnyEntry]:
    known = {_content(each): each for each in gone}
    return {each.path: known[_content(each)] for each in come if _content(each) in known}


def _by_title(gone: Sequence[AnyEntry], come: Sequence[AnyEntry]) -> dict[str, AnyEntry]:
    """Records of one title, where nothing else has it."""
    known: dict[tuple[str, str], list[AnyEntry]] = defaultdict(list)
    for each in gone:
        known[each.type.name, getattr(each.brief, "title", "")].append(each)
    found = {}
    for each in come:
        title = getattr(each.brief, "title", "")
        same = known.get((each.type.name, title), ()) if title else ()
        if len(same) == 1:
            found[each.path] = same[0]
    return found


def _content(entry: AnyEntry) -> tuple[str, str]:
    return entry.type.name, entry.digest
