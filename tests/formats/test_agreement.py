"""Page, JSON, CSV and StratML of a plan say the same numbers."""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given

from budgets import tries
from conftest import Write
from markup import parse, renderer_of, text
from pendopo.basics import addresses
from pendopo.basics.numbers import parse_amount, plain_number
from pendopo.kinds.plans.machines.plan_json import plan_json
from pendopo.kinds.plans.machines.stratml import NAMESPACE, stratml
from pendopo.kinds.plans.machines.values_csv import values_csv
from pendopo.kinds.plans.plan_data import PlanData
from pendopo.site.planning import Site
from plan_texts import NAME, PLANS, data_of, site_with_plan

Said = Counter[tuple[str, str, str]]
"""Year, what it is (target, actual, achievement) and the number as plain text."""
OFFICE = "kota-contoh/dinas-lingkungan"


def plain(printed: str) -> str:
    """A number as pages print it, as machines write it; empty for what is none."""
    amount = parse_amount(printed)
    return "" if isinstance(amount, str | tuple) else plain_number(amount)


def on_page(site: Site, address: str) -> Said:
    """The numbers of the tables of a page."""
    tree = parse(renderer_of(site).content(site.by_address[address]))
    found: Said = Counter()
    for table in tree.findall(".//article//table"):
        if text(table.findall("thead/tr/th")[1]) != "Target":
            continue
        for row in table.findall("tbody/tr"):
            year = (row[0].text or "").removeprefix("Tahun ke-")
            for kind, cell in zip(("target", "actual", "achievement"), row[1:], strict=True):
                notes = [text(each) for each in cell.findall("span")]
                read = [each.removeprefix("dibaca ") for each in notes if "dibaca " in each]
                number = plain(read[0] if read else (cell.text or "").strip())
                if number:
                    found[year, kind, number] += 1
    return found


def in_json(data: PlanData) -> Said:
    found: Said = Counter()

    def visit(value: Any) -> Iterator[dict[str, Any]]:
        if isinstance(value, dict):
            yield from value.get("values", [])
            for key, each in value.items():
                if key != "series":
                    yield from visit(each)
        elif isinstance(value, list):
            for each in value:
                yield from visit(each)

    whole = json.loads(plan_json(data), parse_float=str, parse_int=str)
    for each in visit({key: whole.get(key) for key in ("goals",)}):
        year = each.get("year") or each["year_of_plan"]
        for kind in ("target", "actual"):
            if "number" in each.get(kind, {}):
                found[year, kind, each[kind]["number"]] += 1
        if "achievement" in each:
            found[year, "achievement", plain(each["achievement"])] += 1
    return found


def in_csv(data: PlanData) -> Said:
    found: Said = Counter()
    for row in csv.DictReader(StringIO(values_csv(data).removeprefix("\ufeff"), newline="")):
        of_work = row["id"].startswith("indikator-program")
        if not of_work and row["row"] in ("year", "history"):
            for kind in ("target", "actual", "achievement"):
                if row[kind]:
                    found[row["year"], kind, row[kind]] += 1
    return found


def in_stratml(data: PlanData) -> Said:
    found: Said = Counter()

    def one(element: Element, kind: str) -> str:
        return element.findtext(f".//{{{NAMESPACE}}}{kind}") or ""

    root = fromstring(stratml(data))
    for kind, element in (("target", "TargetResult"), ("actual", "ActualResult")):
        for result in root.iter(f"{{{NAMESPACE}}}{element}"):
            year, number = one(result, "StartDate")[:4], one(result, "NumberOfUnits")
            if one(result, "Description").startswith("Kondisi awal"):
                continue
            if number:
                found[year, kind, number] += 1
            if achieved := one(result, "DescriptorValue"):
                found[year, "achievement", achieved] += 1
    return found


def agree(site: Site, agency: str, name: str) -> int:
    data = data_of(site, agency, name)
    page = on_page(site, addresses.plan(agency, name))
    assert in_json(data) == page
    assert in_csv(data) == page
    assert in_stratml(data) == page
    return page.total()


@pytest.mark.parametrize("name", ["2020-2024", "2025-2029"])
def test_all_formats_of_the_full_plan_agree(miniature: Site, name: str) -> None:
    assert agree(miniature, OFFICE, name) > 30


@tries(80)
@given(PLANS)
def test_all_formats_of_any_plan_agree(write: Write, plan: dict[str, Any]) -> None:
    agree(site_with_plan(write, plan), "kota-uji", NAME)
