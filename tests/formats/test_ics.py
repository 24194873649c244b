"""Calendars: sound by RFC 5545, the same wherever the site lies, safe with any text."""

import re
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from budgets import tries
from conftest import AGENCY, TODAY, Write
from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.events.listed import Listed
from pendopo.kinds.events.machines.ics import FOLDED, Calendar, folded, ics
from pendopo.kinds.events.record import EventBrief, EventRecord, Moment
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import faults
from pendopo.site.context import Context
from pendopo.site.planning import Site, plan
from places import site_of

URL = "https://uji.example/repo/"
KOTA = "agencies/kota-uji"
MEETING = "kota-contoh/agenda/2026-02-10-musyawarah/"
LINE = re.compile(r"[A-Z-]+(?:;VALUE=DATE)?:")


def files_of(site: Site, site_url: str = URL) -> dict[str, str]:
    """The text of every calendar by its address."""
    context = Context(site.context.directory, TODAY, KINDS, site_url)
    found = plan(context)[0].files
    return {each.address: each.text for each in found if each.address.endswith(".ics")}


def properties(text: str) -> list[tuple[str, str]]:
    """Names and values of a calendar, as a program reads them; each line must be sound."""
    assert text.endswith("\r\n")
    lines = text[:-2].split("\r\n")
    assert all(len(line.encode()) <= FOLDED for line in lines)
    assert not re.search(r"[\r\n\x00-\x08]", "".join(lines))
    whole = text[:-2].replace("\r\n ", "").split("\r\n")
    assert all(LINE.match(line) for line in whole)
    return [(name, value) for name, _, value in (line.partition(":") for line in whole)]


def events(text: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for name, value in properties(text):
        if (name, value) == ("BEGIN", "VEVENT"):
            found.append({})
        elif found:
            found[-1][name] = value
    return found


def plain(value: str) -> str:
    """A text as a program shows it."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value)


@pytest.mark.parametrize("site_url", [URL, ""])
def test_there_is_a_calendar_of_all_of_each_agency_and_of_each_event(
    miniature: Site, site_url: str
) -> None:
    found = files_of(miniature, site_url)
    assert len(found) == 6
    for address in ("agenda/agenda.ics", "kota-contoh/agenda/agenda.ics"):
        titles = [each["SUMMARY"] for each in events(found[address])]
        assert len(titles) == 4
        assert plain(titles[1]) == "Musyawarah perencanaan pembangunan, terbuka bagi warga"
    (alone,) = events(found[f"{MEETING}2026-02-10-musyawarah.ics"])
    assert alone["UID"] == addresses.urn(MEETING)
    assert ("URL" in alone) == bool(site_url)
    for text in found.values():
        said = [name for name, _ in properties(text)]
        assert said.count("BEGIN") == said.count("END")
        for each in events(text):
            assert {"UID", "DTSTAMP"} <= {*each}
            assert len([name for name in each if name.startswith("DTSTART")]) == 1


def test_times_are_in_utc_and_whole_days_end_the_day_after(miniature: Site) -> None:
    meeting, walk, week = events(files_of(miniature)["kota-contoh/agenda/agenda.ics"])[1:]
    assert (meeting["DTSTART"], meeting["DTEND"]) == ("20260210T010000Z", "20260210T043000Z")
    assert meeting["DTSTAMP"] == "20260125T000000Z"
    assert (meeting["STATUS"], meeting["SEQUENCE"]) == ("CONFIRMED", "1")
    assert walk["STATUS"] == "CANCELLED"
    assert walk["DTSTART"] == "20260213T220000Z"
    assert "DTEND" not in walk
    assert week["DTSTART;VALUE=DATE"] == "20260302"
    assert week["DTEND;VALUE=DATE"] == "20260307"


def test_names_stay_for_ever() -> None:
    name = addresses.urn("kota-uji/agenda/2026-02-10-a/")
    assert name == "urn:uuid:2e957500-7fc2-5b15-8ad7-d3a5862d13e2"


def test_a_name_depends_neither_on_the_host_nor_on_what_is_said(write: Write) -> None:
    path = f"{KOTA}/events/2026-02-10-a.yml"
    head = {f"{KOTA}/agency.yml": AGENCY}
    one, _ = site_of(write({**head, path: "title: A\nstart: {day: 2026-02-10}\n"}), TODAY)
    moved = "title: B\nstart: {day: 2026-02-20}\nmoved_from: {day: 2026-02-10}\n"
    (before,) = events(files_of(one)["agenda/agenda.ics"])
    two, problems = site_of(write({**head, path: moved}), TODAY)
    assert faults(problems) == []
    (after,) = events(files_of(two, "")["agenda/agenda.ics"])
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == ("0", "1")


def test_a_calendar_leaves_out_what_is_long_past(write: Write) -> None:
    days = ("2025-10-01", "2025-12-01", "2026-02-10")
    texts = {f"{KOTA}/events/{day}-a.yml": f"title: A\nstart: {{day: {day}}}\n" for day in days}
    site, _ = site_of(write({f"{KOTA}/agency.yml": AGENCY, **texts}), TODAY)
    found = events(files_of(site)["kota-uji/agenda/agenda.ics"])
    assert [each["DTSTART;VALUE=DATE"] for each in found] == ["20251201", "20260210"]


@tries(60)
@given(st.text(max_size=120))
@example("Rapat\r\nEND:VCALENDAR\r\nBEGIN:VEVENT")
@example("a;b,c\\n\\;d" * 12)
@example("é😀" * 60)
@example("\u2028\x85\x00\x7f")
def test_any_text_stays_within_its_property(text: str) -> None:
    record = EventRecord(title="A", start=Moment(day=TODAY))
    brief = EventBrief.of(record)._replace(title=f"A{text}", place=text, reason=text)
    agency = cast(Agency, SimpleNamespace(name=text, lasting=str))
    made = ics(Calendar(f"N{text}", "", (Listed(agency, "a", brief, "a/", "", over=False),)))
    found = properties(made)
    names = [name for name, _ in found]
    assert names.count("BEGIN") == names.count("END") == 2
    (one,) = events(made)
    seen = re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", " ", text.replace("\r\n", "\n"))
    assert plain(one["SUMMARY"]) == f"A{seen}"


@given(st.text(max_size=300))
@tries(60)
def test_a_folded_line_is_the_same_once_it_is_unfolded(line: str) -> None:
    line = re.sub(r"[\r\n]", "", line)
    assert folded(line).replace("\r\n ", "") == line
    assert all(len(part.encode()) <= FOLDED for part in folded(line).split("\r\n"))
