"""The made-up governments that are measured: sound, and the same every time."""

from pathlib import Path
from typing import get_args

import pytest

from benchmarks.government import files, write
from benchmarks.offices import Shape
from benchmarks.searching import load
from conftest import MINIATURE, TODAY
from pendopo.build.search import shards as search
from pendopo.problems.problem import faults
from places import built, place, site_of

SHAPES = get_args(Shape)

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
    write(tmp_path, 600, 1, shape)
    site, problems = site_of(tmp_path, TODAY)
    assert faults(problems) == []
    shared = [each for each in site.by_address if not set(each.split("/")) & OURS]
    assert 540 <= len(shared) <= 660


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
