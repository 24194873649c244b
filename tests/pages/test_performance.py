"""How all agencies keep their promises."""

import gzip
from datetime import date

from conftest import AGENCY, MINIATURE, Write
from markup import renderer_of, shown, text, texts
from pendopo.site.planning import Site
from pendopo.site.sublists import LONGEST
from places import site_of
from plan_texts import KOTA

PAGE = "kinerja/"
SVG = "{http://www.w3.org/2000/svg}"
LIST = "ul[@class='headlines standings']/li"


def numbers(site: Site) -> dict[str, tuple[int, list[str]]]:
    """Each number with the agencies of the list that it leads to."""
    found: dict[str, tuple[int, list[str]]] = {}
    for item in shown(site, PAGE).findall("ul[@class='numbers']/li"):
        link = item.find("a")
        assert link is not None
        address = link.get("href", "").removeprefix("../")
        listed = texts(shown(site, address), f"{LIST}/div/a[1]")
        found[address.split("/")[1]] = (int(text(item.find("strong"))), listed)
    return found


def test_behind_every_number_is_its_list(miniature: Site) -> None:
    found = numbers(miniature)
    assert {name: count for name, (count, _) in found.items()} == {
        "rencana-berlaku": 4,
        "tanpa-rencana": 0,
        "punya-indikator": 2,
        "melaporkan-realisasi": 1,
        "sesuai-rencana": 0,
        "tertinggal": 1,
    }
    for count, listed in found.values():
        assert len(listed) == count
    assert found["tertinggal"][1] == ["Dinas Lingkungan"]


def test_the_order_is_that_of_the_government(miniature: Site) -> None:
    _, listed = numbers(miniature)["rencana-berlaku"]
    ids = [each.name for each in miniature.context.living.agencies.values()]
    assert listed == ids


def test_a_list_says_how_many_indicators_are_good(miniature: Site) -> None:
    (said,) = texts(shown(miniature, "kinerja/tertinggal/"), LIST)
    assert said == (
        "Dinas Lingkungan · Rencana 2025–2029, Dinas Lingkungan "
        "3 dari 8 indikator tercapai atau sesuai rencana, 7 dilaporkan"
    )


def test_each_agency_of_a_list_has_its_bar_and_the_page_says_once_what_bars_mean(
    miniature: Site,
) -> None:
    tree = shown(miniature, "kinerja/rencana-berlaku/")
    rows = tree.findall(LIST)
    drawn = [each.findall(f"{SVG}svg/{SVG}rect") for each in rows]
    assert [len(each) for each in drawn] == [1, 0, 5, 0]
    assert {each.get("class") for each in drawn[0]} == {"bar-not-yet-due"}
    assert sum(int(each.get("width", "")) for each in drawn[2]) == 200
    states = [text(each) for each in tree.findall("ul[@class='legend']/li")]
    assert states == [
        *("Tercapai", "Sesuai rencana", "Tertinggal", "Memburuk", "Belum dilaporkan"),
        "Belum jatuh tempo",
    ]
    patterns = [each.get("id") for each in tree.iter(f"{SVG}pattern")]
    assert patterns == ["pola-sesuai", "pola-memburuk"]


def test_a_bar_beside_a_number_of_agencies_shows_its_part_of_all(miniature: Site) -> None:
    rows = shown(miniature, PAGE).findall("ul[@class='numbers']/li")
    parts = [each.find(f"{SVG}svg/{SVG}rect[@class='part']") for each in rows]
    widths = [int(each.get("width", "")) if each is not None else 0 for each in parts]
    assert widths == [200, 0, 100, 50, 0, 50]
    # Where there is none an empty bar would look like a field to fill in.
    drawn = [each.find(f"{SVG}svg") for each in rows]
    assert [each is not None for each in drawn] == [bool(each) for each in widths]
    assert {each.get("aria-hidden") for each in drawn if each is not None} == {"true"}


def test_a_long_list_stays_light(write: Write) -> None:
    row = "indicators: [{name: a, unit: b, polarity: higher, targets: {2025: 2, 2026: 3}%s}]"
    plan = "type: Renstra\ntitle: a\nperiod: {start: 2025, end: 2029}\ngoals: {statements: [%s]}\n"
    goals = ", ".join(
        f"{{statement: c, {row % each}}}"
        for each in ("", ", actuals: {2025: 1}", ", actuals: {2025: 2}", ", actuals: {2025: 4}")
    )
    files = {f"{KOTA}/agency.yml": AGENCY}
    for number in range(100):
        files[f"{KOTA}/d-{number}/agency.yml"] = f"type: desa\nname: Desa {number}\n"
        files[f"{KOTA}/d-{number}/plans/p.yml"] = plan % goals
    site, _ = site_of(write(files), date(2026, 2, 1))
    page = renderer_of(site).page(site.by_address["kinerja/rencana-berlaku/"]).html
    assert page.count("<rect") > 400
    assert (
        len(gzip.compress(page.encode())) < 30 * 1024 * 100 / LONGEST / 2
    )  # of what a page may weigh


def test_years_later_no_plan_is_in_force() -> None:
    site, _ = site_of(MINIATURE, date(2046, 1, 1))
    found = numbers(site)
    assert found["rencana-berlaku"][0] == 0
    assert found["tanpa-rencana"][0] == 4
    assert "Tidak ada." in texts(shown(site, "kinerja/rencana-berlaku/"), LIST)


def test_an_agency_is_on_course_if_it_reports_and_nothing_is_behind(write: Write) -> None:
    head = "type: Renstra\ntitle: a\nperiod: {start: 2025, end: 2029}\n"
    row = "name: a, unit: b, polarity: higher, targets: {2025: 1, 2026: 2}, actuals: {2025: ACTUAL}"
    goals = f"goals: {{statements: [{{statement: c, indicators: [{{{row}}}]}}]}}\n"
    files = {f"{KOTA}/agency.yml": AGENCY}
    for actual in ("0", "1", "2"):
        files[f"{KOTA}/dinas-{actual}/agency.yml"] = f"type: dinas\nname: Dinas {actual}\n"
        files[f"{KOTA}/dinas-{actual}/plans/p.yml"] = head + goals.replace("ACTUAL", actual)
    site, _ = site_of(write(files), date(2026, 2, 1))
    found = numbers(site)
    assert found["sesuai-rencana"][1] == ["Dinas 1", "Dinas 2"]
    assert found["tertinggal"][1] == ["Dinas 0"]
    assert found["tanpa-rencana"][1] == ["Kota Uji"]


def test_without_plans_there_is_no_such_page(write: Write) -> None:
    site, _ = site_of(write({f"{KOTA}/agency.yml": AGENCY}), date(2026, 2, 1))
    assert [each for each in site.by_address if each.startswith(PAGE)] == []
