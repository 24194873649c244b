"""What pages show of the lifecycle of an agency."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pendopo.government.agency import Agency
from pendopo.kinds.agency.lifecycle.lineage import LINEAGE, Relative, lineage
from pendopo.kinds.agency.record.lifecycle import FormerName, Law
from pendopo.site.context import Context
from pendopo.site.panel import Panel, Rank


@dataclass(frozen=True)
class Banner:
    """What stands above every page of an agency that has ended."""

    state: str
    since: date
    law: Law | None
    successors: tuple[Relative, ...]


@dataclass(frozen=True)
class History:
    """What the first page tells of the past; `law` is none of an ended agency."""

    former_names: tuple[FormerName, ...]
    predecessors: tuple[Relative, ...]
    law: Law | None = None
    note: str = ""


class Former(NamedTuple):
    """An agency that has ended, for lists; `above` are those above it, nearest first."""

    agency: Agency
    above: tuple[str, ...]
    successors: tuple[Relative, ...]


def _banner(context: Context, agency: Agency | None) -> Banner | None:
    if agency is None or not agency.brief.has_ended(context.today):
        return None
    status = agency.record.status
    law = status.law if status else None
    brief = agency.brief.status
    return Banner(brief.state, brief.day, law, lineage(context.directory, agency).successors)


BANNER = Panel(Rank.CURRENT, "agency/banner", _banner)


def history(context: Context, agency: Agency) -> History | None:
    """Return the history of an agency, if it has any; what lies ahead is none."""
    holds = agency.brief.status.holds(context.today)
    status = agency.record.status if holds else None
    predecessors = tuple(
        each
        for each in lineage(context.directory, agency).predecessors
        if each.state and each.since <= context.today.isoformat()
    )
    if status is None:
        return History((), predecessors) if predecessors else None
    law = None if agency.brief.status.ends else status.law
    found = History(status.former_names, predecessors, law, status.note or "")
    return found if any((found.former_names, predecessors, law, found.note)) else None


def former(context: Context) -> Iterator[Former]:
    """Yield all agencies that have ended, by name."""
    directory = context.directory
    ended = [each for each in directory.agencies.values() if each.brief.has_ended(context.today)]
    known = directory.fact(LINEAGE) if ended else {}
    for each in sorted(ended, key=lambda agency: agency.order):
        above = tuple(one.name for one in reversed(directory.above(each)))
        yield Former(each, above, known[each.id].successors if each.id in known else ())
