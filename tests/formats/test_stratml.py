"""stratml.xml: the order of its elements and what each may hold.

The table is that of the schema PerformancePlanOrReport of 2016-02-16: the names that an element may
have below it, in their order, each with how often it may stand there.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given

from budgets import tries
from conftest import Write
from pendopo.kinds.plans.machines.plan_json import plan_json
from pendopo.kinds.plans.machines.stratml import NAMESPACE, stratml
from pendopo.kinds.plans.plan_data import PlanData
from pendopo.kinds.plans.record import PLAN
from pendopo.site.planning import Site
from plan_texts import HEAD, PLANS, data_of, indicator, site_with_plan, with_indicators

OFFICE = "kota-contoh/dinas-lingkungan"
ANY = 10**6
RESULT = {"StartDate": (0, 1), "EndDate": (0, 1), "NumberOfUnits": (0, 1), "Descriptor": (0, 1)}
ORDER: dict[str, dict[str, tuple[int, int]]] = {
    "PerformancePlanOrReport": {
        "Name": (1, 1),
        "Description": (0, 1),
        "OtherInformation": (0, 1),
        "StrategicPlanCore": (1, 1),
        "AdministrativeInformation": (0, 1),
        "Submitter": (0, 1),
    },
    "StrategicPlanCore": {
        "Organization": (0, ANY),
        "Vision": (0, 1),
        "Mission": (0, 1),
        "Value": (0, ANY),
        "Goal": (1, ANY),
    },
    "Organization": {
        "Name": (0, 1),
        "Acronym": (0, 1),
        "Identifier": (0, 1),
        "Description": (0, 1),
        "Stakeholder": (0, ANY),
    },
    "Vision": {"Description": (0, 1), "Identifier": (0, 1)},
    "Mission": {"Description": (0, 1), "Identifier": (0, 1)},
    "Value": {"Name": (0, 1), "Description": (0, 1)},
    "Goal": {
        "Name": (1, 1),
        "Description": (1, 1),
        "Identifier": (0, 1),
        "SequenceIndicator": (0, 1),
        "Stakeholder": (0, ANY),
        "OtherInformation": (0, 1),
        "Objective": (0, ANY),
    },
    "Objective": {
        "Name": (0, 1),
        "Description": (0, 1),
        "Identifier": (0, 1),
        "SequenceIndicator": (0, 1),
        "Stakeholder": (0, ANY),
        "OtherInformation": (0, 1),
        "PerformanceIndicator": (0, ANY),
    },
    "PerformanceIndicator": {
        "SequenceIndicator": (0, 1),
        "MeasurementDimension": (1, 1),
        "UnitOfMeasurement": (1, 1),
        "Identifier": (0, 1),
        "Relationship": (0, ANY),
        "MeasurementInstance": (0, ANY),
        "OtherInformation": (0, 1),
    },
    "Relationship": {
        "Identifier": (0, 1),
        "ReferentIdentifier": (0, ANY),
        "Name": (0, 1),
        "Description": (0, 1),
    },
    "MeasurementInstance": {"TargetResult": (0, ANY), "ActualResult": (0, ANY)},
    "TargetResult": RESULT | {"Description": (0, 1)},
    "ActualResult": RESULT | {"Description": (0, 1)},
    "Descriptor": {"DescriptorName": (0, 1), "DescriptorValue": (0, 1)},
    "AdministrativeInformation": {
        "Identifier": (0, 1),
        "StartDate": (0, 1),
        "EndDate": (0, 1),
        "PublicationDate": (0, 1),
        "Source": (0, 1),
    },
}
ATTRIBUTES = {
    "PerformancePlanOrReport": {
        "Type": {"Strategic_Plan", "Performance_Plan", "Performance_Report"}
    },
    "PerformanceIndicator": {
        "ValueChainStage": {
            *("Outcome", "Output_Processing", "Output", "Input_Processing", "Input"),
        },
        "PerformanceIndicatorType": {"Quantitative", "Qualitative"},
    },
    "Relationship": {"RelationshipType": {"Broader_Than", "Peer_To", "Narrower_Than"}},
}


def name(element: Element) -> str:
    namespace, _, found = element.tag.removeprefix("{").partition("}")
    assert namespace == NAMESPACE
    return found


def faults_of(root: Element) -> Iterator[str]:
    """The errors that the schema reports."""
    identifiers: set[str] = set()
    for element in root.iter():
        kind = name(element)
        known = ORDER.get(kind, {})
        children = [name(child) for child in element]
        places = [[*known].index(child) if child in known else -1 for child in children]
        if -1 in places or places != sorted(places):
            yield f"{kind}: {children}"
        for child, (least, most) in known.items():
            if not least <= children.count(child) <= most:
                yield f"{kind}: {children.count(child)} times {child}"
        yield from wrong_attributes(kind, element)
        text = element.text or ""
        if kind == "Identifier":
            if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9._-]*", text) or text in identifiers:
                yield f"Identifier {text}"
            identifiers.add(text)
        if kind == "NumberOfUnits" and not re.fullmatch(r"-?\d+(\.\d+)?", text):
            yield f"NumberOfUnits {text}"
        if kind.endswith("Date"):
            date.fromisoformat(text)
    for element in root.iter(f"{{{NAMESPACE}}}ReferentIdentifier"):
        if element.text not in identifiers:
            yield f"ReferentIdentifier {element.text}"


def wrong_attributes(kind: str, element: Element) -> Iterator[str]:
    allowed = ATTRIBUTES.get(kind, {})
    if set(element.attrib) != set(allowed):
        yield f"{kind}: {element.attrib}"
    for key, value in element.attrib.items():
        if value not in allowed.get(key, set()):
            yield f"{kind} {key}: {value}"


def tree(data: PlanData) -> Element:
    text = stratml(data)
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    return fromstring(text)


def every(root: Element, kind: str) -> list[Element]:
    return [*root.iter(f"{{{NAMESPACE}}}{kind}")]


def said(element: Element, kind: str) -> str:
    return element.findtext(f"{{{NAMESPACE}}}{kind}") or ""


def test_every_plan_keeps_to_the_schema(miniature: Site) -> None:
    checked = 0
    for agency in miniature.context.directory.agencies.values():
        for plan in agency.records(PLAN):
            data = data_of(miniature, agency.id, plan.name)
            if plan.brief.anchors:
                assert [*faults_of(tree(data))] == []
                checked += 1
    assert checked > 4


@tries(60)
@given(PLANS)
def test_whatever_the_plan_it_keeps_to_the_schema(write: Write, plan: dict[str, object]) -> None:
    data = data_of(site_with_plan(write, plan))
    root = tree(data)
    assert [*faults_of(root)] == []
    assert len(every(root, "PerformanceIndicator")) == len(data.results)


def test_the_test_finds_what_the_schema_would_refuse(miniature: Site) -> None:
    text = stratml(data_of(miniature, OFFICE))
    for old, new in (
        ("<Identifier>visi</Identifier>", "<Identifier>misi</Identifier>"),
        ("<Identifier>visi</Identifier>", "<Identifier>18.72.04</Identifier>"),
        ("<NumberOfUnits>76</NumberOfUnits>", "<NumberOfUnits>76 %</NumberOfUnits>"),
        ("<UnitOfMeasurement>indeks</UnitOfMeasurement>", ""),
        ('Type="Performance_Report"', 'Type="Report"'),
        ("<Name>Renstra Dinas Lingkungan 2025–2029</Name>", ""),
    ):
        assert old in text
        assert [*faults_of(fromstring(text.replace(old, new, 1)))] != [], new


def test_its_parts_are_those_of_the_plan(miniature: Site) -> None:
    root = tree(data_of(miniature, OFFICE))
    assert root.get("Type") == "Performance_Report"
    assert said(every(root, "Vision")[0], "Description") == "Kota Contoh yang bersih dan teduh"
    assert said(every(root, "Mission")[0], "Description").startswith("1. Menjaga udara")
    goals = every(root, "Goal")
    assert [said(each, "Identifier") for each in goals] == ["tujuan-1", "tujuan-2"]
    carrier, *objectives = every(goals[0], "Objective")
    assert said(carrier, "Identifier") == "tujuan-1-indikator"
    assert [said(each, "Identifier") for each in objectives] == ["sasaran-1-1", "sasaran-1-2"]
    (index,) = every(carrier, "PerformanceIndicator")
    assert said(index, "UnitOfMeasurement") == "indeks"
    baseline, first, *_ = every(index, "MeasurementInstance")
    assert said(every(baseline, "ActualResult")[0], "Description") == "Kondisi awal | 75,2"
    actual = every(first, "ActualResult")[0]
    assert (said(actual, "StartDate"), said(actual, "EndDate")) == ("2025-01-01", "2025-12-31")
    assert said(actual, "NumberOfUnits") == "81.4"
    assert said(every(actual, "Descriptor")[0], "DescriptorValue") == "107.11"
    assert "https://contoh.example/lkjip-2025.pdf" in said(actual, "Description")
    shared = every(objectives[1], "PerformanceIndicator")[2]
    assert said(every(shared, "Relationship")[0], "ReferentIdentifier") == "indikator-6"


LEFT = {"type", "documents"}
"""The kind stands in a word of its own; documents lie beside the file."""


def test_nothing_of_a_plan_is_dropped(miniature: Site) -> None:
    def texts(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for each in value.values():
                yield from texts(each)
        elif isinstance(value, list):
            for each in value:
                yield from texts(each)
        elif isinstance(value, str):
            yield value

    for agency, plan in ((OFFICE, "2025-2029"), ("kota-contoh", "2025-2029")):
        data = data_of(miniature, agency, plan)
        whole = " ".join(" ".join(every.text or "" for every in tree(data).iter()).split())
        record = data.plan.model_dump(mode="json", exclude_defaults=True, exclude=LEFT)
        coded = {"higher", "lower", "range", "IKU", "IKK", "outcome", "output", "difference"}
        missing = {
            each
            for each in texts(record)
            if each not in coded and " ".join(each.split()) not in whole
        }
        assert missing == set()


@pytest.mark.parametrize(
    ("plan", "kind", "goals"),
    [
        ({**HEAD, "missions": {"statements": [{"statement": "a"}, {"statement": "b"}]}},
         "Strategic_Plan", ["misi-1", "misi-2"]),
        ({**HEAD, "missions": {"statements": [{"statement": "a"}]},
          "goals": {"objectives": [{"statement": "b", "mission": "1"}, {"statement": "c"}]}},
         "Strategic_Plan", ["misi-0", "misi-1"]),
        (with_indicators(indicator(targets=["1"])), "Performance_Plan", ["tujuan-1"]),
        (with_indicators(indicator(targets={"2025": "1"}, actuals={"2025": "1"})),
         "Performance_Report", ["tujuan-1"]),
    ],
)  # fmt: skip
def test_goals_are_those_of_the_plan_or_its_missions(
    write: Write, plan: dict[str, object], kind: str, goals: list[str]
) -> None:
    root = tree(data_of(site_with_plan(write, plan)))
    assert root.get("Type") == kind
    assert [said(each, "Identifier") for each in every(root, "Goal")] == goals


def test_years_of_the_plan_have_no_dates(write: Write) -> None:
    root = tree(data_of(site_with_plan(write, with_indicators(indicator(targets=["1", "2"])))))
    results = every(root, "TargetResult")
    assert [said(each, "StartDate") for each in results] == ["", ""]
    assert [said(each, "Description") for each in results] == [
        "Tahun ke-1 rencana",
        "Tahun ke-2 rencana",
    ]


def test_years_without_actual_share_an_instance_and_others_have_their_own(write: Write) -> None:
    given = indicator(
        targets=dict.fromkeys(map(str, range(2025, 2030)), "5"), actuals={"2026": "4"}
    )
    root = tree(data_of(site_with_plan(write, with_indicators(given))))
    assert [
        [said(each, "StartDate")[:4] for each in instance]
        for instance in every(root, "MeasurementInstance")
    ] == [["2025"], ["2026", "2026"], ["2027", "2028", "2029"]]


def test_a_plan_without_goal_and_mission_has_no_such_file(write: Write) -> None:
    site = site_with_plan(write, {**HEAD, "vision": {"statement": "Maju"}})
    names = {each.address.rpartition("/")[2] for each in site.files if "/plan." in each.address}
    assert names == {"plan.json"}
    assert json.loads(plan_json(data_of(site)))["vision"] == {"statement": "Maju"}
