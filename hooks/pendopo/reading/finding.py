"""Findings: the faults that the rules of one file report."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from pendopo.basics.locations import Location


class Finding(NamedTuple):
    """The code and values of a problem, and its place within the record.

    `on_key` where the key is meant and not its value; `rests_on` names another part of the record
    without which the rule cannot judge.
    """

    location: Location
    code: str
    values: Mapping[str, object] = MappingProxyType({})
    on_key: bool = False
    rests_on: str = ""
