"""The made-up governments that are measured: sound, and the same every time."""

import csv
import json
import re
from collections import Counter
from contextlib import nullcontext
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest

from benchmarks import chart, guard, hugo_runs, pendopo_runs, report, words
from benchmarks.equal import ADDRESSES, addresses, unexplained
from benchmarks.government import files, write
from benchmarks.measure import Cost, Output, output
from benchmarks.offices import Shape, offices
from benchmarks.results import Series
from benchmarks.searching import load
from benchmarks.workplace import ROOT, Workplace
from conftest import MINIATURE, TODAY, at_length
from pendopo.build.search import shards as search
from pendopo.problems.problem import faults
from places import built, place, site_of

SHAPES = get_args(Shape)
COMPARED = [each for each in SHAPES if each != "nation"]
"""Shapes that other generators build, too."""

PARTS_BUT_CARDS = [part.name for part in hugo_runs.PARTS[:-1]]

OURS = {"perencanaan", "kinerja", "kontak"}
"""Pages that no other generator of the benchmark makes."""


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_seed_gives_the_same_government(shape: Shape) -> None:
    first = dict(files(300, 1, shape))
    assert first == dict(files(300, 1, shape))
    assert first != dict(files(300, 2, shape))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_government_is_without_a_problem_and_about_as_large_as_wanted(
    shape: Shape, tmp_path: Path
) -> None:
    write(tmp_path, 400, 1, shape)
    site, problems = site_of(tmp_path, TODAY)
    assert faults(problems) == []
    shared = [each for each in site.by_address if not set(each.split("/")) & OURS]
    assert 360 <= len(shared) <= 440


def test_a_nation_has_as_many_places_as_indonesia() -> None:
    levels = Counter(each.code.count(".") for each in offices(1_000_000, 1, "nation"))
    assert [levels[each] for each in range(4)] == [38, 514, 7_285, 83_762]


def test_what_a_first_search_loads_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(MINIATURE, place(tmp_path), TODAY)
    whole = load(tmp_path / "site")
    assert (whole.parts, whole.pages) == (1, len([*tmp_path.rglob("site/**/*.pf_fragment")]))
    assert 100_000 < whole.portal <= whole.agency < 250_000
    monkeypatch.setattr(search, "MOST", 30)
    built(MINIATURE, place(tmp_path / "parted"), TODAY)
    parted = load(tmp_path / "parted/site")
    assert parted.parts > 2
    assert parted.pages > whole.pages
    assert parted.agency != whole.agency


