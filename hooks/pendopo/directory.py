"""All agencies, linked: the tree of government and what only the whole can tell."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from . import addresses
from .load import Entry
from .problems import Problem, nearest, problem
from .records import AGENCY, PORTAL
from .records.agency import AgencyRecord
from .records.article import ArticleRecord
from .records.plan import PlanRecord
from .records.portal import PortalRecord
from .sources import Media

DEFAULT_PORTAL = PortalRecord(name="Pendopo", introduction="Profil instansi pemerintah.")


@dataclass(frozen=True)
class Agency:
    """One agency: `id` is its path in the tree of government, `parent` that of the one above.

    `entries` are its records by the name of their kind.
    """

    id: str
    entry: Entry[AgencyRecord]
    parent: str | None
    entries: Mapping[str, tuple[Entry[Any], ...]]
    media: Mapping[str, Media]

    @property
    def record(self) -> AgencyRecord:
        """The record of agency.yml."""
        return self.entry.record

    @property
    def name(self) -> str:
        """The name for menus and titles."""
        return self.record.shown_name

    def records(self, kind: str) -> tuple[Entry[Any], ...]:
        """The agency's records of one kind, by the name of their file."""
        return self.entries.get(kind, ())

    @property
    def plans(self) -> tuple[Entry[PlanRecord], ...]:
        """Its plans."""
        return self.records("plan")

    @cached_property
    def articles(self) -> list[Entry[ArticleRecord]]:
        """Its dated news articles, the newest first."""
        dated = [entry for entry in self.records("article") if entry.record.day]
        return sorted(dated, key=_newest_first)


@dataclass(frozen=True)
class Directory:
    """The portal and its agencies by id, each after the one above it."""

    portal: PortalRecord
    agencies: Mapping[str, Agency] = field(default_factory=dict)

    def above(self, agency: Agency) -> list[Agency]:
        """The agencies above, from the top down."""
        chain: list[Agency] = []
        while agency.parent is not None:
            agency = self.agencies[agency.parent]
            chain.insert(0, agency)
        return chain

    def below(self, agency: Agency | None) -> list[Agency]:
        """The agencies directly below; those at the top for None."""
        return self._children.get(agency.id if agency else None, [])

    def plan(self, reference: str) -> tuple[Agency, Entry[PlanRecord]] | None:
        """The plan that `agency-id/name` names, with its agency."""
        agency_id, _, name = reference.rpartition("/")
        agency = self.agencies.get(agency_id)
        plan = next((each for each in agency.plans if each.name == name), None) if agency else None
        return (agency, plan) if agency and plan else None

    @cached_property
    def _children(self) -> dict[str | None, list[Agency]]:
        children: dict[str | None, list[Agency]] = defaultdict(list)
        for agency in self.agencies.values():
            children[agency.parent].append(agency)
        return children


def link(
    entries: Iterable[Entry[Any]], media: Iterable[Media], paths: Collection[str]
) -> tuple[Directory, list[Problem]]:
    """The directory of all records, and the problems that only the whole can tell.

    `paths` are all files that were read, also those whose record is not sound: that they are
    missing from the directory has been told already.
    """
    by_agency: dict[str, list[Entry[Any]]] = defaultdict(list)
    for entry in entries:
        by_agency[entry.agency].append(entry)
    pictures: dict[str, dict[str, Media]] = defaultdict(dict)
    for each in media:
        pictures[each.agency][each.name] = each
    heads = {
        entry.agency: entry
        for found in by_agency.values()
        for entry in found
        if entry.kind is AGENCY
    }
    portals = [entry.record for entry in by_agency.get("", []) if entry.kind is PORTAL]
    agencies = {
        agency_id: Agency(
            agency_id,
            head,
            _parent(agency_id, heads),
            _by_kind(by_agency[agency_id]),
            pictures[agency_id],
        )
        for agency_id, head in sorted(heads.items(), key=lambda item: item[0].split("/"))
    }
    directory = Directory(portals[0] if portals else DEFAULT_PORTAL, agencies)
    return directory, list(_problems(directory, paths))


