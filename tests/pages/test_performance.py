"""How all agencies keep their promises."""

from datetime import date

from conftest import AGENCY, MINIATURE, Write
from markup import shown, text, texts
from pendopo.site.planning import Site
from places import site_of
from plan_texts import KOTA

PAGE = "kinerja/"


def numbers(site: Site) -> dict[str, tuple[int, list[str]]]:
    """Each number with the agencies of the list that it leads to."""
    found: dict[str, tuple[int, list[str]]] = {}
    for item in shown(site, PAGE).findall("ul[@class='numbers']/li"):
        link = item.find("a")
        assert link is not None
        address = link.get("href", "").removeprefix("../")
        listed = texts(shown(site, address), "ul/li/a[1]")
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
    (said,) = texts(shown(miniature, "kinerja/tertinggal/"), "ul/li")
    assert said == (
        "Dinas Lingkungan · Rencana 2025–2029, Dinas Lingkungan "
        "3 dari 8 indikator tercapai atau sesuai rencana, 7 dilaporkan"
    )


def test_years_later_no_plan_is_in_force() -> None:
    site, _ = site_of(MINIATURE, date(2046, 1, 1))
    found = numbers(site)
    assert found["rencana-berlaku"][0] == 0
    assert found["tanpa-rencana"][0] == 4
    assert "Tidak ada." in texts(shown(site, "kinerja/rencana-berlaku/"), "ul/li")


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
