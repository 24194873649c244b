"""Every page rendered: sound HTML, links that lead somewhere, and nothing of the data as markup."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from budgets import tries
from conftest import AGENCY, MINIATURE, TODAY, Write
from markup import elements, normal, one, parse, renderer_of, text, whole
from pendopo.basics import addresses, markdown
from pendopo.basics.locations import Location
from pendopo.basics.translations import LANGUAGES, translations
from pendopo.kinds.agency.record import AgencyRecord
from pendopo.kinds.news.record import ArticleRecord
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.portal.record import PortalRecord
from pendopo.kinds.redirects.record import RedirectsRecord
from pendopo.kinds.topics.record import TopicsRecord
from pendopo.problems.problem import Problem, faults
from pendopo.problems.report import lines
from pendopo.reading.documents import Tree
from pendopo.reading.fields import INVISIBLE, Amount, Line, Prose, Statement
from pendopo.reading.record import Model
from pendopo.rendering.renderer import COMPLAINTS, Rendered, Renderer, escaped, title
from pendopo.site.page import Link
from pendopo.site.planning import Site
from pendopo.site.shell import Heading, Outline, Publication
from places import assets_of, drawings_of, site_of
from samples import JPEG, PDF, PNG

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
FORBIDDEN = {
    *("script", "style", "iframe", "frame", "object", "embed", "applet", "form", "input", "button"),
    *("link", "meta", "base", "template", "noscript", "textarea", "select", "video", "audio"),
    *("math", "foreignObject", "animate", "set", "use", "title"),
}
SCHEMES = {"http", "https", "mailto", "tel"}


# The pages of the miniature government.


@pytest.fixture(scope="module")
def trees(miniature: Site) -> dict[str, Element]:
    """Every page of the miniature site with its shell, by address."""
    renderer = renderer_of(miniature)
    return {page.address: parse(whole(renderer.page(page))) for page in miniature.pages}


def name(element: Element) -> str:
    """The tag without a namespace."""
    return element.tag.rpartition("}")[2]


def ids(tree: Element) -> list[str]:
    return [each.attrib["id"] for each in elements(tree) if "id" in each.attrib]


def label(landmark: Element, tree: Element) -> str:
    """What names a landmark: its own text for that, or an element of the page."""
    if by := landmark.get("aria-labelledby"):
        (named,) = [each for each in elements(tree) if each.get("id") == by]
        return text(named)
    return landmark.get("aria-label", "")


def skipped_levels(tree: Element) -> list[str]:
    """Every heading that lies more than one level below the one before it."""
    level, found = 0, []
    for each in elements(tree):
        if each.tag in HEADINGS:
            if int(each.tag[1]) > level + 1:
                found.append(f"<{each.tag}> {text(each)}")
            level = int(each.tag[1])
    return found


def test_every_page_has_one_h1_and_it_has_an_id(trees: Mapping[str, Element]) -> None:
    for address, tree in trees.items():
        assert [each.get("id") for each in tree.findall(".//h1")] == ["isi"], address


def test_no_id_stands_twice_on_a_page(trees: Mapping[str, Element]) -> None:
    for address, tree in trees.items():
        assert len(ids(tree)) == len(set(ids(tree))), address


def test_headings_never_skip_a_level(trees: Mapping[str, Element]) -> None:
    found = {address: skipped_levels(tree) for address, tree in trees.items()}
    assert {address: skipped for address, skipped in found.items() if skipped} == {}


def test_every_internal_link_leads_to_a_page_or_file_and_every_fragment_to_an_id(
    miniature: Site, trees: Mapping[str, Element]
) -> None:
    known = {*trees, *(asset.address for asset in assets_of(miniature))}
    known |= {file.address for file in miniature.files}
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


def test_every_page_is_linked_from_another_or_named_as_the_lasting_one(
    miniature: Site, trees: Mapping[str, Element]
) -> None:
    linked = {page.canonical for page in miniature.pages} | {
        urlsplit(urljoin(f"https://uji.example/{address}", each.attrib["href"])).path[1:]
        for address, tree in trees.items()
        for each in tree.iter("a")
    }
    assert set(trees) <= linked | {addresses.SEARCH}


def test_no_page_has_a_script_a_style_or_an_event_handler(trees: Mapping[str, Element]) -> None:
    for address, tree in trees.items():
        ours = {*one(tree, ".//header//form").iter(), *tree.iterfind(".//noscript")}
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
                    assert value in data or value == COMPLAINTS
                    assert {"noopener", "noreferrer"} <= set(each.get("rel", "").split())
                    outward.add(value)
    assert len(outward) == 9


def test_no_picture_lacks_a_text(trees: Mapping[str, Element]) -> None:
    for tree in trees.values():
        for each in tree.iter("img"):
            assert "alt" in each.attrib
        for each in tree.iter("{http://www.w3.org/2000/svg}svg"):
            label = each.find("{http://www.w3.org/2000/svg}title")
            if label is not None:
                assert (each.get("role"), each.get("aria-labelledby")) == ("img", label.get("id"))
                assert text(label)
            else:
                assert each.get("aria-hidden") == "true"


def test_every_link_and_heading_has_a_text(trees: Mapping[str, Element]) -> None:
    for address, tree in trees.items():
        for each in elements(tree):
            if each.tag in ("a", *HEADINGS):
                assert text(each), address


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


def test_the_headings_of_a_page_are_those_with_an_id(miniature: Site) -> None:
    renderer = renderer_of(miniature)
    for page in miniature.pages:
        rendered = renderer.page(page)
        assert rendered.headings == [
            Heading(int(each.tag[1]), each.attrib["id"], "".join(each.itertext()).strip())
            for each in elements(parse(rendered.html))
            if each.tag in HEADINGS[:3] and "id" in each.attrib
        ]


def test_the_menu_and_the_breadcrumbs_mark_the_page_one_is_on(trees: Mapping[str, Element]) -> None:
    for address, tree in trees.items():
        for nav in tree.iter("nav"):
            here = [each for each in nav.iter() if each.get("aria-current") == "page"]
            assert len(here) <= 1, address
            for each in here:
                if each.tag == "a":
                    assert urljoin(f"/{address}", each.attrib["href"]) == f"/{address}"


def test_a_page_below_a_page_of_the_menu_marks_that_one(trees: Mapping[str, Element]) -> None:
    tree = trees["kota-contoh/visi-misi/2019-2024/"]
    marked = tree.findall(".//nav[@class='menu']//a[@aria-current='true']")
    assert [each.get("href") for each in marked] == ["../../../kota-contoh/visi-misi/"]


def test_a_menu_of_one_is_not_shown(write: Write) -> None:
    site, _ = site_of(write({"agencies/kota-uji/agency.yml": AGENCY}), TODAY)
    shell = renderer_of(site).page(site.by_address["kota-uji/"]).shell
    assert parse(shell.masthead).findall(".//nav[@class='menu']") == []


def test_the_front_page_has_no_breadcrumbs_and_every_other_has(
    trees: Mapping[str, Element],
) -> None:
    for address, tree in trees.items():
        found = tree.findall("main/div[@class='page']/nav[@class='breadcrumbs']")
        assert len(found) == (1 if address else 0)


def test_the_foot_names_the_agency_that_answers_the_notice_and_the_pages_written_by_hand(
    miniature: Site,
) -> None:
    renderer = Renderer(
        miniature, Publication(documents=[Link("x", "tentang/"), Link("Kami <b>", "kami/")])
    )
    page = miniature.by_address["kota-contoh/visi-misi/"]
    foot = parse(renderer.page(page).shell.footer)
    assert "Pemerintah Kota Contoh" in text(foot)
    assert "Data rekaan untuk pengujian." in text(foot)
    assert {text(a): a.get("href", "").partition("?")[0] for a in foot.iter("a")} == {
        "Pemerintah Kota Contoh": "../../kota-contoh/",
        "Laporkan masalah": "mailto:lapor@contoh.example",
        "Pengaduan: SP4N-LAPOR!": "https://www.lapor.go.id/",
        "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/deed.id",
        "Profil Instansi Kota Contoh": "../../",
        "Tentang situs ini": "../../tentang/",
        "Kami <b>": "../../kami/",
    }
    assert "Dinas Komunikasi Kota Contoh" in text(parse(renderer.footer(None).parts[0]))


def test_the_foot_says_when_the_page_was_updated_where_that_is_known(miniature: Site) -> None:
    renderer = renderer_of(miniature)
    for address, day in (("kota-contoh/", "2026-02-01"), ("instansi/dinas/", None)):
        foot = parse(renderer.page(miniature.by_address[address]).shell.footer)
        times = [each.get("datetime") for each in foot.iter("time")]
        assert times == ([day] if day else [])


def test_a_problem_is_reported_as_the_page_on_this_site_says_where_nothing_else_is_known(
    write: Write,
) -> None:
    site, _ = site_of(write({}), TODAY)
    page = site.by_address[""]
    for documents, expected in (([Link("", "tentang/")], ["./tentang/"]), ([], [])):
        foot = Renderer(site, Publication(documents=documents)).page(page).shell.footer
        found = [a.get("href", "") for a in parse(foot).iter("a") if text(a) == "Laporkan masalah"]
        assert found == [f"{each}#bila-ada-yang-keliru" for each in expected]


@pytest.mark.parametrize("root", ["/", "/repo/"])
def test_the_page_for_wrong_addresses_links_from_the_root(miniature: Site, root: str) -> None:
    renderer = renderer_of(miniature)
    shell = renderer.shell(Outline("", "Tidak ada"), root=root)
    content = f"{shell.before}{renderer.not_found(root)}{shell.after}"
    tree = parse(f"{shell.masthead}{content}{shell.footer}", strict=True)
    targets = [each.attrib["href"] for each in tree.iter("a") if ":" not in each.attrib["href"]]
    assert {target.removeprefix(root) for target in targets} <= set(miniature.by_address)
    assert all(target.startswith(root) for target in targets)
    assert len(tree.findall(".//h1")) == 1


def test_the_page_for_wrong_addresses_links_only_pages_that_exist(write: Write) -> None:
    site, problems = site_of(write({}), TODAY)
    assert faults(problems) == []
    tree = parse(renderer_of(site).not_found("/"))
    assert {each.attrib["href"].removeprefix("/") for each in tree.iter("a")} <= set(
        site.by_address
    )


# What the data hold never becomes markup.

HARMLESS = "Kata"
TOPIC = "Topik"
"""Stands for the name of the one topic that there is."""
CITY = "agencies/kota-binjai"
BELOW = f"{CITY}/kecamatan-binjai-selatan"
Kind = Literal["plain", "prose", "checked"]


@dataclass(frozen=True)
class Sample:
    """A record with every field that its model knows; `fields` are the places of its texts."""

    path: str
    tree: Tree
    fields: Mapping[Location, Kind]


SAID = {
    "mission": "1",
    "supports": "kota-binjai/2016-2021#misi-1",
    "serves": "sasaran-1-1",
    "polarity": "lower",
    "decorative": "tidak",
    "new": "/kota-binjai/",
}
"""What must fit the rest of the record."""


def grown(  # noqa: PLR0911
    annotation: Any, example: Any, place: Location, fields: dict[Location, Kind], variant: int
) -> Tree:
    """A value of a type, with the place and the kind of every text within it.

    `variant` chooses where a type has several forms. A type that is not known here fails.
    """
    if place[-2:-1] == ("topics",) and annotation == Line:
        fields[place] = "checked"
        return TOPIC
    if annotation in (Line, Statement, Prose, Amount):
        fields[place] = "prose" if annotation == Prose else "plain"
        return HARMLESS
    origin, arguments = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        hints = get_type_hints(annotation, include_extras=True)
        return {
            key: grown(hints[key], (field.examples or [""])[0], (*place, key), fields, variant)
            for key, field in annotation.model_fields.items()
        }
    if origin in (Union, UnionType):
        options = [each for each in arguments if each is not NoneType]
        return grown(options[variant % len(options)], example, place, fields, variant)
    if origin is tuple:
        first = next(iter(example.values())) if isinstance(example, dict) else example[0]
        return [grown(arguments[0], first, (*place, 0), fields, variant)]
    if origin is dict:
        return {"2021": grown(arguments[1], HARMLESS, (*place, "2021"), fields, variant)}
    if origin is Annotated and arguments[0] not in (str, int, bool, date, Decimal):
        return grown(arguments[0], example, place, fields, variant)
    assert origin in (Annotated, Literal), f"{place}: teach this test the type {annotation}"
    fields[place] = "checked"
    key = next(str(part) for part in reversed(place) if isinstance(part, str))
    return SAID.get(key, str(example))


def sample(
    path: str,
    model: type[Model],
    without: tuple[Location, ...] = (),
    variant: int = 0,
    **changes: str,
) -> Sample:
    fields: dict[Location, Kind] = {}
    tree = grown(model, None, (), fields, variant)
    for place in without:
        holder: Any = tree
        for key in place[:-1]:
            holder = holder[key]
        del holder[place[-1]]
    kept = {
        place: kind
        for place, kind in fields.items()
        if not any(place[: len(gone)] == gone for gone in without)
    }
    assert isinstance(tree, dict)
    tree.update(changes)
    return Sample(path, tree, kept)


SAMPLES = (
    sample("topics.yml", TopicsRecord),
    sample("redirects.yml", RedirectsRecord),
    sample(f"{CITY}/redirects.yml", RedirectsRecord),
    sample("portal.yml", PortalRecord, (("achievement", "bands", 0, "above"),)),
    sample(f"{CITY}/agency.yml", AgencyRecord),
    sample(
        f"{CITY}/plans/2016-2021.yml",
        PlanRecord,
        (
            ("derives_from",),
            ("vision", "higher_lead_in"),
            ("missions", "higher_lead_in"),
            ("goals", "statements", 0, "supports"),
            ("goals", "statements", 0, "objectives", 0, "supports"),
            ("goals", "objectives", 0, "supports"),
        ),
    ),
    sample(f"{CITY}/news/2018-04-25-a.yml", ArticleRecord),
    sample(f"{BELOW}/agency.yml", AgencyRecord, (("emblem",),), type="kecamatan"),
    sample(f"{BELOW}/plans/2021-2026.yml", PlanRecord, variant=1),
    sample(
        f"{BELOW}/news/2018-04-25-b.yml", ArticleRecord, (("picture", "file"), ("picture", "alt"))
    ),
)
FIELDS = [(each.path, place, kind) for each in SAMPLES for place, kind in each.fields.items()]
Values = Mapping[tuple[str, Location], str]


def filled(tree: Tree, path: str, place: Location, values: Values) -> Tree:
    """The tree with `values` at their places."""
    if isinstance(tree, dict):
        return {key: filled(value, path, (*place, key), values) for key, value in tree.items()}
    if isinstance(tree, list):
        return [filled(value, path, (*place, i), values) for i, value in enumerate(tree)]
    return values.get((path, place), tree)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the pictures that the records name."""
    folder = tmp_path_factory.mktemp("data")
    for each in SAMPLES:
        (folder / each.path).parent.mkdir(parents=True, exist_ok=True)
    for agency in (CITY, BELOW):
        (folder / agency / "media").mkdir()
        for name in ("standar-pelayanan", "renstra-2021-2026", "undangan"):
            (folder / agency / f"media/{name}.pdf").write_bytes(PDF)
    (folder / CITY / "media/lambang.png").write_bytes(PNG)
    (folder / CITY / "media/kunjungan.jpg").write_bytes(JPEG)
    return folder


