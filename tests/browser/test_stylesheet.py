"""The theme's stylesheet without what no page has."""

import re

import pytest
from playwright.sync_api import Browser

from browsing import THEME
from conftest import at_length
from kind_samples import PAGES
from pendopo.mkdocs.stylesheet import without_unused

PARTS = "a,a:hover::before,.md-typeset ul>li:not(.x,.y)"


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("a{b:c}.md-header{d:e}", "a{b:c}"),
        (f"{PARTS}{{b:c}}", f"{PARTS}{{b:c}}"),
        (".md-nav a,.md-typeset a,.md-typeset .md-search{b:c}", ".md-typeset a{b:c}"),
        ("@media print{.md-tabs{b:c}a{b:c}}", "@media print{a{b:c}}"),
        ("@media print{.md-tabs{b:c}}", ""),
        ("@media x{@supports y{.md-top{b:c}a{b:c}}}", "@media x{@supports y{a{b:c}}}"),
        ("@keyframes x{0%{b:c}to{d:e}}", "@keyframes x{0%{b:c}to{d:e}}"),
        ('a:before{content:"}{"}.md-tag{b:c}', 'a:before{content:"}{"}'),
        (".highlight .x,[data-md-x] a{b:c}", ""),
        (
            ':root{--md-a:url("data:{}");--md-b:url("data:;");--md-c:#fff}a{b:var(--md-b)}',
            ":root{--md-c:#fff}a{b:var(--md-b)}",
        ),
        ("", ""),
    ],
)
def test_what_cannot_apply_is_left_out(css: str, kept: str) -> None:
    assert without_unused(css) == kept


LOOK = """
() => [...document.querySelectorAll(":not(svg *)")].flatMap(e =>
  ["", "::before", "::after"].map(part => {
    const style = getComputedStyle(e, part), lines = [`${e.tagName}${part} ${e.className}`];
    if (part && style.content === "none") return `${lines[0]} is not there`;
    for (const name of style)
      if (!name.startsWith("--")) lines.push(`${name}: ${style.getPropertyValue(name)}`);
    return lines.join("\\n");
  }))
"""


def test_no_picture_lies_in_it() -> None:
    assert "data:" not in without_unused(THEME.read_text(encoding="utf-8"))


def test_less_than_a_third_is_left_of_it() -> None:
    assert len(without_unused(THEME.read_text(encoding="utf-8"))) < THEME.stat().st_size / 3


@pytest.mark.parametrize(
    "kind",
    [
        "article",
        *(pytest.param(each, marks=at_length) for each in ("portal", "goals", "written by hand")),
    ],
)
def test_no_page_looks_different_for_it(browser: Browser, address: str, kind: str) -> None:
    looks = []
    for whole in (False, True):
        with browser.new_context(reduced_motion="reduce") as context:
            page = context.new_page()
            if whole:
                page.route(re.compile(r"/main\."), lambda route: route.fulfill(path=THEME))
            page.goto(address + PAGES[kind])
            looks.append([each.split("\n") for each in page.evaluate(LOOK)])
    pairs = zip(*looks, strict=True)
    assert [sorted({*one} ^ {*other}) for one, other in pairs if one != other] == []