@at_length
@pytest.mark.parametrize("shape", COMPARED)
def test_the_whole_job_of_hugo_writes_the_same_files(
    shape: Shape, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", f"{datetime(2026, 11, 1, tzinfo=UTC).timestamp():.0f}")
    bench = Workplace(tmp_path)
    write(bench.data, 200, 1, shape)
    pendopo_runs.cold(bench)
    hugo_runs.lay_out(bench)
    rows = dict(hugo_runs.whole(bench))
    assert rows[hugo_runs.WHOLE].wall == sum(
        rows[row].wall for row in (hugo_runs.PARTS[-1].row, hugo_runs.INDEX)
    )
    ours_at, theirs_at = (bench.site(each) for each in (pendopo_runs.NAME, hugo_runs.NAME))
    ours, theirs = addresses(ours_at), addresses(theirs_at)
    assert unexplained(ours, theirs) == []
    alone = ours ^ theirs
    assert [each.pattern for each in ADDRESSES if not any(map(each.covers, alone))] == []
    for path in theirs_at.rglob("*.xml"):
        ElementTree.parse(path)
    for path in theirs_at.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    tables = [path.relative_to(ours_at) for path in ours_at.rglob("indicators.csv")]
    assert len(tables) > 20
    for table in tables:
        assert rows_of(ours_at / table) == rows_of(theirs_at / table)
    shares = {
        each: words.content_words(ours_at / each / "index.html") for each in words.samples(ours_at)
    }
    for each, said in shares.items():
        found = words.content_words(theirs_at / each / "index.html")
        assert words.share_found(said, found) > 0.5, each
    named, also_named = (pages_of(site / "sitemap.xml") for site in (ours_at, theirs_at))
    assert len(named & also_named) > 150
    assert unexplained(named, also_named) == []


@at_length
def test_each_part_of_the_whole_job_adds_files_or_words(tmp_path: Path) -> None:
    bench = Workplace(tmp_path)
    write(bench.data, 60, 1)
    hugo_runs.lay_out(bench)
    hugo_runs.build(bench)
    sizes = [output(bench.site(hugo_runs.NAME))]
    assert not {"api", "404.html", "robots.txt", "sitemap.xml", "cari"} & {
        path.name for path in bench.site(hugo_runs.NAME).iterdir()
    }
    for row, _ in hugo_runs.steps(bench):
        sizes.append(output(bench.site(hugo_runs.NAME)))
        assert sizes[-1].bytes > sizes[-2].bytes, row
    added = [each.files > before.files for before, each in pairwise(sizes)]
    assert [row for row, more in zip(PARTS_BUT_CARDS, added, strict=True) if not more] == ["frame"]


def test_the_report_tells_of_each_part_and_of_both_ratios() -> None:
    rows = [pendopo_runs.COLD, hugo_runs.ROW, *(part.row for part in hugo_runs.PARTS)]
    rows += [hugo_runs.INDEX, hugo_runs.WHOLE]
    costs = {row: [Cost(number + 1.0, 1.0, 1)] * 3 for number, row in enumerate(rows)}
    machine = dict.fromkeys(("date", "processor", "cores", "memory", "kernel"), "-")
    outputs = {pendopo_runs.COLD: Output(10, 20, 30), hugo_runs.WHOLE: Output(9, 18, 27)}
    found = Series(1400, "government", 1, 1, Output(1, 1, 1), machine, {}, costs, outputs)
    text = report.markdown([found])
    assert [row for row in rows if f"\n| {row} | " not in text] == []
    assert "by those of Hugo, pages only, in the same round: 0.50 (0.50–0.50)" in text
    assert f"by those of {hugo_runs.WHOLE}, in the same round: {1 / len(rows):.2f} (" in text
    picture = chart.svg([found])
    assert f">{hugo_runs.WHOLE}<" in picture
    assert [part.row for part in hugo_runs.PARTS if part.row in picture] == []
    flat = " ".join(text.split())
    assert [each.reason for each in ADDRESSES if each.reason not in flat] == []


@pytest.mark.parametrize(
    ("wall", "processor", "kept"), [(2, 2, True), (4.1, 3, True), (3, 4.1, True), (4.1, 4.1, False)]
)
def test_a_build_that_has_become_much_slower_beside_hugo_exceeds_the_budget(
    wall: float, processor: float, kept: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(guard, "FILE", tmp_path / "guard.json")
    guard.renew(guard.Budget(1400, 3, "2026-01-01", 1.0, 1.0), guard.Ratio(2.666, 2.666))
    budget = guard.written()
    assert (budget.pages, budget.rounds, budget.wall, budget.processor) == (1400, 3, 2.67, 2.67)
    found = guard.Ratio(wall, processor)
    monkeypatch.setattr(guard, "measure", lambda *_: found)
    with nullcontext() if kept else pytest.raises(SystemExit, match=r"more than 1\.5 times"):
        guard.guard(1, anew=False)
    guard.guard(1, anew=True)
    assert guard.written().kept_by(found)


def test_the_ratio_is_that_of_medians() -> None:
    ours = [Cost(6.0, 9.0, 1), Cost(600.0, 10.0, 1), Cost(8.0, 8.0, 1)]
    theirs = [Cost(2.0, 3.0, 1), Cost(1.0, 3.0, 1), Cost(90.0, 3.0, 1)]
    assert guard.ratio(ours, theirs) == guard.Ratio(4.0, 3.0)


def test_the_budget_that_is_written_down_is_for_a_government_of_some_size() -> None:
    budget = guard.written()
    assert budget.pages >= 1400
    assert budget.rounds >= 3
    assert 1 < budget.wall < 20
    assert 1 < budget.processor < 20


def test_the_budget_is_the_last_that_continuous_integration_asks_for() -> None:
    lines = (ROOT / ".ci/run").read_text("utf-8").splitlines()
    assert lines[-1] == "make bench-guard"


def rows_of(path: Path) -> list[list[str]]:
    """The rows of a table."""
    return list(csv.reader(path.read_text("utf-8-sig").splitlines()))


def pages_of(sitemap: Path) -> set[str]:
    """The files of the pages that a sitemap names."""
    found = re.findall("<loc>(.*?)</loc>", sitemap.read_text("utf-8"))
    return {f"{each.removeprefix(pendopo_runs.SITE_URL)}index.html" for each in found}
