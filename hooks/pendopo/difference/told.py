"""The report on a change: first what may do harm, then all else, agency by agency."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pendopo.basics.translations import Translate, translations
from pendopo.difference.called import Called
from pendopo.difference.models import Comparison, Difference, Pair
from pendopo.difference.pages import Left, left
from pendopo.difference.records import (
    AgencyPair,
    AnyEntry,
    EntryPair,
    agencies,
    entries,
    explained,
    of_portal,
)
from pendopo.difference.said import Teller
from pendopo.difference.states import States
from pendopo.government.agency import Agency
from pendopo.site.changes import HARMS, Around, Change
from pendopo.site.kind import Kind

MOST_MOVED = 5
"""Pages of one agency that are told one by one, of those that lead on and of those that do not."""
MOST_SHOWN = 20
"""Addresses that one sentence names."""


class Told(NamedTuple):
    """A change with the id and the name of its agency, and its file; the portal has no id."""

    agency: str
    name: str
    path: str
    change: Change


class Report(NamedTuple):
    """All that a change does, in order, and how many faults either state has."""

    told: Sequence[Told]
    faults_before: int
    faults_after: int

    @property
    def harmful(self) -> list[Told]:
        """What is to be looked at first, the worst first."""
        found = [each for each in self.told if each.change.harm]
        return sorted(found, key=lambda each: HARMS.index(each.change.harm))

    @property
    def others(self) -> list[Told]:
        """All else."""
        return [each for each in self.told if not each.change.harm]


def report(states: States) -> Report:
    """All that differs between two states."""
    reporter = _Reporter(states)
    counts = (len(each.faulty) for each in states[:2])
    return Report([*reporter.all()], *counts)


@dataclass(frozen=True)
class _Reporter:
    states: States

    @property
    def language(self) -> str:
        return self.states.after.site.context.language

    @property
    def translate(self) -> Translate:
        return translations(self.language).gettext

    @cached_property
    def called(self) -> tuple[Called, Called]:
        """What records are called before and after."""
        return Called(self.states.before), Called(self.states.after)

    @cached_property
    def pairs(self) -> list[AgencyPair]:
        return agencies(self.states)

    @cached_property
    def left(self) -> dict[str, list[Left]]:
        """The addresses that have been left, by the id of their agency before the change."""
        found: dict[str, list[Left]] = defaultdict(list)
        for each in left(self.states):
            found[each.old.agency].append(each)
        return found

    def all(self) -> Iterator[Told]:
        before, after = self.states.before, self.states.after
        portal = after.directory.portal.name
        for pair in of_portal(before.directory, after.directory):
            yield from self._of_entry(pair, "", portal)
        yield from self._of_pages("", portal)
        for pair_of_agencies in self.pairs:
            yield from self._of_agency(pair_of_agencies)

    def _of_agency(self, pair: AgencyPair) -> Iterator[Told]:
        one = pair.after or pair.before
        if one is None or not self._is_known(pair):
            return
        if change := self._of_folder(pair, one):
            yield self._told(one, one.entry.path, change)
        if pair.after:
            for each in entries(pair):
                yield from self._of_entry(each, one.id, one.name, whole=pair.before is None)
            yield from self._of_media(pair)
        if pair.before:
            yield from self._of_pages(pair.before.id, one.name)

    def _is_known(self, pair: AgencyPair) -> bool:
        """Whether it is not for faults of one state that an agency is in the other alone."""
        if pair.before is None and pair.after:
            return not explained(pair.after.entry.path, self.states.before)
        if pair.after is None and pair.before:
            return not explained(pair.before.entry.path, self.states.after)
        return True

    def _of_folder(self, pair: AgencyPair, one: Agency) -> Change | None:
        """What became of the folder of an agency; None if it is where it was."""
        if pair.before is None:
            return Change(self._come(one))
        if pair.after is None:
            said = self.translate("agency removed; its folder was {folder}")
            return Change(said.format(folder=one.id), "page")
        before, after = pair.before.id, pair.after.id
        if before == after:
            return None
        values = {"before": before, "after": after}
        if before in pair.after.formers or self._goes_with_above(pair.before, pair.after):
            said = self.translate("folder renamed: {before} → {after}")
            return Change(said.format(**values), "", **values)
        above, _, former = before.rpartition("/")
        if above != after.rpartition("/")[0]:
            former = f"/{before}"
        said = self.translate(
            "folder renamed: {before} → {after}. Write formerly: {former} in {file}, and all old "
            "addresses lead on"
        )
        values = {**values, "former": former, "file": pair.after.entry.path}
        return Change(said.format(**values), "page", before, after)

    def _goes_with_above(self, before: Agency, after: Agency) -> bool:
        """Whether the folder moved with that of the agency above, which is told of it."""
        above, _, last = before.id.rpartition("/")
        return f"{self._moved.get(above, '')}/{last}" == after.id

    @cached_property
    def _moved(self) -> dict[str, str]:
        both = ((each.before, each.after) for each in self.pairs)
        return {one.id: two.id for one, two in both if one and two and one.id != two.id}

    def _come(self, one: Agency) -> str:
        records = (each for some in one.entries.values() for each in some)
        counted = Counter(map(self.called[1].kind, records))
        kinds = ", ".join(f"{count} {label}" for label, count in counted.items() if label)
        said = self.translate("new agency in {folder}: {records}")
        return said.format(folder=one.id, records=kinds or one.entry.path)

    def _of_entry(
        self, pair: EntryPair, agency: str, name: str, *, whole: bool = False
    ) -> Iterator[Told]:
        """Yield what became of a record; where the agency is new as a `whole`, what may harm."""
        one = pair.after or pair.before
        if one is None or not self._is_readable(pair):
            return
        changes = self._changes(pair, one)
        for each in changes:
            # All contacts of a new agency are new: that it is new says so.
            if not whole or each.harm not in ("", "contact"):
                yield Told(agency, name, one.path, each)

    def _is_readable(self, pair: EntryPair) -> bool:
        """Whether faults are no reason for what differs: no file lacks what was refused of it."""
        if not all(each.whole for each in pair if each):
            return False
        if pair.before is None and pair.after:
            return not explained(pair.after.path, self.states.before)
        if pair.after is None and pair.before:
            return not explained(pair.before.path, self.states.after)
        return True

    def _changes(self, pair: EntryPair, one: AnyEntry) -> Iterator[Change]:
        _ = self.translate
        kind = self.states.after.site.context.kinds.by_record[one.type.name]
        called = self.called[1 if pair.after else 0].record(one)
        if pair.before is None:
            yield Change(_("{record} added").format(record=called or one.path), after=one.path)
            yield from Teller(self.language, kind).new(one.record, called or one.path)
        elif pair.after is None:
            yield Change(_("{record} removed").format(record=called or one.path), before=one.path)
        else:
            if pair.before.name != one.name:
                values = {"before": pair.before.name, "after": one.name}
                said = _("{record}: file renamed: {before} → {after}")
                yield Change(said.format(record=called or one.path, **values), "", **values)
            yield from self._within(pair.before, pair.after, kind, called)

    def _within(
        self, before: AnyEntry, after: AnyEntry, kind: Kind, called: str
    ) -> Iterator[Change]:
        teller = Teller(self.language, kind)
        around = Around(before.record, after.record, self.states.today, self.translate)
        comparison = Comparison({each.part: each.fields for each in kind.compared})
        for each in comparison.models(before.record, after.record):
            changes = teller.told(each) if isinstance(each, Difference) else _own(
                each, kind, around, teller)  # fmt: skip
            for change in changes:
                said = f"{called}: {change.said}" if called else change.said
                yield change._replace(said=said)

    def _of_media(self, pair: AgencyPair) -> Iterator[Told]:
        if pair.before is None or pair.after is None:
            return
        _ = self.translate
        old, new = pair.before.media, pair.after.media
        for name in sorted({*old, *new}):
            one, two = old.get(name), new.get(name)
            if one and two and one.digest == two.digest:
                continue
            said = _("file {file} replaced") if one and two else (
                _("file {file} added") if two else _("file {file} removed"))  # fmt: skip
            path = f"agencies/{pair.after.id}/media/{name}"
            if not explained(path, self.states.after if one else self.states.before):
                yield self._told(pair.after, path, Change(said.format(file=f"media/{name}")))

    def _of_pages(self, agency: str, name: str) -> Iterator[Told]:
        _ = self.translate
        found = self.left.get(agency, ())
        moved = [each for each in found if each.target]
        if len(moved) > MOST_MOVED:
            said = _("{count} pages move; their old addresses lead on, such as {before} → {after}")
            values = {"before": f"/{moved[0].old.address}", "after": moved[0].target}
            change = Change(said.format(count=len(moved), **values), "", **values)
            yield Told(agency, name, moved[0].old.source, change)
            moved = []
        for each in moved:
            values = {"before": f"/{each.old.address}", "after": each.target}
            said = _("page {before} moves; its old address leads on to {after}")
            yield Told(agency, name, each.old.source, Change(said.format(**values), "", **values))
        lost = [each for each in found if not each.target]
        if len(lost) > MOST_MOVED:
            places = [f"/{each.old.address}" for each in lost]
            shown = ", ".join(places[:MOST_SHOWN]) + (" …" if len(lost) > MOST_SHOWN else "")
            said = _("{count} pages are gone, and nothing leads on from there: {pages}")
            change = Change(said.format(count=len(lost), pages=shown), "page", " ".join(places))
            yield Told(agency, name, lost[0].old.source, change)
            lost = []
        for each in lost:
            yield Told(agency, name, each.old.source, self._lost(each))

    def _lost(self, each: Left) -> Change:
        _ = self.translate
        address = f"/{each.old.address}"
        said = _("page {address} is gone, and nothing leads on from there")
        if each.old.leads:
            said = _("old address {address} does not lead on any more")
        return Change(said.format(address=address), "page", before=address)

    def _told(self, agency: Agency, path: str, change: Change) -> Told:
        return Told(agency.id, agency.name, path, change)


def _own(pair: Pair, kind: Kind, around: Around, teller: Teller) -> Iterator[Change]:
    """Yield what the kind itself tells of two states of a part."""
    where = teller.where(pair.trail)
    for each in kind.compared:
        if isinstance(pair.after, each.part):
            for change in each.of(pair.before, pair.after, around):
                yield change._replace(said=f"{where} › {change.said}" if where else change.said)
