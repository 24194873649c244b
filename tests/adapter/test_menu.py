"""The navigation of mkdocs.yml: what of it stands at the foot of pages, and what is refused."""

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from pendopo.mkdocs.faulty_settings import problems
from pendopo.mkdocs.menu import documents
from pendopo.site.page import Link
from publisher import content, published
from sites import pages

LAPOR = "https://www.lapor.go.id/?a=1&b=2"


def test_pages_written_by_hand_and_other_sites_stand_at_the_foot_of_every_page(
    tmp_path: Path,
) -> None:
    nav = [{"Tentang kami": "tentang.md"}, {"Pengaduan <b>": LAPOR}, {"Maklumat": "a.pdf"}]
    site = published(content(tmp_path, {"docs/a.pdf": ""}, nav=nav))
    trees = dict(pages(site))
    for address, way in (("", "./"), ("kota-uji/dinas-air/", "../../"), ("tentang/", "../")):
        links = trees[address].findall(".//footer//nav//a")
        found = {"".join(each.itertext()): each.attrib for each in links}
        assert found["Pengaduan <b>"] == {"href": LAPOR, "rel": "noopener noreferrer"}
        assert found["Tentang situs ini"] == {"href": f"{way}tentang/"}
        assert found["Maklumat"] == {"href": f"{way}a.pdf"}


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("tentang.md", "menu-title"),
        (LAPOR, "menu-title"),
        ({"Layanan": [{"Tentang": "tentang.md"}]}, "menu-section"),
        ({"Layanan": []}, "menu-section"),
        ({"Kota": "/kota-uji/"}, "menu-address"),
        ({"Surat": "mailto:a@contoh.example"}, "menu-address"),
        ({"Skrip": "javascript:alert(1)"}, "menu-address"),
        ({"Situs": "//contoh.example/"}, "menu-address"),
        ({"Situs": "https://"}, "menu-address"),
        ({"Situs": "https://[x/"}, "menu-address"),
        ({"Situs": "https://a b/"}, "menu-address"),
    ],
)
def test_an_entry_that_could_not_be_shown_is_told_with_its_line(
    tmp_path: Path, entry: Any, code: str
) -> None:
    folder = content(tmp_path, nav=[{"Tentang": "tentang.md"}, entry])
    (problem,) = problems(load_config(str(folder / "mkdocs.yml")))
    assert problem.code == code
    line = (folder / "mkdocs.yml").read_text().splitlines()[problem.line - 1]
    assert str(next(iter(entry)) if isinstance(entry, dict) else entry) in line


def test_without_a_navigation_the_foot_has_no_entries(tmp_path: Path) -> None:
    config = load_config(str(content(tmp_path, nav=None) / "mkdocs.yml"))
    assert documents(config) == []
    config = load_config(str(content(tmp_path, nav=[{2026: LAPOR}]) / "mkdocs.yml"))
    assert documents(config) == [Link("2026", LAPOR)]
