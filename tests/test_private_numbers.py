"""Numbers of persons in texts are told, and what only is as long is not."""

import pytest

from conftest import AGENCY, Write, codes, warnings
from pendopo.reading.private_numbers import is_nik, is_nip

HEAD = "agencies/kota-uji/agency.yml"


@pytest.mark.parametrize(
    "digits", ["1275010101900001", "1275014101900001", "9601012902000001", "1275015512880003"]
)
def test_a_nik_has_a_province_and_a_date_of_birth(digits: str) -> None:
    assert is_nik(digits)


@pytest.mark.parametrize(
    "digits",
    [
        *("0975010101900001", "9975010101900001", "1275013201900001", "1275010013900001"),
        *("1275017201900001", "1275013102900001", "1275012902010001", "127501010190000"),
        "1200000101900001",
    ],
)
def test_other_digits_are_no_nik(digits: str) -> None:
    assert not is_nik(digits)


@pytest.mark.parametrize("digits", ["198501012010011001", "199012312015032002"])
def test_a_nip_has_a_birth_and_an_appointment(digits: str) -> None:
    assert is_nip(digits)


@pytest.mark.parametrize(
    "digits",
    [
        *("198513012010011001", "198501012010131001", "198501012010013001", "198501011990011001"),
        "19850101201001100",
    ],
)
def test_other_digits_are_no_nip(digits: str) -> None:
    assert not is_nip(digits)


@pytest.mark.parametrize(
    "text",
    [
        *("NIK 1275010101900001.", "1275010101900001", "(1275014101900001)"),
        "Nama, 1275010101900001, warga",
    ],
)
def test_a_nik_in_any_text_stops_publication(write: Write, text: str) -> None:
    news = "agencies/kota-uji/news/2026-01-05-a.yml"
    article = f"title: A\npublished: 2026-01-05\nbody: '{text}'\n"
    folder = write({HEAD: f"{AGENCY}tagline: '{text}'\n", news: article})
    assert codes(folder) == [f"{HEAD}:3:10 text-nik", f"{news}:3:7 text-nik"]


@pytest.mark.parametrize("text", ["NIP 198501012010011001", "NIP. 19850101 201001 1 001"])
def test_a_nip_is_warned_of(write: Write, text: str) -> None:
    folder = write({HEAD: f"{AGENCY}tagline: '{text}'\n"})
    assert codes(folder) == []
    assert warnings(folder) == [f"{HEAD}:3:10 text-nip"]


@pytest.mark.parametrize(
    "text",
    [
        *("https://uji.example/1275010101900001", "470/1275010101900001/2026"),
        *("1275-010101900001", "12.750.101.019.000.012", "1275010101900001,5", "a1275010101900001"),
        *("Rekening 1234567890123456", "1275 0101 0190 0001", "2026"),
    ],
)
def test_registration_numbers_are_not_taken_for_them(write: Write, text: str) -> None:
    folder = write({HEAD: f"{AGENCY}tagline: '{text}'\n"})
    assert codes(folder) == warnings(folder) == []
