"""Hostile text in every field of every record, and what pages make of it."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import yaml
from hypothesis import strategies as st

from conftest import TODAY
from markup import elements, normal, parse, renderer_of, whole
from pendopo.basics import markdown
from pendopo.basics.locations import Location
from pendopo.problems.problem import Problem, faults
from pendopo.reading.named_media import media_named
from pendopo.site.planning import Site
from places import site_of
from sample_records import BELOW, CITY, FIELDS, HARMLESS, SAMPLES, TOPIC, Values, filled
from samples import JPEG, PDF, PNG

SCHEMES = {"http", "https", "mailto", "tel"}


def name(element: Element) -> str:
    """The tag without a namespace."""
    return element.tag.rpartition("}")[2]


def sample_folder(folder: Path) -> Path:
    """A data folder with the pictures and documents that the sample records name."""
    for each in SAMPLES:
        (folder / each.path).parent.mkdir(parents=True, exist_ok=True)
    for agency in (CITY, BELOW):
        (folder / agency / "media").mkdir()
    for each in SAMPLES:
        record = each.type.model.model_validate(each.tree)
        for named in media_named(record):
            path = Path(folder, each.path).parents[bool(each.type.folder)] / "media" / named.file
            suffix = named.file.rpartition(".")[2]
            path.write_bytes({"pdf": PDF, "png": PNG, "jpg": JPEG}[suffix])
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
LONG = re.compile(r" long\b")
"""What is said of a name of many letters, so that it is set smaller."""
SLUG = re.compile(r"(tanya|topik)(?:-[a-z0-9-]+)?")
"""An id that is made of words of the data, which are letters and digits alone."""

Bone = tuple[int, str, tuple[str, ...], str | None, str | None]


def skeleton(tree: Element, *, without_prose: bool = False) -> list[Bone]:
    """Every element in order: depth, tag, names of attributes, id and class.

    How an indicator stands does not count, nor do the words of an id that a heading gives, nor how
    long a name is: words in the place of numbers and names change that. Without what prose may
    hold: elements that Markdown makes count neither themselves nor as a level of depth.
    """
    bones: list[Bone] = []

    def visit(element: Element, depth: int) -> None:
        for child in element:
            assert isinstance(child.tag, str), "a comment"
            passed_over = without_prose and _of_prose(child)
            if not passed_over:
                keys = tuple(sorted(child.attrib))
                kind = LONG.sub("", STATE.sub("state", child.get("class") or "")) or None
                name = SLUG.sub(r"\1", child.get("id") or "") or None
                bones.append((depth, child.tag, keys, name, kind))
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
    return element.tag in markdown.TAGS and attributes <= {"href", "rel", "start", "title", "type"}


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


def every_plain(texts: Sequence[str]) -> dict[tuple[str, Location], str]:
    """A value for each plain field, each with a mark of its own before or after the text."""
    places = [(path, place) for path, place, kind in FIELDS if kind == "plain"]
    return {
        place: f"{texts[index % len(texts)]}k{index}k"
        if index // len(texts) % 2
        else f"k{index}k{texts[index % len(texts)]}"
        for index, place in enumerate(places)
    }
