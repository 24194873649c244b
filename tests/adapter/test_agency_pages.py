"""Pages written by hand for one agency: with its head, in its menu, found under it."""

import json
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from mkdocs.config import load_config

from conftest import EPOCH, TODAY, Write
from pendopo.build.cache_keys import cache_keys
from pendopo.kinds.registry import KINDS
from pendopo.mkdocs.agency_pages import agency_of, menus
from pendopo.site.page import Link
from places import contents, site_of
from publisher import FILES, content, published, refused
from sites import pages

PAGES = {
    "docs/kota-uji/layanan-kami.md": "# Layanan *kami*\n\nLoket buka pagi.\n\n## A\n## B\n## C\n",
    "docs/kota-uji/dinas-air/tarif/index.md": "---\nmenu: Tarif\n---\n\n# Tarif air\n",
    "docs/kota-uji/lama/arsip.md": "# Arsip\n",
}
NAV = [{"Tentang": "tentang.md"}, {"Arsip": "kota-uji/lama/arsip.md"}]


def text(tree: Element, path: str) -> list[str]:
    return ["".join(each.itertext()) for each in tree.findall(path)]


@pytest.mark.parametrize(
    ("address", "agency"),
    [
        ("a/x/", "a"),
        ("a/b/x/", "a/b"),
        ("a/c/x/", ""),
        ("x/", ""),
        ("", ""),
        ("a/", ""),
        ("a/b/", "a"),
    ],
)
def test_a_page_is_of_the_agency_right_above_it(address: str, agency: str) -> None:
    assert agency_of(address, {"a", "a/b"}) == agency


def test_a_page_of_an_agency_has_its_head_menu_trail_and_colours(tmp_path: Path) -> None:
    files = {
        **PAGES,
        "data/agencies/kota-uji/agency.yml": FILES["data/agencies/kota-uji/agency.yml"]
        + 'colours: {primary: "#7a1f2b", accent: "#0f5e9c"}\n',
    }
    site = published(content(tmp_path, files, nav=NAV))
    trees = dict(pages(site))
    page = trees["kota-uji/layanan-kami/"]
    (name,) = page.findall(".//a[@class='name']")
    assert (name.text, name.get("href")) == ("Kota Uji", "../../kota-uji/")
    assert page.find(".//link[@href='../../assets/colours/7a1f2b-0f5e9c.css']") is not None
    assert text(page, ".//nav[@class='breadcrumbs']//li") == [
        *("Portal Uji", "Kota Uji", "Layanan kami"),
    ]
    (current,) = page.findall(".//nav[@class='menu']//a[@aria-current='page']")
    assert current.text == "Layanan kami"
    (within,) = page.findall(".//input[@name='di']")
    assert within.get("value") == "kota-uji"
    assert "Loket buka pagi." in text(page, ".//main")[0]
    assert "Kota Uji" in text(page, ".//p[@class='answers']")[0]
    for address in ("kota-uji/", "kota-uji/layanan-kami/"):
        assert "Layanan kami" in text(trees[address], ".//nav[@class='menu']//a")
    for address in ("", "tentang/", "kota-uji/dinas-air/"):
        assert "Layanan kami" not in text(trees[address], ".//nav[@class='menu']//a")
    assert "Tarif" in text(trees["kota-uji/dinas-air/"], ".//nav[@class='menu']//a")
    arsip = trees["kota-uji/lama/arsip/"]
    assert text(arsip, ".//a[@class='name']") == ["Portal Uji"]
    (facets,) = (
        each
        for path in site.rglob("*.json")
        if isinstance(each := json.loads(path.read_bytes()), dict) and "kinds" in each
    )
    assert "Halaman lain" in facets["kinds"]
    of_kota = [row for row in facets["pages"].values() if facets["agencies"][row[0]][1]]
    assert facets["kinds"].index("Halaman lain") in {row[1] for row in of_kota}
    assert "kota-uji/layanan-kami/" in (site / "sitemap.xml").read_text()


