"""The times of targets and actuals: years, parts of a year and stages."""

import pickle
from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from conftest import TODAY, Write
from markup import shown, text
from pendopo.basics.translations import translations
from pendopo.kinds.plans.labels import term_label
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.record.results import results, state
from pendopo.kinds.plans.record.terms import (
    Term,
    Typed,
    days,
    ended,
    in_order,
    length,
    with_first_year,
    written,
)
from plan_texts import HEAD, indicator, site_with_plan, with_indicators

TERM = TypeAdapter[int](Term)


def read(typed: str) -> int:
    return TERM.validate_python(typed)


@pytest.mark.parametrize(
    ("typed", "as_written"),
    [
        *((each, each) for each in ("1", "26", "2026", "2026-Q1", "2026-03", "2025-2029")),
        *(("2026-S2", "2026-S2"), ("2026 Q4", "2026-Q4"), ("Q2 2026", "2026-Q2")),
        *(("TW I 2026", "2026-Q1"), ("TW IV 2026", "2026-Q4"), ("tw 3 2026", "2026-Q3")),
        *(("2026-TW2", "2026-Q2"), ("Triwulan III 2026", "2026-Q3"), ("TW II", "Q2")),
        *(("Semester I 2026", "2026-S1"), ("Maret 2026", "2026-03"), ("2025–2029", "2025-2029")),
        *(("Triwulan I, 2026", "2026-Q1"), ("2025 - 2029", "2025-2029")),
    ],
)
def test_a_term_is_read_as_official_tables_write_it(typed: str, as_written: str) -> None:
    assert written(read(typed)) == as_written
    assert read(written(read(typed))) == read(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "0", "100", "26-Q1", "2026-Q5", "2026-13", "2026-00", "1900-Q1", "2029-2025", "TW V"),
        *("2026-S3", "Q1", "Maret", "2026-Maret-1", "2026-2026", "2025-2200", "٣", "2026-Q١"),
    ],
)
def test_anything_else_is_no_term(typed: str) -> None:
    if typed == "Q1":
        assert written(read(typed)) == "Q1"
        return
    with pytest.raises(ValidationError):
        read(typed)


def test_terms_come_in_the_order_of_their_ends() -> None:
    typed = ["2027", "2026", "2026-Q4", "2026-Q1", "2026-03", "2026-12", "2025-2029", "2026-S1"]
    assert [written(each) for each in in_order(map(read, typed))] == [
        *("2026-03", "2026-Q1", "2026-S1", "2026-12", "2026-Q4", "2026", "2027", "2025-2029"),
    ]


@pytest.mark.parametrize(
    ("typed", "first", "last", "months"),
    [
        ("2026", "2026-01-01", "2026-12-31", 12),
        ("2026-Q1", "2026-01-01", "2026-03-31", 3),
        ("2026-S2", "2026-07-01", "2026-12-31", 6),
        ("2024-02", "2024-02-01", "2024-02-29", 1),
        ("2025-2029", "2025-01-01", "2029-12-31", 60),
    ],
)
def test_a_calendar_term_has_days(typed: str, first: str, last: str, months: int) -> None:
    term = read(typed)
    assert days(term) == (date.fromisoformat(first), date.fromisoformat(last))
    assert length(term) == months
    assert not ended(term, date.fromisoformat(last))
    assert ended(term, date.fromisoformat(last).replace(day=1).replace(year=int(last[:4]) + 1))


def test_a_yearly_plan_need_not_repeat_its_year() -> None:
    assert written(with_first_year(read("TW II"), 2026)) == "2026-Q2"
    assert with_first_year(read("3"), 2026) == 2028
    plan = {**HEAD, "type": "Renja", "period": {"start": "2026", "end": "2026"}}
    row = indicator(targets={"TW I": "1", "TW II": "2"}, actuals={"TW I": "1"})
    goals = {"statements": [{"statement": "Tujuan", "indicators": [row]}]}
    record = PlanRecord.model_validate({**plan, "goals": goals})
    (found,) = results(record)
    assert [written(each.year) for each in found.points] == ["2026-Q1", "2026-Q2"]
    assert found.evaluation == "on course"
    assert written(found.next_due) == "2026-Q2"
    assert state(found.evaluation, found.next_due, 2026, 2026) == "on course"
    assert state("", found.next_due, 2026, 2027) == "not reported"


def test_a_key_remembers_how_it_was_typed_in_every_process() -> None:
    key = TERM.validate_python("TW I 2026")
    assert isinstance(key, Typed)
    copy = pickle.loads(pickle.dumps(key))
    assert (copy, copy.typed) == (20260001, "TW I 2026")


@pytest.mark.parametrize(
    ("typed", "indonesian", "english"),
    [
        ("2026", "2026", "2026"),
        ("3", "Tahun ke-3", "Year 3"),
        ("2026-Q2", "Triwulan II 2026", "Quarter II 2026"),
        ("TW IV", "Triwulan IV", "Quarter IV"),
        ("2026-S1", "Semester I 2026", "Half-year I 2026"),
        ("2026-03", "03/2026", "03/2026"),
        ("2025-2029", "2025–2029", "2025–2029"),
    ],
)
def test_a_term_has_a_name_in_both_languages(typed: str, indonesian: str, english: str) -> None:
    assert term_label(read(typed), translations("id").gettext) == indonesian
    assert term_label(read(typed), translations("en").gettext) == english


def test_quarters_have_columns_rows_and_states_as_years_have(write: Write) -> None:
    row = indicator(targets={"2026-Q1": "5", "2026-Q2": "6", "2026": "6"}, actuals={"2026-Q1": "4"})
    plan = with_indicators(row, type="Renja", period={"start": "2026", "end": "2026"})
    site = site_with_plan(write, plan, TODAY)
    page = shown(site, "kota-uji/perencanaan/2025-2029/")
    labels = [text(each) for each in page.findall(".//article//tbody/tr/th")]
    assert labels == ["Triwulan I 2026", "Triwulan II 2026", "2026"]
    assert "Tertinggal" in text(page)
    heads = [text(each) for each in shown(site, "kota-uji/tujuan-sasaran/2025-2029/").iter("th")]
    assert "2026-Q1" in heads
