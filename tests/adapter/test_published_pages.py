"""The pages of a strict build through MkDocs, examined as they were written."""

import json
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

from mkdocs.commands.build import build

from conftest import ROOT, configuration
from pendopo.basics.addresses import shortened
from pendopo.rendering import renderer as rendering
from pendopo.rendering.qr import qr_code
from pendopo.site import linked_data
from pendopo.site.planning import Site
from pendopo.site.shell import Publication
from sites import ELSEWHERE, documents, pages


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
            assert each.get("scope") in ("col", "row", "colgroup", "rowgroup"), address
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
                assert each.tag == "section" or each.get("role") == "group", address
                names = (each.get("aria-labelledby") or "").split()
                assert each.get("aria-label") or ids.issuperset(names or {""}), address


def test_no_page_has_a_script_an_inline_style_or_a_handler(built: Path) -> None:
    for address, tree in pages(built):
        for element in tree.iter():
            assert element.tag not in ("style", "iframe", "object"), address
            if element.tag == "script" and element.get("src"):
                assert re.fullmatch(
                    r"(/repo/|\./|(\.\./)+)assets/[\w-]+\.js", element.get("src", "")
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


def test_edit_links_lead_to_the_yaml_file(tmp_path: Path) -> None:
    """Of data that lie in the repository."""
    settings = configuration(
        ROOT / "tests/miniature",
        tmp_path / "site",
        repo_url="https://github.com/contoh/profil",
        edit_uri="edit/main/docs/",
    )
    build(settings)
    links = {
        address: [a.get("href") for a in tree.iter("a") if "/edit/" in (a.get("href") or "")]
        for address, tree in pages(tmp_path / "site")
    }
    base = "https://github.com/contoh/profil/edit/main/tests/miniature/agencies/kota-contoh"
    assert links["kota-contoh/"] == [f"{base}/agency.yml"]
    assert links["kota-contoh/visi-misi/2025-2029/"] == [f"{base}/plans/2025-2029.yml"]
    name = "2026-01-15-pohon-pertama"
    assert links[f"kota-contoh/berita/{name}/"] == [f"{base}/news/{name}.yml"]


def test_the_short_address_of_a_page_of_plans_names_that_of_the_plan_in_force(built: Path) -> None:
    for address, named in (
        ("kota-contoh/visi-misi/", "kota-contoh/visi-misi/2025-2029/"),
        ("kota-contoh/visi-misi/2025-2029/", "kota-contoh/visi-misi/2025-2029/"),
        ("kota-contoh/", "kota-contoh/"),
    ):
        tree = dict(documents(built))[address]
        link = tree.find(".//link[@rel='canonical']")
        assert link is not None
        assert link.get("href") == f"{ELSEWHERE}/repo/{named}"


def test_the_page_for_unknown_addresses_works_below_the_root(built: Path) -> None:
    tree = dict(pages(built))["404.html"]
    links = [a.get("href") for a in tree.iter("a")]
    assert "/repo/" in links
    assert "/repo/instansi/" in links


def test_articles_know_the_newer_and_the_older_one(built: Path) -> None:
    tree = dict(pages(built))["kota-contoh/berita/2026-01-15-pohon-pertama/"]
    older = tree.find(".//link[@rel='next']")
    assert older is not None
    assert older.get("href") == "../../berita/2026-01-10-air-mati/"
    assert tree.find(".//link[@rel='prev']") is None


def test_what_surrounds_the_content_of_a_page_is_small(built: Path, miniature: Site) -> None:
    renderer = rendering.Renderer(miniature, Publication(site_url=f"{ELSEWHERE}/repo/"))
    for page in miniature.pages:
        own = linked_data.script(page.linked(str)).encode()
        own += qr_code(renderer.outline(page).qr_address).encode() if page.qr_code else b""
        document = (built / page.address / "index.html").read_bytes()
        agency = page.agency.id if page.agency else ""
        content = shortened(renderer.content(page), page.address, agency).encode()
        assert content in document
        assert len(document) - len(content) - len(own) <= 8 * 1024, page.address
