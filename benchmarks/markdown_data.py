"""The data folder read with PyYAML, for the Markdown pages."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

Record = dict[str, Any]


@dataclass
class Agency:
    """One agency with its records by name; `above` has the nearest first."""

    id: str
    record: Record
    plans: dict[str, Record]
    news: list[tuple[str, Record]]
    above: list["Agency"] = field(default_factory=list)
    below: list["Agency"] = field(default_factory=list)


@dataclass
class Government:
    """All agencies by id, each after the one above it, and the portal."""

    portal: Record
    agencies: dict[str, Agency]

    @property
    def tops(self) -> list[Agency]:
        """The agencies at the top."""
        return [each for each in self.agencies.values() if not each.above]

    def types(self) -> list[tuple[str, list[Agency]]]:
        """The types with their agencies, the most frequent first."""
        found: dict[str, list[Agency]] = {}
        for agency in self.agencies.values():
            found.setdefault(agency.record["type"], []).append(agency)
        return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def read(data: Path) -> Government:
    """The government in a data folder."""
    agencies: dict[str, Agency] = {}
    heads = data.glob("agencies/**/agency.yml")
    for head in sorted(heads, key=lambda path: path.parts):
        agency_id = head.parent.relative_to(data / "agencies").as_posix()
        news = [(each.stem, _load(each)) for each in head.parent.glob("news/*.yml")]
        news.sort(key=lambda item: (-item[1]["published"].toordinal(), item[0]))
        plans = {each.stem: _load(each) for each in head.parent.glob("plans/*.yml")}
        agency = Agency(agency_id, _load(head), plans, news)
        above = agencies.get(agency_id.rpartition("/")[0])
        if above:
            agency.above = [above, *above.above]
            above.below.append(agency)
        agencies[agency_id] = agency
    return Government(_load(data / "portal.yml"), agencies)


def _load(path: Path) -> Record:
    loaded: Record = yaml.load(path.read_text("utf-8"), Loader)
    return loaded
