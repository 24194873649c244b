"""Announcements: pages, lists and feeds, and their notices on every page."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from conftest import AGENCY, PORTAL, TODAY, Write, codes, warnings
from markup import masthead, one, renderer_of, shown, skipped_levels, text, texts
from pendopo.build.plan import plan_folder
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import faults
from pendopo.site.planning import Site
from places import built, contents, place, site_of

KOTA, DESA = "agencies/kota-uji", "agencies/kota-uji/desa-a"
OTHER = "agencies/kota-lain"
HEADS = {
    f"{KOTA}/agency.yml": AGENCY,
    f"{DESA}/agency.yml": "type: desa\nname: Desa A\n",
    f"{OTHER}/agency.yml": "type: kota\nname: Kota Lain\n",
}
ROOT = "kota-contoh/pengumuman/"
ATOM = "{http://www.w3.org/2005/Atom}"


def announcement(title: str = "Air mati", day: str = "2026-01-15", more: str = "") -> str:
    return f"title: {title}\npublished: {day}\nbody: Isi **tebal**.\n{more}"


def banner(level: str = "penting", until: str = "2026-02-03", words: str = "Air mati.") -> str:
    return f"banner: {{level: {level}, text: {words}, until: {until}}}\n"


def site(write: Write, files: Mapping[str, str], today: date = TODAY) -> Site:
    found, problems = site_of(write({**HEADS, **files}), today)
    assert faults(problems) == []
    return found


def notices(site: Site, address: str) -> list[str]:
    return texts(masthead(site, address), ".//section//li")


def test_the_list_has_what_counts_before_what_ended(miniature: Site) -> None:
    tree = shown(miniature, ROOT)
    assert texts(tree, ".//h2") == [
        "Sungai Contoh meluap di kawasan hilir",
        *("Jalan Percobaan ditutup", "Pengumuman yang sudah berakhir"),
    ]
    (ended,) = texts(tree, ".//ul[@class='headlines']/li")
    assert ended == "Loket tutup pada hari libur berakhir pada Jumat, 9 Januari 2026"
    (river,) = texts(tree, ".//ul[@class='teasers']/li[1]//p[@class='meta']")
    assert river == "Darurat Sabtu, 31 Januari 2026 · berlaku sampai Selasa, 10 Februari 2026"
    assert [each.address for each in miniature.by_address[ROOT].alternates] == [f"{ROOT}atom.xml"]
    of_all = shown(miniature, "pengumuman/")
    assert "Kota Contoh" in text(one(of_all, ".//ul[@class='headlines']/li"))


def test_a_page_of_an_emergency_says_all_its_parts(miniature: Site) -> None:
    tree = shown(miniature, f"{ROOT}2026-01-31-sungai-meluap/")
    assert texts(tree, ".//h2") == [
        *("Bahaya yang dapat terjadi", "Pihak yang terdampak"),
        *("Tempat dan cara menyelamatkan diri", "Cara menghindari bahaya"),
        *("Cara mendapat bantuan", "Pihak yang mengumumkan", "Cara diumumkan"),
        *("Yang sedang dilakukan", "Dokumen untuk diunduh"),
    ]
    assert skipped_levels(tree) == []
    assert text(one(tree, ".//p[@class='meta']")) == (
        "Bencana alam Sabtu, 31 Januari 2026, 06:30 WITA · berlaku sampai Selasa, "
        "10 Februari 2026 · Diperbarui: Minggu, 1 Februari 2026"
    )


def test_an_ended_announcement_says_so(miniature: Site) -> None:
    tree = shown(miniature, f"{ROOT}2026-01-05-loket-tutup/")
    assert "berakhir pada 9 Januari 2026" in text(one(tree, ".//p[@class='warning']"))
    river = shown(miniature, f"{ROOT}2026-01-31-sungai-meluap/")
    assert river.findall(".//p[@class='warning']") == []


@pytest.mark.parametrize(("today", "ended"), [(2, False), (3, False), (4, True)])
def test_an_announcement_ends_after_its_last_day(write: Write, today: int, ended: bool) -> None:
    files = {f"{KOTA}/announcements/2026-01-15-a.yml": announcement(more="ends: 2026-02-03\n")}
    found = site(write, files, date(2026, 2, today))
    assert bool(shown(found, "kota-uji/pengumuman/").findall(".//h2[@id='berakhir']")) == ended
    front = shown(found, "kota-uji/")
    assert bool(front.findall(".//h2[@id='pengumuman']")) != ended
    assert bool(shown(found, "").findall(".//h2[@id='pengumuman']")) != ended


def test_the_day_is_that_of_the_agency(write: Write) -> None:
    head = f"{AGENCY}time_zone: WIT\n"
    more = f"ends: 2026-02-03\n{banner()}"
    files = {
        **HEADS,
        f"{KOTA}/agency.yml": head,
        f"{KOTA}/announcements/2026-01-15-a.yml": announcement(more=more),
    }
    days = {"WIB": date(2026, 2, 3), "WIT": date(2026, 2, 4)}
    found, _ = plan_folder(write(files), days["WIB"], KINDS, 1, days=days)
    assert notices(found, "kota-uji/desa-a/") == []
    assert shown(found, "kota-uji/pengumuman/").findall(".//h2[@id='berakhir']")


def test_first_pages_show_the_newest_three_that_count(write: Write) -> None:
    files = {
        f"{KOTA}/announcements/2026-01-{day}-a.yml": announcement(f"Kabar {day}", f"2026-01-{day}")
        for day in range(11, 16)
    }
    found = site(write, files)
    for address in ("kota-uji/", ""):
        heads = texts(shown(found, address), ".//ul[@class='teasers']//h3")
        assert heads == ["Kabar 15", "Kabar 14", "Kabar 13"]
    assert "Pengumuman" not in text(shown(found, "kota-lain/"))


def test_a_long_list_has_several_pages(write: Write) -> None:
    files = {
        f"{KOTA}/announcements/2026-01-15-a{number}.yml": announcement(f"Kabar {number}")
        for number in range(101)
    }
    found = site(write, files)
    for place_ in ("kota-uji/pengumuman/", "pengumuman/"):
        pages = [place_, f"{place_}halaman/2/", f"{place_}halaman/3/"]
        heads = [texts(shown(found, each), ".//ul[@class='teasers']//h2") for each in pages]
        assert [len(each) for each in heads] == [50, 50, 1]
        assert len({each for some in heads for each in some}) == 101
        links = one(shown(found, pages[1]), ".//nav[@class='neighbours']").findall("a")
        assert [each.get("rel") for each in links] == ["prev", "next"]
        assert [found.by_address[each].menu != "" for each in pages] == [True, False, False]


def test_notices_stand_on_the_pages_of_the_agency_and_of_all_below(write: Write) -> None:
    files = {
        f"{KOTA}/announcements/2026-01-15-a.yml": announcement(more=banner()),
        f"{DESA}/announcements/2026-01-15-b.yml": announcement(more=banner("info", words="Balai.")),
        f"{DESA}/news/2026-01-15-a.yml": announcement(),
    }
    found = site(write, files)
    assert notices(found, "kota-uji/") == ["Penting: Air mati."]
    for address in ("kota-uji/desa-a/", "kota-uji/desa-a/berita/2026-01-15-a/"):
        assert notices(found, address) == ["Penting: Air mati. · Kota Uji", "Informasi: Balai."]
    for address in ("", "kota-lain/", "pengumuman/"):
        assert notices(found, address) == []


def test_emergencies_of_agencies_at_the_top_stand_on_the_portal_s_pages(write: Write) -> None:
    files = {
        f"{KOTA}/announcements/2026-01-15-a.yml": announcement(more=banner("darurat")),
        f"{DESA}/announcements/2026-01-15-a.yml": announcement(more=banner("darurat")),
        f"{OTHER}/announcements/2026-01-15-a.yml": announcement(more=banner("penting")),
    }
    found = site(write, files)
    for address in ("", "cari/", "pengumuman/"):
        assert notices(found, address) == ["Darurat: Air mati. · Kota Uji"]
    assert notices(found, "kota-lain/") == ["Penting: Air mati."]
    shell = renderer_of(found).not_found_shell("/")
    assert "Darurat" in shell.masthead


def test_of_many_notices_three_stand_there_with_a_way_to_all(write: Write) -> None:
    levels = ("info", "penting", "info", "darurat", "info")
    files = {
        f"{KOTA}/announcements/2026-01-1{number}-a.yml": announcement(
            day=f"2026-01-1{number}", more=banner(level, words=f"T {number}")
        )
        for number, level in enumerate(levels)
    }
    found = site(write, files)
    assert notices(found, "kota-uji/desa-a/") == [
        *("Darurat: T 3 · Kota Uji", "Penting: T 1 · Kota Uji", "Informasi: T 4 · Kota Uji")
    ]
    (link,) = masthead(found, "kota-uji/desa-a/").findall(".//section/p/a")
    assert link.get("href") == "../../pengumuman/"
    assert text(link) == "Semua pengumuman (2 pemberitahuan lagi)"


def test_after_a_notice_is_written_ends_or_is_removed_the_site_is_as_if_made_anew(
    write: Write, tmp_path: Path
) -> None:
    data = write({path: text for path, text in HEADS.items() if path.startswith(KOTA)})
    file = data / f"{KOTA}/announcements/2026-01-15-a.yml"
    file.parent.mkdir()
    where = place(tmp_path)

    def build(today: date) -> str:
        assert not isinstance(built(data, where, today), list)
        return (tmp_path / "site/kota-uji/desa-a/index.html").read_text()

    def as_if_made_anew(today: date) -> bool:
        fresh = tmp_path / str(today)
        fresh.mkdir()
        assert not isinstance(built(data, place(fresh), today), list)
        return contents(tmp_path / "site") == contents(fresh / "site")

    assert "notice-" not in build(TODAY)
    without = contents(tmp_path / "site")
    file.write_text(announcement(more=banner("darurat")))
    assert "notice-darurat" in build(TODAY)
    assert as_if_made_anew(TODAY)
    assert "notice-" not in build(date(2026, 2, 4))
    assert as_if_made_anew(date(2026, 2, 4))
    file.unlink()
    assert "notice-" not in build(TODAY)
    assert contents(tmp_path / "site") == without


def test_an_announcement_dated_ahead_is_nowhere_and_has_no_notice(write: Write) -> None:
    more = banner("darurat", "2026-03-03")
    files = {f"{KOTA}/announcements/2026-03-01-a.yml": announcement("Waduk", "2026-03-01", more)}
    found = site(write, files)
    assert "kota-uji/pengumuman/" not in found.by_address
    assert notices(found, "kota-uji/") == notices(found, "") == []


def test_feeds_have_the_newest_with_their_texts(miniature: Site) -> None:
    files = {each.address: each.text for each in miniature.files}
    for address in ("pengumuman/atom.xml", f"{ROOT}atom.xml"):
        feed = fromstring(files[address].encode())
        titles = [each.findtext(f"{ATOM}title") for each in feed.findall(f"{ATOM}entry")]
        assert titles[0] == "Sungai Contoh meluap di kawasan hilir"
        assert len(titles) == 3
        assert "<strong>bersiap</strong>" in (feed.findtext(f".//{ATOM}content") or "")


def test_programs_are_told_when_it_begins_and_ends(miniature: Site) -> None:
    page = miniature.by_address[f"{ROOT}2026-01-31-sungai-meluap/"]
    (found,) = page.linked(lambda address: f"https://x.example/{address}")
    assert found["@type"] == "SpecialAnnouncement"
    assert found["datePosted"] == "2026-01-31T06:30:00+08:00"
    assert (found["expires"], found["category"]) == ("2026-02-10", "Bencana alam")


def test_the_list_is_evidence_of_what_is_told_at_once(miniature: Site) -> None:
    city = miniature.context.directory.agencies["kota-contoh"]
    (found,) = (
        each for each in KINDS.evidence(miniature.context, city) if each.item == "immediate"
    )
    assert (found.address, found.day) == (ROOT, "2026-02-01")


def test_what_other_files_decide_is_checked(write: Write) -> None:
    path = f"{KOTA}/announcements/2026-01-16-a.yml"
    files = {**HEADS, path: announcement(more="topics: [Awan]\n")}
    assert codes(write(files)) == [
        f"{path}:1:1 announcement-name-date",
        f"{path}:4:10 topic-none",
    ]
    wrong = write({**HEADS, f"{KOTA}/announcements/a.yml": announcement()})
    (wrong / path).unlink()
    assert codes(wrong) == [f"{KOTA}/announcements/a.yml:1:1 file-announcement-name"]


def test_missing_parts_of_an_emergency_are_only_warned_of(write: Write) -> None:
    path = f"{KOTA}/announcements/2026-01-15-a.yml"
    folder = write({**HEADS, path: announcement(more="emergency: {kind: racun-pangan}\n")})
    assert codes(folder) == []
    assert warnings(folder) == [f"{path}:4:12 announcement-parts"]


def test_an_english_site_says_the_levels_in_english(write: Write) -> None:
    files = {
        "portal.yml": f"{PORTAL}language: en\n",
        f"{KOTA}/announcements/2026-01-15-a.yml": announcement(more=banner("darurat")),
    }
    found = site(write, files)
    (notice,) = masthead(found, "").findall(".//section//li")
    assert text(notice) == "Emergency: Air mati. · Kota Uji"
    assert one(notice, "a").get("lang") == "id"
    assert texts(shown(found, "kota-uji/"), "h2")[0] == "Announcements"
