"""`pendopo new agencies` from a table of offices: dinas, badan and others without a region code."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from conftest import TODAY, Write
from pendopo.starter.drafts import draft
from pendopo.starter.office_table import COLUMNS, type_of
from pendopo.starter.offices import KEYS, with_block
from places import contents, site_of
from tables import made, refused, written_within

pytestmark = pytest.mark.usefixtures("one_day")

CITY = "agencies/kota-uji"
UNDER = "kota-uji"
FILES = {
    f"{CITY}/agency.yml": "type: kota\nname: Kota Uji\n",
    f"{CITY}/dinas-sosial/agency.yml": "type: dinas\nname: Dinas Sosial\n",
}
TABLE = """\
No;Nama OPD;Singkatan;Alamat;Kode Pos;Telepon;Surel;Situs
1;Dinas Kesehatan;Dinkes;"Jalan Contoh 1; lantai 2";20711;061-8821234;dinkes@uji.example;\
https://dinkes.uji.example/
2;Badan Pendapatan Daerah;;Jalan: Contoh 2;;061-8821235/061-8821236;-;
3;DINAS SOSIAL;;;;;;
4;RSUD Uji;;;;;;

5;Berita;;;;;;
"""


@pytest.fixture
def data(write: Write) -> Path:
    return write(FILES)


def test_a_table_makes_offices_with_all_it_tells_and_keeps_those_that_are_there(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(data)
    assert made(data, TABLE, UNDER) == 0
    said = capsys.readouterr().out
    assert "Instansi baru di bawah Kota Uji: 4. Yang sudah ada: 1." in said
    assert "Kolom yang tidak dipakai: No." in said
    after = contents(data)
    assert {path: after[path] for path in before} == before
    folders = {path.split("/")[2] for path in after.keys() - before.keys()}
    assert folders == {"dinas-kesehatan", "badan-pendapatan-daerah", "rsud-uji", "berita-2"}
    site, problems = site_of(data, TODAY)
    assert [each for each in problems if not each.information] == []
    record = site.context.directory.agencies["kota-uji/dinas-kesehatan"].record
    assert (record.type, record.name, record.short_name) == ("dinas", "Dinas Kesehatan", "Dinkes")
    assert record.address
    assert record.address.street == "Jalan Contoh 1; lantai 2"
    assert record.address.postal_code == "20711"
    assert record.emails == ("dinkes@uji.example",)
    assert record.website == "https://dinkes.uji.example/"
    revenue = site.context.directory.agencies["kota-uji/badan-pendapatan-daerah"].record
    assert revenue.address
    assert (revenue.type, revenue.address.street) == ("badan", "Jalan: Contoh 2")
    assert (len(revenue.phones), revenue.emails, revenue.website) == (2, (), None)
    assert made(data, TABLE, UNDER) == 0
    assert contents(data) == after


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_of_names_alone_is_enough(separator: str, data: Path) -> None:
    rows = [["nama", "jenis"], ["Kantor Arsip", "lainnya"], ["RSUD Uji", "Rumah Sakit"]]
    assert made(data, "".join(f"{separator.join(row)}\n" for row in rows), UNDER) == 0
    agencies = site_of(data, TODAY)[0].context.directory.agencies
    assert agencies["kota-uji/kantor-arsip"].brief.type == "lainnya"
    assert agencies["kota-uji/rsud-uji"].brief.type == "rumah-sakit"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("nama,jenis\nDinas Satu,dinsa\n", ["2:12: dinsa bukan"]),
        ("nama,telepon\nDinas Satu,salah\nDinas Dua,nihil\n", ["2:12: ", "3:11: "]),
        ("nama,telepon\nDinas Satu,0274/512345\n", ["2:12: 0274/512345 "]),
        ("nama,surel\nDinas Satu,a@b\n", ["2:12: "]),
        ("nama,situs\nDinas Satu,dinkes.uji.example\n", ["2:12: "]),
        ("nama,alamat,kode pos\nDinas Satu,Jalan 1,2071\n", ["2:20: "]),
        ("nama\nDinas Satu\nDINAS SATU\n", ["3:1: Nama DINAS SATU sudah ada pada baris 2."]),
        ("nama,jenis\n,dinas\n=SUM(1),dinas\n", ["2:1: ", "3:1: =SUM(1) bukan nama instansi."]),
        ('nama\n"Dinas\n', ["2:1: Tanda kutip"]),
        ("nama\n", ["1:1: Tabel itu tidak memuat"]),
        (f"nama\n{'A' * 301}\n", ["2:1: "]),
        ("nama,alamat\nDinas A,Jalan\u200b\n", ["2:9: "]),
    ],
)
def test_each_faulty_cell_is_told_at_its_place_and_nothing_is_written(
    table: str, told: list[str], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(data, table, UNDER, told, capsys)


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Dinas Kesehatan", "dinas"),
        ("INSPEKTORAT", "inspektorat"),
        ("Rumah Sakit Umum Daerah", "rumah-sakit"),
        ("Puskesmas Hulu", "puskesmas"),
        ("UPT Pasar", "uptd"),
        ("Satuan Polisi Pamong Praja", "lainnya"),
    ],
)
def test_the_first_word_of_a_name_tells_the_type(name: str, type_: str) -> None:
    assert type_of(name) == type_


def test_the_draft_of_an_agency_shows_each_key_that_a_table_may_fill() -> None:
    text = draft("agency").text
    for column in COLUMNS.keys() - {"name", "type", "short_name"}:
        key = KEYS.get(column, column)
        assert f"\n{key}: x\n" in with_block(text, key, f"{key}: x\n")
    with pytest.raises(ValueError, match="does not show nothing"):
        with_block(text, "nothing", "")


@tries(200)
@given(
    st.lists(
        st.tuples(
            st.one_of(
                st.text(max_size=9), st.sampled_from(["media", "../../a", "Dinas A", "news"])
            ),
            st.text(max_size=9),
        ),
        max_size=4,
    )
)
def test_whatever_stands_in_a_table_nothing_is_written_elsewhere(
    data: Path, rows: list[tuple[str, str]]
) -> None:
    table = "nama;alamat\n" + "".join(f"{name};{text}\n" for name, text in rows)
    written_within(data, table, UNDER, CITY)
