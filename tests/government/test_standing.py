"""Agencies that are published as they were at an earlier state."""

from pathlib import Path

import pytest

from conftest import AGENCY, PORTAL, TODAY, Write
from pendopo.government.standing import Standing
from places import built, contents, place

OLD = {"kota-uji": Standing("a" * 40, "2026-01-06")}
LINE = (
    "Halaman ini menampilkan keadaan pada "
    '<time datetime="2026-01-06">Selasa, 6 Januari 2026</time>, '
    "karena perubahan sesudahnya masih perlu diperbaiki."
)


@pytest.fixture
def data(write: Write) -> Path:
    other = AGENCY.replace("Uji", "Lain")
    files = {"agencies/kota-uji/agency.yml": AGENCY, "agencies/kota-lain/agency.yml": other}
    return write(files)


def test_the_first_page_of_an_agency_alone_says_in_which_state_it_is_shown(
    data: Path, tmp_path: Path
) -> None:
    built(data, place(tmp_path), TODAY, standing=OLD)
    saying = {path for path, each in contents(tmp_path / "site").items() if LINE.encode() in each}
    assert saying == {"kota-uji/index.html"}


def test_in_english_too(write: Write, tmp_path: Path) -> None:
    portal = PORTAL + "language: en\n"
    data = write({"portal.yml": portal, "agencies/kota-uji/agency.yml": AGENCY})
    built(data, place(tmp_path), TODAY, standing=OLD)
    page = (tmp_path / "site/kota-uji/index.html").read_text()
    assert "This page shows the state of <time" in page
    assert "because later changes still need to be mended." in page


def test_the_line_comes_and_goes_where_no_file_has_changed(data: Path, tmp_path: Path) -> None:
    for step, standing in enumerate(({}, OLD, {}, OLD)):
        built(data, place(tmp_path), TODAY, standing=standing)
        built(data, place(tmp_path / f"{step}"), TODAY, standing=standing)
        found = contents(tmp_path / "site")
        assert found == contents(tmp_path / f"{step}/site")
        assert (LINE.encode() in found["kota-uji/index.html"]) == bool(standing)


def test_the_line_is_not_found_by_searching(data: Path, tmp_path: Path) -> None:
    built(data, place(tmp_path), TODAY, standing=OLD)
    page = (tmp_path / "site/kota-uji/index.html").read_text()
    assert f'<p class="meta" data-pagefind-ignore>{LINE}</p>' in page
