"""Notices: what stands on every page for a time."""

from collections.abc import Iterable
from dataclasses import replace

from conftest import AGENCY, TODAY, Write
from markup import masthead, one, texts
from pendopo.government.agency import Agency
from pendopo.kinds.registry import KINDS
from pendopo.site.context import Context
from pendopo.site.kind import Registry
from pendopo.site.notices import Level, Notice, most_severe
from places import site_of


def test_the_most_severe_stand_first_and_no_more_than_three() -> None:
    levels: tuple[Level, ...] = ("info", "penting", "darurat", "info", "darurat")
    found = [Notice(each, f"{i}", "A", f"{i}/", "semua/") for i, each in enumerate(levels)]
    notices = most_severe(found)
    assert [each.text for each in notices.shown] == ["2", "4", "1"]
    assert (notices.more, notices.list) == (2, "semua/")
    assert most_severe(found[:3]).more == 0
    assert most_severe([]).shown == ()


def test_a_page_says_the_level_in_words_and_leads_to_the_record(write: Write) -> None:
    def notices(context: Context, agency: Agency | None) -> Iterable[Notice]:
        if agency:
            text = "Banjir <b> & longsor"
            yield Notice("darurat", text, "Kota Lain", "kota-uji/pengumuman/a/", "pengumuman/")

    kind = replace(next(iter(KINDS)), notices=notices)
    registry = Registry((kind, *[*KINDS][1:]))
    site, _ = site_of(write({"agencies/kota-uji/agency.yml": AGENCY}), TODAY, registry)
    head = masthead(site, "kota-uji/")
    section = one(head, "section")
    assert section.get("aria-label") == "Pemberitahuan"
    assert section.get("role") is None
    assert texts(section, ".//li") == ["Darurat: Banjir <b> & longsor · Kota Lain"]
    assert one(section, ".//a").get("href") == "../kota-uji/pengumuman/a/"
    assert masthead(site, "").findall("section") == []
