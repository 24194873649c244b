"""The parts of the design, each shown once on one page, as docs/design.md tells of them.

`python -m parts` (make design) builds the tests' government and serves the page beside it. Each
part is the first element of its class in the published pages, as templates and stylesheet made it.
"""

import re
import signal
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, SubElement

import html5lib

from browsing import served
from conftest import ROOT, miniature_site

DESIGN = (ROOT / "docs/design.md").read_text("utf-8")
ADDRESS = "design/"
FRAME = "tentang/index.html"
"""The page whose surroundings stand around the parts."""
REFERRING = ("id", "for", "aria-labelledby", "aria-describedby", "aria-controls")


class Part(NamedTuple):
    """A part of the design: what it is called, its classes, its template, what it is for."""

    name: str
    classes: list[str]
    template: str
    purpose: str


PARTS = [
    Part(name, re.findall(r"`\.([a-z-]+)`", classes), template, purpose)
    for name, classes, template, purpose in re.findall(
        r"(?m)^\| ([A-Z][^|]+) \| (`\.[^|]+) \| `([^|]+)` \| ([^|]+) \|", DESIGN
    )
]
NAMES = [
    (name, purpose)
    for names, purpose in re.findall(r"(?m)^\| (`--[^|]+) \| ([^|]+) \|", DESIGN)
    for name in re.findall(r"`--([a-z0-9-]+)`", names)
]
"""The custom properties of the stylesheet, and what each is for."""


def page(site: Path) -> str:
    """The document that shows every name and every part, for ADDRESS below `site`.

    Raises `LookupError` for a part that no page has.
    """
    document = html5lib.parse((site / FRAME).read_text("utf-8"), namespaceHTMLElements=False)
    content = next(_of_class(document, "content"))
    content.clear()
    content.set("class", "content md-typeset")
    SubElement(content, "h1").text = "Design"
    for name, purpose in NAMES:
        SubElement(content, "p", {"class": f"shown-{name}"}).text = f"--{name}: {purpose}"
    found = dict(_found(site, {each for part in PARTS for each in part.classes}))
    for part in PARTS:
        SubElement(content, "h2").text = f"{part.name}: {part.purpose}"
        # What may be too wide for a phone is scrolled on its own, as its pages have it.
        around = SubElement(content, "div", {"class": "scroll shown"})
        around.extend(found[each] for each in part.classes)
    head = document.find("head")
    assert head is not None
    SubElement(head, "link", {"rel": "stylesheet", "href": "names.css"})
    text = html5lib.serialize(
        document, quote_attr_values="always", omit_optional_tags=False, alphabetical_attributes=True
    )
    return f"<!doctype html>\n{text}"


SWATCH = (
    "content: ''; display: inline-block; width: 3rem; height: 1.4rem; margin-right: 0.6rem; "
    "vertical-align: middle; border: 1px solid"
)


def names() -> str:
    """The stylesheet that shows the sizes of type and the colours by themselves."""
    return "".join(
        f".md-typeset p.shown-{name} {{font-size: var(--{name})}}\n"
        if name.startswith("type-")
        else f".shown-{name}::before {{{SWATCH}; background: var(--{name})}}\n"
        for name, _ in NAMES
    )


def _found(site: Path, wanted: set[str]) -> Iterator[tuple[str, Element]]:
    """Yield the first element of each class, with addresses that hold on the page of parts."""
    left = set(wanted)
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        for each in sorted(left & set(re.findall(r"[\w-]+", text))):
            tree = html5lib.parse(text, namespaceHTMLElements=False)
            for element in islice(_of_class(tree, each), 1):
                left.remove(each)
                _moved(element, path.relative_to(site).as_posix())
                yield each, element
    if left:
        raise LookupError(", ".join(sorted(left)))


def _of_class(tree: Element, name: str) -> Iterator[Element]:
    return (each for each in tree.iter() if name in (each.get("class") or "").split())


def _moved(part: Element, address: str) -> None:
    """Make an element stand on the page of parts: its addresses lead on, its ids are gone."""
    part.tail = None
    for element in part.iter():
        # The stylesheet fills with patterns by their ids.
        if not str(element.tag).endswith("pattern"):
            for each in REFERRING:
                element.attrib.pop(each, None)
        for each in {"href", "src", "action"} & element.attrib.keys():
            element.set(each, _from_parts(element.attrib[each], address))
        if "srcset" in element.attrib:
            sources = [each.split() for each in element.attrib["srcset"].split(",")]
            moved = (" ".join([_from_parts(first, address), *rest]) for first, *rest in sources)
            element.set("srcset", ", ".join(moved))


def _from_parts(target: str, address: str) -> str:
    whole = re.match(r"[a-z]+:", target)
    return target if whole else "../" + urljoin(address, target)


def main() -> None:
    """Builds the tests' government, and serves it with the page of parts until it is stopped."""
    with TemporaryDirectory() as folder:
        miniature_site(Path(folder))
        site = Path(folder, "repo")
        shown = site / ADDRESS
        shown.mkdir()
        (shown / "index.html").write_text(page(site), "utf-8")
        (shown / "names.css").write_text(names(), "utf-8")
        with served(Path(folder)) as address:
            print(f"{address}repo/{ADDRESS}", flush=True)
            signal.sigwait({signal.SIGINT, signal.SIGTERM})


if __name__ == "__main__":
    main()
