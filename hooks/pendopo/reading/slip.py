"""Slips of typing, as values."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Slip(NamedTuple):
    """What is wrong at `column`, from 0, of the line `at`, and the lines that would be right.

    `certain` if nothing else can be meant; without `right` nobody knows what is meant. `sure` if
    the line is at fault even if these lines do not make the text readable.
    """

    code: str
    at: int
    column: int
    right: Mapping[int, str] = NOTHING
    certain: bool = False
    values: Mapping[str, Any] = NOTHING
    sure: bool = False