@pytest.mark.parametrize(
    ("source", "label"),
    [
        ("# Layanan *kami* & lain\n", "Layanan kami & lain"),
        ("---\ntitle: Judul\n---\n# Layanan\n", "Judul"),
        ("---\ntitle: Judul\nmenu: Menu\n---\n", "Menu"),
        ("---\nmenu: 3\n---\n# Layanan\n", "Layanan"),
        ("---\n[\n---\n", "Jam buka"),
        ("", "Jam buka"),
        ("\ufeff# Jam\n", "Jam"),
    ],
)
def test_the_menu_names_a_page_as_it_says(tmp_path: Path, source: str, label: str) -> None:
    folder = content(tmp_path, {"docs/a/jam-buka.md": source})
    config = load_config(str(folder / "mkdocs.yml"))
    assert menus(config, {"a"}) == {"a": (Link(label, "a/jam-buka/"),)}


def test_a_page_that_is_no_utf_8_or_not_published_does_no_harm(tmp_path: Path) -> None:
    folder = content(tmp_path, {"docs/a/x.md": "", "docs/a/y.md": ""}, exclude_docs="/a/y.md\n")
    (folder / "docs/a/x.md").write_bytes(b"# \xff\n")
    config = load_config(str(folder / "mkdocs.yml"))
    assert [each.address for each in menus(config, {"a"})["a"]] == ["a/x/"]


def test_a_new_page_renews_the_pages_of_its_agency_and_no_others(write: Write) -> None:
    names = ("a", "a/b", "c")
    site, _ = site_of(
        write({f"agencies/{name}/agency.yml": "type: kota\nname: N\n" for name in names}), TODAY
    )
    directory = site.context.directory
    before = cache_keys(directory, KINDS, "")
    after = cache_keys(directory, KINDS, "", {"a": (Link("X", "a/x/"),)})
    assert {name for name in before if before[name] != after[name]} == {"a"}


def test_after_a_new_page_the_site_is_as_if_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    folder = content(tmp_path / "one", nav=NAV[:1])
    old = contents(published(folder))
    added = {name: text for name, text in PAGES.items() if "lama" not in name}
    content(folder, added, nav=NAV[:1])
    new = contents(published(folder))
    fresh = published(content(tmp_path / "other", added, nav=NAV[:1]))
    assert new == contents(fresh)
    assert old["kota-uji/index.html"] != new["kota-uji/index.html"]
    assert old["index.html"] == new["index.html"]


def test_what_is_around_a_page_follows_the_data_of_its_agency(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    folder = content(tmp_path / "one", PAGES, nav=NAV)
    page = published(folder) / "kota-uji/layanan-kami/index.html"
    assert "Air bagi semua" not in page.read_text()
    head = "data/agencies/kota-uji/agency.yml"
    changed = {head: f"{FILES[head]}tagline: Air bagi semua\n"}
    content(folder, changed, nav=NAV)
    new = contents(published(folder))
    assert "Air bagi semua" in page.read_text()
    assert new == contents(published(content(tmp_path / "other", {**PAGES, **changed}, nav=NAV)))


def test_an_address_that_data_has_taken_is_refused(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = content(tmp_path, {"docs/kota-uji/dinas-air.md": "# Air\n"})
    assert "kota-uji/dinas-air/agency.yml:1:1: " in "".join(refused(folder, caplog))


def test_a_page_of_data_and_one_written_by_hand_cannot_share_an_address(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    files = {
        "data/agencies/kota-uji/pages/sejarah.md": "---\ntitle: Sejarah\n---\nIsi.\n",
        "docs/kota-uji/profil/sejarah.md": "# Sejarah\n",
    }
    told = "".join(refused(content(tmp_path, files), caplog))
    assert "kota-uji/pages/sejarah.md:1:1: " in told
