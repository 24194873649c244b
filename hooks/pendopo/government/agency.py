"""One agency with all its records."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple, TypeVar, get_args

from pendopo.basics import addresses
from pendopo.basics.natural import natural
from pendopo.kinds.agency.record.agency import AgencyBrief, AgencyRecord, AgencyType
from pendopo.pictures.renditions import Renditions, cover, emblem, photo
from pendopo.reading.downloads import DOCUMENTS
from pendopo.reading.entry import Entry
from pendopo.reading.fields import MediaUse
from pendopo.reading.media import Media
from pendopo.reading.named_media import NamedMedia
from pendopo.reading.record import Model
from pendopo.reading.record_type import BriefLike, RecordType

RANKS = {name: rank for rank, name in enumerate(get_args(AgencyType))}
SMALL_WORDS = {"dan", "di", "ke", "of", "the", "and"}

R = TypeVar("R", bound=Model)
B = TypeVar("B", bound=BriefLike)


class Attached(NamedTuple):
    """A downloadable document: its address, media type and size in bytes."""

    address: str
    type: str
    size: int


@dataclass(frozen=True)
class Agency:
    """One agency: `id` is its path in the tree of government, `parent` the id of the one above.

    `entries` holds its records by the name of their type, `media` the files of its folder media
    by name.
    """

    id: str
    entry: Entry[AgencyRecord, AgencyBrief]
    parent: str | None
    entries: Mapping[str, tuple[Entry[Any, Any], ...]]
    media: Mapping[str, Media]
    standing: str = ""
    """The day of the state in which it is shown, if its newest files have faults; else empty."""
    formers: tuple[str, ...] = ()
    """The ids that it had before, the oldest first; no agency has one of them now."""

    @property
    def record(self) -> AgencyRecord:
        """The record in agency.yml; pages of other agencies show only its `brief`."""
        return self.entry.record

    @property
    def brief(self) -> AgencyBrief:
        """The brief of the agency, which every page may show."""
        return self.entry.brief

    @cached_property
    def name(self) -> str:
        """The name of the agency in menus and titles."""
        return self.brief.shown_name

    @cached_property
    def order(self) -> tuple[Any, ...]:
        """What lists of agencies are sorted by: the rank of the type, the name, the id."""
        return (RANKS[self.brief.type], natural(self.name), self.id)

    def initials(self, type_name: str) -> str:
        """One or two letters in place of an emblem: `BS` for Kecamatan Binjai Selatan.

        `type_name` is what its type is called locally; it does not count either.
        """
        types = {*get_args(AgencyType), *re.findall(r"\w+", type_name.lower())}
        words = [each for each in re.findall(r"\w+", self.name) if each.lower() not in SMALL_WORDS]
        own = [each for each in words if each.lower() not in types] or words
        return "".join(each[0] for each in own[:2]).upper()

    @cached_property
    def emblem(self) -> Renditions | None:
        """The published renditions of its emblem, if it has one."""
        file = self.media.get(self.brief.emblem)
        return emblem(file) if file else None

    @cached_property
    def cover(self) -> Renditions | None:
        """The published renditions of its cover, if it has one."""
        named = next((each for each in self.entry.media if each.use == MediaUse.COVER.value), None)
        found = self.media.get(named.file) if named else None
        return cover(found, named.focus) if found and named else None

    def picture(self, named: NamedMedia | None) -> Renditions | None:
        """The published renditions of a picture that one of its records names, if it exists."""
        found = self.media.get(named.file) if named else None
        return photo(found, named.focus) if found and named else None

    def pictures(self, entry: Entry[Any, Any]) -> dict[str, Renditions]:
        """The published renditions of the pictures that a record names, by file name."""
        named = (each for each in entry.media if each.use == MediaUse.PICTURE.value)
        return {each.file: made for each in named if (made := self.picture(each))}

    def attached(self, entry: Entry[Any, Any]) -> dict[str, Attached]:
        """The documents that a record names, by file name."""
        return {
            each.file: Attached(
                addresses.media(self.id, each.file), DOCUMENTS[media.suffix], media.size
            )
            for each in entry.media
            if each.use == MediaUse.DOCUMENT.value and (media := self.media.get(each.file))
        }

    def records(self, record_type: RecordType[R, B]) -> tuple[Entry[R, B], ...]:
        """The agency's records of one type, in the order set by the type."""
        return self.entries.get(record_type.name, ())

    def named(self, record_type: RecordType[R, B], name: str) -> Entry[R, B] | None:
        """The agency's record of this type and name, if there is one."""
        return self._by_name.get((record_type.name, name))

    def all_entries(self) -> Iterable[Entry[Any, Any]]:
        """The entry of agency.yml, followed by those of all other records."""
        yield self.entry
        for found in self.entries.values():
            yield from found

    def with_records(self, types: Iterable[RecordType[Any, Any]]) -> "Agency":
        """A copy of the agency with records of only some types."""
        names = {each.name for each in types}
        return replace(
            self, entries={name: found for name, found in self.entries.items() if name in names}
        )

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], Entry[Any, Any]]:
        entries = (each for found in self.entries.values() for each in found)
        return {(each.type.name, each.name): each for each in entries}

    def lasting(self, address: str) -> str:
        """An address of the agency as it was first: what ids for feeds are made of."""
        first = self.formers[0] if self.formers else self.id
        below = address.removeprefix(f"{self.id}/")
        return address if below == address else f"{first}/{below}"

    def compared_by(self) -> list[Any]:
        """The part of the agency that pages of other agencies may show."""
        return [self.id, self.brief, self.emblem, *self.formers]


def by_type(agencies: Iterable[Agency]) -> dict[str, list[Agency]]:
    """Agencies by their types, in the order of protocol; those of one type stay in their order."""
    found: dict[str, list[Agency]] = {}
    for each in sorted(agencies, key=lambda agency: RANKS[agency.brief.type]):
        found.setdefault(each.brief.type, []).append(each)
    return found
