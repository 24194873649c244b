"""The adapter: a strict build through MkDocs, examined as it was written."""

import errno
import gzip
import json
import logging
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import html5lib
import pytest
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserver

from conftest import AGENCY, EPOCH, MINIATURE, ROOT, Write, configuration
from pendopo.basics.addresses import shortened
from pendopo.rendering import renderer as rendering
from pendopo.rendering.qr import qr_code
from pendopo.site import linked_data
from pendopo.site.planning import Site
from pendopo.site.shell import Publication
from places import contents

ELSEWHERE = "https://example.org"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of all that MkDocs reads: a site that is served is written beside mkdocs.yml."""
    folder = tmp_path / "project"
    for part in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@contextmanager
def serving(config: MkDocsConfig) -> Iterator[Any]:
    """The hook as `mkdocs serve` starts it."""
    config.strict = False
    hook: Any = config.plugins["hooks/mkdocs_hooks.py"]
    hook.on_startup(command="serve", dirty=False)
    try:
        yield hook
    finally:
        hook.on_startup(command="build", dirty=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature site as `mkdocs build --strict` writes it for `/repo/`."""
    site = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        config = configuration(
            MINIATURE,
            site,
            site_url=f"{ELSEWHERE}/repo/",
            repo_url="https://github.com/contoh/profil",
            edit_uri="edit/main/docs/",
        )
        build(config)
    return site


def pages(site: Path) -> Iterator[tuple[str, Element]]:
    """Address and tree of every page that was written, but for those that lead on."""
    return (each for each in documents(site) if not leads_on(each[1]))


def documents(site: Path) -> Iterator[tuple[str, Element]]:
    """Address and tree of every document that was written."""
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        with path.open("rb") as file:
            yield address, html5lib.parse(file, namespaceHTMLElements=False)


def leads_on(tree: Element) -> bool:
    """Whether a document stands at an old address."""
    return tree.find(".//meta[@http-equiv='refresh']") is not None


def test_every_internal_link_and_anchor_exists(built: Path) -> None:
    trees = dict(documents(built))
    broken = []
    for address, tree in trees.items():
        base = f"{ELSEWHERE}/repo/{address}"
        for element in tree.iter():
            for attribute in ("href", "src"):
                link = element.get(attribute)
                if link is None or element.get("rel") == "canonical":
                    continue
                target, fragment = urldefrag(urljoin(base, link))
                if not target.startswith(f"{ELSEWHERE}/repo/"):
                    assert element.tag == "a", (address, link)
                    assert urlsplit(link).scheme in ("http", "https", "mailto", "tel"), link
                    continue
                found = target.removeprefix(f"{ELSEWHERE}/repo/")
                file = built / found / "index.html" if target.endswith("/") else built / found
                ids = {each.get("id") for each in trees[found].iter()} if found in trees else set()
                if not file.is_file() or (fragment and fragment not in ids):
                    broken.append((address, link))
    assert broken == []


def test_titles_and_descriptions_are_there_and_titles_are_unique(built: Path) -> None:
    titles = [tree.findtext(".//title") for address, tree in pages(built)]
    canonical = [t for t in titles if t]
    assert len(canonical) == len(set(canonical)) == len(titles) > 20
    for address, tree in pages(built):
        if address not in ("tentang/", "panduan/"):
            description = tree.find(".//meta[@name='description']")
            assert description is not None, address
            assert 5 < len(description.get("content", "")) <= 160, address


def test_each_page_has_one_h1_ordered_headings_and_unique_ids(built: Path) -> None:
    for address, tree in pages(built):
        levels = [int(e.tag[1]) for e in tree.iter() if e.tag in ("h1", "h2", "h3", "h4", "h5")]
        assert levels.count(1) == 1, address
        assert levels[0] == 1, address
        assert all(after - before <= 1 for before, after in pairwise(levels)), address
        ids = [e.get("id") for e in tree.iter() if e.get("id")]
        assert len(ids) == len(set(ids)), address