def published(folder: Path, values: Values) -> tuple[Site, list[Problem], dict[str, Element]]:
    """The site of all sample records with `values`, and each of its pages with its shell."""
    for each in SAMPLES:
        tree = filled(each.tree, each.path, (), values)
        topics: Any = tree
        if topics.get("topics") == [TOPIC]:
            topics["topics"] = [values.get(("topics.yml", ("topics", 0, "name")), HARMLESS)]
        content = yaml.dump(
            tree, Dumper=yaml.CSafeDumper, default_style='"', allow_unicode=True, width=1_000_000
        )
        (folder / each.path).write_text(content, encoding="utf-8", newline="\n")
    site, problems = site_of(folder, TODAY)
    renderer = renderer_of(site)
    return site, problems, {p.address: parse(whole(renderer.page(p))) for p in site.pages}


@cache
def harmless(folder: Path) -> dict[str, Element]:
    """The pages with a harmless word in every field."""
    _, problems, trees = published(folder, {})
    assert faults(problems) == []
    return trees


STATE = re.compile(r"\bstate-[a-z-]+")
Bone = tuple[int, str, tuple[str, ...], str | None, str | None]


def skeleton(tree: Element, *, without_prose: bool = False) -> list[Bone]:
    """Every element in order: depth, tag, names of attributes, id and class.

    How an indicator stands does not count: words in the place of numbers change that. Without what
    prose may hold: elements that Markdown makes count neither themselves nor as a level of depth.
    """
    bones: list[Bone] = []

    def visit(element: Element, depth: int) -> None:
        for child in element:
            assert isinstance(child.tag, str), "a comment"
            passed_over = without_prose and _of_prose(child)
            if not passed_over:
                keys = tuple(sorted(child.attrib))
                kind = STATE.sub("state", child.get("class") or "") or None
                bones.append((depth, child.tag, keys, child.get("id"), kind))
            visit(child, depth + (not passed_over))

    visit(tree, 0)
    return bones


