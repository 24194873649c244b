"""A kind of record: all that it brings to the site, and the registry of all kinds.

Whatever needs to know of kinds loops over a `Registry`; nothing else enumerates them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

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
from pendopo.site.page import Alternate, DataFile, Link, Page

if TYPE_CHECKING:
    from pendopo.site.api import Api
    from pendopo.site.context import Context

PortalPages = Callable[["Context"], Iterable[Page]]
AgencyPages = Callable[["Context", Agency], Iterable[Page]]
PortalFiles = Callable[["Context"], Iterable[DataFile]]
AgencyFiles = Callable[["Context", Agency], Iterable[DataFile]]
TimelyRule = Callable[["Context", Agency], Iterator[Problem]]
SiteRule = Callable[["Context", Iterable[str], Sequence[Problem]], Iterator[Problem]]

PORTAL_NAMES = frozenset({"api", "assets", "index", "404", *addresses.BY_HAND})
AGENCY_NAMES = frozenset({"media", "index"})
"""Names that the site itself takes, at its top and below each agency."""


@dataclass(frozen=True, eq=False)
class Kind:
    """All that a kind of record brings.

    `name` is that of its folder below `kinds/`. All functions are module-level ones, so that a kind
    can be passed to another process.

    Rules, from the file alone to the whole site: `rules` judge a record, `link_rules` an agency
    among all others, `timely_rules` need to know the day, `site_rules` the addresses of all pages
    (and the problems so far). `sentences` are those of its problems.

    Pages and files, in the order of the menus: those of the portal may show the briefs of all
    agencies, those of an agency what `Directory.visible_to` leaves. `names` and `portal_names` are
    the first parts of their addresses, below an agency and at the top, which no agency may have.
    `quoted` returns the records of which such a file holds more than the brief, given an agency or,
    for the portal's files, None.

    `weight` is roughly how many pages an agency has of it. `feed` is the feed that the pages of an
    agency, or of the portal, refer to. `labels` are functions for templates, each from a value to
    its message. `links` lead from the page of the search to what the portal lists of it. `api` says
    what the API has of it.
    """

    name: str
    record: RecordType[Any, Any]
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
    portal_names: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    quoted: Callable[[Directory, Agency | None], Sequence[Entry[Any, Any]]] | None = None
    weight: Callable[[Agency], int] | None = None
    feed: Callable[["Context", Agency | None], Alternate | None] | None = None
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    links: Callable[["Context"], Iterable[Link]] | None = None
    api: "Api | None" = None


@dataclass(frozen=True, eq=False)
class Registry:
    """All kinds in the order of the menus."""

    kinds: tuple[Kind, ...]

    def __iter__(self) -> Iterator[Kind]:
        return iter(self.kinds)

    @cached_property
    def by_record(self) -> Mapping[str, Kind]:
        """Each kind by the name of its type of record."""
        return {each.record.name: each for each in self.kinds}

    @cached_property
    def types(self) -> tuple[RecordType[Any, Any], ...]:
        """The types of record."""
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
        """The labels of all kinds by the name of the function that templates call."""
        return {name: values for each in self.kinds for name, values in each.labels.items()}

    def rules(self, record_type: RecordType[Any, Any]) -> Rules:
        """The rules that one record of a type is judged by."""
        return self.by_record[record_type.name].rules

    def quoted(self, directory: Directory, agency: Agency | None) -> list[Entry[Any, Any]]:
        """The records of which files of `agency`, or of the portal, hold more than the brief."""
        return [
            entry for each in self.kinds if each.quoted for entry in each.quoted(directory, agency)
        ]

    def feeds(self, context: "Context", agency: Agency | None) -> list[Alternate]:
        """The feeds that pages of `agency`, or of the portal, refer to."""
        found = (each.feed(context, agency) for each in self.kinds if each.feed)
        return [each for each in found if each]

    def weight(self, agency: Agency) -> int:
        """Roughly how many pages an agency has."""
        return sum(each.weight(agency) for each in self.kinds if each.weight)
