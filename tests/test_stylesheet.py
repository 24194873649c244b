"""The theme's stylesheet without what no page has."""

import re
from pathlib import Path

import material
import pytest
from playwright.sync_api import Browser

from kinds import KINDS
from pendopo.mkdocs.stylesheet import without_unused

THEME = Path(material.__file__).parent / "templates/assets/stylesheets"
(MAIN,) = THEME.glob("main.*.min.css")
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
            ':root{--md-b:url("data:;");--md-c:#fff}a{b:var(--md-b)}',
        ),
        ("", ""),
    ],
)
def test_what_cannot_apply_is_left_out(css: str, kept: str) -> None:
    assert without_unused(css) == kept


LOOK = """
() => [...document.querySelectorAll(":not(svg *)")].flatMap(e =>
  ["", "::before", "::after"].map(part => {
    const style = getComputedStyle(e, part);
    const names = [...style].filter(name => !name.startsWith("--"));
    return [`${e.tagName}${part} ${e.className}`, ...names.map(name => `${name}: ${style[name]}`)];
  }))
"""


def test_no_page_looks_different_for_it(browser: Browser, address: str) -> None:
    assert len(without_unused(MAIN.read_text(encoding="utf-8"))) < MAIN.stat().st_size / 3
    for kind in ("portal", "article", "goals", "written by hand"):
        looks = []
        for whole in (False, True):
            with browser.new_context(reduced_motion="reduce") as context:
                page = context.new_page()
                if whole:
                    page.route(re.compile(r"/main\."), lambda route: route.fulfill(path=MAIN))
                page.goto(address + KINDS[kind])
                looks.append(page.evaluate(LOOK))
        pairs = zip(*looks, strict=True)
        assert [sorted({*one} ^ {*other}) for one, other in pairs if one != other] == [], kind
