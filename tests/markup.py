"""Rendered pages as tests look at them: parsed, searched and read."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from pendopo.rendering.renderer import RenderedPage, Renderer
from pendopo.site.planning import Site
from pendopo.site.shell import Publication

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
URL = "https://uji.example/repo/"


def renderer_of(site: Site) -> Renderer:
    """Renders the pages of `site`."""
    return Renderer(site)


def shown(site: Site, address: str) -> Element:
    """The content of the page at `address`, without its shell."""
    return parse(renderer_of(site).page(site.by_address[address]).html)


def masthead(site: Site, address: str) -> Element:
    """The part of the page at `address` above its content."""
    return parse(renderer_of(site).page(site.by_address[address]).shell.masthead)


def things(site: Site, address: str, site_url: str = URL) -> dict[str, Any]:
    """Structured data in the head of a page, by type."""
    renderer = Renderer(site, Publication("P", site_url))
    head = renderer.page(site.by_address[address]).shell.head
    if "ld+json" not in head:
        return {}
    text = head.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    whole = json.loads(text)
    assert whole["@context"] == "https://schema.org"
    return {each["@type"]: each for each in whole["@graph"]}


def whole(rendered: RenderedPage) -> str:
    """A page with its shell, in the order of the document."""
    shell = rendered.shell
    return f"{shell.masthead}<main>{shell.before}{rendered.html}{shell.after}</main>{shell.footer}"


@lru_cache(maxsize=512)
def parse(html: str, *, strict: bool = False) -> Element:
    """The tree that a browser builds of a fragment; with `strict` any error of syntax raises."""
    parser = html5lib.HTMLParser(strict=strict, namespaceHTMLElements=False)
    root = parser.parseFragment(html, container="div")
    assert isinstance(root, Element)
    return root


def elements(root: Element) -> Iterator[Element]:
    """All elements below `root` in document order."""
    return (each for each in root.iter() if isinstance(each.tag, str) and each is not root)


def normal(text: str) -> str:
    """`text` with single spaces."""
    return " ".join(text.split())


def text(element: Element | None) -> str:
    """All text of an element, with single spaces."""
    assert element is not None
    return normal("".join(element.itertext()))


def texts(root: Element, path: str) -> list[str]:
    """The text of every element that `path` finds."""
    return [text(each) for each in root.findall(path)]


def one(root: Element, path: str) -> Element:
    """The only element that `path` finds."""
    (found,) = root.findall(path)
    return found


def ids(tree: Element) -> list[str]:
    """The ids of a tree, in the order of the document."""
    return [each.attrib["id"] for each in elements(tree) if "id" in each.attrib]


def skipped_levels(tree: Element) -> list[str]:
    """Every heading that lies more than one level below the one before it."""
    level, found = 0, []
    for each in elements(tree):
        if each.tag in HEADINGS:
            if int(each.tag[1]) > level + 1:
                found.append(f"<{each.tag}> {text(each)}")
            level = int(each.tag[1])
    return found
