"""How an agency is reached: its page, the panel of its first page, and what holds from above."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from conftest import AGENCY, PORTAL, TODAY, Write, codes, warnings
from markup import shown, text, texts
from pendopo.kinds.agency.linked_data import organization
from pendopo.problems.problem import faults
from pendopo.site.planning import Site
from places import site_of

KOTA = "agencies/kota-uji"
HEAD = f"{KOTA}/agency.yml"
BELOW = f"{KOTA}/dinas/agency.yml"
DINAS = "type: dinas\nname: Dinas Uji\n"
DAY = "{first_day: senin, last_day: jumat, opens: 08:00, closes: 15:00}"


def built(write: Write, files: Mapping[str, str], today: date = TODAY) -> Site:
    site, problems = site_of(write(files), today)
    assert faults(problems) == []
    return site


def rows(site: Site, address: str) -> dict[str, str]:
    """The facts of a page by their labels."""
    tree = shown(site, address)
    found = tree.findall(".//dl[@class='facts']/div")
    return {text(each[0]): text(each[1]) for each in found}


def other(first: str, last: str, name: str = "Ramadan", hours: str = DAY) -> str:
    return f"other_hours: [{{name: {name}, from: {first}, until: {last}, hours: [{hours}]}}]\n"


def test_the_page_has_a_part_for_each_way(miniature: Site) -> None:
    tree = shown(miniature, "kota-contoh/kontak/")
    assert [each.get("id") for each in tree.findall("h2")] == [
        *("kantor", "tempat", "pengaduan", "ppid", "media-sosial"),
    ]
    assert texts(tree, "h3") == [
        *("Gerai Hulu <lantai 2>", "Lapor Contoh", "Inspektorat"),
        *("Cara meminta informasi", "Cara mengajukan keberatan"),
        *("Cara mengajukan sengketa informasi", "Maklumat pelayanan informasi"),
    ]
    links = {each.get("href") for each in tree.iter("a")}
    assert links >= {
        "tel:+62999123457;ext=12",
        "https://wa.me/6281234567890",
        "https://jejaring.example/contoh",
        "https://contoh.example/",
        "https://www.openstreetmap.org/?mlat=-3.610000&mlon=119.510000#map=17/-3.610000/119.510000",
    }
    assert "Loket: 0999-123457 psw. 12, 0812-3456-7890 (WhatsApp 0812-3456-7890)" in texts(
        tree, ".//dd"
    )


def test_its_labels_are_in_the_language_of_the_site(write: Write) -> None:
    files = {
        "portal.yml": f"{PORTAL}language: en\n",
        HEAD: f"{AGENCY}closed: [{{day: 2026-02-05, reason: Libur}}]\n"
        "phones: [{number: 061-882123, label: Loket, extension: 3}]\n",
    }
    tree = shown(built(write, files), "kota-uji/kontak/")
    assert texts(tree, ".//dd") == [
        "Loket: 061-882123 ext. 3",
        "Thursday, 5 February 2026 (Libur)",
    ]
    assert texts(tree, ".//span[@lang='id']") == ["Loket", "Libur"]


def test_sessions_of_a_day_stand_together(miniature: Site) -> None:
    assert "Senin–Kamis 08:00–12:00, 13:00–16:00 WITAJumat 08:00–12:00 WITA" in texts(
        shown(miniature, "kota-contoh/kontak/"), ".//dd"
    )


def test_hours_of_all_days_over_midnight_and_around_the_week(write: Write) -> None:
    hours = (
        "hours:\n- {first_day: sabtu, last_day: senin, opens: 00:00, closes: 24:00}\n"
        "- {first_day: rabu, opens: 20:00, closes: 02:00, note: malam}\n"
    )
    site = built(write, {HEAD: AGENCY + hours})
    assert rows(site, "kota-uji/kontak/")["Jam pelayanan"] == (
        "Senin 24 jamRabu 20:00–02:00 (hari berikutnya) (malam)Sabtu–Minggu 24 jam"
    )


@pytest.mark.parametrize(
    ("today", "is_shown"),
    [
        (date(2026, 1, 30), False),
        (date(2026, 1, 31), True),
        (date(2026, 3, 5), True),
        (date(2026, 3, 6), False),
    ],
)
def test_what_is_special_is_shown_thirty_days_ahead_until_it_is_over(
    write: Write, today: date, is_shown: bool
) -> None:
    periods = "closed: [{day: 2026-03-02, until: 2026-03-05}]\n"
    site = built(write, {HEAD: AGENCY + other("2026-03-02", "2026-03-05") + periods}, today)
    for page in ("kota-uji/", "kota-uji/kontak/"):
        assert ("Ramadan" in rows(site, page)) == is_shown
        assert ("Tutup" in rows(site, page)) == is_shown


def test_periods_hold_below_and_the_page_says_from_whom(write: Write) -> None:
    closed = "closed: [{day: 2026-02-05, reason: Libur}]\n"
    files = {
        HEAD: AGENCY + other("2026-02-10", "2026-02-20") + closed,
        BELOW: f"{DINAS}closed: [{{day: 2026-02-06, reason: Bersih-bersih}}]\n",
    }
    found = rows(built(write, files), "kota-uji/dinas/")
    assert found["Ramadan"].endswith("15:00 ditetapkan Kota Uji")
    assert found["Tutup"] == (
        "Kamis, 5 Februari 2026 (Libur) ditetapkan Kota UjiJumat, 6 Februari 2026 (Bersih-bersih)"
    )


def test_own_other_hours_win_over_those_above_and_their_closed_days(write: Write) -> None:
    closed = "closed: [{day: 2026-02-15, reason: Libur}, {day: 2026-02-25}]\n"
    files = {
        HEAD: AGENCY + other("2026-02-10", "2026-02-20") + closed,
        BELOW: DINAS + other("2026-02-12", "2026-02-16", "Siaga"),
    }
    found = rows(built(write, files), "kota-uji/dinas/")
    assert "Ramadan" not in found
    assert found["Siaga"].endswith("15:00")
    assert found["Tutup"] == "Rabu, 25 Februari 2026 ditetapkan Kota Uji"


def test_channels_and_officer_are_those_of_the_nearest_agency_that_has_any(write: Write) -> None:
    files = {
        HEAD: f"{AGENCY}complaints: [{{name: Kotak, place: Lobi}}]\n"
        "information_officer: {name: PPID Uji, request: Datang.}\n",
        BELOW: f"{DINAS}complaints: [{{name: Meja, place: Lantai 2}}]\n",
        f"{KOTA}/kantor/agency.yml": "type: lainnya\nname: Kantor Uji\n",
        f"{KOTA}/dinas/uptd/agency.yml": "type: uptd\nname: UPTD Uji\n",
    }
    site = built(write, files)
    found = {
        name: texts(shown(site, f"kota-uji/{name}/kontak/"), "p[@class='meta']")
        for name in ("kantor", "dinas", "dinas/uptd")
    }
    assert found == {
        "kantor": ["Saluran ini milik Kota Uji.", "PPID ini milik Kota Uji."],
        "dinas": ["PPID ini milik Kota Uji."],
        "dinas/uptd": ["Saluran ini milik Dinas Uji.", "PPID ini milik Kota Uji."],
    }
    assert rows(site, "kota-uji/dinas/uptd/")["Pengaduan"] == "Meja"


def test_the_counter_of_an_officer_is_told_with_its_own_place_and_time(write: Write) -> None:
    office = f"{{name: PPID, address: {{street: J, village: A}}, hours: [{DAY}]}}"
    files = {
        HEAD: f"{AGENCY}time_zone: WIB\ninformation_officer: {office}\n",
        f"{KOTA}/desa/agency.yml": "type: desa\nname: Desa Uji\ntime_zone: WITA\n",
    }
    found = rows(built(write, files), "kota-uji/desa/kontak/")
    assert found == {"Alamat": "JKel./Desa A", "Jam pelayanan": "Senin–Jumat 08:00–15:00 WIB"}


def test_without_a_channel_there_is_the_national_one(write: Write) -> None:
    site = built(write, {HEAD: f"{AGENCY}phones: [061-882123]\n"})
    for page in ("kota-uji/", "kota-uji/kontak/"):
        links = {each.get("href") for each in shown(site, page).iter("a")}
        assert "https://www.lapor.go.id/" in links


@pytest.mark.parametrize("address", ["kota-uji/dinas/", "kota-uji/dinas/kontak/"])
@pytest.mark.parametrize(
    ("own", "is_shown"),
    [
        ("", True),
        ("hours: [{first_day: senin, opens: 08:00, closes: 12:00}]\n", True),
        ("phones: [061-555123]\n", False),
        ("emails: [dinas@contoh.go.id]\n", False),
        ("address: {street: Jalan Dua}\n", False),
    ],
)
def test_an_agency_without_an_office_of_its_own_names_that_of_the_agency_above(
    write: Write, address: str, own: str, is_shown: bool
) -> None:
    city = f"{AGENCY}phones: [061-882123]\naddress: {{street: Jalan Satu}}\n"
    site = built(write, {HEAD: city, BELOW: DINAS + own})
    above = shown(site, address).findall(".//div[@class='above']")
    assert [text(each.find("p")) for each in above] == is_shown * [
        "Instansi ini belum mencantumkan telepon atau alamat sendiri. "
        "Milik instansi di atasnya, Kota Uji:"
    ]
    rows = [texts(each, "dl/div/dd") for each in above]
    assert rows == is_shown * [["061-882123", "Jalan Satu"]]


def test_the_nearest_office_above_is_named(write: Write) -> None:
    files = {
        HEAD: f"{AGENCY}phones: [061-882123]\n",
        BELOW: f"{DINAS}emails: [dinas@contoh.go.id]\n",
        "agencies/kota-uji/dinas/upt/agency.yml": "type: uptd\nname: UPT Uji\n",
    }
    found = rows(built(write, files), "kota-uji/dinas/upt/")
    assert found["Surel"] == "dinas@contoh.go.id"
    assert "Telepon" not in found


def test_an_agency_of_which_nothing_is_known_has_no_page(write: Write) -> None:
    site = built(write, {HEAD: AGENCY})
    assert "kota-uji/kontak/" not in site.by_address


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("{street: J, regency: Uji}", "JKota Uji"),
        ("{street: J, regency: Kota Uji, province: P}", "JKota Uji, P"),
        ("{street: J, regency: Lain}", "JLain"),
        ("{street: J, regency: Kotabaru}", "JKotabaru"),
        ("{street: J, village: A, district: B}", "JKel./Desa A, Kec. B"),
        ("{street: J, village: A, regency: Kota Uji}", "JKel. AKota Uji"),
        ("{street: J, village: Desa A, district: Kecamatan B}", "JDesa A, Kecamatan B"),
        ('{street: J, district: Distrik B, postal_code: "12345"}', "JDistrik B12345"),
    ],
)
def test_an_address_has_the_words_that_the_names_lack(
    write: Write, address: str, lines: str
) -> None:
    site = built(write, {HEAD: f"{AGENCY}address: {address}\n"})
    assert rows(site, "kota-uji/")["Alamat"] == lines


def test_a_word_is_not_said_twice(write: Write) -> None:
    city = "type: kota\nname: Pemerintah Kota Uji\naddress: {street: J, regency: Kota Uji}\n"
    assert rows(built(write, {HEAD: city}), "kota-uji/")["Alamat"] == "JKota Uji"


def test_periods_far_ahead_are_told(write: Write) -> None:
    text = AGENCY + other("2062-02-10", "2062-02-20") + "closed: [{day: 2062-02-10}]\n"
    folder = write({HEAD: text})
    assert codes(folder) == []
    assert warnings(folder) == [f"{HEAD}:3:37 days-far", f"{HEAD}:4:16 days-far"]


def test_programs_can_tell_when_an_office_is_open(write: Write) -> None:
    hours = f"time_zone: WIT\nhours: [{{first_day: sabtu, opens: 00:00, closes: 24:00}}, {DAY}]\n"
    closed = "closed: [{day: 2026-01-05}, {day: 2027-01-05}]\n"
    site = built(write, {HEAD: AGENCY + hours + closed + other("2026-02-10", "2026-02-20")})
    found: dict[str, Any] = organization(
        site.context.directory.agencies["kota-uji"], site.context, str
    )
    (place,) = json.loads(json.dumps(found["location"]))
    first, second = place["openingHoursSpecification"]
    assert (first["dayOfWeek"], first["closes"]) == (["Saturday"], "23:59+09:00")
    assert (len(second["dayOfWeek"]), second["opens"]) == (5, "08:00+09:00")
    special = place["specialOpeningHoursSpecification"]
    assert [(each["validFrom"], each["validThrough"], each["closes"]) for each in special] == [
        ("2026-02-10", "2026-02-20", "15:00+09:00"),
        ("2026-02-10", "2026-02-20", "00:00+09:00"),
        ("2027-01-05", "2027-01-05", "00:00+09:00"),
    ]
    assert special[1]["dayOfWeek"] == ["Saturday", "Sunday"]


def test_programs_can_tell_where_a_place_is(miniature: Site) -> None:
    agency = miniature.context.directory.agencies["kota-contoh"]
    seat, place = organization(agency, miniature.context, str)["location"]
    assert seat["geo"] == {
        "@type": "GeoCoordinates",
        "latitude": -3.600123,
        "longitude": 119.5,
    }
    assert place["hasMap"].startswith("https://www.openstreetmap.org/?mlat=-3.610000&")
    assert place["telephone"] == ["0999-123457 ext. 12", "0812-3456-7890"]


def test_what_the_law_wants_is_found_in_briefs_alone(miniature: Site) -> None:
    context = miniature.context
    found = {
        name: {each.item for each in context.kinds.evidence(context, agency)}
        for name, agency in context.directory.agencies.items()
    }
    all_items = {
        *("identity", "contacts", "hours", "complaints"),
        *("information-officer", "information-procedure"),
    }
    assert found["kota-contoh"] >= all_items
    assert found["kota-contoh/dinas-arsip"] >= all_items - {"identity", "contacts", "hours"}
    assert "hours" not in found["kota-contoh/dinas-arsip"]
