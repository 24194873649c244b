"""Nothing that data hold becomes markup in the head of a page."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from hypothesis import assume, example, given
from hypothesis import strategies as st

from budgets import tries
from hostile import HOSTILE, MARKDOWN, PAYLOADS, Bone, every_plain, published, skeleton
from markup import normal, parse, renderer_of, text
from pendopo.problems.problem import Problem, faults
from pendopo.reading.signs import INVISIBLE
from pendopo.rendering.renderer import RenderedPage, Renderer
from pendopo.rendering.titles import title_in_head
from pendopo.site.shell import Publication
from sample_records import CITY, FIELDS, Values


def head_of(rendered: RenderedPage) -> tuple[Element, Element]:
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


def heads(samples_folder: Path, values: Values) -> tuple[list[Head], list[Problem]]:
    """The head of every page; nothing of it may end up in the body."""
    site, problems, _ = published(samples_folder, values)
    name = site.context.directory.portal.name
    renderer = Renderer(site, Publication(name, "https://uji.example/repo/"))
    found = []
    for page in site.pages:
        head, body = head_of(renderer.page(page))
        assert [(each.tag, each.attrib, len(each)) for each in body] == [("p", {}, 0)], page.address
        found.append(Head(head, title_in_head(page, site, name), page.description))
    return found, problems


@cache
def harmless_heads(samples_folder: Path) -> list[list[Bone]]:
    found, problems = heads(samples_folder, {})
    assert faults(problems) == []
    bones = [skeleton(each.tree) for each in found]
    assert {tag for head in bones for _, tag, *_ in head} == {"meta", "title", "link", "script"}
    return bones


def sound_heads(samples_folder: Path, found: list[Head]) -> None:
    """Every head has the elements of one with harmless data, and says what it should."""
    for head, bones in zip(found, harmless_heads(samples_folder), strict=True):
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


@tries(20, fewest=1)
@given(st.lists(HOSTILE, min_size=1, max_size=9).map(tuple))
@example(tuple(PAYLOADS))
@example(tuple(PAYLOADS[::-1]))
def test_no_text_of_any_plain_field_becomes_markup_in_the_head(
    samples_folder: Path, texts: tuple[str, ...]
) -> None:
    assume(not INVISIBLE.search("".join(texts)))
    found, problems = heads(samples_folder, every_plain(texts))
    assert faults(problems) == []
    sound_heads(samples_folder, found)


@tries(20, fewest=1)
@given(MARKDOWN)
@example("Kata &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; \" ' &amp;")
@example('`"></title>`')
def test_no_text_of_any_prose_field_becomes_markup_in_the_head(
    samples_folder: Path, prose: str
) -> None:
    values = {(path, place): prose for path, place, kind in FIELDS if kind == "prose"}
    found, problems = heads(samples_folder, values)
    if faults(problems):
        assert {each.code.split("-")[0] for each in faults(problems)} <= {"markup", "text", "key"}
    else:
        sound_heads(samples_folder, found)


@tries(15, fewest=1)
@given(HOSTILE)
@example(PAYLOADS[0])
@example("&lt;b&gt;")
def test_the_contents_list_shows_a_hostile_heading_as_text(
    samples_folder: Path, hostile: str
) -> None:
    assume(hostile.strip() and not INVISIBLE.search(hostile))
    plan = f"{CITY}/plans/2016-2021.yml"
    values: Values = {(plan, ("vision", "heading")): hostile}
    site, problems, _ = published(samples_folder, values)
    assert faults(problems) == []
    page = site.by_address["kota-binjai/visi-misi/2016-2021/"]
    found = renderer_of(site).page(page).headings
    assert normal(hostile) in {normal(heading.text) for heading in found}
    listed = parse(renderer_of(site).page(page).shell.before)
    assert normal(hostile) in {text(each) for each in listed.iter("a")}
