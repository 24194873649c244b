"""Types for references: years of a plan, its own parts, and parts of plans of agencies above."""

import re
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from pendopo.reading.accepts import ALONE, Accepts
from pendopo.reading.fields import NAME, Line, Whole, matching, refuse, year

ANCHOR = r"(?:misi|tujuan|sasaran)-[1-9]\d{0,2}|sasaran-[1-9]\d{0,2}-[1-9]\d{0,2}"
Anchor = Annotated[Line, matching("anchor", ANCHOR)]
"""A part of a plan, by its name on the page: `misi-2`, `tujuan-1`, `sasaran-1-2`."""

GoalReference = Annotated[
    Line, matching("goal-reference", rf"({NAME.pattern}/)+{NAME.pattern}#(?:{ANCHOR})")
]
"""A part of a plan of an agency above: `kota-binjai/2016-2021#misi-2`."""

PlanReference = Annotated[Line, matching("plan-reference", rf"({NAME.pattern}/)+{NAME.pattern}")]
"""A plan as agency id and plan name: `kota-binjai/2016-2021`."""


def _plan_year(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"[1-9]\d?", value, re.ASCII):
        return int(value)
    try:
        return year(value)
    except PydanticCustomError:
        raise refuse("plan-year") from None


def _several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


MissionNumbers = Annotated[tuple[Whole, ...], ALONE, BeforeValidator(_several)]
"""Numbers of missions: one, or a list."""

PlanYear = Annotated[
    int, Accepts("plan-year", r"[1-9]\d?|\d{4}", 1, 2100), BeforeValidator(_plan_year)
]
"""An ordinal year of a plan (1, 2, 3 …), or a calendar year."""
