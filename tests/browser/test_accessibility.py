"""Requirements of WCAG 2.2 on every kind of page that a browser can check."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browsing import CONTRAST, settled
from conftest import at_length, in_light
from kind_samples import PAGES, some_pages

on_a_phone = pytest.mark.parametrize("page", [(320, "light")], indirect=True, ids=str)


def test_all_text_is_legible(page: Page, address: str, subtests: pytest.Subtests) -> None:
    """WCAG 2.2, 1.4.3: a contrast of 4.5:1 between each text and what lies behind it."""
    for kind, path in some_pages().items():
        with subtests.test(kind):
            page.goto(address + path)
            assert page.evaluate(CONTRAST) == []


FOCUSED = """
() => {
  const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
  return e === document.body ? null : {
    text: e.textContent.trim(), inner: !!e.closest("main"),
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth,
    marked: style.outlineStyle !== "none" || e.matches(".skip"),
  };
}
"""
STOPS = ":is(a[href], button, summary, input:not([type='hidden']), [tabindex='0']):visible"


def stops(page: Page, most: int) -> Iterator[dict[str, Any]]:
    """What the keyboard comes to from here, all of it on the screen and with a mark."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if (place := page.evaluate(FOCUSED)) is None:
            return
        assert place["seen"], place
        assert place["marked"], place
        yield place


@in_light
def test_the_keyboard_reaches_every_link_in_order_and_it_can_be_seen(
    page: Page, address: str, subtests: pytest.Subtests
) -> None:
    for kind, path in some_pages().items():
        with subtests.test(kind):
            page.goto(address + path)
            page.evaluate("location.hash = document.querySelector('.skip').hash")
            settled(page)
            expected = page.locator(f"main {STOPS}").count()
            before = page.locator(f".breadcrumbs {STOPS}, .contents {STOPS}").count()
            reached = [each["text"] for each in stops(page, expected - before) if each["inner"]]
            assert len(reached) == expected - before, reached


@in_light
def test_the_keyboard_reaches_what_surrounds_a_page(page: Page, address: str) -> None:
    page.goto(address + PAGES["profile"])
    settled(page)
    expected = page.locator(STOPS).count() - page.locator(f"main {STOPS}").count()
    reached = [each["text"] for each in stops(page, 300) if not each["inner"]]
    assert len(reached) >= expected, reached


