"""The search in a real browser: by keyboard, by touch, in parts, and without JavaScript."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag

import pytest
from mkdocs.commands.build import build
from playwright.sync_api import Browser, Locator, Page, Response, expect

from browsing import CONTRAST, SHIFTED, SHIFTS, served, settled
from conftest import AGENCY, EPOCH, MINIATURE, PORTAL, configuration, in_light
from kind_samples import PAGES, some_pages
from pendopo.build.search import index as indexing
from pendopo.build.search import shards as search


@pytest.fixture(scope="module")
def stems(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with words of one stem, and with hostile ones."""
    root = tmp_path_factory.mktemp("stems")
    files: dict[str, Any] = {
        "portal.yml": PORTAL,
        "agencies/kota-uji/agency.yml": AGENCY,
        "agencies/kota-uji/news/2026-01-01-a.yml": {"title": "Pendidikan untuk semua"},
        "agencies/kota-uji/news/2026-01-02-b.yml": {"title": "Mendidik anak"},
        "agencies/kota-uji/news/2026-01-03-c.yml": {
            "title": "Zamrud <b>tebal</b> & 'satu'",
            "summary": "a <img src=x> b",
        },
    }
    for path, content in files.items():
        (root / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        more = {"published": path.rpartition("/")[2][:10], "body": "Isi."}
        text = content if isinstance(content, str) else json.dumps({**content, **more})
        (root / "data" / path).write_text(text)
    build(configuration(root / "data", root / "site"))
    with served(root / "site") as address:
        yield address


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The miniature with a second city, its index parted; no more is loaded than is asked for."""
    root = tmp_path_factory.mktemp("parted")
    shutil.copytree(MINIATURE, root / "data")
    city = root / "data/agencies/kota-lain"
    (city / "news").mkdir(parents=True)
    (city / "agency.yml").write_text("type: kota\nname: Kota Lain\n")
    (city / "news/2026-01-05-pohon.yml").write_text(
        "title: Pohon di kota lain\npublished: 2026-01-05\nbody: Ditanam.\n"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        patch.setattr(search, "MOST", 30)
        patch.setattr(indexing, "_size", lambda files: 100_000)
        build(configuration(root / "data", root / "site/repo"))
    with served(root / "site") as address:
        yield f"{address}repo/"


def box(page: Page) -> Locator:
    """The field of the search in the head; on a phone its button shows it."""
    head = page.locator("header [role=search]")
    if not head.locator("input[name=q]").is_visible():
        head.get_by_role("button").click()
    return head.get_by_role("searchbox")


def searched(page: Page, query: str) -> str:
    """The status line after a query was typed."""
    box(page).fill(query)
    said = page.get_by_role("status").filter(has_text=f"“{query}”")
    said.wait_for()
    return said.inner_text()


def titles(page: Page) -> list[str]:
    """The results, by their titles."""
    return page.locator(".results h3").all_inner_texts()


def sizes(responses: list[Response]) -> int:
    """Bytes that were loaded, compressed as servers do it."""
    bodies = [response.body() for response in responses]
    return sum(min(len(body), len(gzip.compress(body))) for body in bodies)


@in_light
def test_a_search_loads_nothing_before_it_is_used_and_little_then(page: Page, address: str) -> None:
    loaded: list[Response] = []
    tabs = {kind: page.context.new_page() for kind in some_pages().keys() - {"search"}}
    page.context.on("response", lambda response: loaded.append(response))  # noqa: PLW0108
    for kind, tab in tabs.items():
        tab.goto(address + PAGES[kind])
    for kind, tab in tabs.items():
        tab.wait_for_load_state("networkidle")
        used = [each.url for each in loaded if "cari/" in each.url or "search-" in each.url]
        assert used == [], kind
        tab.close()
    assert len(loaded) > len(tabs)
    page.goto(address + PAGES["profile"])
    loaded.clear()
    box(page).focus()
    page.wait_for_load_state("networkidle")
    assert [each.url for each in loaded if "pagefind" in each.url] == []
    searched(page, "pohon")
    assert 90_000 < sizes(loaded) < 250_000
    own = [each for each in loaded if "/assets/search" in each.url]
    assert sizes(own) <= 5_000


@in_light
def test_results_come_while_somebody_types_and_escape_ends_them(page: Page, address: str) -> None:
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.goto(address + PAGES["profile"])
    field = box(page)
    field.press_sequentially("poho", delay=20)
    page.get_by_role("status").filter(has_text="“poho”").wait_for()
    region = page.get_by_role("region", name="Hasil pencarian")
    region.locator("mark", has_text="Pohon").first.wait_for()
    assert page.get_by_role("status").get_attribute("aria-live") in (None, "polite")
    assert "Pohon pertama ditanam di Jalan Percobaan" in titles(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    field.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Cari di seluruh portal"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == titles(page)[0]
    page.keyboard.press("Escape")
    expect(region).to_be_hidden()
    assert page.evaluate("document.activeElement.name") == "q"
    field.fill("pohon")
    region.wait_for()
    page.get_by_role("button", name="Tutup hasil").click()
    expect(region).to_be_hidden()
    assert errors == []


@in_light
def test_enter_leads_to_all_results_with_filters(page: Page, address: str) -> None:
    page.goto(address + PAGES["profile"])
    box(page).fill("pohon")
    box(page).press("Enter")
    # Before that, it may be the status of the page that is left.
    expect(page).to_have_url(f"{address}cari/#q=pohon&di=kota-contoh")
    page.get_by_role("status").filter(has_text="pohon").wait_for()
    assert box(page).input_value() == "pohon"
    page.get_by_text("Saring hasil").click()
    kind = page.get_by_label("Jenis halaman")
    kind.locator("option", has_text="Berita").wait_for(state="attached")
    kind.select_option(label="Berita (1)")
    page.get_by_role("status").filter(has_text=": 1").wait_for()
    assert titles(page) == ["Pohon pertama ditanam di Jalan Percobaan"]
    expect(page).to_have_url(f"{address}cari/#q=pohon&di=kota-contoh&jenis=Berita")
    page.reload()
    page.get_by_role("status").filter(has_text=": 1").wait_for()
    assert kind.input_value() == "Berita"
    page.get_by_label("Tahun").select_option("")
    page.get_by_label("Instansi", exact=True).select_option("")
    page.get_by_role("status").filter(has_not_text="Kota Contoh").wait_for()
    expect(page).to_have_url(f"{address}cari/#q=pohon&jenis=Berita")


@in_light
@pytest.mark.parametrize("query", ["", "#q=pohon", "?q=pohon", "#q=taktersedia"])
def test_nothing_moves_while_results_come(page: Page, address: str, query: str) -> None:
    page.add_init_script(SHIFTS)
    page.goto(f"{address}cari/{query}")
    page.locator("#hasil-pencarian details").wait_for()
    page.get_by_role("heading", name="Cara lain").wait_for()
    if query:
        page.get_by_role("status").filter(has_text=query.partition("=")[2]).wait_for()
    settled(page)
    assert page.evaluate(SHIFTED) == []


@in_light
def test_no_server_gets_to_see_what_is_looked_for(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    of_front = page.get_by_label("Apa yang Anda cari?")
    for path, word in (("instansi/", "rahasia"), ("", "rahasia lain")):
        page.goto(address + path)
        field = box(page) if path else of_front
        field.fill(word)
        field.press("Enter")
        expect(page).to_have_url(f"{address}cari/#q={word.replace(' ', '+')}")
        page.get_by_role("status").filter(has_text=word).wait_for()
    assert [url for url in asked if "rahasia" in urldefrag(url).url] == []


@in_light
def test_words_of_one_stem_find_each_other(page: Page, stems: str) -> None:
    page.goto(f"{stems}instansi/")
    for query in ("didik", "pendidikan", "mendidik"):
        searched(page, query)
        assert {"Pendidikan untuk semua", "Mendidik anak"} <= {*titles(page)}, query


@in_light
def test_an_agency_comes_first_and_the_whole_portal_is_one_touch_away(
    page: Page, address: str
) -> None:
    page.goto(address + "kota-contoh/dinas-lingkungan/")
    said = searched(page, "pohon")
    assert "di Dinas Lingkungan" in said
    within = titles(page)
    page.get_by_role("button", name="Cari di seluruh portal").click()
    page.get_by_role("status").filter(has_not_text="di Dinas Lingkungan").wait_for()
    assert page.evaluate("document.activeElement.role") == "status"
    assert titles(page) != within
    page.get_by_role("link", name="Semua hasil, dengan saringan").click()
    expect(page).to_have_url(f"{address}cari/#q=pohon")
    page.get_by_role("status").filter(has_text="pohon").wait_for()


@in_light
def test_parts_of_the_index_are_loaded_when_they_are_asked_for(page: Page, parted: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{parted}instansi/")
    searched(page, "kota lain")
    assert titles(page)[0] == "Kota Lain"
    assert {url.split("/indeks/")[1].split("/")[0] for url in loaded if "/indeks/" in url} == {
        *("daftar.json", "dasar", "nama"),
    }
    searched(page, "ditanam")
    assert titles(page) == []
    page.get_by_role("button", name="Cari juga di semua halaman").click()
    page.locator(".results h3").first.wait_for()
    found = titles(page)
    assert "Pohon di kota lain" in found
    assert "Pohon pertama ditanam di Jalan Percobaan" in found
    assert page.get_by_role("button", name="Cari juga di semua halaman").count() == 0
    loaded.clear()
    page.goto(f"{parted}kota-lain/")
    searched(page, "ditanam")
    assert titles(page) == ["Pohon di kota lain"]
    parts = {url.split("/indeks/")[1].split("/")[0] for url in loaded if "/indeks/" in url}
    assert "nama" not in parts
    assert len(parts) == 3


@in_light
def test_hostile_words_and_addresses_stay_text(page: Page, stems: str) -> None:
    page.goto(f"{stems}cari/?q=%3Cimg%20src=x%3E&di=%3Cb%3E&jenis=%22%3E")
    said = page.get_by_role("status").filter(has_text="Tidak ada hasil")
    said.wait_for()
    assert "“<img src=x>” di <b>" in said.inner_text()
    page.goto(f"{stems}cari/?q=Zamrud")
    expect(page.locator(".results h3")).to_have_text(["Zamrud <b>tebal</b> & 'satu'"])
    assert "a <img src=x> b" in page.locator(".results").inner_text()
    assert page.locator(".results b, .results img").count() == 0


@in_light
def test_a_search_that_cannot_be_loaded_says_so(page: Page, address: str) -> None:
    page.route("**/*.pf_meta", lambda route: route.abort())
    page.goto(f"{address}cari/?q=pohon")
    page.get_by_text("Pencarian tidak dapat dimuat").wait_for()
    page.route("**/daftar.json", lambda route: route.abort())
    page.goto(f"{address}cari/?q=pohon")
    page.get_by_text("Pencarian tidak dapat dimuat").wait_for()
    expect(page.get_by_role("link", name="Semua instansi").first).to_be_visible()


def test_without_javascript_the_search_says_where_to_look(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + PAGES["profile"])
        page.get_by_role("searchbox").fill("pohon")
        page.get_by_role("searchbox").press("Enter")
        expect(page).to_have_url(f"{address}cari/?q=pohon&di=kota-contoh")
        said = page.locator("noscript p").filter(has_text="Pencarian memerlukan JavaScript")
        expect(said).to_be_visible()
        for name in ("Semua instansi", "Semua berita", "Topik berita", "Dinas (2)"):
            page.locator("main").get_by_role("link", name=name, exact=True).click()
            expect(page).not_to_have_url(re.compile("/cari/"))
            expect(page.locator("h1")).to_have_count(1)
            page.go_back()


def test_results_are_legible_and_large_enough_to_touch(page: Page, address: str) -> None:
    page.goto(f"{address}cari/?q=pohon&jenis=Perencanaan")
    page.locator(".results h3").first.wait_for()
    assert page.evaluate(CONTRAST) == []
    small = page.evaluate(
        """() => [...document.querySelectorAll("header input[name=q], header button, .results a, "
            + ".filters summary, .filters select, .further button")]
          .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 24)
          .map(e => e.outerHTML)"""
    )
    assert small == []
    page.goto(address + PAGES["profile"])
    searched(page, "pohon")
    assert page.evaluate(CONTRAST) == []


@in_light
def test_the_field_says_what_it_searches(page: Page, address: str) -> None:
    for path, name in ((PAGES["profile"], "instansi ini"), ("instansi/", "seluruh portal")):
        page.goto(address + path)
        assert box(page).get_attribute("aria-label") == f"Cari di {name}"


@in_light
def test_the_front_has_one_search_and_no_error_of_a_script(page: Page, address: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("searchbox")).to_have_count(1)
    assert errors == []


def test_on_a_phone_without_javascript_the_button_leads_to_the_page_of_the_search(
    browser: Browser, address: str
) -> None:
    with browser.new_context(
        java_script_enabled=False, viewport={"width": 320, "height": 600}
    ) as context:
        page = context.new_page()
        page.goto(address + PAGES["profile"])
        page.get_by_role("button", name="Cari").click()
        expect(page).to_have_url(f"{address}cari/?q=&di=kota-contoh")
        expect(page.get_by_role("searchbox")).to_be_visible()


def test_the_search_of_the_front_needs_no_script_and_its_address_is_read_with_one(
    browser: Browser, address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address)
        page.get_by_label("Apa yang Anda cari?").fill("pohon")
        page.locator("main [role=search]").get_by_role("button").click()
        expect(page).to_have_url(f"{address}cari/?q=pohon")
        expect(page.get_by_role("link", name="Layanan").first).to_be_visible()
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}cari/?q=pohon")
        page.get_by_role("status").filter(has_text="“pohon”").wait_for()
        assert page.get_by_role("searchbox").input_value() == "pohon"
