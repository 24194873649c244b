"""Whether an office is open at this moment, as its pages say in a browser with a clock of ours."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from mkdocs.commands.build import build
from playwright.sync_api import Browser

from browsing import served
from conftest import AGENCY, EPOCH, PORTAL, TODAY, Write, at_length, configuration
from markup import shown
from places import site_of

KOTA = "agencies/kota-uji/agency.yml"
ZONE = "time_zone: WITA\n"
OFFICE = (
    "hours:\n"
    "- {first_day: senin, last_day: jumat, opens: 08:00, closes: 12:00}\n"
    "- {first_day: senin, last_day: kamis, opens: 13:00, closes: 16:00}\n"
    "- {first_day: sabtu, opens: 20:00, closes: 02:00}\n"
    "other_hours:\n"
    "- {name: Ramadan, from: 2026-02-18, until: 2026-03-19, hours: "
    "[{first_day: senin, last_day: kamis, opens: 09:00, closes: 15:00}]}\n"
    "closed:\n- {day: 2026-02-17}\n- {day: 2026-02-19}\n- {day: 2026-03-20, until: 2026-03-29}\n"
)
ALWAYS = "hours: [{first_day: senin, last_day: minggu, opens: 00:00, closes: 24:00}]\n"
NEVER = f"{OFFICE}- {{day: 2026-03-30, until: 2027-03-29}}\n"
LATE = "hours: [{first_day: senin, opens: 20:00, closes: 24:00}]\n"
OFFICES = {"kantor": OFFICE, "selalu": ALWAYS, "lama": NEVER, "malam": LATE}


@pytest.fixture(scope="module", params=["id", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """The language of the site."""
    found: str = request.param
    return found


@pytest.fixture(scope="module")
def offices(language: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with an agency for each of `OFFICES`."""
    root = tmp_path_factory.mktemp("offices")
    texts = {
        f"agencies/{name}/agency.yml": AGENCY + ZONE + hours for name, hours in OFFICES.items()
    }
    for path, text in {"portal.yml": f"{PORTAL}language: {language}\n", **texts}.items():
        (root / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "data" / path).write_text(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        build(configuration(root / "data", root / "site"))
    with served(root / "site") as address:
        yield address


MOMENTS = [
    ("kantor", "2026-02-02 08:00", "Buka sekarang, sampai 12:00 WITA"),
    ("kantor", "2026-02-02 07:59", "Tutup sekarang, buka 08:00 WITA"),
    ("kantor", "2026-02-02 12:00", "Tutup sekarang, buka 13:00 WITA"),
    ("kantor", "2026-02-02 16:00", "Tutup sekarang, buka Selasa 08:00 WITA"),
    ("kantor", "2026-02-07 23:30", "Buka sekarang, sampai Minggu 02:00 WITA"),
    ("kantor", "2026-02-08 01:59", "Buka sekarang, sampai 02:00 WITA"),
    ("kantor", "2026-02-08 02:00", "Tutup sekarang, buka Senin 08:00 WITA"),
    ("kantor", "2026-02-17 10:00", "Tutup sekarang, buka Rabu 09:00 WITA"),
    ("kantor", "2026-02-18 08:30", "Tutup sekarang, buka 09:00 WITA"),
    ("kantor", "2026-02-19 10:00", "Tutup sekarang, buka Senin 09:00 WITA"),
    ("kantor", "2026-03-20 10:00", "Tutup sekarang, buka 30 Maret 08:00 WITA"),
    ("selalu", "2026-02-02 10:00", "Buka sekarang, 24 jam"),
    ("malam", "2026-02-02 21:00", "Buka sekarang, sampai 24:00 WITA"),
    ("lama", "2026-04-02 10:00", "Tutup sekarang"),
]
ENGLISH = {
    ("kantor", "2026-02-02 08:00"): "Open now, until 12:00 WITA",
    ("kantor", "2026-02-02 16:00"): "Closed now, opens Tuesday 08:00 WITA",
    ("selalu", "2026-02-02 10:00"): "Open now, day and night",
    ("lama", "2026-04-02 10:00"): "Closed now",
}


LINES = "e => Math.round(e.offsetHeight / parseFloat(getComputedStyle(e).lineHeight))"


@pytest.mark.parametrize(
    ("visitor", "width"),
    [("America/New_York", 1280), pytest.param("Asia/Jayapura", 360, marks=at_length)],
)
def test_what_is_said_follows_the_clock_of_the_office(
    browser: Browser, offices: str, language: str, visitor: str, width: int
) -> None:
    with browser.new_context(timezone_id=visitor) as context:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        for office, moment, indonesian in MOMENTS:
            expected = indonesian if language == "id" else ENGLISH.get((office, moment))
            if expected:
                page.clock.set_fixed_time(datetime.fromisoformat(f"{moment}+08:00"))
                page.goto(f"{offices}{office}/")
                said = page.locator(".open-now")
                assert said.is_visible()
                first, *more = expected.split(", ")
                lines = [f"{first}," if more else first, *more]
                assert (moment, said.inner_text().splitlines()) == (moment, lines)
                assert (moment, said.evaluate(LINES)) == (moment, 2)  # as much as is kept free
                assert said.evaluate("e => e.classList.contains('is-open')") == (
                    expected.startswith(("Buka", "Open"))
                )


def test_without_script_nothing_is_said(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}kota-contoh/")
        assert page.locator(".open-now").count() == 1
        assert not page.locator(".open-now").is_visible()


@pytest.mark.parametrize(
    ("more", "is_there"),
    [(ZONE + ALWAYS, True), (ALWAYS, False), (f"{ZONE}phones: [061-882123]\n", False)],
)
def test_the_script_is_there_where_hours_and_a_time_zone_are_known(
    write: Write, more: str, is_there: bool
) -> None:
    site, _ = site_of(write({KOTA: AGENCY + more}), TODAY)
    for address in ("kota-uji/", "kota-uji/kontak/"):
        tree = shown(site, address)
        scripts = [each.get("src") or "" for each in tree.iter("script")]
        assert any(each.endswith("open-now.js") for each in scripts) == is_there
        assert bool(tree.findall(".//p[@class='open-now']")) == is_there


def test_periods_are_told_however_far_ahead_but_not_when_over(write: Write) -> None:
    said = {}
    for today in (date(2026, 2, 2), date(2026, 2, 18), date(2026, 2, 19)):
        site, _ = site_of(write({KOTA: AGENCY + ZONE + OFFICE}), today)
        (element,) = shown(site, "kota-uji/").findall(".//p[@class='open-now']")
        said[today.day] = '["2026-02-17","2026-02-17"]' in (element.get("data-hours") or "")
        assert '["2026-03-20","2026-03-29"]' in (element.get("data-hours") or "")
    assert said == {2: True, 18: True, 19: False}
