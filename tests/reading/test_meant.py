"""What is meant by values that no field accepts."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from budgets import tries
from pendopo.reading import fields
from pendopo.reading.meant import GUESSES, Meant, meant, span

FIELDS: dict[str, Any] = {
    "date": fields.Day,
    "official-moment": fields.Day,
    "time": fields.Time,
    "email": fields.Email,
    "contact": fields.Email,
    "region-code": fields.RegionCode,
    "bps-code": fields.BpsCode,
    "postal-code": fields.PostalCode,
    "colour": fields.Colour,
    "url": fields.WebAddress,
    "year": fields.Year,
    "flag": fields.Flag,
    "number": fields.Rupiah,
    "number-whole": fields.Whole,
    "key": fields.Key,
}


@pytest.mark.parametrize(
    ("code", "value", "text", "certain"),
    [
        ("date", "4/25/2018", "2018-04-25", True),
        ("date", "25/4/18", "2018-04-25", True),
        ("date", "Senin, 3 Februari 2026", "2026-02-03", True),
        ("date", "3 February 2026", "2026-02-03", True),
        ("date", "February 3, 2026", "2026-02-03", True),
        ("date", "3 - 2 - 2026", "2026-02-03", True),
        ("date", "20260203", "2026-02-03", True),
        ("date", "2026-02-03T10:00:00Z", "2026-02-03", True),
        ("time", "pukul 08.00", "08:00", True),
        ("time", "8.00 WIB", "08:00", True),
        ("time", "08:00:00", "08:00", True),
        ("time", "8", "08:00", False),
        ("time", "24.00", "00:00", False),
        ("email", "mailto:a@b.go.id", "a@b.go.id", True),
        ("email", "a @ b.go.id", "a@b.go.id", True),
        ("email", "Kantor <a@b.go.id>", "a@b.go.id", False),
        ("region-code", "1275", "12.75", True),
        ("region-code", "12 75 05", "12.75.05", True),
        ("bps-code", "12.76", "1276", True),
        ("postal-code", "20 714", "20714", True),
        ("colour", "14532D", "#14532d", True),
        ("colour", "#123", "#112233", True),
        ("url", "www.kota.go.id", "https://www.kota.go.id", False),
        ("url", "http:/kota.go.id/a", "http://kota.go.id/a", False),
        ("year", "Tahun 2024", "2024", True),
        ("flag", "Y", "ya", True),
        ("number", "42,5 km2", "42,5", True),
        ("number", "Rp 30 juta", "30.000.000", True),
        ("number", "Rp 1,25 M", "1.250.000.000", True),
        ("number-whole", "Rp30.000.000", "30.000.000", True),
        ("number-whole", "315.609 jiwa", "315.609", True),
        ("key", "Dinas Pendidikan", "dinas-pendidikan", True),
    ],
)
def test_what_is_meant_is_known_and_accepted(
    code: str, value: str, text: str, certain: bool
) -> None:
    adapter = TypeAdapter[Any](FIELDS[code])
    with pytest.raises(ValidationError):
        adapter.validate_python(value)
    assert meant(code, value) == Meant(text, certain)
    adapter.validate_python(text)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        *(("date", each) for each in ("Februari 2026", "31 Februari 2026", "3/13/13", "besok")),
        *(("time", each) for each in ("pagi", "25.00", "08.70", "8 atau 9")),
        *(("email", each) for each in ("a@b", "a@b.id,c@d.id", "kantor")),
        *(("number", each) for each in ("30 M", "banyak", "12 dari 30", "1,2,3")),
        *(("year", each) for each in ("2021/2022", "dua ribu")),
        *(
            ("region-code", "123"),
            ("postal-code", "2071"),
            ("colour", "hijau"),
            ("flag", "mungkin"),
        ),
        *(("url", "lihat di sini"), ("key", "…"), ("text-long", "x")),
    ],
)
def test_what_may_mean_anything_is_left_to_the_person(code: str, value: str) -> None:
    assert meant(code, value) is None


@tries(300)
@given(st.sampled_from(sorted(GUESSES)), st.text("0123456789.,:/- @aRpWIBjuta%", max_size=16))
def test_what_is_certain_is_accepted_by_the_field(code: str, value: str) -> None:
    guess = meant(code, value)
    if guess and guess.certain and code != "colour":
        TypeAdapter[Any](FIELDS[code]).validate_python(guess.text)


@pytest.mark.parametrize(
    "value", ["08.00-16.00", "8:00 – 16:00", "08.00 s.d. 16.00 WIB", "pukul 08.00 s/d 16.00"]
)
def test_a_span_has_a_beginning_and_an_end(value: str) -> None:
    assert span(value) == ("08:00", "16:00")
    assert span("08.00") is None
    assert span("08.00-25.00") is None