def _of_prose(element: Element) -> bool:
    attributes = set(element.attrib)
    if element.tag == "div":
        named = {"class", "role", "aria-label", "tabindex"}
        return attributes == named and element.get("class") == "scroll"
    if element.tag in ("table", "caption"):
        return attributes == {"class"}
    if element.tag in ("td", "th"):
        return attributes <= {"class", "scope"} and element.get("class", "align-").startswith(
            "align-"
        )
    return element.tag in markdown.TAGS and attributes <= {"href", "rel", "start", "title"}


def strange(trees: Mapping[str, Element], folder: Path) -> list[str]:
    """Every element, attribute and address that no page of harmless data has and no prose may."""
    usual = {
        (name(each), key)
        for tree in harmless(folder).values()
        for each in elements(tree)
        for key in ("", *each.attrib)
    } | {("th", "class"), ("td", "class"), ("path", "fill")}
    found = []
    for address, tree in trees.items():
        for each in elements(tree):
            for key in ("", *each.attrib):
                if (name(each), key) not in usual and not _of_prose(each):
                    found.append(f"{address}: <{name(each)} {key}>")
            for key in ("href", "src"):
                target = each.get(key)
                if target is None:
                    continue
                parts = urlsplit(target)
                if key == "src" or not parts.scheme:
                    target = urljoin(f"https://uji.example/{address}", target)
                    if not target.startswith("https://uji.example/") or "?" in target:
                        found.append(f"{address}: {target}")
                elif parts.scheme not in SCHEMES:
                    found.append(f"{address}: {target}")
    return found