def test_each_table_has_a_caption_and_its_headings_say_what_they_head(built: Path) -> None:
    tables = [(address, each) for address, tree in pages(built) for each in tree.iter("table")]
    assert len(tables) > 20
    for address, table in tables:
        assert "".join(table.find("caption").itertext()).strip(), address  # type: ignore[union-attr]
        headings = list(table.iter("th"))
        assert headings, address
        for each in headings:
            assert each.get("scope") in ("col", "row", "colgroup"), address
            assert "".join(each.itertext()).strip(), address


def test_links_that_read_alike_lead_to_one_place(built: Path) -> None:
    for address, tree in pages(built):
        found: dict[str, set[str]] = {}
        for link in (each for each in tree.iter("a") if each.get("href", "")[0] != "#"):
            text = " ".join("".join(link.itertext()).split())
            target = urljoin(f"{ELSEWHERE}/repo/{address}", link.get("href", ""))
            found.setdefault(text, set()).add(urldefrag(target).url)
        assert {text: each for text, each in found.items() if len(each) > 1} == {}, address
        files = [each for each in tree.iter("a") if each.get("type") == "text/csv"]
        names = ["".join(each.itertext()) for each in files]
        assert len(names) == len(set(names)), address


def test_whatever_scrolls_by_itself_has_a_role_and_a_name(built: Path) -> None:
    for address, tree in pages(built):
        ids = {each.get("id") for each in tree.iter()}
        for each in tree.iter():
            if each.get("tabindex"):
                assert each.get("tabindex") == "0", address
                assert each.get("role") in ("group", "region"), address
                names = (each.get("aria-labelledby") or "").split()
                assert each.get("aria-label") or ids.issuperset(names or {""}), address


def test_no_page_has_a_script_an_inline_style_or_a_handler(built: Path) -> None:
    for address, tree in pages(built):
        for element in tree.iter():
            assert element.tag not in ("style", "iframe", "object"), address
            if element.tag == "script" and element.get("src"):
                assert re.fullmatch(
                    r"(/repo/|\./|(\.\./)+)assets/\w+\.js", element.get("src", "")
                ), address
                assert not element.text
            elif element.tag == "script":
                assert element.attrib == {"type": "application/ld+json"}, address
                json.loads(element.text or "")
            names = [name for name in element.attrib if isinstance(name, str)]
            assert not [name for name in names if name == "style" or name.startswith("on")], address


def test_each_page_has_its_language_its_agency_and_the_notice(built: Path) -> None:
    for address, tree in pages(built):
        assert tree.get("lang") == "id", address
        text = "".join(tree.find(".//footer").itertext())  # type: ignore[union-attr]
        assert "Data rekaan untuk pengujian." in text, address
        if address.startswith("kota-contoh/"):
            masthead = "".join(tree.find(".//header").itertext())  # type: ignore[union-attr]
            assert "Profil Instansi Kota Contoh" in masthead, address
            assert "Kota Contoh" in masthead, address


def test_edit_links_lead_to_the_yaml_file(built: Path) -> None:
    links = {
        address: [a.get("href") for a in tree.iter("a") if "/edit/" in (a.get("href") or "")]
        for address, tree in pages(built)
    }
    base = "https://github.com/contoh/profil/edit/main/tests/miniature/agencies/kota-contoh"
    assert links["kota-contoh/"] == [f"{base}/agency.yml"]
    assert links["kota-contoh/visi-misi/"] == [f"{base}/plans/2025-2029.yml"]
    name = "2026-01-15-pohon-pertama"
    assert links[f"kota-contoh/berita/{name}/"] == [f"{base}/news/{name}.yml"]


def test_the_plan_in_force_points_to_its_lasting_address(built: Path) -> None:
    def canonical(address: str) -> str | None:
        link = dict(pages(built))[address].find(".//link[@rel='canonical']")
        return None if link is None else link.get("href")

    lasting = f"{ELSEWHERE}/repo/kota-contoh/visi-misi/2025-2029/"
    assert canonical("kota-contoh/visi-misi/") == lasting
    assert canonical("kota-contoh/visi-misi/2025-2029/") == lasting
    assert canonical("kota-contoh/") == f"{ELSEWHERE}/repo/kota-contoh/"


