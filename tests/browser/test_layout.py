"""Where things stand on a page: what belongs together has one edge, and nothing is squeezed."""

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

PROFILE = "kota-contoh/"
GOALS = "kota-contoh/dinas-lingkungan/tujuan-sasaran/2025-2029/"
wide = pytest.mark.parametrize("page", [(1280, "light")], indirect=True, ids=str)
on_phones = pytest.mark.parametrize("page", [(360, "light")], indirect=True, ids=str)


def box(element: Locator) -> FloatRect:
    """Where an element stands."""
    found = element.bounding_box()
    assert found
    return found


def boxes(elements: Locator) -> list[FloatRect]:
    """Where each of several elements stands."""
    found = [box(elements.nth(number)) for number in range(elements.count())]
    assert found
    return found


@wide
def test_the_panel_stands_beside_the_first_parts_and_others_take_the_whole_width(
    page: Page, address: str
) -> None:
    page.goto(address + PROFILE)
    panel, cover = box(page.locator(".contact")), box(page.locator(".cover img"))
    services, news = box(page.locator(".tiles")), box(page.locator("#berita"))
    assert services["y"] < panel["y"] + panel["height"] < news["y"]
    assert services["width"] > 2 * panel["width"]
    assert services["x"] + services["width"] < panel["x"]
    right = {round(each["x"] + each["width"]) for each in (panel, cover, news)}
    assert len(right) == 1


@wide
def test_beside_a_panel_the_contents_list_is_folded_and_opens(page: Page, address: str) -> None:
    page.goto(address + PROFILE)
    contents, way_up = page.locator(".contents"), page.locator(".breadcrumbs")
    link = contents.get_by_role("link", name="Pimpinan")
    assert not link.is_visible()
    assert box(contents)["y"] < box(way_up)["y"] + box(way_up)["height"]
    contents.locator("summary").click()
    expect(link).to_be_visible()
    page.goto(f"{address}kota-contoh/visi-misi/2025-2029/")
    assert page.locator(".contents").get_by_role("link", name="Misi", exact=True).is_visible()
    assert not page.locator(".contents summary").is_visible()


@on_phones
def test_on_a_phone_contacts_stand_on_the_first_two_screens(page: Page, address: str) -> None:
    for path in (PROFILE, "kota-contoh/dinas-lingkungan/"):
        page.goto(address + path)
        calls = page.locator(".contact a[href^='tel:']").first
        assert box(calls)["y"] < 1200, path


@pytest.mark.parametrize("page", [(360, "light"), (1280, "light")], indirect=True, ids=str)
def test_names_of_officials_begin_at_one_edge(page: Page, address: str) -> None:
    page.goto(f"{address}kota-contoh/pejabat/")
    found = boxes(page.locator("h1 + .people > li > div"))
    assert len(found) > 3
    assert len({round(each["x"]) for each in found}) == 1


@pytest.mark.parametrize("page", [(360, "light"), (1280, "light")], indirect=True, ids=str)
def test_titles_of_news_begin_at_one_edge_with_and_without_pictures(
    page: Page, address: str
) -> None:
    page.goto(f"{address}berita/")
    assert page.locator(".teasers img").count()
    found = boxes(page.locator(".teasers > li > div"))
    assert len({round(each["x"]) for each in found}) == 1


@pytest.mark.parametrize("page", [(360, "light"), (1280, "light")], indirect=True, ids=str)
def test_the_result_of_an_indicator_stands_below_its_name(page: Page, address: str) -> None:
    page.goto(address + GOALS)
    found = page.locator(".measures > li:has(div)")
    assert found.count() > 5
    for number in range(found.count()):
        row = found.nth(number)
        name, result = box(row.locator("a")), box(row.locator("div"))
        assert result["y"] >= name["y"] + name["height"] - 4
        assert round(result["x"]) == round(name["x"])
    assert box(page.locator(".spark").first)["height"] >= 30


@wide
def test_an_emergency_has_the_colours_of_its_notice(page: Page, address: str) -> None:
    page.goto(f"{address}kota-contoh/pengumuman/")
    notice, badge = page.locator(".notice-darurat"), page.locator(".status-darurat").first
    colours = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    assert badge.evaluate(colours) == notice.evaluate(colours)
    assert badge.evaluate(colours) != page.locator(".status-penting").first.evaluate(colours)