def _by_kind(entries: Iterable[Entry[Any]]) -> Mapping[str, tuple[Entry[Any], ...]]:
    by_kind: dict[str, list[Entry[Any]]] = defaultdict(list)
    for entry in entries:
        by_kind[entry.kind.name].append(entry)
    return {kind: tuple(found) for kind, found in by_kind.items()}


def _newest_first(entry: Entry[ArticleRecord]) -> tuple[int, str]:
    return -(entry.record.day.toordinal() if entry.record.day else 0), entry.name


def _parent(agency_id: str, known: Mapping[str, object]) -> str | None:
    """The nearest agency around `agency_id` that exists."""
    above, _, _ = agency_id.rpartition("/")
    if not above:
        return None
    return above if above in known else _parent(above, known)


def _problems(directory: Directory, paths: Collection[str]) -> Iterator[Problem]:
    for agency in directory.agencies.values():
        yield from _free_address(agency)
        yield from _code_of_parent(agency, directory)
        yield from _pictures_exist(agency)
        for plan in agency.plans:
            yield from _plan_above(agency, plan, directory, paths)
        for article in agency.articles:
            yield from _date_of_name(article)


def _free_address(agency: Agency) -> Iterator[Problem]:
    """No agency has the address of a page of the agency or portal around it."""
    name = agency.id.rpartition("/")[2]
    if name in (addresses.OF_AGENCIES if agency.parent else addresses.OF_PORTAL):
        yield problem(agency.entry.path, "name-reserved", name=name)


def _code_of_parent(agency: Agency, directory: Directory) -> Iterator[Problem]:
    """A region code begins with the code of the nearest agency above that has one."""
    code = agency.record.region_code
    for above in reversed(directory.above(agency)):
        if code and (start := above.record.region_code):
            if code != start and not code.startswith(f"{start}."):
                values = {"value": code, "parent": start, "name": above.name}
                yield agency.entry.problem(("region_code",), "region-code-parent", **values)
            return


def _pictures_exist(agency: Agency) -> Iterator[Problem]:
    """A picture that a record names lies in the folder media of its agency."""
    if agency.record.emblem:
        yield from _picture(agency.entry, agency, agency.record.emblem.file, ("emblem", "file"))
    for article in agency.articles:
        if article.record.picture and article.record.picture.file:
            file = article.record.picture.file
            yield from _picture(article, agency, file, ("picture", "file"))


def _picture(
    entry: Entry[Any], agency: Agency, file: str, location: tuple[str, ...]
) -> Iterator[Problem]:
    if file in agency.media:
        return
    if near := nearest(file, agency.media):
        yield entry.problem(location, "media-missing-nearest", value=file, nearest=near)
    else:
        yield entry.problem(location, "media-missing", value=file)


def _plan_above(
    agency: Agency, plan: Entry[PlanRecord], directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """A plan derives from an existing plan of an agency above."""
    reference = plan.record.derives_from
    if not reference:
        return
    above = directory.above(agency)
    if found := directory.plan(reference):
        if found[0] not in above:
            yield plan.problem(("derives_from",), "plan-above-place", value=reference)
        return
    above_id, _, name = reference.rpartition("/")
    if f"agencies/{above_id}/plans/{name}.yml" in paths:
        return
    known = [f"{each.id}/{entry.name}" for each in above for entry in each.plans]
    if near := nearest(reference, known):
        values = {"value": reference, "nearest": near}
        yield plan.problem(("derives_from",), "plan-above-missing-nearest", **values)
    else:
        yield plan.problem(("derives_from",), "plan-above-missing", value=reference)


def _date_of_name(article: Entry[ArticleRecord]) -> Iterator[Problem]:
    """The date in the name of a news file is one of the article's dates."""
    day = article.name[:10]
    dates = (article.record.event_date, article.record.published)
    if day not in {each.isoformat() for each in dates if each}:
        yield problem(article.path, "article-name-date", value=day)
