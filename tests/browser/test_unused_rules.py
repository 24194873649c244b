"""The stylesheet holds no rule that no page uses."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import served
from conftest import ROOT

OPENED = datetime(2026, 2, 3, 2, 0, tzinfo=UTC)
"""A Tuesday at 10 in the morning, where the city of the miniature is."""
STYLESHEET = ROOT / "overrides/assets/pendopo.css"
ELSEWHERE = {
    "[dir] .md-typeset h6": "an office may write one",
    "[dir] .md-typeset .admonition-title": "an office may write a note in a page of its own",
    "[dir] .md-typeset .data .align-center": "an office may write a table in a page of its own",
    "[dir] .md-typeset .status-superseded": "no plan of the miniature is replaced by another",
    "[dir] .md-typeset del": "no plan of the miniature loses a word",
    ".spark > .ranges": "no indicator of the miniature has two results and ranges to reach",
    "[class] > .bar-not-comparable": "all figures of the miniature can be compared",
    "[dir] .md-typeset .directory .cards": "the miniature has one agency at the top",
    "[dir] .md-typeset h1 + .people > li:first-child .initials": "its head has a portrait",
    "[dir] .md-typeset .further button": "the miniature has too few pages for more results",
}
"""Selectors that meet nothing in the miniature, with what they are for."""

UNMET = r"""
([css, pages]) => {
  const state = /::[a-z-]+|:hover|:focus(-visible)?/g;
  const split = text => {
    const parts = [""];
    let depth = 0;
    for (const letter of text) {
      depth += {"(": 1, ")": -1}[letter] ?? 0;
      if (letter === "," && !depth) parts.push(""); else parts[parts.length - 1] += letter;
    }
    return parts.map(each => each.trim());
  };
  const variants = selector => {
    const start = selector.indexOf(":is(");
    if (start < 0) return [selector];
    let end = start + 4;
    for (let depth = 1; depth; end++) depth += {"(": 1, ")": -1}[selector[end]] ?? 0;
    const [head, tail] = [selector.slice(0, start), selector.slice(end)];
    return split(selector.slice(start + 4, end - 1)).flatMap(each => variants(
      head + (/^[a-z]/.test(each) && /[\w\])]$/.test(head) ? `:where(${each})` : each) + tail));
  };
  const selectors = (rules, parent) => [...rules].flatMap(rule => {
    const text = rule.selectorText?.replaceAll("&", `:is(${parent})`);
    const own = text ? split(text).flatMap(each => variants(each.replace(state, ""))) : [];
    return [...own, ...(rule.cssRules ? selectors(rule.cssRules, text ?? parent) : [])];
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const all = selectors(sheet.cssRules, "").map(each => each.replace(/([>+ (]|^)$/, "$1*"));
  let left = [...new Set(all)];
  for (const text of pages) {
    const page = new DOMParser().parseFromString(text, "text/html");
    left = left.filter(each => !page.querySelector(each));
  }
  return left;
}
"""


def unmet(browser: Browser, css: str, pages: list[str]) -> list[str]:
    """The selectors of a stylesheet that no element of any page meets, states left aside."""
    page = browser.new_page()
    found: list[str] = page.evaluate(UNMET, [css, pages])
    page.close()
    return found


@pytest.fixture(scope="module")
def pages(built: Path, browser: Browser) -> list[str]:
    """The text of every page of the miniature site, and of those that scripts have changed."""
    texts = [path.read_text("utf-8") for path in sorted(built.rglob("*.html"))]
    page = browser.new_page(viewport={"width": 360, "height": 800})
    with served(built) as address:
        page.goto(f"{address}cari/#q=pohon")
        page.locator("ol.results > li mark").first.wait_for()
        texts.append(page.content())
        page.goto(f"{address}instansi/")
        page.locator("header [role=search] button").click()
        page.locator("header input").fill("contoh")
        page.locator(".found ol.results > li").first.wait_for()
        page.locator(".menu .folded > summary").click()
        texts.append(page.content())
        page.clock.set_fixed_time(OPENED)
        page.goto(f"{address}kota-contoh/")
        page.locator(".open-now.is-open").wait_for()
        texts.append(page.content())
    page.close()
    return texts


def test_every_rule_of_the_stylesheet_meets_an_element(browser: Browser, pages: list[str]) -> None:
    found = unmet(browser, STYLESHEET.read_text("utf-8"), pages)
    # An office may name any point of a picture.
    others = [each for each in found if not each.startswith("[data-focus")]
    assert sorted(others) == sorted(ELSEWHERE)


def test_a_rule_that_meets_no_element_is_found(browser: Browser) -> None:
    css = "a:hover, p :is(b, i) {top: 0} @media print { p { .c, .d::after {top: 0} } } .e {top: 0}"
    text = "<p><a>x</a><b>x</b><i class=d>x</i></p>"
    assert unmet(browser, css, [text]) == ["p .c", ".e"]
