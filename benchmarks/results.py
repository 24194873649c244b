"""Results of a series of measurements, kept as JSON so that a report may join several."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

from .measure import Cost, Output
from .offices import Shape
from .searching import Load
from .workplace import ROOT

FOLDER = ROOT / ".cache" / "benchmarks"


@dataclass
class Series:
    """One size and shape: costs and output by row, and the words that rivals have in common.

    `served` are seconds from saving to the new page; `words` are shares by rival and address;
    `search` is what a visitor loads to search Pendopo's site.
    """

    wanted: int
    shape: Shape
    seed: int
    agencies: int
    data: Output
    machine: dict[str, str]
    versions: dict[str, str]
    costs: dict[str, list[Cost]] = field(default_factory=dict)
    outputs: dict[str, Output] = field(default_factory=dict)
    served: list[float] = field(default_factory=list)
    words: dict[str, dict[str, float]] = field(default_factory=dict)
    search: Load | None = None

    def save(self) -> None:
        """Writes it where `load_all` finds it."""
        FOLDER.mkdir(parents=True, exist_ok=True)
        text = json.dumps(asdict(self), indent=1)
        (FOLDER / f"{self.shape}-{self.wanted}.json").write_text(text + "\n", "utf-8")

    def wall(self, row: str) -> float:
        """The median of the seconds that a row took."""
        return median(cost.wall for cost in self.costs[row])


def load_all() -> list[Series]:
    """All series that were saved, the ordinary government first, the smaller before the larger."""
    found = [_load(file) for file in FOLDER.glob("*.json")]
    return sorted(found, key=lambda series: (series.shape, series.wanted))


def _load(file: Path) -> Series:
    values = json.loads(file.read_text("utf-8"))
    values["data"] = Output(**values["data"])
    values["outputs"] = {row: Output(**each) for row, each in values["outputs"].items()}
    values["costs"] = {
        row: [Cost(**cost) for cost in each] for row, each in values["costs"].items()
    }
    values["search"] = Load(**values["search"]) if values.get("search") else None
    return Series(**values)