def test_the_sitemap_has_every_page_with_its_own_date(built: Path) -> None:
    text = (built / "sitemap.xml").read_text()
    for address, _ in pages(built):
        if address != "404.html":
            assert f"<loc>{ELSEWHERE}/repo/{address}</loc>" in text
    assert "<lastmod>2026-01-20</lastmod>" in text


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
    assert len([each for each in documents(built) if leads_on(each[1])]) == 5


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


def test_the_page_for_unknown_addresses_works_below_the_root(built: Path) -> None:
    tree = dict(pages(built))["404.html"]
    links = [a.get("href") for a in tree.iter("a")]
    assert "/repo/" in links
    assert "/repo/instansi/" in links


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


def relative_links(tree: Element) -> list[str]:
    links = [each.get("href") or "" for each in tree.iter() if each.tag in ("a", "link")]
    return [link for link in links if "://" not in link]


class Witness(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """An ordinary plugin that MkDocs runs after the hook."""

    def __init__(self) -> None:
        self.seen: dict[str, tuple[str | None, str, list[str]]] = {}

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, **rest: Any) -> str:
        ancestors = [each.title for each in page.ancestors]
        self.seen[page.url] = (page.title, html, [str(title) for title in reversed(ancestors)])
        assert page.toc.items
        return html.replace("Kabar dari hulu", "Kabar dari hilir")


def test_articles_know_the_newer_and_the_older_one(built: Path) -> None:
    tree = dict(pages(built))["kota-contoh/berita/2026-01-15-pohon-pertama/"]
    older = tree.find(".//link[@rel='next']")
    assert older is not None
    assert older.get("href") == "../../berita/2026-01-10-air-mati/"
    assert tree.find(".//link[@rel='prev']") is None


