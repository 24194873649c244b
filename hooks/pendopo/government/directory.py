"""The directory: all agencies, linked in the tree of government."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from pendopo.government.agency import Agency, B, R
from pendopo.government.derived import Derived
from pendopo.kinds.portal.record import PortalRecord
from pendopo.problems.nearest import Names
from pendopo.reading.entry import Entry
from pendopo.reading.record_type import RecordType

T = TypeVar("T")
DEFAULT_PORTAL = PortalRecord(name="Pendopo", introduction="Profil instansi pemerintah.")


@dataclass(frozen=True)
class Directory:
    """The portal and its agencies by id; each agency comes after the one above it.

    `entries` holds the portal's own records by the name of their type, `types` all record types,
    `facts` the facts derived from all records together, by the name of their `Derived`.
    """

    portal: PortalRecord
    agencies: Mapping[str, Agency] = field(default_factory=dict)
    entries: Mapping[str, tuple[Entry[Any, Any], ...]] = field(default_factory=dict)
    types: tuple[RecordType[Any, Any], ...] = ()
    derived: tuple[Derived[Any], ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)

    def records(self, record_type: RecordType[R, B]) -> tuple[Entry[R, B], ...]:
        """The portal's own records of one type."""
        return self.entries.get(record_type.name, ())

    def fact(self, derived: Derived[T]) -> T:
        """Returns the value of a fact derived from all records together."""
        found: T = self.facts[derived.name]
        return found

    def above(self, agency: Agency) -> list[Agency]:
        """The agencies above `agency`, from the top down."""
        chain: list[Agency] = []
        while agency.parent is not None:
            agency = self.agencies[agency.parent]
            chain.insert(0, agency)
        return chain

    def below(self, agency: Agency | None) -> list[Agency]:
        """The agencies directly below `agency` in their order; for None, those at the top."""
        return self._children.get(agency.id if agency else None, [])

    def living(self, today: date) -> "Directory":
        """The agencies that have not ended by `today`, for lists; one below one that has moves up.

        What is inherited of those above is to be asked of the whole directory.
        """
        ended = {name for name, each in self.agencies.items() if each.brief.has_ended(today)}
        if not ended:
            return self
        agencies: dict[str, Agency] = {}
        for name, agency in self.agencies.items():
            parent = agency.parent
            while parent in ended:
                parent = self.agencies[parent].parent
            if name not in ended:
                same = parent == agency.parent
                agencies[name] = agency if same else replace(agency, parent=parent)
        return replace(self, agencies=agencies)

    def all_below(self, agency: Agency) -> list[Agency]:
        """All agencies below `agency`, level by level."""
        found: list[Agency] = []
        level = self.below(agency)
        while level:
            found += level
            level = [below for each in level for below in self.below(each)]
        return found

    def shown_above(
        self, agency: Agency, record_type: RecordType[Any, Any] | None = None
    ) -> list[Agency]:
        """The agencies below whose records the pages of `agency` also show: all or none.

        Only records of `record_type` count; for None, records of any type.
        """
        types = [record_type] if record_type else self.types
        wanted = any(each.shown_above and each.shown_above(agency.brief) for each in types)
        return self.all_below(agency) if wanted else []

    @cached_property
    def types_shown_below(self) -> tuple[RecordType[Any, Any], ...]:
        """The record types that pages of agencies below may show."""
        return tuple(each for each in self.types if each.shown_below)

    @cached_property
    def types_shown_above(self) -> tuple[RecordType[Any, Any], ...]:
        """The record types whose briefs pages of agencies above may show."""
        return tuple(each for each in self.types if each.shown_above)

    def visible_to(self, agency: Agency) -> "Directory":
        """The part of the directory that an agency's own pages may show.

        These are the agency itself; those above, with their records that are shown below; the
        briefs of those directly below; the records of all below that its pages show, if any; and
        its part of the derived facts. No other change can alter its pages: `build.cache_keys`
        relies on that.
        """
        shown = [each.with_records(self.types_shown_below) for each in self.above(agency)]
        shown.append(agency)
        shown += [each.with_records(()) for each in self.below(agency)]
        shown += [each.with_records(self.types_shown_above) for each in self.shown_above(agency)]
        facts = {each.name: each.visible(self, agency) for each in self.derived}
        agencies = {each.id: each for each in shown}
        return replace(self, agencies=agencies, entries={}, facts=facts)

    def colours(self, agency: Agency | None) -> tuple[str, str]:
        """Primary and accent colour: the agency's, the nearest one's above it, or the portal's."""
        while agency is not None:
            if agency.brief.primary:
                return agency.brief.primary, agency.brief.accent
            agency = self.agencies[agency.parent] if agency.parent is not None else None
        return self.portal.colours.primary, self.portal.colours.accent

    def time_zone(self, agency: Agency) -> str:
        """The agency's time zone, or that of the nearest agency above that states one, or empty."""
        chain = [agency, *reversed(self.above(agency))]
        return next((each.brief.time_zone for each in chain if each.brief.time_zone), "")

    def type_name(self, agency: Agency) -> str:
        """What the agency's type is called locally: by itself, or by the nearest one above."""
        if agency.brief.type_name:
            return agency.brief.type_name
        kind = agency.brief.type
        chain = (agency, *reversed(self.above(agency)))
        named = (pair for each in chain for pair in each.brief.type_names)
        return next((name for key, name in named if key == kind), "")

    def initials(self, agency: Agency) -> str:
        """One or two letters in place of the agency's emblem."""
        return agency.initials(self.type_name(agency))

    def all_entries(self) -> Iterable[Entry[Any, Any]]:
        """All records of the portal and of all agencies."""
        for found in self.entries.values():
            yield from found
        for agency in self.agencies.values():
            yield from agency.all_entries()

    @cached_property
    def names(self) -> Names:
        """The ids of all agencies, to suggest one for an unknown id."""
        return Names(self.agencies)

    @cached_property
    def in_order(self) -> list[Agency]:
        """All agencies, each before those below it, and beside each other in their order."""
        found: list[Agency] = []
        waiting = self.below(None)[::-1]
        while waiting:
            found.append(waiting.pop())
            waiting += self.below(found[-1])[::-1]
        return found

    @cached_property
    def _children(self) -> dict[str | None, list[Agency]]:
        children: dict[str | None, list[Agency]] = defaultdict(list)
        for agency in self.agencies.values():
            children[agency.parent].append(agency)
        for found in children.values():
            found.sort(key=lambda each: each.order)
        return children
