"""Findings: the faults that the rules of one file report."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from pendopo.basics.locations import Location


class Finding(NamedTuple):
    """The code and values of a problem, and its location within the record.

    `on_key` is true if the finding concerns the key and not its value; `rests_on` names another
    part of the record that the rule needs. `found` is the part of a text that is at
    fault, the `nth` (from 0) of those that read the same; `meant` is what should stand there if
    that is known, `certain` if nothing else can be meant.
    """

    location: Location
    code: str
    values: Mapping[str, object] = MappingProxyType({})
    on_key: bool = False
    rests_on: str = ""
    found: str = ""
    nth: int = 0
    meant: str | None = None
    certain: bool = False
