"""Every page of the miniature: sound HTML, with links that lead somewhere."""

from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import pytest

from conftest import MINIATURE, TODAY, Write
from hostile import name
from markup import HEADINGS, elements, ids, one, parse, renderer_of, skipped_levels, text, whole
from pendopo.basics import addresses
from pendopo.basics.translations import LANGUAGES
from pendopo.problems.problem import faults
from pendopo.rendering.renderer import COMPLAINTS
from pendopo.site.planning import Site
from places import assets_of, drawings_of, site_of

MADE = ("https://www.openstreetmap.org/?mlat=", "https://wa.me/62")
"""How addresses begin that are made of a location and of a number."""
FORBIDDEN = {
    *("script", "style", "iframe", "frame", "object", "embed", "applet", "form", "input", "button"),
    *("link", "meta", "base", "template", "noscript", "textarea", "select", "video", "audio"),
    *("math", "foreignObject", "animate", "set", "use", "title"),
}


def label(landmark: Element, tree: Element) -> str:
    """The name of a landmark: its own label, or the text of the element that labels it."""
    if by := landmark.get("aria-labelledby"):
        (named,) = [each for each in elements(tree) if each.get("id") == by]
        return text(named)
    return landmark.get("aria-label", "")


def test_every_page_has_one_h1_and_it_has_an_id(trees: Mapping[str, Element]) -> None:
    for address, tree in trees.items():
        assert [each.get("id") for each in tree.findall(".//h1")] == ["isi"], address


def test_no_id_stands_twice_on_a_page(trees: Mapping[str, Element]) -> None:
    for address, tree in trees.items():
        assert len(ids(tree)) == len(set(ids(tree))), address


def test_headings_never_skip_a_level(trees: Mapping[str, Element]) -> None:
    found = {address: skipped_levels(tree) for address, tree in trees.items()}
    assert {address: skipped for address, skipped in found.items() if skipped} == {}


OPEN_NOW = "assets/open-now.js"
"""The one script that pages of data have without an address of the site."""


def is_open_now(element: Element) -> bool:
    """Whether an element is that script, with nothing in it and on no condition but its own."""
    found = urljoin("https://uji.example/a/b/", element.get("src") or "").endswith(f"/{OPEN_NOW}")
    return found and not element.text and {*element.attrib} == {"src", "defer"}


def test_every_internal_link_leads_to_a_page_or_file_and_every_fragment_to_an_id(
    miniature: Site, trees: Mapping[str, Element]
) -> None:
    known = {*trees, *(asset.address for asset in assets_of(miniature))}
    known |= {file.address for file in miniature.files}
    known |= {OPEN_NOW}
    known |= {address for each in drawings_of(miniature) for address in each.addresses}
    checked = 0
    for address, tree in trees.items():
        for each in elements(tree):
            for key in ("href", "src"):
                target = each.get(key)
                if target is None or urlsplit(target).scheme:
                    continue
                parts = urlsplit(urljoin(f"https://uji.example/{address}", target))
                assert parts.netloc == "uji.example"
                assert parts.path[1:] in known, f"{address}: {target}"
                assert not parts.query
                if parts.fragment:
                    assert parts.fragment in ids(trees[parts.path[1:]]), f"{address}: {target}"
                checked += 1
    assert checked > 200


def test_every_page_is_linked_from_another(miniature: Site, trees: Mapping[str, Element]) -> None:
    linked = {
        urlsplit(urljoin(f"https://uji.example/{address}", each.attrib["href"])).path[1:]
        for address, tree in trees.items()
        for each in tree.iter("a")
    }
    assert set(trees) <= linked | {addresses.SEARCH}


def test_no_page_has_a_script_in_it_a_style_or_an_event_handler(
    trees: Mapping[str, Element],
) -> None:
    for address, tree in trees.items():
        # The front has its search in the page, every other page in its head.
        forms = [one(tree, ".//header//form" if address else ".//div[@class='hero']/form")]
        assert len(tree.findall(".//form")) == 1, address
        ours = {*tree.iterfind(".//noscript")}.union(*(each.iter() for each in forms))
        ours |= {each for each in tree.iter("script") if is_open_now(each)}
        for each in elements(tree):
            of_svg = each.tag == "{http://www.w3.org/2000/svg}title"
            assert of_svg or each in ours or name(each) not in FORBIDDEN, address
            assert "style" not in each.attrib, address
            assert [key for key in each.attrib if key.startswith("on")] == [], address


def test_only_links_that_the_data_name_lead_to_another_host(trees: Mapping[str, Element]) -> None:
    data = "".join(
        path.read_text(encoding="utf-8")
        for path in MINIATURE.rglob("*")
        if path.suffix in (".yml", ".md")
    )
    outward = set()
    for tree in trees.values():
        for each in elements(tree):
            for key, value in each.attrib.items():
                if urlsplit(value).netloc or value.startswith("//"):
                    assert (each.tag, key) == ("a", "href")
                    assert value in data or value == COMPLAINTS or value.startswith(MADE)
                    assert {"noopener", "noreferrer"} <= set(each.get("rel", "").split())
                    outward.add(value)
    assert len(outward) > 8


def test_no_picture_lacks_a_text(trees: Mapping[str, Element]) -> None:
    for tree in trees.values():
        for each in tree.iter("img"):
            assert "alt" in each.attrib
        for each in tree.iter("{http://www.w3.org/2000/svg}svg"):
            labelled, label = each.get("aria-labelledby"), each.get("aria-label")
            if labelled:
                (heading,) = tree.findall(f".//*[@id='{labelled}']")
                label = text(heading)
            assert bool(label) == (each.get("role") == "img")
            assert label or each.get("aria-hidden") == "true"


def test_every_link_and_heading_has_a_text(trees: Mapping[str, Element]) -> None:
    for address, tree in trees.items():
        for each in elements(tree):
            if each.tag in ("a", *HEADINGS):
                named = [text(each), *(img.get("alt") for img in each.iter("img"))]
                assert any(named), address


def test_every_landmark_for_moving_about_has_a_name_of_its_own(
    trees: Mapping[str, Element],
) -> None:
    for address, tree in trees.items():
        labels = [label(each, tree) for each in tree.iter("nav")]
        assert all(labels), address
        assert len(labels) == len(set(labels)), address


def test_every_page_parses_without_an_error(miniature: Site) -> None:
    renderer = renderer_of(miniature)
    for page in miniature.pages:
        rendered = renderer.page(page)
        shell = rendered.shell
        content = f"{shell.before}{rendered.html}{shell.after}"
        parts = (shell.head, shell.masthead, content, shell.footer, rendered.html, whole(rendered))
        for part in parts:
            parse(part, strict=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_renders_in_every_language(write: Write, language: str) -> None:
    files = {
        path.relative_to(MINIATURE).as_posix(): path.read_bytes()
        for path in MINIATURE.rglob("*")
        if path.is_file()
    }
    files["portal.yml"] += f"language: {language}\n".encode()
    site, problems = site_of(write(files), TODAY)
    assert faults(problems) == []
    renderer = renderer_of(site)
    shown = {page.address: text(parse(renderer.page(page).html)) for page in site.pages}
    word = {"id": "Telepon", "en": "Telephone"}[language]
    assert word in shown["kota-contoh/"]
    assert {"id": "Kamis, 15 Januari 2026", "en": "Thursday, 15 January 2026"}[language] in shown[
        "kota-contoh/berita/2026-01-15-pohon-pertama/"
    ]
