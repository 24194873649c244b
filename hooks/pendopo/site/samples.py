"""Samples of a kind of record for the tests. The site does not use them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pendopo.basics.locations import Location


class SampleRecord(NamedTuple):
    """A record that tests generate from its model, with any text in every field.

    `path` is relative to the folder of the portal, an agency, or an agency below that one.
    `without` lists fields that conflict with the others, and `changes` gives values to fields that
    must match them; `more` lists further items of lists, which the one with every text may name.
    `variant` is the number of the form to use for fields with several.
    """

    path: str
    folder: Literal["portal", "agency", "below"] = "agency"
    without: tuple[Location, ...] = ()
    changes: Mapping[str, str] = {}
    variant: int = 0
    more: Mapping[str, Sequence[Mapping[str, str]]] = {}


@dataclass(frozen=True)
class Samples:
    """Everything that the tests need to know of a kind.

    `records` together contain every text field of its model; tests put hostile text in them. `edit`
    takes a word and returns files by their path in the folder of an agency (or of the portal, for
    kinds of the portal), valid for any word: the state machine of the incremental build writes and
    removes them. `pages` maps each kind of page to the address of one in the miniature government,
    for the browser and the audit; `miniature` holds files that the kind adds to that government.
    `cases` maps texts of records to their problems, as `line:column code`; further cases may be
    in tests/cases.
    """

    records: tuple[SampleRecord, ...]
    edit: Callable[[str], Mapping[str, str]]
    pages: Mapping[str, str] = field(default_factory=dict)
    miniature: Mapping[str, str] = field(default_factory=dict)
    cases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
