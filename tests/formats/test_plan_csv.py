"""indicators.csv and values.csv: for spreadsheets, harmless, a row for each indicator and year."""

import csv
import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from conftest import Write
from pendopo.basics.spreadsheets import harmless
from pendopo.kinds.plans.machines import indicators_csv, values_csv
from pendopo.kinds.plans.plan_data import PlanData
from pendopo.site.planning import Site
from plan_texts import data_of, indicator, site_with_plan, with_indicators

OFFICE = "kota-contoh/dinas-lingkungan"


def read(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return [*csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""))]


def indicators(data: PlanData) -> list[dict[str, str]]:
    return read(indicators_csv.indicators_csv(data))


def values(data: PlanData) -> list[dict[str, str]]:
    return read(values_csv.values_csv(data))


def texts(data: PlanData) -> tuple[str, str]:
    return indicators_csv.indicators_csv(data), values_csv.values_csv(data)


def test_they_begin_with_a_byte_order_mark_and_lines_end_as_rfc_4180_says(miniature: Site) -> None:
    for text, first in zip(texts(data_of(miniature, OFFICE)), ("agency", "id"), strict=True):
        assert text.encode().startswith(b"\xef\xbb\xbf" + f"{first},".encode())
        assert text.count("\n") == text.count("\r\n") > 10
        assert text.endswith("\r\n")


def test_what_an_indicator_is_stands_in_one_row(miniature: Site) -> None:
    data = data_of(miniature, OFFICE)
    found = indicators(data)
    assert {len(each) for each in found} == {len(indicators_csv.COLUMNS)}
    assert {each["level"] for each in found} == {"goal", "objective", "programme", "sub-activity"}
    air = next(each for each in found if each["indicator"] == "Indeks kualitas udara")
    assert (air["code"], air["kind"], air["state"]) == ("IKU-1", "IKU", "reached")
    assert {(each["agency"], each["plan"]) for each in found} == {(OFFICE, "2025-2029")}


def test_the_ids_lead_from_values_to_indicators_and_to_the_page(miniature: Site) -> None:
    data = data_of(miniature, OFFICE)
    named = {each["id"]: (each["indicator"], each["unit"]) for each in indicators(data)}
    assert len(named) == len(indicators(data))
    assert {each["id"]: (each["indicator"], each["unit"]) for each in values(data)} == named
    assert [*named] == [each.anchor for each in (*data.results, *data.work_results)]


def test_each_year_of_each_indicator_is_a_row(miniature: Site) -> None:
    found = values(data_of(miniature, OFFICE))
    assert {len(each) for each in found} == {len(values_csv.COLUMNS)}
    index = [each for each in found if each["indicator"] == "Indeks kualitas udara"]
    assert [(each["row"], each["year"]) for each in index] == [
        ("baseline", "2024"),
        *(("year", str(year)) for year in range(2025, 2030)),
        ("final", "2029"),
    ]
    year = index[1]
    assert (year["target"], year["actual"], year["achievement"]) == ("76", "81.4", "107.11")
    assert (year["target_text"], year["actual_text"]) == ("76", "81,4")
    assert year["evidence"] == "https://contoh.example/lkjip-2025.pdf"


