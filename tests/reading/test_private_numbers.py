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
    at = text.index("1275")
    assert codes(folder) == [f"{HEAD}:3:{11 + at} text-nik", f"{news}:3:{8 + at} text-nik"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NIP 198501012010011001", "text-nip"),
        ("NIP. 19850101 201001 1 001", "text-nip"),
        ("NIP.198501012010011001", "text-nip"),
        ("NIP: 19850101.201001.1.001", "text-nip"),
        ("NIP 19850101-201001-1-001", "text-nip"),
        ("198501012010011001", "text-nip"),
        ("NIK: 1275 0101 0190 0001", "text-nik"),
        ("No. KTP 1275.0101.0190.0001", "text-nik"),
        ("NIK 1275010101900001 12 orang", "text-nik"),
        ("Nomor Induk Kependudukan 1275-0101-0190-0001", "text-nik"),
        ("KK 1275010101120001", "text-kk"),
        ("Kartu Keluarga No. 1275 0101 0112 0001", "text-kk"),
    ],
)
def test_a_number_of_a_person_stops_publication_however_it_is_grouped(
    write: Write, text: str, code: str
) -> None:
    folder = write({HEAD: f"{AGENCY}tagline: '{text}'\n"})
    assert [each.split()[-1] for each in codes(folder)] == [code]
    assert warnings(folder) == []


@pytest.mark.parametrize(
    "text",
    [
        *("https://uji.example/1275010101900001", "470/1275010101900001/2026"),
        *("1275-010101900001", "12.750.101.019.000.012", "1275010101900001,5", "a1275010101900001"),
        *("Rekening 1234567890123456", "1275 0101 0190 0001", "2026", "2021 2022 2023 2024"),
        *("ISBN 978-602-1234-56-7", "ISBN 9786021234567", "BRI 0341-01-000743-30-3"),
        *("Virtual account 8077708123456789", "NPWP 00.123.456.7-801.000", "NIB 9120001234567"),
        *("NPWP 0012345678901000", "Rekening 034101000743303", "5.1.02.01.01.0024 5.1.02.01"),
        *("NIK: 16 digit, NIP: 18 digit", "Fotokopi KTP dan KK 2 lembar", "NIK 1234567890123456"),
        *("KK 08123456789", "Surat 800/1985010120100110/BKD", "Kode RUP 53187654 53187655"),
    ],
)
def test_other_long_numbers_are_not_taken_for_them(write: Write, text: str) -> None:
    folder = write({HEAD: f"{AGENCY}tagline: '{text}'\n"})
    assert codes(folder) == warnings(folder) == []


def births_in(write: Write, text: str, kind: str = "tagline") -> list[str]:
    quoted = text.replace("'", "''")
    folder = write({HEAD: f"{AGENCY}{kind}: '{quoted}'\n"})
    assert warnings(folder) == []
    return [each.split()[-1] for each in codes(folder)]


@pytest.mark.parametrize(
    "text",
    [
        *("Tanggal lahir: 3 Februari 1980", "TTL: Binjai, 3 Februari 1980", "TTL Medan / 3-2-1980"),
        *("Tempat, tanggal lahir: Kota Metro, 03-02-1980", "Tgl. lahir 3/2/1980"),
        *("Ani, lahir di Binjai, 3 Februari 1980", "Ani lahir di Binjai pada tanggal 3 Feb 1980"),
        *("Beliau lahir pada 3 Februari 1980", "Ia dilahirkan 3 Februari 1980"),
        *("Date of birth: 3 February 1980", "She was born on 3 February 1980"),
        *("Ani was born in Binjai on February 3, 1980", "| Tanggal lahir | 2019-05-03 |"),
    ],
)
def test_the_day_of_birth_of_a_person_stops_publication(write: Write, text: str) -> None:
    assert births_in(write, text) == births_in(write, text, "introduction") == ["text-birth"]


@pytest.mark.parametrize(
    "text",
    [
        *("Kota Metro lahir pada 9 Juni 1937", "Hari lahir Pancasila 1 Juni 1945", "lahir 1980"),
        *("Kota ini lahir sebagai kota otonom pada 27 April 1999", "Akta lahir, 3 Februari 2026"),
        *("tanggal lahir paling lambat 1 Juli 2019", "anak yang lahir di Binjai, 1 Juli 2009"),
        *("Pahlawan itu lahir di Blitar, 6 Juni 1901", "Beliau lahir pada tahun 1980"),
        *("Isi nama dan tanggal lahir. 3 Februari 2026 ditutup", "Ia lahir di desa itu"),
    ],
)
def test_other_days_of_birth_are_let_be(write: Write, text: str) -> None:
    assert births_in(write, text) == births_in(write, text, "introduction") == []
