"""All agencies, linked: the tree of government."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from pendopo.basics import addresses
from pendopo.kinds.agency.record import AgencyBrief, AgencyRecord
from pendopo.kinds.news.record import ArticleRecord
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.portal.record import PortalRecord
from pendopo.kinds.redirects.record import RedirectsRecord
from pendopo.kinds.topics.record import Topic
from pendopo.labels import TYPES
from pendopo.pictures.renditions import Renditions, emblem, photo
from pendopo.reading.load import Entry
from pendopo.reading.media import DOCUMENTS, Media


class Server(NamedTuple):
    """A goal or objective of an agency below that serves a part of a plan.

    `serves` is that part's name on its page; `plan` the name of the lower plan, `period` its label;
    `below` the objectives, each with the names of its indicators, as `Serving` has them.
    """

    serves: str
    agency: str
    name: str
    plan: str
    period: str
    anchor: str
    statement: str
    below: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def reference(self) -> str:
        """The lower plan, as `agency/name`."""
        return f"{self.agency}/{self.plan}"


class Attached(NamedTuple):
    """A document to download: its address, media type and size in bytes."""

    address: str
    type: str
    size: int


SMALL_WORDS = {"dan", "di", "ke", "of", "the", "and"}
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
        """The record of agency.yml; pages of other agencies show the `brief` alone."""
        return self.entry.record

    @property
    def brief(self) -> AgencyBrief:
        """What every page may show of the agency."""
        brief: AgencyBrief = self.entry.brief
        return brief

    @cached_property
    def name(self) -> str:
        """The name for menus and titles."""
        return self.brief.shown_name

    @property
    def initials(self) -> str:
        """One or two letters for one without an emblem: `BS` for Kecamatan Binjai Selatan."""
        words = [each for each in re.findall(r"\w+", self.name) if each.lower() not in SMALL_WORDS]
        own = [each for each in words if each.lower() not in TYPES] or words
        return "".join(each[0] for each in own[:2]).upper()

    @cached_property
    def emblem(self) -> Renditions | None:
        """Its emblem as it is published, if there is one."""
        file = self.media.get(self.brief.emblem)
        return emblem(file) if file else None

    def picture(self, file: str) -> Renditions | None:
        """A picture of its folder media as it is published, if there is such a one."""
        return photo(self.media[file]) if file in self.media else None

    def attached(self, files: Iterable[str]) -> dict[str, Attached]:
        """Address and size of those documents of its folder media that there are, by their name."""
        return {
            each: Attached(addresses.media(self.id, each), DOCUMENTS[media.suffix], media.size)
            for each in files
            if (media := self.media.get(each))
        }

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
        dated = [entry for entry in self.records("article") if entry.brief.day]
        dated.sort(key=lambda entry: entry.name)
        return sorted(dated, key=lambda entry: str(entry.brief.day), reverse=True)

    def with_records(self, *kinds: str) -> "Agency":
        """The same agency with its records of some kinds only."""
        entries = {kind: found for kind, found in self.entries.items() if kind in kinds}
        return Agency(self.id, self.entry, self.parent, entries, self.media)


@dataclass(frozen=True)
class Directory:
    """The portal and its agencies by id, each after the one above it.

    `servers` says who serves each plan, which is named as `agency/name`; `redirects` are the old
    addresses outside of all agencies.
    """

    portal: PortalRecord
    agencies: Mapping[str, Agency] = field(default_factory=dict)
    servers: Mapping[str, tuple[Server, ...]] = field(default_factory=dict)
    topics: tuple[Topic, ...] = ()
    redirects: Entry[RedirectsRecord] | None = None

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

    def around(self, agency: Agency) -> "Directory":
        """The part of the directory that an agency's own pages may show.

        That is the agency itself, those above it with their plans, the briefs of those directly
        below, what of the others serves its plans, and the news of those below if its list shows
        them: a change of anything else cannot alter its pages.
        """
        shown = [each.with_records("plan") for each in self.above(agency)]
        shown.append(agency)
        shown += [each.with_records() for each in self.below(agency)]
        shown += [each.with_records("article") for each in self.news_below(agency)]
        agencies = {each.id: each for each in shown}
        return Directory(self.portal, agencies, self.serving_any(agency), self.topics)

    def news_below(self, agency: Agency) -> list[Agency]:
        """All agencies below whose news the list of `agency` shows as well."""
        found: list[Agency] = []
        level = self.below(agency) if agency.brief.news_from_below else []
        while level:
            found += level
            level = [below for each in level for below in self.below(each)]
        return found

    def topic(self, name: str) -> Topic | None:
        """The topic that an article names."""
        return self._topics.get(name.casefold())

    def serving_any(self, agency: Agency) -> dict[str, tuple[Server, ...]]:
        """Who serves the plans of `agency`, directly or not."""
        return self.serving([f"{agency.id}/{plan.name}" for plan in agency.plans])

    def serving(self, references: Iterable[str]) -> dict[str, tuple[Server, ...]]:
        """Who serves these plans, who serves those in turn, and so on down the tree."""
        found: dict[str, tuple[Server, ...]] = {}
        open_ = [*references] if self.servers else []
        while open_:
            reference = open_.pop()
            if reference in self.servers and reference not in found:
                found[reference] = self.servers[reference]
                open_ += [each.reference for each in found[reference]]
        return dict(sorted(found.items()))

    def colours(self, agency: Agency | None) -> tuple[str, str]:
        """Primary and accent colour of an agency or the nearest one above it, or the portal's."""
        while agency is not None:
            if agency.brief.primary:
                return agency.brief.primary, agency.brief.accent
            agency = self.agencies[agency.parent] if agency.parent is not None else None
        return self.portal.colours.primary, self.portal.colours.accent

    def plan(self, reference: str) -> tuple[Agency, Entry[PlanRecord]] | None:
        """The plan that `agency-id/name` names, with its agency."""
        agency_id, _, name = reference.rpartition("/")
        agency = self.agencies.get(agency_id)
        plan = next((each for each in agency.plans if each.name == name), None) if agency else None
        return (agency, plan) if agency and plan else None

    @cached_property
    def _topics(self) -> dict[str, Topic]:
        return {each.name.casefold(): each for each in self.topics}

    @cached_property
    def _children(self) -> dict[str | None, list[Agency]]:
        children: dict[str | None, list[Agency]] = defaultdict(list)
        for agency in self.agencies.values():
            children[agency.parent].append(agency)
        return children
