"""The budget: Pendopo beside Hugo, whose ratio may grow by a half at most."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from . import hugo_runs, pendopo_runs
from .government import write
from .measure import Cost
from .workplace import HERE, Workplace

FILE = HERE / "guard.json"
GROWTH = 1.5
"""Machines are noisy, and what a change costs by mistake is often more than a half."""


@dataclass(frozen=True)
class Ratio:
    """Pendopo's median by that of Hugo with its pages: of seconds on the wall and of processors."""

    wall: float
    processor: float

    def __str__(self) -> str:
        return f"{self.wall:.2f} (of processors {self.processor:.2f})"


@dataclass(frozen=True)
class Budget:
    """The ratio that is written down, and how it was measured."""

    pages: int
    rounds: int
    measured: str
    wall: float
    processor: float

    def kept_by(self, found: Ratio) -> bool:
        """Whether a ratio is within the budget.

        What other programs take from the machine can lengthen the wall's seconds of either
        generator, but hardly those of processors; a slower build has more of both.
        """
        return found.wall <= self.wall * GROWTH or found.processor <= self.processor * GROWTH


def written() -> Budget:
    """The budget that is written down."""
    return Budget(**json.loads(FILE.read_text("utf-8")))


def renew(budget: Budget, found: Ratio) -> None:
    """Writes down a ratio that was measured now."""
    today = datetime.now(UTC).date().isoformat()
    ratios = round(found.wall, 2), round(found.processor, 2)
    new = Budget(budget.pages, budget.rounds, today, *ratios)
    FILE.write_text(json.dumps(asdict(new), indent=2) + "\n", "utf-8")


def measure(pages: int, rounds: int, seed: int) -> Ratio:
    """The ratio of both, which are built from nothing in turn."""
    ours: list[Cost] = []
    theirs: list[Cost] = []
    with tempfile.TemporaryDirectory(prefix="pendopo-benchmark-") as folder:
        place = Workplace(Path(folder))
        write(place.data, pages, seed)
        hugo_runs.lay_out(place)
        for _ in range(rounds):
            ours.append(pendopo_runs.cold(place))
            theirs.append(hugo_runs.build(place))
            print(f"  Pendopo {ours[-1].wall:.2f} s, Hugo {theirs[-1].wall:.2f} s", flush=True)
    return ratio(ours, theirs)


def ratio(ours: Sequence[Cost], theirs: Sequence[Cost]) -> Ratio:
    """The medians of the first by those of the second."""
    return Ratio(
        median(cost.wall for cost in ours) / median(cost.wall for cost in theirs),
        median(cost.processor for cost in ours) / median(cost.processor for cost in theirs),
    )


def guard(seed: int, *, anew: bool) -> None:
    """Measures, and ends with a status that is not zero where the budget is exceeded."""
    budget = written()
    found = measure(budget.pages, budget.rounds, seed)
    before = Ratio(budget.wall, budget.processor)
    print(f"Pendopo's seconds by those of Hugo with its pages: {found}.")
    print(f"Written down on {budget.measured}: {before}.")
    if anew:
        renew(budget, found)
    elif not budget.kept_by(found):
        raise SystemExit(f"Both are more than {GROWTH} times what is written down in {FILE.name}.")
