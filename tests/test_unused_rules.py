"""The stylesheet holds no rule that no page uses."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from conftest import ROOT

STYLESHEET = ROOT / "overrides/assets/pendopo.css"
ELSEWHERE = {
    ".open": "a script opens the search",
    "[open]": "the reader opens what is folded",
    ".found": "a script lists what it found",
    ".results": "a script lists what it found",
    ".filters": "a script offers filters",
    ".further": "a script offers more",
    " mark": "a script marks the words that were looked for",
    "[role=": "a script says what it did",
    " h6": "an office may write one",
    ".admonition-title": "an office may write a note in a page of its own",
    ".align-center": "an office may write a table in a page of its own",
    ".status-superseded": "no plan of the miniature is replaced by another",
    ".bar-not-comparable": "all figures of the miniature can be compared",
    ".directory .cards": "the miniature has one agency at the top",
    " del": "no plan of the miniature loses a word",
}
"""Parts of selectors that meet nothing in the miniature, with what they are for."""

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
def pages(built: Path) -> list[str]:
    """The text of every page of the miniature site."""
    return [path.read_text("utf-8") for path in sorted(built.rglob("*.html"))]


def test_every_rule_of_the_stylesheet_meets_an_element(browser: Browser, pages: list[str]) -> None:
    found = unmet(browser, STYLESHEET.read_text("utf-8"), pages)
    assert [each for each in found if not any(part in each for part in ELSEWHERE)] == []
    assert [part for part in ELSEWHERE if not any(part in each for each in found)] == []


def test_a_rule_that_meets_no_element_is_found(browser: Browser) -> None:
    css = "a:hover, p :is(b, i) {top: 0} @media print { p { .c, .d::after {top: 0} } } .e {top: 0}"
    text = "<p><a>x</a><b>x</b><i class=d>x</i></p>"
    assert unmet(browser, css, [text]) == ["p .c", ".e"]
