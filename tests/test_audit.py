"""The audit's own judgement, without the tools that it runs."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit import lighthouse
from audit.findings import Finding, told
from audit.lighthouse import Measure
from conftest import ROOT


def measure(performance: int = 100, seo: int = 100, shift: float = 0) -> Measure:
    scores = {"performance": performance, "accessibility": 100, "best-practices": 100, "seo": seo}
    return Measure(scores, shift, "No description")


def test_each_rule_is_told_once_with_how_often_it_is_broken() -> None:
    found = [
        Finding("nu", "Bad value", "b/", "line 2"),
        Finding("axe", "image-alt", "a/", "<img\n src>"),
        Finding("nu", "Bad value", "a/", "line 1"),
    ]
    assert list(told(found)) == [
        "axe: image-alt\n    /a/ <img src>",
        "nu: Bad value\n    /a/ line 1 (and 1 more)",
    ]
    assert list(told([])) == []


def test_a_page_must_reach_every_mark_and_may_not_shift() -> None:
    assert list(lighthouse.findings("a/", measure(98))) == []
    assert [each.rule for each in lighthouse.findings("a/", measure(97, seo=99, shift=0.01))] == [
        *("performance below 98", "seo below 100", "layout shifts"),
    ]


@pytest.mark.parametrize(
    ("runs", "taken"),
    [([100], 100), ([98, 50], 98), ([90, 99, 97], 97), ([90, 99, 99], 99), ([80, 70, 99], 80)],
)
def test_of_a_page_that_falls_short_the_middle_of_three_runs_counts(
    runs: list[int], taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: Iterator[int] = iter(runs)
    monkeypatch.setattr(lighthouse, "_run", lambda folder, url: measure(next(left)))
    ((_, found),) = lighthouse.measured(Path(), "http://127.0.0.1/", ["a/"])
    assert found.scores["performance"] == taken


def test_packages_of_node_are_pinned_and_name_no_registry() -> None:
    text = (ROOT / "tests/audit/package-lock.json").read_text()
    assert "://" not in text
    packages = json.loads(text)["packages"]
    wanted = json.loads((ROOT / "tests/audit/package.json").read_text())["dependencies"]
    assert packages.pop("")["dependencies"] == wanted
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert package.keys().isdisjoint({"resolved", "funding"}), name
