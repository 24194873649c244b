"""The budget: Pendopo beside Hugo, whose ratio may grow by a half at most."""

import json
import tempfile
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from . import hugo_runs, pendopo_runs
from .government import write
from .workplace import HERE, Workplace

FILE = HERE / "guard.json"
GROWTH = 1.5
"""Machines are noisy, and what a change costs by mistake is often more than a half."""


@dataclass(frozen=True)
class Budget:
    """How many times as long as Hugo with its pages Pendopo took, and of what size that was."""

    pages: int
    rounds: int
    ratio: float
    measured: str

    def kept_by(self, ratio: float) -> bool:
        """Whether a ratio is within the budget."""
        return ratio <= self.ratio * GROWTH


def written() -> Budget:
    """The budget that is written down."""
    return Budget(**json.loads(FILE.read_text("utf-8")))


def renew(budget: Budget, ratio: float) -> None:
    """Writes down a ratio that was measured now."""
    today = datetime.now(UTC).date().isoformat()
    new = Budget(budget.pages, budget.rounds, round(ratio, 2), today)
    FILE.write_text(json.dumps(asdict(new), indent=2) + "\n", "utf-8")


def ratio(pages: int, rounds: int, seed: int) -> float:
    """The median of Pendopo's seconds by that of Hugo's, which are built in turn."""
    ours: list[float] = []
    theirs: list[float] = []
    with tempfile.TemporaryDirectory(prefix="pendopo-benchmark-") as folder:
        place = Workplace(Path(folder))
        write(place.data, pages, seed)
        hugo_runs.lay_out(place)
        for _ in range(rounds):
            ours.append(pendopo_runs.cold(place).wall)
            theirs.append(hugo_runs.build(place).wall)
            print(f"  Pendopo {ours[-1]:.2f} s, Hugo {theirs[-1]:.2f} s", flush=True)
    return median(ours) / median(theirs)


def guard(seed: int, *, anew: bool) -> None:
    """Measures, and ends with a status that is not zero where the budget is exceeded."""
    budget = written()
    found = ratio(budget.pages, budget.rounds, seed)
    print(f"Pendopo takes {found:.2f} times as long as Hugo with its pages; {_told(budget)}.")
    if anew:
        renew(budget, found)
    elif not budget.kept_by(found):
        raise SystemExit(f"That is more than {GROWTH} times what is written down in {FILE.name}.")


def _told(budget: Budget) -> str:
    return f"written down is {budget.ratio:.2f}, of {budget.measured}"
