"""Scripts improve a page that can be read already: what they add may move nothing of it."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, Route

from browsing import settled
from conftest import at_length
from kind_samples import some_pages

CLOSED = datetime.fromisoformat("2026-02-07T10:00+07:00")  # a Saturday
WIDTHS = [360, pytest.param(1280, marks=at_length)]
MOVED = """() => new Promise(done => {
  const seen = [], observer = new PerformanceObserver(list => seen.push(...list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  setTimeout(() => {
    const sources = [...seen, ...observer.takeRecords()].flatMap(shift => shift.sources);
    done(sources.map(({ node }) => node?.outerHTML?.slice(0, 60) ?? "text"));
  }, 50);
})"""


def moved(page: Page, address: str) -> list[str]:
    """What moves on a page whose scripts arrive after it has been painted."""
    waiting: list[Route] = []
    painted = False

    def wait(route: Route) -> None:
        if painted:  # scripts that are asked for by those that have waited
            route.continue_()
        else:
            waiting.append(route)

    page.route("**/*.js", wait)
    page.goto(address, wait_until="commit")
    page.locator("footer").last.wait_for(state="attached")
    settled(page)
    painted = True
    for each in waiting:
        each.continue_()
    page.unroute("**/*.js")
    page.wait_for_load_state()
    settled(page)
    found: list[str] = page.evaluate(MOVED)
    return found


@pytest.fixture(params=WIDTHS)
def sized(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page as wide as a phone or a desk."""
    with browser.new_context(viewport={"width": request.param, "height": 800}) as context:
        page = context.new_page()
        page.clock.set_fixed_time(CLOSED)
        yield page


def test_scripts_that_come_late_move_nothing(
    sized: Page, address: str, subtests: pytest.Subtests
) -> None:
    for kind, path in some_pages().items():
        with subtests.test(kind):
            assert moved(sized, address + path) == []


def test_what_moves_is_found(sized: Page, address: str) -> None:
    late = "addEventListener('DOMContentLoaded', () => document.querySelector('h1').before('x'))"
    sized.add_init_script(late)
    assert moved(sized, address)
