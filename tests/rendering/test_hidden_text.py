"""Nothing that staff write stays hidden without a problem that says so."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from budgets import share
from conftest import AGENCY, TODAY, Write
from markup import ids, parse, renderer_of, whole
from pendopo.basics.locations import Location
from pendopo.problems.problem import faults
from pendopo.reading.frames import Tree
from places import site_of
from sample_records import BELOW, CITY, SAMPLES, Sample, filled


def keys(tree: Tree, place: Location = ()) -> Iterator[Location]:
    """The place of every key of a tree."""
    children = tree.items() if isinstance(tree, dict) else enumerate(tree or ())
    for key, value in () if isinstance(tree, str) else children:
        if isinstance(key, str):
            yield (*place, key)
        yield from keys(value, (*place, key))


def without(tree: Tree, place: Location) -> Tree:
    """The tree without the value at `place`."""
    if isinstance(tree, dict):
        items = tree.items()
        return {k: without(v, place[1:]) if k == place[0] else v for k, v in items if (k,) != place}
    assert isinstance(tree, list)
    return [without(v, place[1:]) if i == place[0] else v for i, v in enumerate(tree)]


@pytest.mark.thorough
@pytest.mark.parametrize(
    "record", [each for each in SAMPLES if each.path != "portal.yml"], ids=lambda each: each.path
)
def test_whatever_key_is_left_out_no_other_text_is_hidden_without_a_problem(
    samples_folder: Path, tmp_path: Path, record: Sample
) -> None:
    for each in SAMPLES:
        tree = {"type": "kota", "name": "Kota"} if each.path.endswith("agency.yml") else each.tree
        if "/news/" not in each.path and f"{BELOW}/plans" not in each.path:
            (tmp_path / each.path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / each.path).write_text(yaml.safe_dump(tree), encoding="utf-8")
    (tmp_path / record.path).parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(samples_folder / CITY / "media", tmp_path / CITY / "media")
    marks = {
        (record.path, place): f"k{number}k"
        for number, (place, kind) in enumerate(record.fields.items())
        if kind != "checked"
    }
    marked = filled(record.tree, record.path, (), marks)
    hidden = {}
    places = [*keys(marked)]
    for place in places[:: -(-len(places) // share(len(places), 1))]:
        (tmp_path / record.path).write_text(
            yaml.safe_dump(without(marked, place)), encoding="utf-8"
        )
        site, problems = site_of(tmp_path, TODAY)
        if any(problem.path == record.path for problem in problems):
            continue
        renderer = renderer_of(site)
        shown = "".join(whole(renderer.page(each)) for each in site.pages)
        lost = [
            where
            for (_, where), mark in marks.items()
            if where[: len(place)] != place and mark not in shown and where[-1] != "alt"
        ]
        if lost:
            hidden[".".join(map(str, place))] = [".".join(map(str, where)) for where in lost]
    assert hidden == {}


def test_words_before_elaborations_that_are_not_there_are_told_or_shown(write: Write) -> None:
    plan = (
        "type: RPJMD\ntitle: RPJMD\nperiod: {start: 2025, end: 2029}\nmissions:\n"
        "  elaboration_lead_in: Dengan penjabaran\n  statements: [{statement: Membangun}]\n"
    )
    files = {f"{CITY}/agency.yml": AGENCY, f"{CITY}/plans/a.yml": plan}
    site, problems = site_of(write(files), TODAY)
    renderer = renderer_of(site)
    shown = "".join(renderer.page(page).html for page in site.pages)
    assert problems or "Dengan penjabaran" in shown


def test_two_equal_missions_do_not_share_an_id(write: Write) -> None:
    mission = "{statement: Membangun, elaboration: Penjelasan.}"
    plan = (
        "type: RPJMD\ntitle: RPJMD\nperiod: {start: 2025, end: 2029}\n"
        f"missions: {{statements: [{mission}, {mission}]}}\n"
    )
    samples_folder = write({f"{CITY}/agency.yml": AGENCY, f"{CITY}/plans/a.yml": plan})
    site, problems = site_of(samples_folder, TODAY)
    assert faults(problems) == []
    page = site.by_address["kota-binjai/visi-misi/a/"]
    found = ids(parse(renderer_of(site).page(page).html))
    assert len(found) == len(set(found))