def said(trees: Mapping[str, Element]) -> str:
    """All texts and all values of attributes, parted by a character that no text has."""
    parts: set[str] = set()
    for tree in trees.values():
        for each in elements(tree):
            parts.update((each.text or "", each.tail or "", *each.attrib.values()))
    return "\0".join(normal(part) for part in parts)


PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "{{ 7*7 }}",
    "{% raise %}",
    "{# x #}",
    "</title><script>alert(1)</script>",
    "</main></div></section></ul></nav>",
    "javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;b&#62; &amp;amp; &quot;",
    "' onmouseover='alert(1)",
    '" onfocus="alert(1)" autofocus="',
    "`onclick=alert(1)`",
    "<!-- x",
    "]]> <![CDATA[",
    "<base href=//example.org>",
    "</textarea></style></script></noscript>",
    "%(agency)s %s {agency} {0}",
    "<a href=data:text/html,x>",
    "$(id) ${id} $$",
    '<h1 id="isi">Judul</h1>',
    "<",
    "&",
    "\\",
    "--- ...",
]
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Cs")), max_size=20)
HOSTILE = st.one_of(
    st.sampled_from(PAYLOADS),
    WORDS,
    st.lists(st.one_of(st.sampled_from(PAYLOADS), WORDS), min_size=2, max_size=3).map("".join),
)
MARKS = [
    *("# Judul", "###### Judul\n", "\n\n", "\n", "    kode", "```html\n", "```\n", "> ", "- "),
    *("| a | b |\n| --- | --: |\n| ", " | ", "**", "_", "~~", "`", "\\", "&lt;script&gt;", "7) "),
    *("[x](https://uji.example/)", "[x](javascript:alert(1))", "[x](//uji.example)", "![x](x.png)"),
    *("<https://uji.example>", "<javascript:alert(1)>", "[x]: data:text/html,x\n\n[x]", "1. "),
    *("[x](https://uji.example '\" onclick=x')", "https://uji.example/?a=1&b=<i>", "a@uji.id"),
    *("<b>", "</div>", "</section></main>", "<!-- -->", "<?php ?>", "<div\n", "&#x6A;avascript:1"),
    *("[x](&#106;avascript:alert(1))", "[x](java\tscript:1)", "- [ ] tugas", "[^1]", "<h1 id=isi>"),
    *("www.uji.id", "xmpp:a@uji.id", "ftp://uji.id", "[x](tel:123)", "[x](mailto:a@uji.id)"),
]
MARKDOWN = st.lists(st.one_of(st.sampled_from([*MARKS, *PAYLOADS]), WORDS), max_size=6).map("".join)


