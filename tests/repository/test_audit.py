"""The audit's own judgement, without the tools that it runs."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit import editors, html_validate, lighthouse
from audit.choice import chosen
from audit.findings import Finding, told
from audit.language_server import settings_in
from audit.lighthouse import Measure
from conftest import AGENCY, ROOT, TODAY, Write
from places import site_of


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


def test_findings_of_html_validate_name_the_page_and_the_line() -> None:
    message = {"ruleId": "prefer-native-element", "message": "Prefer <section>", "line": 7}
    report = [{"filePath": "/site/kota/index.html", "messages": [message]}]
    assert list(html_validate.found(report, Path("/site"))) == [
        Finding("html-validate", "prefer-native-element", "kota/", "line 7: Prefer <section>")
    ]
    assert list(html_validate.found([], Path("/site"))) == []


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


def test_help_in_an_editor_must_have_all_words_that_are_wanted() -> None:
    place = editors.Place("faq.yml", "questions:\n  - que|\n", ("question", "Seperti"))
    assert place.position == (1, 7)
    offered = ["answer Jawabannya", "question Seperti ditanyakan orang."]
    assert list(editors.missing("completes", place, offered)) == []
    for wrong in ([], offered[:1], ["question", "Seperti"]):
        (found,) = editors.missing("completes", place, wrong)
        assert found.rule == "completes with question, Seperti"


def test_settings_of_an_editor_are_put_as_its_server_asks_for_them() -> None:
    text = '{"yaml.schemaStore.enable": false, "yaml.schemas": {"a.b": ["c"]}, "d": 1}'
    yaml = {"schemaStore": {"enable": False}, "schemas": {"a.b": ["c"]}}
    assert settings_in(text) == {"yaml": yaml, "d": 1}


PLAN = "type: RPJMD\ntitle: R\nperiod: {start: 2025, end: 2029}\nvision: {statement: Maju}\n"


def test_the_pages_to_measure_are_found_in_any_government(write: Write) -> None:
    one = {"agencies/kota-uji/agency.yml": AGENCY}
    published = ["", "kota-uji/", "404.html"]
    assert chosen(site_of(write(one), TODAY)[0].pages, published) == published
    more = {
        "agencies/kota-uji/plans/2025-2029.yml": PLAN,
        "agencies/kota-uji/desa-a/agency.yml": "type: desa\nname: Desa A\n",
        "agencies/kota-uji/desa-a/plans/2025-2029.yml": PLAN,
        "agencies/kota-zet/agency.yml": "type: kota\nname: Kota Zet\n",
    }
    found = chosen(site_of(write({**one, **more}), TODAY)[0].pages, ["panduan/", "404.html"])
    assert found == [
        "",
        *("kota-uji/", "kota-uji/visi-misi/2025-2029/", "kota-uji/perencanaan/2025-2029/"),
        *("kota-uji/desa-a/", "kota-uji/desa-a/visi-misi/2025-2029/"),
        "kota-uji/desa-a/perencanaan/2025-2029/",
        *("panduan/", "404.html"),
    ]
