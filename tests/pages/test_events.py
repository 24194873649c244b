"""Events: the agenda, the archive of past ones, and each event's own page."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from conftest import AGENCY, TODAY, Write, codes, warnings
from markup import shown, skipped_levels, text, texts
from pendopo.build.plan import plan_folder
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import faults
from pendopo.site.planning import Site
from places import built, contents, place, site_of

KOTA, DESA = "agencies/kota-uji", "agencies/kota-uji/desa-a"
HEADS = {f"{KOTA}/agency.yml": AGENCY, f"{DESA}/agency.yml": "type: desa\nname: Desa A\n"}
ROOT = "kota-contoh/agenda/"


def event(title: str = "Rapat", day: str = "2026-02-10", more: str = "") -> str:
    return f"title: {title}\nstart: {{day: {day}, time: 09:00}}\n{more}"


def site(write: Write, files: Mapping[str, str], today: date = TODAY) -> Site:
    found, problems = site_of(write({**HEADS, **files}), today)
    assert faults(problems) == []
    return found


def test_the_agenda_has_what_is_to_come_by_month_and_leads_to_what_is_past(
    miniature: Site,
) -> None:
    for address in (ROOT, "agenda/"):
        tree = shown(miniature, address)
        heads = texts(tree, ".//h2")
        assert heads == ["Februari 2026", "Maret 2026", "Acara yang sudah lewat"]
        assert len(texts(tree, ".//ul[@class='teasers']/li")) == 3
        (year,) = tree.findall(".//ul[@class='chips']//a")
        assert text(year) == "2025 (1)"
        past = shown(miniature, f"{address}2025/")
        assert texts(past, ".//h3") == ["Pameran foto lama"]
        assert skipped_levels(tree) == skipped_levels(past) == []


def test_a_page_says_when_and_where(miniature: Site) -> None:
    tree = shown(miniature, f"{ROOT}2026-02-10-musyawarah/")
    facts = dict(zip(texts(tree, ".//dt"), texts(tree, ".//dd"), strict=True))
    assert facts == {
        "Waktu": "Selasa, 10 Februari 2026, 09:00–12:30 WITA",
        "Tempat": "Balai Kota Contoh, Jalan Percobaan 1, Contoh",
        "Daring": "Ikuti secara daring",
        "Penyelenggara": "Badan Perencanaan Kota Contoh",
        "Peserta": "CamatLurahWakil warga",
        "Untuk": "Terbuka bagi warga; daftar di loket.",
    }
    (moved,) = texts(tree, ".//p[@class='warning']")
    assert moved == "Acara ini dipindahkan. Semula dimulai pada Selasa, 3 Februari 2026."
    cancelled = shown(miniature, f"{ROOT}2026-02-14-jalan-sehat/")
    assert texts(cancelled, ".//p[@class='warning written']") == [
        "Acara ini dibatalkan. Lapangan tergenang."
    ]
    days = shown(miniature, f"{ROOT}2026-03-02-pekan-arsip/")
    assert texts(days, ".//dd")[0] == "Senin, 2 Maret 2026 – Jumat, 6 Maret 2026"


@pytest.mark.parametrize(("today", "over"), [(9, False), (11, False), (12, True)])
def test_an_event_is_past_after_its_last_day(write: Write, today: int, over: bool) -> None:
    more = "end: {day: 2026-02-11, time: 10:00}\n"
    files = {f"{KOTA}/events/2026-02-10-a.yml": event(more=more)}
    found = site(write, files, date(2026, 2, today))
    for address in ("kota-uji/", ""):
        assert bool(shown(found, address).findall(".//h2[@id='agenda']")) != over
    for address in ("kota-uji/agenda/", "agenda/"):
        assert ("Rapat" in text(shown(found, address))) != over
        assert (f"{address}2026/" in found.by_address) == over
    page = shown(found, "kota-uji/agenda/2026-02-10-a/")
    assert texts(page, ".//p[@class='warning']") == (["Acara ini sudah lewat."] if over else [])


def test_the_day_is_that_of_the_agency(write: Write) -> None:
    head = f"{AGENCY}time_zone: WIT\n"
    files = {**HEADS, f"{KOTA}/agency.yml": head, f"{KOTA}/events/2026-02-10-a.yml": event()}
    days = {"WIB": date(2026, 2, 10), "WIT": date(2026, 2, 11)}
    found, _ = plan_folder(write(files), days["WIB"], KINDS, 1, days=days)
    assert "kota-uji/agenda/2026/" in found.by_address


def test_first_pages_show_the_next_three(write: Write) -> None:
    files = {
        f"{KOTA}/events/2026-02-0{day}-a.yml": event(f"Rapat {day}", f"2026-02-0{day}")
        for day in (8, 5, 7, 6)
    }
    found = site(write, files)
    for address in ("kota-uji/", ""):
        heads = texts(shown(found, address), ".//ul[@class='teasers']//h3")
        assert heads == ["Rapat 5", "Rapat 6", "Rapat 7"]


def test_long_lists_have_several_pages(write: Write) -> None:
    files = {
        f"{KOTA}/events/{day}-a{number}.yml": event(f"Rapat {number}", day)
        for number in range(51)
        for day in ("2026-02-10", "2025-02-10")
    }
    found = site(write, files)
    for place_ in ("kota-uji/agenda/", "agenda/", "kota-uji/agenda/2025/", "agenda/2025/"):
        pages = (place_, f"{place_}halaman/2/")
        heads = [texts(shown(found, each), ".//ul[@class='teasers']//h3") for each in pages]
        assert [len(each) for each in heads] == [50, 1]
        assert len({*heads[0], *heads[1]}) == 51
    assert [link.address for link in found.by_address["agenda/2025/halaman/2/"].trail] == [
        *("agenda/", "agenda/2025/")
    ]


def test_programs_are_told_of_its_times_and_its_state(miniature: Site) -> None:
    def linked(name: str) -> dict[str, object]:
        (found,) = miniature.by_address[f"{ROOT}{name}/"].linked(str)
        return found

    meeting = linked("2026-02-10-musyawarah")
    assert meeting["startDate"] == "2026-02-10T09:00:00+08:00"
    assert meeting["endDate"] == "2026-02-10T12:30:00+08:00"
    assert meeting["previousStartDate"] == "2026-02-03T09:00:00+08:00"
    assert meeting["eventStatus"] == "https://schema.org/EventRescheduled"
    assert meeting["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert linked("2026-02-14-jalan-sehat")["eventStatus"] == "https://schema.org/EventCancelled"
    week = linked("2026-03-02-pekan-arsip")
    assert (week["startDate"], week["endDate"]) == ("2026-03-02", "2026-03-06")
    assert "eventAttendanceMode" not in week


def test_the_agenda_is_evidence_of_the_day_of_its_latest_event(write: Write) -> None:
    for last, day in (("2026-01-05", "2026-01-05"), ("2026-03-05", "2026-02-01")):
        found = site(write, {f"{KOTA}/events/{last}-a.yml": event(day=last)})
        city = found.context.directory.agencies["kota-uji"]
        (item,) = KINDS.evidence(found.context, city)
        assert item == ("agenda", "Agenda", "kota-uji/agenda/", day)


def test_what_other_files_decide_is_checked(write: Write) -> None:
    path = f"{KOTA}/events/2026-02-11-a.yml"
    folder = write({**HEADS, path: event(more="topics: [Awan]\n")})
    assert codes(folder) == [f"{path}:1:1 event-name-day", f"{path}:3:10 topic-none"]
    (folder / path).write_text(event(more="moved_from: {day: 2026-02-11}\n"))
    assert codes(folder) == []
    (folder / path).rename(folder / f"{KOTA}/events/a.yml")
    assert codes(folder) == [f"{KOTA}/events/a.yml:1:1 file-event-name"]


def test_a_missing_time_is_only_warned_of(write: Write) -> None:
    path = f"{KOTA}/events/2026-02-10-a.yml"
    folder = write({**HEADS, path: "title: A\nstart: {day: 2026-02-10}\n"})
    assert codes(folder) == []
    assert warnings(folder) == [f"{path}:2:8 event-time"]


def test_after_an_event_is_past_the_site_is_as_if_made_anew(write: Write, tmp_path: Path) -> None:
    data = write({**HEADS, f"{DESA}/events/2026-02-10-a.yml": event()})
    where, fresh = place(tmp_path), place(tmp_path / "fresh")
    (tmp_path / "fresh").mkdir()
    later = date(2026, 2, 11)
    for today in (TODAY, later):
        assert not isinstance(built(data, where, today), list)
    assert not isinstance(built(data, fresh, later), list)
    assert contents(where.published) == contents(fresh.published)