def test_the_samples_hold_every_text_of_every_record(folder: Path) -> None:
    kinds = {kind: sum(found == kind for _, _, found in FIELDS) for kind in get_args(Kind)}
    assert kinds["plain"] > 90
    assert kinds["prose"] > 15
    assert kinds["checked"] > 40
    assert len(harmless(folder)) > 15


def every_plain(texts: Sequence[str]) -> dict[tuple[str, Location], str]:
    """A value for each plain field, each with a mark of its own before or after the text."""
    places = [(path, place) for path, place, kind in FIELDS if kind == "plain"]
    return {
        place: f"{texts[index % len(texts)]}k{index}k"
        if index // len(texts) % 2
        else f"k{index}k{texts[index % len(texts)]}"
        for index, place in enumerate(places)
    }


@tries(35)
@given(st.lists(HOSTILE, min_size=1, max_size=9).map(tuple))
@example(tuple(PAYLOADS))
@example(tuple(PAYLOADS[::-1]))
def test_no_text_of_any_plain_field_becomes_markup_and_each_is_shown_as_written(
    folder: Path, texts: tuple[str, ...]
) -> None:
    assume(not INVISIBLE.search("".join(texts)))
    values = every_plain(texts)
    site, problems, trees = published(folder, values)
    assert faults(problems) == []
    for address, tree in harmless(folder).items():
        assert skeleton(trees[address]) == skeleton(tree), address
    shown = said(trees)
    for place, value in values.items():
        assert normal(value) in shown, place
    for page in site.pages:
        for raw in (title(page, site), page.description):
            tree = parse(f'<p title="{escaped(raw)}">{escaped(raw)}</p>')
            assert [each.tag for each in elements(tree)] == ["p"]
            assert text(tree) == normal(raw) == normal(tree[0].attrib["title"])