def test_faulty_data_stops_the_build_and_leaves_the_last_site(
    write: Write, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = write(
        {
            "agencies/kota-uji/agency.yml": "type: kotta\n",
            "agencies/kota-uji/news/2026-01-01-a.yml": "title: A\nbody: B\n",
        }
    )
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site")
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build(configuration(folder, site))
    assert [each.read_text() for each in site.iterdir()] == ["the last good site"]
    lines = [record.getMessage() for record in caplog.records]
    place = f"{folder}/agencies/kota-uji"
    assert lines[0].startswith(f"{place}/agency.yml:1:1: Kunci name")
    assert lines[1].startswith(f"{place}/agency.yml:1:7: kotta")
    assert lines[2].startswith(f"{place}/news/2026-01-01-a.yml:1:1: ")
    assert lines[-1].startswith("Ditemukan 3 masalah dalam 2 berkas.")


def test_serving_shows_the_problems_and_goes_on_with_what_is_sound(
    write: Write, project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = write(
        {
            "agencies/kota-uji/agency.yml": AGENCY + "bps_code: satu\n",
            "agencies/kota-rusak/agency.yml": "type: [",
        }
    )
    config = configuration(folder, project / "site", project)
    with serving(config), caplog.at_level(logging.ERROR):
        build(config, serve_url="http://127.0.0.1:8000/")
    assert sum(record.levelno == logging.ERROR for record in caplog.records) == 2
    served = project / ".serve.pendopo/site"
    assert (served / "kota-uji/index.html").is_file()
    assert not (served / "kota-rusak").exists()
    assert not (project / "site").exists()


def test_a_page_of_data_may_not_take_the_address_of_a_page_written_by_hand(
    write: Write, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    documents = tmp_path / "docs"
    shutil.copytree(ROOT / "docs", documents)
    (documents / "kota-uji.md").write_text("# Kota Uji\n")
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build(configuration(folder, tmp_path / "site", docs_dir=str(documents)))
    assert "agencies/kota-uji/agency.yml:1:1" in caplog.text
    assert "kota-uji.md" in caplog.text


def test_names_of_sections_that_data_wrote_keep_their_language(
    write: Write, tmp_path: Path
) -> None:
    plan = (
        "type: RPJMD\ntitle: RPJMD\nperiod: {start: 2025, end: 2029}\n"
        "vision: {heading: Visi Kota, statement: Maju}\nmissions: {statements: [{statement: A}]}\n"
        "closing: |\n  Demikian.\nsources: [{title: S}]\n"
    )
    article = "title: Panen raya\npublished: 2026-01-01\nbody: Kabar.\n"
    files = {
        "portal.yml": "name: P\nlanguage: en\nintroduction: I\n",
        "agencies/kota-uji/agency.yml": AGENCY,
        "agencies/kota-uji/plans/p.yml": plan,
        "agencies/kota-uji/news/2026-01-01-panen.yml": article,
    }
    build(configuration(write(files), tmp_path / "site"))
    trees = dict(pages(tmp_path / "site"))
    listed = trees["kota-uji/visi-misi/"].findall(".//nav[@class='contents']//a")
    assert [(each.text, each.get("lang")) for each in listed][:2] == [
        *(("Visi Kota", "id"), ("Mission", None)),
    ]
    (here,) = trees["kota-uji/berita/2026-01-01-panen/"].findall(".//li[@aria-current='page']")
    assert (here.text, here.get("lang")) == ("Panen raya", "id")


def test_another_data_folder_brings_its_own_name_and_language(write: Write, tmp_path: Path) -> None:
    portal = "name: Sample <Portal>\nlanguage: en\nintroduction: For testing.\n"
    folder = write({"portal.yml": portal, "agencies/kota-uji/agency.yml": AGENCY})
    build(configuration(folder, tmp_path / "site"))
    trees = dict(pages(tmp_path / "site"))
    assert trees[""].get("lang") == "en"
    assert trees[""].findtext(".//title") == "Sample <Portal>"
    assert "Find an agency" in "".join(trees[""].itertext())
    assert trees[""].find(".//div[@class='lead']/p") is not None
    by_hand = trees["tentang/"].find(".//div[@lang='id']/h1")
    assert by_hand is not None
    assert trees["kota-uji/"].find(".//p[@class='edit']") is None


def test_an_edit_address_of_the_data_folder_itself_is_used(write: Write, tmp_path: Path) -> None:
    portal = "name: P\nintroduction: I\nedit_url: https://example.org/konten/edit/main/\n"
    folder = write({"portal.yml": portal, "agencies/kota-uji/agency.yml": AGENCY})
    build(configuration(folder, tmp_path / "site"))
    link = dict(pages(tmp_path / "site"))["kota-uji/"].find(".//p[@class='edit']/a")
    assert link is not None
    assert link.get("href") == "https://example.org/konten/edit/main/agencies/kota-uji/agency.yml"


def test_an_agency_may_have_a_name_that_mkdocs_leaves_out(write: Write, tmp_path: Path) -> None:
    folder = write(
        {
            "agencies/templates/agency.yml": AGENCY,
            "agencies/readme/agency.yml": "type: desa\nname: Desa Readme\n",
        }
    )
    build(configuration(folder, tmp_path / "site"))
    assert (tmp_path / "site/templates/index.html").is_file()
    assert (tmp_path / "site/readme/index.html").is_file()


def test_the_sites_of_the_repository_are_without_a_problem(tmp_path: Path) -> None:
    build(configuration(ROOT / "data", tmp_path, site_url=f"{ELSEWHERE}/"))
    addresses = [address for address, _ in pages(tmp_path)]
    assert "kota-binjai/kecamatan-binjai-selatan/visi-misi/2016-2021/" in addresses
    agencies = [
        a for a in addresses if a.startswith(("kota-binjai/", "kota-metro/", "kota-ternate/"))
    ]
    assert len(agencies) >= 5


def test_mkdocs_uses_no_plugin_but_the_hook(tmp_path: Path) -> None:
    assert list(configuration(MINIATURE, tmp_path).plugins) == ["hooks/mkdocs_hooks.py"]


@pytest.mark.parametrize("place", ["docs_dir", "site_dir"])
def test_the_data_folder_may_not_lie_where_mkdocs_publishes_it(
    place: str,
    write: Write,
    tmp_path_factory: pytest.TempPathFactory,
    caplog: pytest.LogCaptureFixture,
) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    documents, site = ROOT / "docs", tmp_path_factory.mktemp("elsewhere") / "site"
    if place == "docs_dir":
        documents = folder.parent
    else:
        site = folder.parent
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build(configuration(folder, site, docs_dir=str(documents)))
    assert "may not lie within" in caplog.text
    assert (folder / "agencies/kota-uji/agency.yml").is_file()


def test_without_directory_urls_there_is_a_sentence_and_no_site(
    write: Write, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build(configuration(folder, tmp_path / "site", use_directory_urls=False))
    assert "use_directory_urls" in caplog.text


def test_the_data_folder_is_found_from_any_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    build(configuration(Path("tests/miniature"), tmp_path / "site"))
    assert (tmp_path / "site/kota-contoh/index.html").is_file()


def test_the_foot_links_pages_written_by_hand_and_nothing_that_is_none(tmp_path: Path) -> None:
    nav = [{"Tentang": "tentang.md"}, {"Situs lama": "https://lama.example/"}, "panduan.md"]
    config = configuration(MINIATURE, tmp_path, nav=nav)
    config.strict = False
    build(config)
    foot = dict(pages(tmp_path))["kota-contoh/"].find(".//footer")
    assert foot is not None
    links = [each.get("href", "") for each in foot.iter("a")]
    assert [each for each in links if ":" not in each] == ["./", "../tentang/", "../"]


def test_pages_written_by_hand_can_be_found_unless_they_say_otherwise(built: Path) -> None:
    files = (built / "cari/indeks").rglob("*.pf_fragment")
    found = [json.loads(gzip.decompress(file.read_bytes())[12:]) for file in files]
    titles = {each["url"]: each["meta"]["title"] for each in found}
    assert titles["/tentang/"] == "Tentang situs ini"
    assert "/panduan/" not in titles


def test_no_script_of_the_theme_is_published(built: Path) -> None:
    own = {path.name for path in (ROOT / "overrides/assets").glob("*.js")}
    of_search = {"pagefind.js", "pagefind-worker.js"}
    assert {path.name for path in built.rglob("*.js")} == own | of_search
    assert not [*built.rglob("*.map")]


@contextmanager
def server_of(config: MkDocsConfig, project: Path) -> Iterator[LiveReloadServer]:
    """MkDocs's server, handed to the hook after a first build; not started."""
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(project / "site"))
    server.watch(str(project / "docs"))
    server.watch(str(project / "mkdocs.yml"))
    polling = server.observer
    try:
        with serving(config) as hook:
            build(config, serve_url=server.url)
            assert hook.on_serve(server, config=config, builder=None) is server
            yield server
    finally:
        polling.stop()
        server.shutdown()


def watch_of(server: LiveReloadServer) -> Any:
    return server.observer


def test_the_server_watches_the_data_folder(write: Write, project: Path) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    watched = {str(folder), str(project / "docs"), str(project / "mkdocs.yml")}
    with server_of(configuration(folder, project / "site", project), project) as server:
        assert set(server._watched_paths) == set(server._watch_refs) == watched
        assert set(watch_of(server).wanted) == watched


def test_the_server_shows_the_pages_where_they_are_made_and_is_told_of_edits(
    write: Write, project: Path
) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    with server_of(configuration(folder, project / "site", project), project) as server:
        assert server.root == str(project / ".serve.pendopo/site")
        assert not isinstance(watch_of(server).observer, PollingObserver)
        missing = server.error_handler(404)
        assert missing is not None
        assert "Halaman tidak ditemukan" in missing.decode()
        assert server.error_handler(500) is None


def until(condition: Any, seconds: float = 20) -> None:
    """Waits until something is so."""
    ends = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < ends, "it did not come about"
        time.sleep(0.02)


@dataclass
class Served:
    """A site as it is served, with the times at which it was built again."""

    server: LiveReloadServer
    builds: list[float]

    def asked(self, address: str) -> tuple[int, str]:
        """Status and text of a page."""
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        connection.request("GET", address)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text


@contextmanager
def served(folder: Path, project: Path) -> Iterator[Served]:
    """`mkdocs serve` in a thread of its own."""

    def builder() -> None:
        again = configuration(folder, project / "site", project)
        with serving(again):
            build(again, serve_url="http://127.0.0.1:8000/")
        builds.append(time.monotonic())

    builds: list[float] = []
    with server_of(configuration(folder, project / "site", project), project) as server:
        server.builder = builder
        thread = threading.Thread(target=server.serve)
        thread.start()
        try:
            until(server.serve_thread.is_alive)
            yield Served(server, builds)
        finally:
            server.shutdown()
            thread.join(10)
    assert not thread.is_alive()


def test_a_served_page_is_renewed_at_an_edit_and_at_nothing_else(
    write: Write, project: Path
) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    with served(folder, project) as site:
        assert "Kota Uji" in site.asked("/kota-uji/")[1]
        status, text = site.asked("/tidak-ada/")
        assert status == 404
        assert "Halaman tidak ditemukan" in text
        for path in (*folder.rglob("*.yml"), *(project / "docs").glob("*.md")):
            path.read_bytes()
        time.sleep(1)
        assert site.builds == [], "a file that is read was taken for an edit"
        (folder / "agencies/kota-uji/agency.yml").write_text(AGENCY + "tagline: Teduh\n")
        until(lambda: site.builds)
        assert "Teduh" in site.asked("/kota-uji/")[1]
        time.sleep(1.5)
        assert len(site.builds) == 1, "a build was taken for an edit"
        new = folder / "agencies/kota-uji/desa-a/agency.yml"
        new.parent.mkdir()
        new.write_text("type: desa\nname: Desa Baru\n")
        until(lambda: site.asked("/kota-uji/desa-a/")[0] == 200)
        shutil.rmtree(new.parent)
        until(lambda: site.asked("/kota-uji/desa-a/")[0] == 404)


def test_what_is_served_can_be_searched_soon_after_an_edit(write: Write, project: Path) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    with served(folder, project) as site:
        until(lambda: site.asked("/cari/indeks/daftar.json")[0] == 200)
        before = site.asked("/cari/indeks/daftar.json")
        (folder / "agencies/kota-uji/agency.yml").write_text(AGENCY + "introduction: Teduh.\n")
        until(lambda: site.asked("/cari/indeks/daftar.json") != before)


def test_where_the_system_has_no_watches_left_edits_are_found_all_the_same(
    write: Write, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: object) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.inotify.InotifyEmitter.on_thread_start", full)
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    with served(folder, project) as site:
        (folder / "agencies/kota-uji/agency.yml").write_text(AGENCY + "tagline: Teduh\n")
        until(lambda: site.builds)
        assert "Teduh" in site.asked("/kota-uji/")[1]


class Onlooker(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """A plugin that wants to see the pages and changes nothing."""

    def on_page_content(self, html: str, **rest: Any) -> str:
        return html


def test_what_surrounds_the_content_of_a_page_is_small(built: Path, miniature: Site) -> None:
    renderer = rendering.Renderer(miniature, Publication(site_url=f"{ELSEWHERE}/repo/"))
    for page in miniature.pages:
        own = linked_data.script(page.linked(str)).encode()
        own += qr_code(renderer.outline(page).qr_address).encode() if page.qr_code else b""
        document = (built / page.address / "index.html").read_bytes()
        agency = page.agency.id if page.agency else ""
        content = shortened(renderer.content(page), page.address, agency).encode()
        assert content in document
        assert len(document) - len(content) - len(own) <= 7 * 1024, page.address


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_after_any_edit_of_what_mkdocs_reads_the_site_is_as_if_made_anew(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    data = tmp_path / "data"
    shutil.copytree(MINIATURE, data)
    changes: dict[str, Any] = {}
    edits: tuple[Callable[[], object], ...] = (
        dict,
        lambda: edited(project / "docs/tentang.md", "# ", "# Lagi "),
        lambda: (project / "docs/panduan.md").write_text("# Panduan\n\nSingkat.\n"),
        lambda: (project / "docs/assets/gambar.txt").write_text("satu"),
        lambda: (project / "docs/assets/gambar.txt").write_text("dua"),
        (project / "docs/assets/gambar.txt").unlink,
        lambda: edited(project / "overrides/assets/pendopo.css", "{", "{ "),
        lambda: edited(project / "overrides/main.html", "generator", "maker"),
        lambda: edited(project / "overrides/404.html", "404", "4O4"),
        lambda: edited(project / "mkdocs.yml", "Tentang situs ini", "Tentang kami"),
        lambda: changes.update(site_url=f"{ELSEWHERE}/repo/"),
        lambda: changes.update(repo_url="https://github.com/a/b", edit_uri="edit/main/docs/"),
        lambda: changes.update(extra_css=["assets/lain.css"]),
        lambda: edited(data / "portal.yml", "name: ", "name: Lain "),
        lambda: edited(data / "portal.yml", "name: ", "language: en\nname: "),
        lambda: monkeypatch.setenv("SOURCE_DATE_EPOCH", "1999999999"),
    )
    for edit in edits:
        edit()
        build(configuration(data, tmp_path / "site", project, **changes))
        build(configuration(data, tmp_path / "fresh/site", project, **changes))
        assert contents(tmp_path / "site") == contents(tmp_path / "fresh/site")
        shutil.rmtree(tmp_path / "fresh")


def test_dirty_builds_are_whole_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    for name, dirty in (("clean", [False]), ("dirty", [True, True])):
        for each in dirty:
            config = configuration(MINIATURE, tmp_path / name / "site")
            config.strict = False
            build(config, dirty=each)
    assert contents(tmp_path / "clean/site") == contents(tmp_path / "dirty/site")


def test_a_fault_that_a_build_has_passed_over_still_stops_a_strict_one(
    project: Path, tmp_path: Path
) -> None:
    with (project / "docs/tentang.md").open("a") as file:
        file.write("\n[Hilang](tiada.md)\n")
    lax = configuration(MINIATURE, tmp_path / "site", project)
    lax.strict = False
    build(lax)
    before = contents(tmp_path / "site")
    assert b"Hilang" in before["tentang/index.html"]
    edited(project / "docs/tentang.md", "Hilang", "Masih hilang")
    with pytest.raises(Abort):
        build(configuration(MINIATURE, tmp_path / "site", project))
    assert contents(tmp_path / "site") == before


def test_a_build_says_in_one_line_what_it_did(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        build(configuration(MINIATURE, tmp_path / "site"))
        build(configuration(MINIATURE, tmp_path / "site"))
    said = [each for record in caplog.records if "dibuat" in (each := record.getMessage())]
    assert re.fullmatch(
        r"Halaman: 101 dibuat, 0 tetap, 0 dihapus \(membaca [\d,]+ dtk, .*\)\.", said[0]
    )
    assert said[1].startswith("Halaman: 0 dibuat, 101 tetap, 0 dihapus (")


def test_a_file_that_changes_during_the_build_stops_it_with_a_sentence(
    write: Write, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    build(configuration(folder, tmp_path / "site"))
    before = contents(tmp_path / "site")
    (folder / "agencies/kota-uji/news").mkdir()
    article = folder / "agencies/kota-uji/news/2026-01-01-a.yml"
    article.write_text("title: A\npublished: 2026-01-01\nbody: B\n")
    config = configuration(folder, tmp_path / "site")
    hook: Any = config.plugins["hooks/mkdocs_hooks.py"]

    def changed_meanwhile(config: MkDocsConfig) -> None:
        for entry in hook.adapter.session.read.context.directory.all_entries():
            entry.forget()
        article.write_text("title: C\npublished: 2026-01-01\nbody: D\n")
        hook.on_pre_build(config)

    config.plugins.events["pre_build"] = [changed_meanwhile]
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build(config)
    assert "2026-01-01-a.yml berubah" in caplog.text
    assert contents(tmp_path / "site") == before
