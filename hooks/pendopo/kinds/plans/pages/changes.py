"""Changes of a plan compared with its predecessor: missions and indicators."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.plans.pages.programmes import plan_trail
from pendopo.kinds.plans.record import PLAN, Plan
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.record.results import results
from pendopo.kinds.plans.selection import distinct_label, label, preceding
from pendopo.site.context import Context
from pendopo.site.page import Page

ALIKE = 0.6
"""Share of equal words above which a sentence counts as a rewording of another."""
MOST_COMPARED = 4_000_000
"""Maximum number of word pairs to compare; above it, rewordings are not searched for."""


@dataclass(frozen=True)
class Piece:
    """A run of words: `kept`, `added` or `dropped`."""

    kind: str
    text: str


@dataclass(frozen=True)
class Changes:
    """The differences between two lists of sentences; a reworded one has pieces of both."""

    kept: int
    added: list[str]
    dropped: list[str]
    reworded: list[list[Piece]]

    @property
    def none(self) -> bool:
        """Whether nothing has changed."""
        return not (self.added or self.dropped or self.reworded)


@dataclass(frozen=True)
class View:
    """The data that the template prints."""

    entry: Plan
    before: Plan
    period: str
    period_before: str
    address_before: str

    @cached_property
    def missions(self) -> Changes:
        """The changes to the missions."""
        return compare(_missions(self.before.record), _missions(self.entry.record))

    @cached_property
    def indicators(self) -> Changes:
        """The changes to the indicators."""
        return compare(_indicators(self.before.record), _indicators(self.entry.record))


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield a page of changes for each plan that has a predecessor."""
    _ = context.translate
    for plan in agency.records(PLAN):
        if before := preceding(plan, agency.records(PLAN)):
            yield _page(context, agency, plan, before)


def compare(before: Sequence[str], after: Sequence[str]) -> Changes:
    """Compare two lists of sentences, ignoring case and white space."""
    old = {_bare(each): each for each in before}
    new = {_bare(each): each for each in after}
    gone = [bare for bare in old if bare not in new]
    come = [bare for bare in new if bare not in old]
    pairs = _pairs(gone, come)
    reworded = dict(pairs)
    return Changes(
        kept=sum(bare in old for bare in new),
        added=[new[bare] for bare in come if bare not in reworded.values()],
        dropped=[old[bare] for bare in gone if bare not in reworded],
        reworded=[pieces(old[one], new[two]) for one, two in pairs],
    )


def pieces(before: str, after: str) -> list[Piece]:
    """Merge two sentences into one list of the words kept, dropped and added."""
    one, two = before.split(), after.split()
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("kept", " ".join(one[a:b])))
            continue
        if b > a:
            found.append(Piece("dropped", " ".join(one[a:b])))
        if d > c:
            found.append(Piece("added", " ".join(two[c:d])))
    return found


def _pairs(gone: Sequence[str], come: Sequence[str]) -> list[tuple[str, str]]:
    """Pair the most similar sentences, each at most once, in the order of `come`."""
    if len(" ".join(gone).split()) * len(" ".join(come).split()) > MOST_COMPARED:
        return []
    ratios = [
        (ratio, one, two)
        for one in gone
        for two in come
        if (ratio := _alike(one.split(), two.split())) >= ALIKE
    ]
    ratios.sort(key=lambda each: (-each[0], come.index(each[2]), gone.index(each[1])))
    taken: dict[str, str] = {}
    for _, one, two in ratios:
        if one not in taken and two not in taken.values():
            taken[one] = two
    return sorted(taken.items(), key=lambda pair: come.index(pair[1]))


def _alike(one: Sequence[str], two: Sequence[str]) -> float:
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _bare(sentence: str) -> str:
    return " ".join(sentence.casefold().split()).rstrip(".;,")


def _missions(plan: PlanRecord) -> list[str]:
    return [each.statement for each in plan.missions.statements] if plan.missions else []


def _indicators(plan: PlanRecord) -> list[str]:
    return [each.measure.name for each in results(plan)]


def _page(context: Context, agency: Agency, plan: Plan, before: Plan) -> Page:
    _ = context.translate
    return Page(
        address=addresses.changes(agency.id, plan.name),
        title=_("What has changed since {period}").format(
            period=distinct_label(before, agency.records(PLAN))
        ),
        describe=lambda: _("Missions and indicators of {agency}, {period}: what is new.").format(
            agency=agency.name, period=label(plan)
        ),
        source=plan.path,
        template="plans/changes",
        view=lambda: View(
            plan,
            before,
            label(plan),
            label(before),
            addresses.plan(agency.id, before.name),
        ),
        agency=agency,
        trail=plan_trail(context, agency, plan),
        updated=plan.brief.updated,
    )