def head_of(rendered: Rendered) -> tuple[Element, Element]:
    """Head and body of a document with the page's head and an empty paragraph."""
    html = f"<!doctype html><html><head>{rendered.shell.head}</head><body><p></p></body></html>"
    root = html5lib.parse(html, namespaceHTMLElements=False)
    head, body = root
    return head, body


@dataclass(frozen=True)
class Head:
    """The head of a page, and what its title and description should say."""

    tree: Element
    title: str
    description: str


def heads(folder: Path, values: Values) -> tuple[list[Head], list[Problem]]:
    """The head of every page; nothing of it may end up in the body."""
    site, problems, _ = published(folder, values)
    name = site.context.directory.portal.name
    renderer = Renderer(site, Publication(name, "https://uji.example/repo/"))
    found = []
    for page in site.pages:
        head, body = head_of(renderer.page(page))
        assert [(each.tag, each.attrib, len(each)) for each in body] == [("p", {}, 0)], page.address
        full = f"{title(page, site)} - {name}" if page.address else title(page, site)
        found.append(Head(head, full, page.description))
    return found, problems


@cache
def harmless_heads(folder: Path) -> list[list[Bone]]:
    found, problems = heads(folder, {})
    assert faults(problems) == []
    bones = [skeleton(each.tree) for each in found]
    assert {tag for head in bones for _, tag, *_ in head} == {"meta", "title", "link", "script"}
    return bones


def sound_heads(folder: Path, found: list[Head]) -> None:
    """Every head has the elements of one with harmless data, and says what it should."""
    for head, bones in zip(found, harmless_heads(folder), strict=True):
        assert skeleton(head.tree) == bones
        assert normal(head.tree.findtext("title") or "") == normal(head.title)
        metas = {each.get("name"): each.get("content") for each in head.tree.iter("meta")}
        assert metas["description"] == head.description
        for script in head.tree.iter("script"):
            assert script.attrib == {"type": "application/ld+json"}
            things = json.loads(script.text or "")["@graph"]
            assert normal(things[0]["itemListElement"][-1]["name"]) in normal(head.title)
        for link in head.tree.iter("link"):
            target = urlsplit(urljoin("https://uji.example/repo/", link.attrib["href"]))
            assert (target.scheme, target.netloc, target.query) == ("https", "uji.example", "")


@tries(20)
@given(st.lists(HOSTILE, min_size=1, max_size=9).map(tuple))
@example(tuple(PAYLOADS))
@example(tuple(PAYLOADS[::-1]))
def test_no_text_of_any_plain_field_becomes_markup_in_the_head(
    folder: Path, texts: tuple[str, ...]
) -> None:
    assume(not INVISIBLE.search("".join(texts)))
    found, problems = heads(folder, every_plain(texts))
    assert faults(problems) == []
    sound_heads(folder, found)


@tries(20)
@given(MARKDOWN)
@example("Kata &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; \" ' &amp;")
@example('`"></title>`')
def test_no_text_of_any_prose_field_becomes_markup_in_the_head(folder: Path, prose: str) -> None:
    values = {(path, place): prose for path, place, kind in FIELDS if kind == "prose"}
    found, problems = heads(folder, values)
    if faults(problems):
        assert {each.code.split("-")[0] for each in faults(problems)} <= {"markup", "text"}
    else:
        sound_heads(folder, found)


@tries(15)
@given(HOSTILE)
@example(PAYLOADS[0])
@example("&lt;b&gt;")
def test_the_contents_list_shows_a_hostile_heading_as_text(folder: Path, hostile: str) -> None:
    assume(hostile.strip() and not INVISIBLE.search(hostile))
    plan = f"{CITY}/plans/2016-2021.yml"
    values: Values = {(plan, ("vision", "heading")): hostile}
    site, problems, _ = published(folder, values)
    assert faults(problems) == []
    page = site.by_address["kota-binjai/visi-misi/"]
    found = renderer_of(site).page(page).headings
    assert normal(hostile) in {normal(heading.text) for heading in found}
    listed = parse(renderer_of(site).page(page).shell.before)
    assert normal(hostile) in {text(each) for each in listed.iter("a")}


