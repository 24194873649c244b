"""Surveys of satisfaction: their value can be repeated, and pages say what it means."""

import csv
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from conftest import AGENCY, Write, codes
from markup import shown, text, texts, things
from pendopo.basics.translations import translations
from pendopo.kinds.registry import KINDS
from pendopo.kinds.surveys.record import ELEMENTS, SURVEY, SurveyRecord, grade
from pendopo.kinds.surveys.samples import SOUND
from pendopo.site.planning import Site
from texts import checked, record_text

KOTA = "agencies/kota-uji"


def survey(averages: list[Decimal], weight: str) -> SurveyRecord:
    return SurveyRecord.model_validate(
        {
            "title": "S",
            "period": {"start": "2025-01-01", "end": "2025-12-31"},
            "respondents": "10",
            "elements": dict(zip(ELEMENTS, map(str, averages), strict=True)),
            "weight": weight,
        }
    )


@pytest.mark.parametrize(
    ("weight", "value"),
    [("1/9", "91.48"), ("0,11", "90.56"), ("0.11", "90.56"), ("1 / 9", "91.48")],
)
def test_a_value_is_repeated_with_either_weight(weight: str, value: str) -> None:
    averages = [Decimal("3.66")] * 8 + [Decimal("3.652")]
    assert survey(averages, weight).value == Decimal(value)


@tries(400)
@given(st.lists(st.decimals(1, 4, places=3), min_size=9, max_size=9))
def test_the_calculation_is_exact_and_rounds_a_half_up(averages: list[Decimal]) -> None:
    thousandths = sum(int(each * 1000) for each in averages)
    # 25 / 9 / 1000, in hundredths: 2.5 / 9 of each thousandth.
    expected = (5 * thousandths + 9) // 18
    assert survey(averages, "1/9").value == Decimal(expected) / 100


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("100", "A"), ("88.31", "A"), ("88.305", "A"), ("88.3049", "B"), ("88.30", "B"),
        ("76.61", "B"), ("76.60", "C"), ("65", "C"), ("64.99", "D"), ("25", "D"), ("24.75", "D"),
    ],
)  # fmt: skip
def test_a_grade_is_that_of_the_rounded_value(value: str, expected: str) -> None:
    assert grade(Decimal(value)) == expected


@pytest.mark.parametrize(
    ("value", "letter", "said"),
    [
        ("85,00", "B", "Nilai yang tertulis 85, tetapi kesembilan unsur dengan bobot 1/9 "
                       "menghasilkan 87,01. → Cocokkan"),
        ("86,14", "B", "menghasilkan 87,01. → Laporan itu menghitung dengan bobot 0,11: "
                       "tambahkan weight: 0,11"),
        ("87,01", "C", "Mutu nilai 87,01 bukan C. → Mutunya B;"),
        ("87,01", "A", "87,01 bermutu A menurut skala lama tahun 2004"),
    ],
)  # fmt: skip
def test_what_cannot_be_repeated_is_said_with_both_values(
    value: str, letter: str, said: str
) -> None:
    stated = f'stated: {{value: "{value}", grade: {letter}}}'
    content = SOUND.replace('stated: {value: "87,01", grade: B}', stated)
    (problem,) = checked(record_text(SURVEY, "a.yml", "kota-uji", "a", content))[1]
    translate = translations("id").gettext
    assert said in f"{problem.message(translate)} → {problem.mend(translate)}"


def test_a_survey_asks_about_a_service_that_exists(write: Write) -> None:
    files = {f"{KOTA}/agency.yml": AGENCY, f"{KOTA}/surveys/2025.yml": f"{SOUND}service: kartu\n"}
    assert codes(write(files)) == [f"{KOTA}/surveys/2025.yml:15:10 survey-service"]


def test_a_survey_says_value_grade_and_the_lowest_element(miniature: Site) -> None:
    page = shown(miniature, "kota-contoh/survei/2025/")
    said = text(page)
    assert "87,01 dari 100" in said
    assert "B (Baik)" in said
    assert "Peraturan Menteri PANRB Nomor 14 Tahun 2017" in said
    rows = [texts(row, "*") for row in page.findall(".//tbody/tr")]
    assert len(rows) == len(ELEMENTS)
    assert ["Waktu penyelesaian", "3,2", "terendah"] in rows
    assert ["Biaya", "3,9", "tertinggi"] in rows
    assert "Menambah kursi di ruang tunggu." in said


def test_the_newest_survey_stands_first_and_beside_the_services(miniature: Site) -> None:
    rows = shown(miniature, "kota-contoh/survei/").findall(".//tbody/tr")
    assert [texts(row, "td") for row in rows] == [
        ["2025", "87,01 (B, Baik)", "412"],
        ["2024", "86,14 (B, Baik)", "412"],
    ]
    line = "Kepuasan masyarakat 2025: 87,01 (Baik), 412 responden"
    assert line in text(shown(miniature, "kota-contoh/layanan/"))
    assert line in text(shown(miniature, "kota-contoh/"))


def test_programs_get_the_elements(miniature: Site) -> None:
    found = things(miniature, "kota-contoh/survei/2025/")["Dataset"]
    assert found["temporalCoverage"] == "2025-01-01/2025-12-31"
    index, first, *_ = found["variableMeasured"]
    assert (index["value"], index["maxValue"]) == (87.01, 100)
    assert (first["name"], first["value"], first["maxValue"]) == ("Persyaratan", 3.5, 4)
    (file,) = [each for each in miniature.files if each.address.endswith("survei/survei.csv")]
    rows = [*csv.DictReader(StringIO(file.text.removeprefix("\ufeff"), newline=""))]
    assert len(rows) == 2 * len(ELEMENTS)
    assert (rows[7]["element"], rows[7]["average"], rows[7]["value"]) == (
        *("pengaduan", "3.425"),
        "87.01",
    )


def test_the_newest_survey_is_evidence(miniature: Site) -> None:
    city = miniature.context.directory.agencies["kota-contoh"]
    found = [each for each in KINDS.evidence(miniature.context, city) if each.item == "survey"]
    assert [(each.address, each.day) for each in found] == [
        ("kota-contoh/survei/2025/", "2025-12-31")
    ]
