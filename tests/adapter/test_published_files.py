"""The files of a strict build through MkDocs, and what search engines read."""

import gzip
import json
import logging
from pathlib import Path
from xml.etree import ElementTree

import pytest
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from conftest import EPOCH, MINIATURE, ROOT, Write, at_length, configuration
from pendopo.basics import addresses
from pendopo.mkdocs import settings
from pendopo.site.planning import Site, taken
from places import contents
from sites import ELSEWHERE, documents, leads_on, pages


def test_the_sitemap_has_every_page_with_its_own_date(built: Path) -> None:
    text = (built / "sitemap.xml").read_text()
    for address, _ in pages(built):
        if address != "404.html":
            assert f"<loc>{ELSEWHERE}/repo/{address}</loc>" in text
    assert "<lastmod>2026-01-20</lastmod>" in text


@at_length
def test_the_sitemap_says_of_a_page_written_by_hand_when_it_was_changed(
    project: Path, tmp_path: Path
) -> None:
    for written, day in (("2026-03-04", "2026-03-04"), ("kemarin", "")):
        text = f"---\nupdated: {written}\n---\n\n# Tentang\n\n## Bila ada yang keliru\n"
        (project / "docs/tentang.md").write_text(text)
        config = configuration(MINIATURE, tmp_path / "site", project, site_url=f"{ELSEWHERE}/")
        build(config)
        listed = (tmp_path / "site/sitemap.xml").read_text()
        lastmod = f"<lastmod>{day}</lastmod>" if day else ""
        assert f"<url><loc>{ELSEWHERE}/tentang/</loc>{lastmod}</url>" in listed
        page = dict(pages(tmp_path / "site"))["tentang/"]
        times = [each.get("datetime") for each in page.iter("time")]
        assert times == ([day] if day else [])


def test_the_sitemap_has_no_page_that_leads_on_and_none_that_is_not_found(built: Path) -> None:
    root = ElementTree.parse(built / "sitemap.xml").getroot()
    listed = [(each[0].text or "").removeprefix(f"{ELSEWHERE}/repo/") for each in root]
    assert {*listed} == {address for address, _ in pages(built)} - {"404.html"}
    assert len([each for each in documents(built) if leads_on(each[1])]) == 11


def test_pages_written_by_hand_are_shown_by_others_as_those_of_data_are(built: Path) -> None:
    head = dict(pages(built))["tentang/"][0]
    found = {each.get("property"): each.get("content") for each in head.iter("meta")}
    assert found["og:title"] == "Tentang situs ini"
    assert found["og:url"] == f"{ELSEWHERE}/repo/tentang/"
    card = (found["og:image"] or "").removeprefix(f"{ELSEWHERE}/repo/")
    assert (built / card).is_file()
    feed = head.find(".//link[@type='application/atom+xml']")
    assert feed is not None
    assert feed.get("href") == "../berita/atom.xml"


def test_files_for_machines_are_published(built: Path) -> None:
    assert f"Sitemap: {ELSEWHERE}/repo/sitemap.xml" in (built / "robots.txt").read_text()
    for path in ("berita/atom.xml", "kota-contoh/berita/atom.xml"):
        assert ElementTree.parse(built / path).getroot().tag.endswith("feed")
    index = json.loads((built / "api/v1/index.json").read_text())
    assert index["agencies"] == f"{ELSEWHERE}/repo/api/v1/agencies.json"


@at_length
def test_the_same_build_twice_is_equal_byte_for_byte(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    again = tmp_path / "site"
    build(
        configuration(
            MINIATURE,
            again,
            site_url=f"{ELSEWHERE}/repo/",
            repo_url="https://github.com/contoh/profil",
            edit_uri="edit/main/docs/",
        )
    )
    assert contents(built) == contents(again)
    assert len(contents(built)) > 30


@at_length
def test_pages_below_the_root_and_in_a_folder_differ_only_where_addresses_are_whole(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    build(configuration(MINIATURE, tmp_path, site_url=f"{ELSEWHERE}/"))
    for address, tree in pages(built):
        if address == "404.html":
            continue
        other = dict(pages(tmp_path))[address]
        links = [
            [e.get("href") for e in each.iter() if e.tag in ("link", "a")] for each in (tree, other)
        ]
        kept = [
            [
                link
                for link in found
                if link and "://" not in link and not link.startswith("mailto:")
            ]
            for found in links
        ]
        assert kept[0] == kept[1], address


def test_pages_written_by_hand_can_be_found_unless_they_say_otherwise(built: Path) -> None:
    files = (built / "cari/indeks").rglob("*.pf_fragment")
    found = [json.loads(gzip.decompress(file.read_bytes())[12:]) for file in files]
    titles = {each["url"]: each["meta"]["title"] for each in found}
    assert titles["/tentang/"] == "Tentang situs ini"
    assert "/panduan/" not in titles


def test_every_file_that_is_published_is_on_the_list_of_what_the_site_has(
    built: Path, miniature: Site
) -> None:
    by_hand = settings.files_by_hand(configuration(MINIATURE, built))
    planned = {*miniature.by_address, *(each.address for each in miniature.files)}
    all_taken = taken(miniature.context, planned, by_hand)
    live = {addresses.path(each) for each in all_taken.live}
    published = contents(built).keys()
    assert {
        path
        for path in published - live
        if not any(path.startswith(each) for each in all_taken.reserved)
    } == set()
    made = {"404.html", "build.json", "robots.txt", "sitemap.xml"}
    assert all_taken.reserved & published == {*made, *by_hand} & published
    assert made <= published


def test_an_old_address_where_a_page_written_by_hand_stands_stops_the_build(
    write: Write, project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (project / "docs/kontak.md").write_text("# Kontak\n")
    (project / "docs/berkas").mkdir()
    (project / "docs/berkas/peta.txt").write_text("peta")
    lines = "".join(
        f"- {{old: {old}, new: /}}\n" for old in ("kontak", "berkas/peta.txt/a", "404.html")
    )
    data = write({"redirects.yml": f"redirects:\n{lines}"})
    config = configuration(data, tmp_path / "site", project)
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build(config)
    assert [each.getMessage().partition(": ")[0] for each in caplog.records[:3]] == [
        f"{data}/redirects.yml:{line}:9" for line in (2, 3, 4)
    ]
    assert not (tmp_path / "site").exists()


def test_no_script_of_the_theme_is_published(built: Path) -> None:
    own = {path.name for path in (ROOT / "overrides/assets").glob("*.js")} - {"counter.js"}
    of_search = {"pagefind.js", "pagefind-worker.js"}
    assert {path.name for path in built.rglob("*.js")} == own | of_search
    assert not [*built.rglob("*.map")]
