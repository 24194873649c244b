"""plan.json: everything of a plan, with what was computed of it."""

import json
from decimal import Decimal
from typing import Any

import pytest

from conftest import Write
from pendopo.basics.numbers import json_number
from pendopo.kinds.plans.machines.plan_json import plan_json
from pendopo.kinds.plans.plan_data import percent
from pendopo.site.planning import Site
from plan_texts import HEAD, data_of, indicator, site_with_plan, with_indicators

OFFICE = "kota-contoh/dinas-lingkungan"


@pytest.fixture(scope="module")
def full(miniature: Site) -> dict[str, Any]:
    """The plan that has everything."""
    found: dict[str, Any] = json.loads(plan_json(data_of(miniature, OFFICE)))
    return found


def texts(value: Any) -> set[str]:
    """Every text in a tree of JSON."""
    if isinstance(value, dict):
        return set().union(*map(texts, value.values()), set())
    if isinstance(value, list):
        return set().union(*map(texts, value), set())
    return {value} if isinstance(value, str) else set()


def test_every_text_of_the_record_is_there(miniature: Site, full: dict[str, Any]) -> None:
    record = data_of(miniature, OFFICE).plan.model_dump(mode="json", exclude_defaults=True)
    wanted = texts(record)
    assert len(wanted) > 80
    numeric = {each for each in wanted if each.replace(",", "").replace(".", "").isdigit()}
    said = texts(full)
    read_as = {"90"}
    assert wanted - said - numeric <= read_as | {"1198400000"}


def test_it_says_whose_plan_it_is_and_whether_it_is_in_force(full: dict[str, Any]) -> None:
    assert full["reference"] == f"{OFFICE}/2025-2029"
    assert full["agency"] == {"id": OFFICE, "name": "Dinas Lingkungan", "type": "dinas"}
    assert (full["status"], full["period"]) == ("in force", {"start": 2025, "end": 2029})


def test_values_are_numbers_ranges_or_words_beside_the_text_of_the_document(
    full: dict[str, Any],
) -> None:
    goal = full["goals"]["statements"][0]
    (index,) = goal["indicators"]
    assert index["baseline"] == {"year": 2024, "text": "75,2", "number": 75.2}
    assert index["values"][0] == {
        "year": 2025,
        "target": {"text": "76", "number": 76},
        "actual": {
            "text": "81,4",
            "number": 81.4,
            "evidence": "https://contoh.example/lkjip-2025.pdf",
        },
        "achievement": 107.11,
    }
    trees = goal["objectives"][0]["indicators"][2]
    assert trees["values"][0]["target"] == {"text": "80–120", "range": [80, 120]}
    status, share, data = goal["objectives"][1]["indicators"]
    assert status["values"][0]["target"] == {"text": "Baik"}
    assert status["values"][0]["achievement"] == 75
    assert status["values"][0]["achievement_stated_because"].startswith("Enam dari delapan")
    assert share["values"][2]["target"]["text"] == "90 persen"
    assert share["series"][0] == {
        "name": "Kecamatan Hulu",
        "values": [
            {"year": 2024, "actual": {"text": "88", "number": 88}},
            {
                "year": 2025,
                "target": {"text": "90", "number": 90},
                "actual": {"text": "91", "number": 91},
            },
        ],
    }
    assert data["shares_targets_with"] == share["name"]
    assert data["values"][0]["target"] == share["values"][2]["target"]


def test_means_say_of_how_many_they_are(full: dict[str, Any]) -> None:
    assert full["achievement"] == [{"year": 2025, "percent": 94.05, "measured": 7, "of": 8}]
    objective = full["goals"]["statements"][0]["objectives"][1]
    assert objective["achievement"] == [{"year": 2025, "percent": 93.19, "measured": 3, "of": 3}]


def test_it_says_what_serves_what(miniature: Site, full: dict[str, Any]) -> None:
    goal = full["goals"]["statements"][0]
    assert goal["supports"] == ["kota-contoh/2025-2029#misi-2"]
    above = json.loads(plan_json(data_of(miniature, "kota-contoh")))
    missions = above["missions"]["statements"]
    assert missions[1]["supported_by"] == [f"{OFFICE}/2025-2029#tujuan-1"]
    assert above["goals"]["statements"][1]["supported_by"] == [f"{OFFICE}/2025-2029#sasaran-1-1"]


def test_programmes_keep_their_levels_and_their_money(full: dict[str, Any]) -> None:
    (programme,) = full["programmes"]
    assert programme["serves"] == ["tujuan-1", "sasaran-1-1"]
    assert programme["budget"][0] == {
        "year": 2025,
        "source": "APBD",
        "ceiling": 1_250_000_000,
        "realised": 1_198_400_000,
    }
    (sub_activity,) = programme["activities"][0]["sub_activities"]
    assert sub_activity["budget"][0]["realised"] == 0
    assert sub_activity["indicators"][0]["values"][0]["achievement"] == 100


def test_what_is_not_stated_is_left_out(write: Write) -> None:
    site = site_with_plan(write, {**HEAD, "vision": {"statement": "Maju"}})
    assert json.loads(plan_json(data_of(site))) == {
        "format": "pendopo/plan/1",
        "reference": "kota-uji/2025-2029",
        "agency": {"id": "kota-uji", "name": "Kota Uji", "type": "kota"},
        "type": "Renstra",
        "title": "Renstra Uji",
        "period": {"start": 2025, "end": 2029},
        "status": "in force",
        "vision": {"statement": "Maju"},
    }


def test_years_without_a_calendar_are_the_years_of_the_plan(write: Write) -> None:
    site = site_with_plan(write, with_indicators(indicator(targets=["1", "2"])))
    (found,) = json.loads(plan_json(data_of(site)))["goals"]["statements"][0]["indicators"]
    assert [each["year_of_plan"] for each in found["values"]] == [1, 2]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("85", 85),
        ("85.0", 85),
        ("12.750", 12.75),
        ("1E+3", 1000),
        ("12345678901234567890", "12345678901234567890"),
        ("0.1234567890123456789", "0.1234567890123456789"),
        ("-0.5", -0.5),
    ],
)
def test_no_reader_of_json_loses_digits(number: str, expected: object) -> None:
    assert json_number(Decimal(number)) == expected
    assert type(json_number(Decimal(number))) is type(expected)


def test_an_achievement_is_written_without_a_cap() -> None:
    assert percent(Decimal("1234.5678")) == "1234.57"
    assert percent(None) == ""
