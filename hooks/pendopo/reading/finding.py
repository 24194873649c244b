"""Findings: the faults that the rules of one file report."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from pendopo.basics.locations import Location


class Finding(NamedTuple):
    """The code and values of a problem, and its location within the record.

    `on_key` is true if the finding concerns the key and not its value; `rests_on` names another
    part of the record that the rule needs.
    """

    location: Location
    code: str
    values: Mapping[str, object] = MappingProxyType({})
    on_key: bool = False
    rests_on: str = ""
