"""Values left out of a record, and the places of its other values in the file as written.

An entry that is left out of a list moves all later ones up: `documents` 1 of the record may be 2 of
the file. Problems tell the place in the file.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection
from functools import cached_property

from pendopo.basics.locations import Location
from pendopo.reading.finding import Finding


class LeftOut:
    """The locations in the file, not in the record, of the values that were left out."""

    def __init__(self, locations: Collection[Location] = ()) -> None:
        self.locations = locations

    def written(self, location: Location) -> Location:
        """The location in the file of what is at `location` in the record."""
        if not self._gaps:
            return location
        found: Location = ()
        for part in location:
            if isinstance(part, int) and (gaps := self._gaps.get(found)):
                part += bisect_right(gaps, part)  # noqa: PLW2901
            found = (*found, part)
        return found

    def explains(self, finding: Finding) -> bool:
        """Whether a finding depends on a value left out, or on a list whose entries have moved."""
        if not finding.location:
            return bool(self._above)
        location = self.written(finding.location)
        return (
            location[0] in self._moved
            or (location[:-1] or location) in self._above
            or (bool(finding.rests_on) and (self._unknown or (finding.rests_on,) in self._above))
        )

    @cached_property
    def _gaps(self) -> dict[Location, list[int]]:
        """For each list, the indexes in the record at which entries of the file are missing."""
        missing: dict[Location, list[int]] = defaultdict(list)
        for *around, last in self.locations:
            if isinstance(last, int):
                missing[tuple(around)].append(last)
        return {
            around: [index - before for before, index in enumerate(sorted(indexes))]
            for around, indexes in missing.items()
        }

    @cached_property
    def _above(self) -> set[Location]:
        return {each[:length] for each in self.locations for length in range(1, len(each) + 1)}

    @cached_property
    def _moved(self) -> set[str | int]:
        return {each[0] for each in self.locations if isinstance(each[-1], int)}

    @cached_property
    def _unknown(self) -> bool:
        return any(len(each) == 1 for each in self.locations)
