"""Pages hold their shape where there is much and where there is little, as real offices have it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from playwright.sync_api import Page

from browsing import served
from budgets import thorough
from conftest import PORTAL, at_length, configuration

NAME = "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Kota"
"""Some 90 letters, as long names of agencies are."""
MANY, FEW = "kota/panjang", "kota/pendek"
SERVICE = (
    "title: Surat keterangan nomor {number}\nsummary: Surat bagi warga.\nrequirements: [KTP]\n"
    "procedure: [Petugas memeriksa berkas.]\ntime: {{amount: 3, unit: hari kerja}}\n"
    "fee: gratis\nproduct: Surat\n"
)
ARTICLE = "title: Musyawarah warga nomor {number}\npublished: {day}\nbody: Warga bermusyawarah.\n"

CUT = """() => [...document.querySelectorAll("main *, header *")].filter(e => {
  const style = getComputedStyle(e);
  return e.textContent.trim() && style.overflowX === "hidden" && e.offsetWidth > 1
    && e.scrollWidth > e.clientWidth + 1;
}).map(e => `${e.tagName} ${e.className}`)"""
"""What is cut off, but for what is one pixel wide because it is only read aloud."""
LONELY = """() => [...document.querySelectorAll("main :is(h1, h2, h3)")]
  .filter(e => getComputedStyle(e).textWrapStyle !== "balance")
  .map(e => e.textContent)"""
"""Headings that may end in a lonely word."""


def plan(missions: int, indicators: int) -> str:
    """A plan of so many missions, and of one goal with so many indicators."""
    statements = "".join(
        f"    - statement: Meningkatkan mutu layanan bidang {number}\n"
        for number in range(missions)
    )
    measured = "".join(
        f"        - name: Indeks layanan bidang {number}\n          unit: indeks\n"
        "          polarity: higher\n          targets: [70, 75, 80, 85, 90]\n"
        f"          actuals: [{60 + number}]\n"
        for number in range(indicators)
    )
    return (
        "type: Renstra\ntitle: Renstra 2025–2029\nperiod: {start: 2025, end: 2029}\n"
        "vision: {statement: Layanan yang mudah bagi semua warga}\n"
        f"missions:\n  statements:\n{statements}"
        "goals:\n  statements:\n    - statement: Meningkatnya mutu layanan\n"
        f"      indicators:\n{measured}"
    )


def government() -> dict[str, str]:
    """A city with an agency that has much of everything, and one that has hardly anything."""
    services, articles = (200, 900) if thorough() else (45, 45)
    days = [date(2025, 12, 31) - timedelta(number % 365) for number in range(articles)]
    return {
        "portal.yml": PORTAL,
        "agencies/kota/agency.yml": "type: kota\nname: Kota Uji\n",
        f"agencies/{MANY}/agency.yml": f"type: dinas\nname: {NAME}\n",
        f"agencies/{MANY}/plans/2025-2029.yml": plan(12, 20),
        f"agencies/{FEW}/agency.yml": "type: dinas\nname: Dinas B\n",
        f"agencies/{FEW}/plans/2025-2029.yml": plan(1, 1),
        f"agencies/{FEW}/services/surat.yml": SERVICE.format(number=1),
        **{
            f"agencies/{MANY}/services/surat-{number}.yml": SERVICE.format(number=number)
            for number in range(services)
        },
        **{
            f"agencies/{MANY}/news/{day}-kabar-{number}.yml": ARTICLE.format(number=number, day=day)
            for number, day in enumerate(days)
        },
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """Where the government is served, and the addresses of its pages that are worth a look."""
    root = tmp_path_factory.mktemp("long")
    for path, content in government().items():
        target = root / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    build(configuration(root / "data", root / "site"))
    with served(root / "site") as address:
        yield address, [*pages(root / "site")]


def pages(folder: Path) -> Iterator[str]:
    """The portal's lists, and of both agencies each page but single services and articles."""
    yield from ("", "instansi/", "berita/", "layanan/", "kinerja/")
    for agency in (MANY, FEW):
        for path in sorted((folder / agency).rglob("index.html")):
            parts = path.relative_to(folder / agency).parts[:-1]
            single = {"berita", "layanan"} & {*parts} and len(parts) > 1
            if not single and 'http-equiv="refresh"' not in path.read_text("utf-8"):
                yield "/".join([agency, *parts, ""])


@pytest.mark.parametrize(
    "page",
    [
        (360, "light"),
        *(pytest.param(each, marks=at_length) for each in ((320, "dark"), (1280, "light"))),
    ],
    indirect=True,
    ids=str,
)
def test_pages_hold_their_shape_with_much_and_with_little(
    page: Page, site: tuple[str, list[str]]
) -> None:
    address, paths = site
    assert len(paths) > 15
    for path in paths:
        page.goto(address + path)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= page.viewport_size["width"], path  # type: ignore[index]
        assert page.evaluate(CUT) == [], path
        assert page.evaluate(LONELY) == [], path


@pytest.mark.parametrize("page", [(320, "dark")], indirect=True, ids=str)
def test_cards_share_a_row_on_wide_screens_and_none_is_empty(
    page: Page, site: tuple[str, list[str]]
) -> None:
    address, _ = site
    page.set_viewport_size({"width": 1280, "height": 800})
    for path, count in ((MANY, 6), (FEW, 1)):
        page.goto(f"{address}{path}/")
        tiles = page.locator(".tiles > li")
        assert tiles.count() == count
        boxes = [tiles.nth(number).bounding_box() for number in range(count)]
        tops = {round(each["y"]) for each in boxes if each}
        assert len(tops) < count or count == 1
        assert all(tiles.nth(number).inner_text().strip() for number in range(count))


@pytest.mark.parametrize("page", [(360, "light")], indirect=True, ids=str)
def test_on_a_phone_a_long_name_leaves_room_for_the_page(
    page: Page, site: tuple[str, list[str]]
) -> None:
    address, _ = site
    page.goto(f"{address}{MANY}/visi-misi/2025-2029/")
    box = page.locator(".masthead").bounding_box()
    assert box
    assert box["height"] <= 120
