"""Samples of a kind of record for the tests. The site does not use them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pendopo.basics.locations import Location


class SampleRecord(NamedTuple):
    """A record that tests make of its model: every field, filled with whatever text they like.

    `path` lies in the folder of the portal, of an agency, or of one below that. A field that cannot
    stand beside the others is named in `without`, one that must fit them in `changes`. Where a
    field has several forms, `variant` is the number of the one to take.
    """

    path: str
    folder: Literal["portal", "agency", "below"] = "agency"
    without: tuple[Location, ...] = ()
    changes: Mapping[str, str] = {}
    variant: int = 0


@dataclass(frozen=True)
class Samples:
    """All that the tests need to know of a kind.

    `records` together have every text that its model has: hostile text is written there. `edit`
    returns files by their path in the folder of an agency (or of the portal, where the kind lies
    there), which are sound whatever word stands in them: the state machine of the incremental build
    writes and removes them. `pages` names each kind of page with the address of one in the
    miniature government, for the browser and the audit; `miniature` are files that the kind adds
    to that government. `cases` are texts of records, each with the problems that it has, as
    `line:column code`; further ones may stand in tests/cases.
    """

    records: tuple[SampleRecord, ...]
    edit: Callable[[str], Mapping[str, str]]
    pages: Mapping[str, str] = field(default_factory=dict)
    miniature: Mapping[str, str] = field(default_factory=dict)
    cases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
