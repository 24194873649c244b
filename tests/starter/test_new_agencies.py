"""`pendopo new agencies`: the agencies of a region from a table, however it is written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from conftest import TODAY, Write
from pendopo.commands import main
from pendopo.starter.region_names import name_of, type_of
from places import contents, site_of
from tables import made, refused, written_within

pytestmark = pytest.mark.usefixtures("one_day")

CITY = "agencies/kota-uji"
UNDER = "99.71"
FILES = {
    f"{CITY}/agency.yml": "type: kota\nname: Kota Uji\nregion_code: '99.71'\n",
    f"{CITY}/kecamatan-hulu/agency.yml": "type: kecamatan\nname: Kecamatan Hulu\n",
    f"{CITY}/tengah/agency.yml": "type: kecamatan\nname: Tengah\nregion_code: 99.71.02\n",
}
TABLE = """\
99.71.01,KEC. HULU
99.71.02,KEC. TENGAH
99.71.03,KEC. HILIR
99.71.03.1001,Kel. Ma'rang
99.71.03.2002,DESA BATU-BATU II
99.71.02.1001,Kelurahan Berita
99.71.02.1002,Pasar dan Sawah
"""
MADE = {
    f"{CITY}/kecamatan-hilir": ("kecamatan", "Kecamatan Hilir", "99.71.03"),
    f"{CITY}/kecamatan-hilir/kelurahan-marang": ("kelurahan", "Kelurahan Ma'rang", "99.71.03.1001"),
    f"{CITY}/kecamatan-hilir/desa-batu-batu-ii": ("desa", "Desa Batu-Batu II", "99.71.03.2002"),
    f"{CITY}/tengah/kelurahan-berita": ("kelurahan", "Kelurahan Berita", "99.71.02.1001"),
    f"{CITY}/tengah/pasar-dan-sawah": ("kelurahan", "Pasar dan Sawah", "99.71.02.1002"),
}


@pytest.fixture
def data(write: Write) -> Path:
    return write(FILES)


@pytest.mark.parametrize(
    "table",
    [
        TABLE,
        "code,name\n" + TABLE,
        "\ufeffKODE;Nama\r\n" + TABLE.replace(",", ";").replace("\n", "\r\n"),
        "name;luas;code\n"
        + "".join(f"{b};1;{a}\n" for a, b in (line.split(",") for line in TABLE.splitlines())),
        "\n\n"
        + "".join(
            f'"{line.replace(",", chr(34) + "," + chr(34))}"\n' for line in TABLE.splitlines()
        ),
        "".join(sorted(TABLE.splitlines(keepends=True), reverse=True)) + ",\n",
        "99.71,Kota Uji\n" + TABLE,
    ],
    ids=["bare", "header", "semicolons", "other columns", "quotes", "backwards", "itself"],
)
def test_a_table_makes_agencies_and_keeps_those_that_are_there(
    table: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(data)
    assert made(data, table, UNDER) == 0
    said = capsys.readouterr().out
    assert (
        f"Instansi baru di bawah Kota Uji: 5. Yang sudah ada: {2 + ('Kota Uji' in table)}." in said
    )
    site, problems = site_of(data, TODAY)
    assert [each for each in problems if not each.information] == []
    after = contents(data)
    assert {path: after[path] for path in before} == before
    assert after.keys() - before.keys() == {f"{path}/agency.yml" for path in MADE}
    for path, expected in MADE.items():
        brief = site.context.directory.agencies[path.removeprefix("agencies/")].brief
        assert (brief.type, brief.name, brief.region_code) == expected
    assert made(data, table, UNDER) == 0
    assert "Instansi baru di bawah Kota Uji: 0." in capsys.readouterr().out
    assert contents(data) == after


@pytest.mark.parametrize("under", ["99.71", "kota-uji", "data/agencies/kota-uji/"])
def test_the_agency_above_is_named_by_its_code_or_its_folder(under: str, data: Path) -> None:
    assert made(data, "99.71.09,Kec. Baru\n", under) == 0
    assert (data / CITY / "kecamatan-baru/agency.yml").is_file()


def test_at_the_top_the_largest_regions_come_first(data: Path) -> None:
    assert made(data, "98,PROV. UTARA\n98.01,KAB. PESISIR\n", "/") == 0
    assert (data / "agencies/provinsi-utara/kabupaten-pesisir/agency.yml").is_file()
    assert site_of(data, TODAY)[1] == []


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("99.71.1,A\n99.71.04,B\n", ["1:1: 99.71.1 bukan kode wilayah"]),
        ("99.71.04,A\n99.71.04,B\n", ["2:1: Kode 99.71.04 sudah ada pada baris 1."]),
        ("code,name\n99.72.04,A\n", ["2:1: Kode 99.72.04 tidak diawali 99.71, kode Kota Uji."]),
        ("99.71.09.1001,A\n", ["1:1: Tidak ada instansi berkode 99.71.09"]),
        ("99.71.04,=SUM(1)\n", ["1:10: =SUM(1) bukan nama instansi."]),
        ("99.71.04,../../etc\n", ["1:10: ../../etc bukan"]),
        ("99.71.04,\n99.71.05,-\n", ["1:10: ", "2:10: - bukan"]),
        ("99.71.04,A\x1b[2J\n", ["1:10: A\\x1b[2J bukan"]),
        ("99.71.04,A\u202eB\n", ["1:10: "]),
        (
            "99.71.04,A,B\n99.71.05\n",
            ["1:1: Baris ini memuat 3 sel", "2:1: Baris ini memuat 1 sel"],
        ),
        ("code,name\n99.71.04\n", ["2:1: Baris ini memuat 1 sel"]),
        ('99.71.04,"A\n', ["1:1: Tanda kutip"]),
        ('99.71.04,"A"B\n', ["1:1: Tanda kutip"]),
        (f"99.71.04,{'A' * 301}\n", ["1:10: "]),
        ("code,name\n", ["1:1: Tabel itu tidak memuat"]),
        (";;\n", ["1:1: Tabel itu tidak memuat"]),
        ("", ["1:1: "]),
        ("\n \n", ["1:1: "]),
        (b"99.71.04,A\xff\n", ["1:11: "]),
        ("99.71.04,A\n".encode("utf-16"), ["1:1: "]),
        (b"\x00\x01\x02", ["1:1: "]),
        (b"99.71.04,A\n" * 30_000, ["1:1: "]),
    ],
)
def test_each_faulty_line_is_told_and_nothing_is_written(
    table: str | bytes, told: list[str], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(data, table, UNDER, told, capsys)


def test_a_table_that_is_not_there_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(data)
    for path in ("tiada.csv", "data"):
        file = str(data.parent / path)
        given = ["--from", file, "--under", "99.71", "--data", str(data)]
        assert main(["new", "agencies", *given]) == 1
        said = capsys.readouterr().out
        assert said.startswith(f"{file}:1:1: ")
        assert ("Berkas itu tidak ada." in said) == (path == "tiada.csv")
    assert contents(data) == before


@pytest.mark.parametrize("under", ["99.72", "kota-ujji", ""])
def test_an_unknown_agency_above_is_told(
    under: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(data)
    assert made(data, TABLE, under) == 2
    assert "Tidak ada instansi dalam folder" in capsys.readouterr().err
    assert contents(data) == before


def test_where_an_agency_is_faulty_nothing_is_made(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write({**FILES, f"{CITY}/tengah/agency.yml": "type: kecamatan\nnama: Tengah\n"})
    before = contents(data)
    assert made(data, TABLE, UNDER) == 1
    assert f"{CITY}/tengah/agency.yml:2:1: " in capsys.readouterr().out
    assert contents(data) == before


def test_agencies_of_one_name_have_folders_of_their_own(write: Write) -> None:
    data = write({**FILES, f"{CITY}/sawah/agency.yml": "type: dinas\nname: Dinas Sawah\n"})
    rows = (
        "".join(f"99.71.1{number},Sawah\n" for number in range(3)) + "99.71.14,甲乙\n99.71.15,Con\n"
    )
    assert made(data, rows, UNDER) == 0
    folders = {each.name for each in (data / CITY).iterdir() if each.is_dir()}
    assert folders >= {"kecamatan-sawah", "sawah-2", "sawah-3", "99-71-14", "kecamatan-con"}
    assert [each for each in site_of(data, TODAY)[1] if not each.information] == []


@tries(200)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["99.71.31", "99.71.31.1001", "99.71.32", "../../a", "", "99"]),
            st.one_of(
                st.text(max_size=9),
                st.sampled_from(["../../../etc", "C:\\x", "agency.yml", "media", ".", "a/b"]),
            ),
        ),
        max_size=4,
    )
)
def test_whatever_stands_in_a_table_nothing_is_written_elsewhere(
    data: Path, rows: list[tuple[str, str]]
) -> None:
    table = "".join(f"{code},{name}\n" for code, name in rows)
    written_within(data, table, UNDER, CITY)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("KEC. BINJAI SELATAN", "Kecamatan Binjai Selatan"),
        ("Kec. Binjai Selatan", "Kecamatan Binjai Selatan"),
        ("KEC.BINJAI SELATAN", "Kecamatan Binjai Selatan"),
        ("kecamatan Binjai", "kecamatan Binjai"),
        ("BINJAI SELATAN", "Binjai Selatan"),
        ("Binjai  Selatan", "Binjai Selatan"),
        ("KAB. ADM. KEP. SERIBU", "Kabupaten Administrasi Kep. Seribu"),
        ("DKI JAKARTA", "DKI Jakarta"),
        ("DI YOGYAKARTA", "DI Yogyakarta"),
        ("PULAU BANYAK XIV", "Pulau Banyak XIV"),
        ("MA'RANG", "Ma'rang"),
        ("TANAH (LAUT)/DARAT", "Tanah (Laut)/Darat"),
        ("PASAR DI ATAS IV ANGKAT", "Pasar di Atas IV Angkat"),
        ("IX KOTO", "IX Koto"),
        ("SAWAH DAN LADANG", "Sawah dan Ladang"),
        ("Kelapa Dua", "Kelapa Dua"),
        ("KELAPA", "Kelapa"),
        ("McDonald", "McDonald"),
    ],
)
def test_a_name_of_capitals_is_set_as_a_title(written: str, name: str) -> None:
    assert name_of(written) == name


@pytest.mark.parametrize(
    ("code", "type_"),
    [
        ("12", "provinsi"),
        ("12.01", "kabupaten"),
        ("12.75", "kota"),
        ("12.75.01", "kecamatan"),
        ("12.75.01.1001", "kelurahan"),
        ("12.75.01.2001", "desa"),
        ("12.75.01.3001", "desa"),
    ],
)
def test_the_type_is_that_of_the_depth_of_the_code(code: str, type_: str) -> None:
    assert type_of(code) == type_