def test_a_range_has_two_ends_and_words_only_their_text(miniature: Site) -> None:
    found = {(each["indicator"], each["year"]): each for each in values(data_of(miniature, OFFICE))}
    trees = found["Tanaman peneduh per kilometer jalan", "2025"]
    ends = trees["target"], trees["target_low"], trees["target_high"], trees["target_text"]
    assert ends == ("", "80", "120", "80–120")
    status = found["Status kalibrasi alat ukur", "2025"]
    assert (status["target"], status["target_text"], status["achievement"]) == ("", "Baik", "75")
    assert status["achievement_stated_because"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_taken_for_a_formula(write: Write, sign: str) -> None:
    name = f"{sign}HYPERLINK(1)" if sign.strip() else "=1"
    plan = with_indicators(indicator(name=name, targets={"2025": f"{sign.strip() or '='}a"}))
    data = data_of(site_with_plan(write, plan))
    (row,) = values(data)
    assert row["indicator"] == indicators(data)[0]["indicator"] == f"'{name}"
    assert row["target_text"].startswith("'")


def test_a_negative_number_stays_a_number(write: Write) -> None:
    plan = with_indicators(indicator(targets={"2025": "-5"}, actuals={"2025": "-2,5"}))
    (row,) = values(data_of(site_with_plan(write, plan)))
    assert (row["target"], row["actual"]) == ("-5", "-2.5")
    assert (row["target_text"], row["actual_text"]) == ("-5", "'-2,5")


@pytest.mark.parametrize("text", ["-Infinity", "-NaN", "-1_0", "＝1+1", "+5", "-5,5", "-"])
def test_only_a_plain_number_may_begin_with_a_sign(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_every_text_is_quoted_for_whatever_separates_lists(miniature: Site) -> None:
    for text in texts(data_of(miniature, OFFICE)):
        for line in text.split("\r\n")[1:]:
            bare = re.sub(r'"(?:[^"]|"")*"', "", line)
            assert re.fullmatch(r"[-0-9.,]*", bare), bare


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Angka;=HYPERLINK(A1);x", "Angka;'=HYPERLINK(A1);x"),
        ("a; =1;-2 ;@b|+c\t=d", "a; '=1;'-2 ;'@b|'+c\t'=d"),
        ('a;"=1', "a;\"'=1"),
        ('a ; "" ＝1', 'a ; "" \'＝1'),
        (' "=1', " \"'=1"),
        ("=1;=2", "'=1;'=2"),
        ("a\n=1", "a\n'=1"),
        ("Rp5.000,- per orang; 80 - 90; a=b", "Rp5.000,- per orang; 80 - 90; a=b"),
        ("-5", "-5"),
    ],
)
def test_no_part_of_a_cell_is_taken_for_a_formula(text: str, expected: str) -> None:
    assert harmless(text) == expected


TEXTS = st.text(st.sampled_from(";|\t,\"' =+-@ab1") | st.characters(codec="utf-8"))


@tries(400)
@given(TEXTS)
def test_whatever_a_cell_says_it_begins_harmlessly_wherever_it_is_parted(text: str) -> None:
    found = harmless(text)
    assert found.replace("'", "") == text.replace("'", "")
    if re.fullmatch(r"-?\d+(\.\d+)?", found, re.ASCII):
        return
    for part in re.split(r"[;|\t\r\n]", f'"{found.replace(chr(34), chr(34) * 2)}"'):
        assert not part.strip().replace('"', "").strip().startswith(("=", "+", "-", "@"))


def test_a_year_before_the_plan_is_a_row_of_its_own_kind(write: Write) -> None:
    plan = with_indicators(indicator(targets={"2025": "5"}, actuals={"2023": "3", "2025": "4"}))
    found = values(data_of(site_with_plan(write, plan)))
    assert [(each["row"], each["year"], each["actual"]) for each in found] == [
        ("history", "2023", "3"),
        ("year", "2025", "4"),
    ]


def test_an_indicator_without_any_value_still_has_a_row(write: Write) -> None:
    data = data_of(site_with_plan(write, with_indicators(indicator())))
    assert [each["indicator"] for each in indicators(data)] == ["Indeks"]
    assert values(data) == []


def test_values_by_group_are_rows_that_name_the_group(write: Write) -> None:
    series = [{"name": "Perempuan", "actuals": {"2025": "38"}}]
    found = values(data_of(site_with_plan(write, with_indicators(indicator(series=series)))))
    assert [(each["row"], each["series"], each["year"], each["actual"]) for each in found] == [
        ("series", "Perempuan", "2025", "38"),
    ]