@tries(40)
@given(MARKDOWN)
@example("<script>alert(1)</script>")
@example('[x](javascript:alert(1) "judul")')
@example("| a | b |\n| :-: | --: |\n| 1 | 2 |")
@example("# Satu\n\n#### Dua\n\n## Tiga\n\n3. tiga\n4. empat")
def test_no_text_of_any_prose_field_becomes_more_than_plain_markdown(
    folder: Path, prose: str
) -> None:
    values = {(path, place): prose for path, place, kind in FIELDS if kind == "prose"}
    _, problems, trees = published(folder, values)
    assert strange(trees, folder) == []
    if faults(problems):
        assert {each.code.split("-")[0] for each in faults(problems)} <= {"markup", "text"}
        return
    for address, tree in harmless(folder).items():
        assert skeleton(trees[address], without_prose=True) == skeleton(tree, without_prose=True), (
            address
        )


@tries(75)
@given(
    st.sampled_from(FIELDS),
    st.one_of(st.text(max_size=40), HOSTILE, MARKDOWN),
)
def test_any_text_in_any_field_is_told_or_shown_but_never_markup(
    folder: Path, field: tuple[str, Location, Kind], value: str
) -> None:
    path, place, kind = field
    _, problems, trees = published(folder, {(path, place): value})
    assert strange(trees, folder) == []
    for problem in problems:
        for language in LANGUAGES:
            told = lines(problem, "data/", translations(language).gettext)
            assert "".join(told).isprintable()
    if kind == "plain" and not problems:
        for address, tree in harmless(folder).items():
            assert skeleton(trees[address]) == skeleton(tree), address
        assert normal(value) in said(trees)


def keys(tree: Tree, place: Location = ()) -> Iterator[Location]:
    """The place of every key of a tree."""
    children = tree.items() if isinstance(tree, dict) else enumerate(tree or ())
    for key, value in () if isinstance(tree, str) else children:
        if isinstance(key, str):
            yield (*place, key)
        yield from keys(value, (*place, key))


def without(tree: Tree, place: Location) -> Tree:
    """The tree without the value at `place`."""
    if isinstance(tree, dict):
        items = tree.items()
        return {k: without(v, place[1:]) if k == place[0] else v for k, v in items if (k,) != place}
    assert isinstance(tree, list)
    return [without(v, place[1:]) if i == place[0] else v for i, v in enumerate(tree)]


@pytest.mark.parametrize(
    "record", [each for each in SAMPLES if each.path != "portal.yml"], ids=lambda each: each.path
)
def test_whatever_key_is_left_out_no_other_text_is_hidden_without_a_problem(
    folder: Path, tmp_path: Path, record: Sample
) -> None:
    for each in SAMPLES:
        tree = {"type": "kota", "name": "Kota"} if each.path.endswith("agency.yml") else each.tree
        if "/news/" not in each.path and f"{BELOW}/plans" not in each.path:
            (tmp_path / each.path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / each.path).write_text(yaml.safe_dump(tree), encoding="utf-8")
    (tmp_path / record.path).parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(folder / CITY / "media", tmp_path / CITY / "media")
    marks = {
        (record.path, place): f"k{number}k"
        for number, (place, kind) in enumerate(record.fields.items())
        if kind != "checked"
    }
    marked = filled(record.tree, record.path, (), marks)
    hidden = {}
    for place in keys(marked):
        (tmp_path / record.path).write_text(
            yaml.safe_dump(without(marked, place)), encoding="utf-8"
        )
        site, problems = site_of(tmp_path, TODAY)
        if any(problem.path == record.path for problem in problems):
            continue
        renderer = renderer_of(site)
        shown = "".join(whole(renderer.page(each)) for each in site.pages)
        lost = [
            where
            for (_, where), mark in marks.items()
            if where[: len(place)] != place and mark not in shown and where[-1] != "alt"
        ]
        if lost:
            hidden[".".join(map(str, place))] = [".".join(map(str, where)) for where in lost]
    assert hidden == {}


def test_words_before_elaborations_that_are_not_there_are_told_or_shown(write: Write) -> None:
    plan = (
        "type: RPJMD\ntitle: RPJMD\nperiod: {start: 2025, end: 2029}\nmissions:\n"
        "  elaboration_lead_in: Dengan penjabaran\n  statements: [{statement: Membangun}]\n"
    )
    files = {f"{CITY}/agency.yml": AGENCY, f"{CITY}/plans/a.yml": plan}
    site, problems = site_of(write(files), TODAY)
    renderer = renderer_of(site)
    shown = "".join(renderer.page(page).html for page in site.pages)
    assert problems or "Dengan penjabaran" in shown


