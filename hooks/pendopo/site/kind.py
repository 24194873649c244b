"""Kinds of record, with everything that each adds to the site, and their registry.

Code that handles all kinds loops over a `Registry`; nothing else enumerates them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.government.derived import Derived
from pendopo.government.directory import Directory
from pendopo.government.link import LinkRule, Links
from pendopo.problems.problem import Problem
from pendopo.problems.sentences import Sentence
from pendopo.reading.entry import Entry
from pendopo.reading.load import Rules, no_rules
from pendopo.reading.record_type import RecordType
from pendopo.site.changes import Compared, Harm
from pendopo.site.evidence import Evidence
from pendopo.site.menu import Section
from pendopo.site.notices import Notice, Notices, most_severe
from pendopo.site.page import Alternate, DataFile, Link, Page
from pendopo.site.panel import Panel, Shown

if TYPE_CHECKING:
    from pendopo.site.api import Api
    from pendopo.site.context import Context

PortalPages = Callable[["Context"], Iterable[Page]]
AgencyPages = Callable[["Context", Agency], Iterable[Page]]
PortalFiles = Callable[["Context"], Iterable[DataFile]]
AgencyFiles = Callable[["Context", Agency], Iterable[DataFile]]
TimelyRule = Callable[["Context", Agency], Iterator[Problem]]
SiteRule = Callable[["Context", "Taken", Sequence[Problem]], Iterator[Problem]]
PortalLeft = Callable[["Context", "Planned"], Iterable[DataFile]]
AgencyLeft = Callable[["Context", Agency, "Planned"], Iterable[DataFile]]
NoticesOf = Callable[["Context", Agency | None], Iterable[Notice]]
AboutTopic = Callable[["Context", str], Link | None]
EvidenceOf = Callable[["Context", Agency], Iterable[Evidence]]

PORTAL_NAMES = frozenset({"api", "assets", "index", "404", *addresses.BY_HAND})
AGENCY_NAMES = frozenset({"media", "index"})
"""Names reserved by the site itself, at its top and below each agency."""


@dataclass(frozen=True)
class Taken:
    """Everything that a site has: `live` addresses of pages and files that readers may open.

    `reserved` are those of files that the site makes for itself; a slash at the end means the
    whole folder.
    """

    live: frozenset[str]
    reserved: frozenset[str]


def always(brief: object, today: date) -> bool:
    """A record must be right on every day."""
    return True


class Planned(NamedTuple):
    """The pages and files of an agency, or of the portal, as all kinds have planned them."""

    pages: Sequence[Page]
    files: Sequence[DataFile]


@dataclass(frozen=True, eq=False)
class Kind:
    """Everything that a kind of record adds to the site.

    `name` is the name of its folder below `kinds/`, `title` what editors call such a file. All
    functions are defined at module level, so that a kind can be passed to another process.

    Rules, from a single file to the whole site: `rules` check one record, `link_rules` an agency
    among all others; `timely_rules` depend on the date, `site_rules` on all that the site has
    (and the problems so far). `sentences` are those of its problems.

    `section` is where its pages stand in menus.

    Pages and files, in the order of the menus: those of the portal may show the briefs of all
    agencies, those of an agency only what `Directory.visible_to` returns. `portal_left` and `left`
    are files at the addresses that all these have left behind. `names` and `portal_names` are the
    first segments of their addresses, below an agency and at the top, which no agency may use.
    `quoted` takes an agency, or None for the portal, and returns the records of which its files
    contain more than the brief.

    `notices` finds the texts that stand on every page of an agency, or of the portal (None), for a
    time; `banners` are what stands above every page of an agency for good. `panels` are its parts
    of the first pages of agencies and of the portal. `evidence` finds what an agency publishes of
    that which the law wants; it may look at briefs alone, since pages of the portal show it too.

    `weight` estimates the number of an agency's pages of this kind. `feed` is the feed that pages
    of an agency, or of the portal, refer to. `labels` are functions for templates, each a mapping
    from values to messages. `about` takes the key of a topic and returns the link to the portal's
    list of these records about it, if there is one. `links` lead from the search page to the
    portal's lists of these records. `api` is the kind's part of the API.

    `kept` takes a brief and a day, and returns whether the record must still be right on that day:
    then it is told where nobody has touched it for long. Without it, records are of their day.

    What a change of a record does is told of any model by the titles of its fields. `watched` are
    fields of which every change, also within them, may do harm, and which; `compared` are parts of
    a record that the kind compares in its own way. `choices` are labels of the values of each type
    `Literal` that its model has.
    """

    name: str
    record: RecordType[Any, Any]
    title: str = ""
    section: Section = "about"
    sentences: Mapping[str, Sentence] = field(default_factory=dict)
    rules: Rules = no_rules
    link_rules: tuple[LinkRule, ...] = ()
    timely_rules: tuple[TimelyRule, ...] = ()
    site_rules: tuple[SiteRule, ...] = ()
    derived: tuple[Derived[Any], ...] = ()
    portal_pages: tuple[PortalPages, ...] = ()
    pages: tuple[AgencyPages, ...] = ()
    portal_files: tuple[PortalFiles, ...] = ()
    files: tuple[AgencyFiles, ...] = ()
    portal_left: tuple[PortalLeft, ...] = ()
    left: tuple[AgencyLeft, ...] = ()
    portal_names: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    quoted: Callable[[Directory, Agency | None], Sequence[Entry[Any, Any]]] | None = None
    notices: NoticesOf | None = None
    panels: tuple[Panel, ...] = ()
    banners: tuple[Panel, ...] = ()
    evidence: EvidenceOf | None = None
    weight: Callable[[Agency], int] | None = None
    feed: Callable[["Context", Agency | None], Alternate | None] | None = None
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    about: AboutTopic | None = None
    links: Callable[["Context"], Iterable[Link]] | None = None
    api: "Api | None" = None
    kept: Callable[[Any, date], bool] | None = None
    watched: Mapping[str, Harm] = field(default_factory=dict)
    choices: Mapping[Any, Mapping[str, str]] = field(default_factory=dict)
    compared: tuple[Compared, ...] = ()


@dataclass(frozen=True, eq=False)
class Registry:
    """All kinds of record, in the order of the menus."""

    kinds: tuple[Kind, ...]

    def __iter__(self) -> Iterator[Kind]:
        return iter(self.kinds)

    @cached_property
    def by_record(self) -> Mapping[str, Kind]:
        """The kinds by the name of their record type."""
        return {each.record.name: each for each in self.kinds}

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """The sections of the menu by the names of the kinds."""
        return {each.name: each.section for each in self.kinds}

    @cached_property
    def types(self) -> tuple[RecordType[Any, Any], ...]:
        """The record types of all kinds."""
        return tuple(each.record for each in self.kinds)

    @cached_property
    def links(self) -> Links:
        """The parts of the kinds that linking uses."""
        return Links(
            types=self.types,
            rules=tuple(rule for each in self.kinds for rule in each.link_rules),
            derived=tuple(fact for each in self.kinds for fact in each.derived),
            agency_names=AGENCY_NAMES.union(*(each.names for each in self.kinds)),
            portal_names=PORTAL_NAMES.union(*(each.portal_names for each in self.kinds)),
        )

    @cached_property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """The labels of all kinds, by the name of the template function."""
        return {name: values for each in self.kinds for name, values in each.labels.items()}

    @cached_property
    def choices(self) -> Mapping[Any, Mapping[str, str]]:
        """The labels of the values of all types `Literal` of models."""
        return {choice: labels for each in self.kinds for choice, labels in each.choices.items()}

    def rules(self, record_type: RecordType[Any, Any]) -> Rules:
        """The rules that check one record of a type."""
        return self.by_record[record_type.name].rules

    def quoted(self, directory: Directory, agency: Agency | None) -> list[Entry[Any, Any]]:
        """The records of which files of `agency`, or of the portal, contain more than the brief."""
        return [
            entry for each in self.kinds if each.quoted for entry in each.quoted(directory, agency)
        ]

    def notices(self, context: "Context", agency: Agency | None) -> Notices:
        """The notices that stand on every page of `agency`, or of the portal."""
        found = (each.notices(context, agency) for each in self.kinds if each.notices)
        return most_severe(each for some in found for each in some)

    def panels(self, context: "Context", agency: Agency | None) -> tuple[Shown, ...]:
        """The panels of the first page of `agency`, or of the portal, in their order."""
        return _shown((each for kind in self.kinds for each in kind.panels), context, agency)

    def banners(self, context: "Context", agency: Agency) -> tuple[Shown, ...]:
        """What stands above every page of `agency`, in its order."""
        return _shown((each for kind in self.kinds for each in kind.banners), context, agency)

    def evidence(self, context: "Context", agency: Agency) -> list[Evidence]:
        """What `agency` publishes of that which the law wants."""
        found = (each.evidence(context, agency) for each in self.kinds if each.evidence)
        return [each for some in found for each in some]

    def about(self, context: "Context", topic: str) -> list[Link]:
        """The links to lists of records about a topic, by its key."""
        found = (each.about(context, topic) for each in self.kinds if each.about)
        return [each for each in found if each]

    def feeds(self, context: "Context", agency: Agency | None) -> list[Alternate]:
        """The feeds that pages of `agency`, or of the portal, refer to."""
        found = (each.feed(context, agency) for each in self.kinds if each.feed)
        return [each for each in found if each]

    def weight(self, agency: Agency) -> int:
        """Estimated number of an agency's pages."""
        return sum(each.weight(agency) for each in self.kinds if each.weight)


def _shown(panels: Iterable[Panel], context: "Context", agency: Agency | None) -> tuple[Shown, ...]:
    ranked = sorted(panels, key=lambda each: each.rank)
    views = ((each.template, each.view(context, agency)) for each in ranked)
    return tuple(Shown(template, view) for template, view in views if view is not None)