@in_light
def test_the_skip_link_comes_first_and_leads_to_the_heading(page: Page, address: str) -> None:
    page.goto(address + PAGES["vision"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.wait_for_url("**/#isi")


SMALL = """
() => [...document.querySelectorAll("a[href], button, summary, input, select")]
  .filter(e => e.checkVisibility() && !e.matches(".skip"))
  .filter(e => {
    const around = e.closest("p, figcaption, dd, .body li");
    return !around || around.textContent.trim() === e.textContent.trim();
  })
  .flatMap(e => [...e.getClientRects()].map(box => [box.width, box.height, e]))
  .filter(([width, height]) => width < 24 || height < 24)
  .map(([width, height, e]) => `${width} x ${height} ${e.outerHTML}`)
"""


@in_light
def test_whatever_is_touched_is_large_enough(
    page: Page, address: str, subtests: pytest.Subtests
) -> None:
    """WCAG 2.2, 2.5.8: 24 by 24 pixels, except for links within a sentence."""
    for kind, path in some_pages().items():
        with subtests.test(kind):
            page.goto(address + path)
            page.evaluate("document.querySelectorAll('details').forEach(e => (e.open = true))")
            assert page.evaluate(SMALL) == []


@on_a_phone
@pytest.mark.parametrize("name", ["menu", "contents"])
def test_on_a_phone_a_menu_is_opened_by_enter_and_closed_by_escape(
    page: Page, address: str, name: str
) -> None:
    page.goto(address + PAGES["plan"])
    button, link = page.locator(f".{name} summary"), page.locator(f".{name} a").first
    assert not link.is_visible()
    button.focus()
    page.keyboard.press("Tab")
    assert not link.evaluate("e => e === document.activeElement")
    button.focus()
    page.keyboard.press("Enter")
    link.wait_for()
    page.keyboard.press("Tab")
    assert link.evaluate("e => e === document.activeElement")
    page.keyboard.press("Escape")
    link.wait_for(state="hidden")
    assert button.evaluate("e => e === document.activeElement")


@pytest.mark.parametrize("page", [(360, "light")], indirect=True, ids=str)
def test_on_a_phone_a_page_begins_with_its_heading(
    page: Page, address: str, subtests: pytest.Subtests
) -> None:
    """At 120 pixels; lower by what a name takes beyond two lines, by the field of a search, and by
    notices and the banner of an agency that has ended, which have to be seen first."""
    for kind, path in some_pages().items():
        with subtests.test(kind):
            page.goto(address + path)
            name, box = (page.locator(each).bounding_box() for each in (".masthead .name", "h1"))
            assert name
            assert box
            further = max(0, name["height"] - 40) + (40 if kind == "search" else 0)
            for each in page.locator(".notices, .masthead .ended").all():
                said = each.bounding_box()
                assert said
                further += said["height"] + 20
            assert box["y"] <= 120 + further


@pytest.mark.parametrize("page", [(1280, "light")], indirect=True, ids=str)
def test_on_a_wide_screen_the_menu_stands_open_without_a_button(page: Page, address: str) -> None:
    page.goto(address + PAGES["plan"])
    for name in ("menu", "contents"):
        assert not page.locator(f".{name} .folded > summary").is_visible()
        assert page.locator(f".{name} a").first.is_visible()
    page.get_by_role("search").get_by_role("button").focus()
    page.keyboard.press("Tab")
    first = page.locator(".menu :is(a, .group > summary)").first
    assert first.evaluate("e => e === document.activeElement")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_menu_needs_no_script(browser: Browser, address: str, width: int) -> None:
    with browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 800}
    ) as context:
        page = context.new_page()
        page.goto(address + PAGES["profile"])
        if width == 320:
            page.locator(".menu .folded > summary").focus()
            page.keyboard.press("Enter")
        for section in page.locator(".group").all():
            section.locator("summary").focus()
            page.keyboard.press("Enter")
            for link in section.locator("a").all():
                link.wait_for()
        for link in page.locator(".menu .folded > ul > li > a").all():
            link.wait_for()


CUT_OFF = """
() => [...document.querySelectorAll("body *")]
  .filter(e => e.checkVisibility() && !e.closest("svg, .visually-hidden"))
  .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .filter(e => {
    const box = e.getBoundingClientRect(), overflow = getComputedStyle(e).overflow;
    const scrolls = e.closest(".scroll, .targets, pre");
    return (!scrolls && box.right > innerWidth + 1)
      || (overflow !== "visible" && e.scrollHeight > e.clientHeight + 1);
  })
  .map(e => e.outerHTML.slice(0, 200))
"""


@pytest.mark.parametrize(
    "page",
    [(640, "light"), pytest.param((1280, "light"), marks=at_length)],
    indirect=True,
    ids=str,
)
def test_nothing_is_lost_with_text_twice_as_large(
    page: Page, address: str, subtests: pytest.Subtests
) -> None:
    """WCAG 2.2, 1.4.4: 200 %; Chromium's own setting of text enlarges what rem measures."""
    for kind, path in some_pages().items():
        with subtests.test(kind):
            page.goto(address + path)
            page.evaluate("document.documentElement.style.fontSize = '250%'")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert page.evaluate(CUT_OFF) == []


@on_a_phone
def test_what_need_not_be_scrolled_is_no_stop_for_the_keyboard(page: Page, address: str) -> None:
    page.goto(address + PAGES["plan"])
    page.locator(".scroll:not([tabindex])").first.wait_for()
    states = page.locator(".scroll").evaluate_all(
        "all => all.map(e => [e.scrollWidth > e.clientWidth, e.tabIndex])"
    )
    assert sorted({tuple(each) for each in states}) == [(False, -1), (True, 0)]


@in_light
def test_the_table_of_targets_is_a_table_on_every_screen(page: Page, address: str) -> None:
    """Chromium's accessibility tree, whatever the stylesheet makes of rows and cells."""
    page.goto(address + PAGES["goals"])
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = Counter(each["role"]["value"] for each in tree if not each["ignored"])
    assert (roles["table"], roles["caption"], roles["columnheader"]) == (1, 1, 10)
    assert roles["row"] >= 8
    assert roles["rowheader"] >= 4
    first = page.get_by_role("cell", name="50 %").first
    assert first.is_visible()
    assert first.get_attribute("data-year") == "Tahun ke-1"