@pytest.mark.parametrize(
    ("path", "place"),
    [(path, place) for path, place, kind in FIELDS if kind == "prose"],
    ids=lambda value: str(value) if isinstance(value, str) else ".".join(map(str, value)),
)
def test_headings_within_prose_never_skip_a_level(folder: Path, path: str, place: Location) -> None:
    prose = "# Judul\n\nTeks.\n\n### Bawahnya\n\nTeks.\n\n# Lain\n\nTeks."
    _, problems, trees = published(folder, {(path, place): prose})
    assert faults(problems) == []
    assert any("Bawahnya" in text(tree) for tree in trees.values())
    found = {address: skipped_levels(tree) for address, tree in trees.items()}
    assert {address: skipped for address, skipped in found.items() if skipped} == {}


def test_two_equal_missions_do_not_share_an_id(write: Write) -> None:
    mission = "{statement: Membangun, elaboration: Penjelasan.}"
    plan = (
        "type: RPJMD\ntitle: RPJMD\nperiod: {start: 2025, end: 2029}\n"
        f"missions: {{statements: [{mission}, {mission}]}}\n"
    )
    folder = write({f"{CITY}/agency.yml": AGENCY, f"{CITY}/plans/a.yml": plan})
    site, problems = site_of(folder, TODAY)
    assert faults(problems) == []
    page = site.by_address["kota-binjai/visi-misi/"]
    found = ids(parse(renderer_of(site).page(page).html))
    assert len(found) == len(set(found))


# The parts that the adapters use.


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Kecamatan Binjai Selatan", "BS"),
        ("Kota Contoh", "C"),
        ("Pemerintah Kota Contoh", "PC"),
        ("Dinas Komunikasi dan Informatika", "KI"),
        ("Badan Penelitian di Daerah", "PD"),
        ("Rumah Sakit Umum", "RS"),
        ("Kota", "K"),
        ("Kota dan Desa", "KD"),
        ("élok raya", "ÉR"),
        ("42 Ilir", "4I"),
        ("<script>", "S"),
        ("“Terbuka”", "T"),
        ("– & –", ""),
    ],
)
def test_initials_are_those_of_the_agency_s_own_words(
    write: Write, shown: str, expected: str
) -> None:
    site, problems = site_of(
        write({"agencies/a/agency.yml": f"type: kota\nname: '{shown}'\n"}), TODAY
    )
    assert faults(problems) == []
    assert site.context.directory.agencies["a"].initials == expected


def test_every_template_is_a_page_kind_or_a_part_of_one(miniature: Site) -> None:
    kinds = {page.template for page in miniature.pages}
    templates = Path(__file__).parents[1] / "overrides" / "pages"
    assert {
        path.relative_to(templates).with_suffix("").as_posix() for path in templates.rglob("*.html")
    } == {
        *kinds,
        *("macros", "not-found", "plans/targets", "plans/goal-list", "plans/indicator"),
    }


def test_no_template_marks_data_as_safe() -> None:
    overrides = Path(__file__).parents[1] / "overrides"
    for part in ("pages", "shell"):
        for path in (overrides / part).glob("*.html"):
            source = path.read_text(encoding="utf-8")
            assert not re.search(r"\|\s*safe|autoescape|Markup", source), path.name


def unmarked(element: Element, language: str = "") -> Iterator[str]:
    """All text that is not said to be Indonesian."""
    language = element.get("lang", language)
    if language != "id":
        yield element.text or ""
        yield element.get("alt", "")
    for child in element:
        yield from unmarked(child, language)
        if language != "id":
            yield child.tail or ""


def test_in_an_english_portal_what_agencies_write_is_marked_as_indonesian(folder: Path) -> None:
    """Names of bodies, places and persons need no language (WCAG 2.2, 3.1.2)."""
    written = [
        (path, place)
        for path, place, kind in FIELDS
        if kind != "checked" and path not in ("portal.yml", "topics.yml")
    ]
    marks = {where: f"k{number}k" for number, where in enumerate(written)}
    marks["portal.yml", ("language",)] = "en"
    _, problems, trees = published(folder, marks)
    assert faults(problems) == []
    said = "".join("".join(unmarked(tree)) for tree in trees.values())
    found = {
        next(key for key in reversed(place) if isinstance(key, str))
        for (path, place), mark in marks.items()
        if mark in said and path != "portal.yml"
    }
    names = {"name", "short_name", "byline", "outlet", "credit", "network", "superseded_by"}
    places = {"place", "street", "village", "district", "regency", "province"}
    assert found == names | places | {"start", "end", "code", "value", "printed"}
