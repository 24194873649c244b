"""An agency's first page."""

import re
from collections.abc import Mapping
from datetime import date

import pytest

from conftest import AGENCY, TODAY, Write
from markup import one, shown, text, texts
from pendopo.problems.problem import faults
from pendopo.rendering.renderer import Renderer
from pendopo.site.planning import Site
from places import site_of

HEAD = "agencies/kota-uji/agency.yml"
ARTICLE = "title: {}\npublished: {}\nbody: Teks.\n"
PERIOD = "type: RPJMD\ntitle: RPJMD\nperiod: {start: 2025, end: 2029}\n"


def site(write: Write, files: Mapping[str, str]) -> Site:
    built, problems = site_of(write(files), TODAY)
    assert faults(problems) == []
    return built


def test_every_agency_has_a_first_page(miniature: Site) -> None:
    pages = [page for page in miniature.pages if page.template == "agency/profile"]
    assert [page.address.rstrip("/") for page in pages] == list(
        miniature.context.directory.agencies
    )
    for page in pages:
        assert page.agency is not None
        assert page.title == page.agency.name
        assert page.source == page.agency.entry.path
        updated = page.agency.record.updated
        assert page.updated == (updated.isoformat() if updated else "")
        assert page.menu
        assert page.trail == ()
        assert (page.previous, page.next) == (None, None)
        assert 0 < len(page.description) <= 160


def test_its_description_is_the_introduction_or_names_the_agency(miniature: Site) -> None:
    city = miniature.by_address["kota-contoh/"].description
    assert city.startswith("Kota Contoh adalah kota rekaan")
    archive = miniature.by_address["kota-contoh/dinas-arsip/"].description
    assert "Dinas Arsip Kota Contoh" in archive


@pytest.mark.parametrize(
    "introduction",
    ["**Kota** yang _teduh_.", "# Kota\n\nTeduh.", "[Kota](https://uji.example/) teduh.", "- Kota"],
)
def test_its_description_has_no_marks_of_markdown(write: Write, introduction: str) -> None:
    lines = "".join(f"  {line}\n" for line in introduction.splitlines())
    built = site(write, {HEAD: f"{AGENCY}introduction: |\n{lines}"})
    description = built.by_address["kota-uji/"].description
    assert not set("*_#[](") & set(description)
    assert not description.startswith("-")
    assert "Kota" in description


def test_a_long_name_does_not_make_a_long_description(write: Write) -> None:
    files = {
        HEAD: f"type: kota\nname: {'Dinas ' * 49}\n",
        "agencies/kota-uji/news/2026-01-15-satu.yml": ARTICLE.format("Kabar", "2026-01-15"),
        "agencies/kota-uji/plans/2025-2029.yml": f"{PERIOD}vision: {{statement: Maju}}\n"
        "goals: {statements: [{statement: Tujuan}]}\n",
    }
    for page in site(write, files).pages:
        assert len(page.description) <= 160, page.address


def test_its_heading_is_the_official_name(miniature: Site) -> None:
    assert text(shown(miniature, "kota-contoh/").find("h1")) == "Pemerintah Kota Contoh"
    assert miniature.by_address["kota-contoh/"].title == "Kota Contoh"


def test_it_shows_all_that_is_known_of_an_agency(miniature: Site) -> None:
    assert texts(shown(miniature, "kota-contoh/"), ".//dl[@class='facts']/div/dd") == [
        "Senin–Kamis 08:00–16:00 WITA (istirahat pukul 12.00–13.00)Jumat 08:00–11:30 WITA",
        "0999-123456, +62 999 654321",
        "info@contoh.example",
        "Jalan Percobaan 1Kel. Tengah, Kec. Contoh HilirKota Contoh, Provinsi Contoh 99711"
        "Peta: Pemerintah Kota Contoh",
        "Lapor Contoh, Inspektorat",
        "Rabu, 18 Februari 2026 – Kamis, 19 Maret 2026Senin–Kamis 08:00–15:00 WITA"
        "istirahat pukul 12.00–12.30",
        "Selasa, 17 Februari 2026 (Tahun Baru Imlek)",
        "Kota",
        "99.71",
        "9971",
        "WITA",
        "42,5 km² (2024)Statistik Contoh",
        "123.456 (2024)Statistik Contoh",
        "",
    ]


def test_contacts_are_links(miniature: Site) -> None:
    tree = shown(miniature, "kota-contoh/")
    links = {each.attrib["href"] for each in tree.findall(".//dl[@class='facts']//a")}
    assert links == {
        "tel:+62999123456",
        "tel:+62999654321",
        "mailto:info@contoh.example",
        "https://www.openstreetmap.org/?mlat=-3.600123&mlon=119.500000#map=17/-3.600123/119.500000",
        "https://lapor.contoh.example/",
    }


def test_the_emblem_is_shown_with_its_text(miniature: Site) -> None:
    picture = one(shown(miniature, "kota-contoh/"), ".//img[@class='emblem-large']")
    assert re.fullmatch(
        r"\.\./kota-contoh/media/lambang-[0-9a-f]{10}-200\.webp", picture.get("src", "")
    )
    assert (picture.get("width"), picture.get("height")) == ("200", "240")
    assert (picture.get("alt") or "").startswith("Lambang Kota Contoh: perisai ungu")


def test_documents_name_their_kind_and_size(miniature: Site) -> None:
    link = one(shown(miniature, "kota-contoh/"), "ul[@class='attachments']/li/a")
    assert text(link) == "Standar pelayanan 2026 (PDF, 1 KB)"
    assert link.get("href") == "../kota-contoh/media/standar-pelayanan.pdf"
    assert link.get("type") == "application/pdf"


def test_sources_and_the_day_of_the_last_check_are_named(miniature: Site) -> None:
    tree = shown(miniature, "kota-contoh/")
    assert texts(tree, "ul[@class='sources']/li") == [
        "Dokumen rekaan (diakses 31 Januari 2026). Bab I"
    ]
    assert one(tree, "ul[@class='sources']/li/a").get("href") == (
        "https://contoh.example/dokumen.pdf"
    )


def test_an_agency_of_which_little_is_known_shows_nothing_empty(write: Write) -> None:
    tree = shown(site(write, {HEAD: AGENCY}), "kota-uji/")
    assert [each.get("id") for each in tree.findall(".//h2")] == ["kontak", "identitas"]
    assert texts(tree, ".//dd") == ["Kota"]
    assert "None" not in text(tree)
    assert [each.tag for each in tree] == ["h1", "section", "h2", "dl"]


def test_an_agency_without_any_contact_says_so_and_names_the_national_complaint_service(
    write: Write,
) -> None:
    panel = "section[@class='contact']/p"
    said = one(shown(site(write, {HEAD: AGENCY}), "kota-uji/"), panel)
    assert text(said) == (
        "Instansi ini belum mencantumkan alamat, telepon, atau jam pelayanan. "
        "Pengaduan: SP4N-LAPOR!"
    )
    assert one(said, "a").get("href") == "https://www.lapor.go.id/"
    known = shown(site(write, {HEAD: f"{AGENCY}phones: [061-882123]\n"}), "kota-uji/")
    assert texts(known, panel) == ["Semua kontak"]


@pytest.mark.parametrize(("day", "is_soon"), [(date(2026, 2, 3), False), (date(2026, 2, 4), True)])
def test_other_hours_stand_among_the_hours_two_weeks_before_they_begin(
    write: Write, day: date, is_soon: bool
) -> None:
    hours = "hours: [{first_day: senin, opens: 08:00, closes: 12:00}]\n"
    closed = "closed: [{day: 2026-02-18}]\n"
    built, _ = site_of(write({HEAD: f"{AGENCY}{hours}{closed}phones: [061-882123]\n"}), day)
    panel = one(shown(built, "kota-uji/"), "section[@class='contact']")
    assert (panel.find("details") is None) is is_soon
    assert ("Tutup" in texts(panel, "dl/div/dt")) is is_soon
    assert texts(panel, ".//dt")[0] == "Jam pelayanan"
    assert "Tutup" in texts(panel, ".//dt")


def test_other_hours_are_not_folded_where_there_are_no_regular_ones(write: Write) -> None:
    files = {HEAD: f"{AGENCY}phones: [061-882123]\nclosed: [{{day: 2026-02-18}}]\n"}
    panel = one(shown(site(write, files), "kota-uji/"), "section[@class='contact']")
    assert texts(panel, "dl/div/dt") == ["Tutup", "Telepon", "Pengaduan"]
    assert panel.find("details") is None


def test_its_vision_at_a_glance_is_that_of_the_plan_in_force(miniature: Site) -> None:
    tree = shown(miniature, "kota-contoh/")
    assert texts(tree, "blockquote") == [
        'Kota Contoh yang terbuka, teduh, dan "tepat janji" <2029>'
    ]
    links = [each.get("href") for each in tree.findall(".//p/a[@class='md-button']")]
    assert links == [
        "../kota-contoh/kontak/",
        "../kota-contoh/visi-misi/2025-2029/",
        "../kota-contoh/tujuan-sasaran/2025-2029/",
    ]


def test_an_agency_without_vision_of_its_own_shows_the_one_it_derives_from(miniature: Site) -> None:
    tree = shown(miniature, "kota-contoh/dinas-arsip/")
    assert texts(tree, "blockquote") == [
        'Kota Contoh yang terbuka, teduh, dan "tepat janji" <2029>'
    ]
    assert "Kota Contoh, 2025–2029" in text(tree)
    assert [each.get("href") for each in tree.findall(".//p/a[@class='md-button']")] == [
        "../../kota-contoh/dinas-arsip/kontak/",
        "../../kota-contoh/dinas-arsip/visi-misi/2025-2029/",
    ]


def test_an_agency_with_its_own_vision_shows_that(miniature: Site) -> None:
    tree = shown(miniature, "kota-contoh/kecamatan-contoh-hulu/")
    assert texts(tree, "blockquote") == ["Kecamatan yang teduh"]


def test_the_missions_stand_below_a_vision_of_the_agency_s_own(write: Write) -> None:
    missions = "missions: {statements: [{statement: Menanam}, {statement: Merawat}]}\n"
    below = "agencies/kota-uji/dinas"
    derived = "type: Renstra\ntitle: Renstra\nderives_from: kota-uji/2025-2029\n"
    files = {
        HEAD: AGENCY,
        "agencies/kota-uji/plans/2025-2029.yml": f"{PERIOD}vision: {{statement: Maju}}\n{missions}",
        f"{below}/agency.yml": "type: dinas\nname: Dinas Uji\n",
        f"{below}/plans/2025-2029.yml": f"{derived}period: {{start: 2025, end: 2029}}\n",
    }
    made = site(write, files)
    own = shown(made, "kota-uji/")
    assert texts(own, "ol[@class='missions brief']/li") == ["Menanam", "Merawat"]
    inherited = shown(made, "kota-uji/dinas/")
    assert texts(inherited, "blockquote") == ["Maju"]
    assert inherited.find("ol") is None
    folded = one(inherited, "details")
    assert text(one(folded, "summary")) == "Misi Kota Uji"
    assert texts(folded, "ol/li") == ["Menanam", "Merawat"]
    assert folded.get("open") is None
    assert folded.get("data-pagefind-ignore") == "all"


def test_an_agency_with_goals_alone_leads_to_them(write: Write) -> None:
    plan = f"{PERIOD}goals: {{statements: [{{statement: Tujuan}}]}}\n"
    built = site(write, {HEAD: AGENCY, "agencies/kota-uji/plans/2025-2029.yml": plan})
    tree = shown(built, "kota-uji/")
    assert tree.find(".//*[@id='visi']") is None
    button = one(tree, "p/a[@class='md-button']")
    assert button.get("href") == "../kota-uji/tujuan-sasaran/2025-2029/"
    assert "2025–2029" in text(button)


def test_the_newest_three_articles_are_shown(write: Write) -> None:
    files = {
        f"agencies/kota-uji/news/2026-01-1{day}-x.yml": ARTICLE.format(
            f"Kabar {day}", f"2026-01-1{day}"
        )
        for day in range(5)
    }
    tree = shown(site(write, {HEAD: AGENCY, **files}), "kota-uji/")
    assert texts(tree, "ul[@class='teasers']/li//h3") == ["Kabar 4", "Kabar 3", "Kabar 2"]
    assert "../kota-uji/berita/" in {each.get("href") for each in tree.findall("p/a")}


def test_agencies_below_and_above_are_linked_the_nearest_above_first(write: Write) -> None:
    built = site(
        write,
        {
            HEAD: AGENCY,
            "agencies/kota-uji/b/agency.yml": "type: kecamatan\nname: Kecamatan B\n",
            "agencies/kota-uji/b/c/agency.yml": "type: desa\nname: Desa C\n",
        },
    )

    def linked(address: str, id_: str) -> list[tuple[str, str | None]]:
        tree = shown(built, address)
        children = list(tree)
        place = [each.get("id") for each in children].index(id_)
        return [(text(each), each.get("href")) for each in children[place + 1].iter("a")]

    assert linked("kota-uji/", "di-bawahnya") == [("Kecamatan B", "../kota-uji/b/")]
    assert linked("kota-uji/b/", "di-bawahnya") == [("Desa C", "../../kota-uji/b/c/")]
    assert linked("kota-uji/b/", "di-atasnya") == [("Kota Uji", "../../kota-uji/")]
    assert linked("kota-uji/b/c/", "di-atasnya") == [
        ("Kecamatan B", "../../../kota-uji/b/"),
        ("Kota Uji", "../../../kota-uji/"),
    ]


def test_of_many_agencies_below_the_first_of_each_type_are_shown_and_the_others_folded(
    write: Write,
) -> None:
    files = {HEAD: AGENCY}
    for kind, count in (("desa", 14), ("dinas", 12)):
        for number in range(1, count + 1):
            name = f"{kind.title()} {number}"
            files[f"agencies/kota-uji/{kind}-{number}/agency.yml"] = f"type: {kind}\nname: {name}\n"
    tree = shown(site(write, files), "kota-uji/")
    dinas, desa = tree.findall("ul[@class='columns']")
    assert texts(dinas, "li") == [f"Dinas {number}" for number in range(1, 13)]
    assert texts(desa, "li") == [f"Desa {number}" for number in range(1, 13)]
    folded = one(tree, "details")
    assert text(one(folded, "summary")) == "dan 2 lainnya: Desa"
    assert texts(folded, "ul/li") == ["Desa 13", "Desa 14"]


def test_a_time_zone_is_that_of_the_nearest_agency_above_and_never_invented(write: Write) -> None:
    kota = "agencies/kota-uji"
    built, problems = site_of(
        write(
            {
                f"{kota}/agency.yml": "type: kota\nname: Kota Uji\ntime_zone: WITA\n",
                f"{kota}/desa-a/agency.yml": "type: desa\nname: Desa A\n",
                "agencies/kota-lain/agency.yml": "type: kota\nname: Kota Lain\n",
            }
        ),
        TODAY,
    )
    assert faults(problems) == []
    renderer = Renderer(built)
    shown = {page.address: renderer.page(page).html for page in built.pages}
    assert "WITA" in shown["kota-uji/desa-a/"]
    assert "Zona waktu" not in shown["kota-lain/"]


def test_hours_may_end_on_the_next_day_or_never(write: Write) -> None:
    hours = (
        "hours:\n- {first_day: senin, opens: 20:00, closes: 07:00}\n"
        "- {first_day: selasa, opens: 00:00, closes: 24:00}\n"
    )
    site, _ = site_of(write({"agencies/kota-uji/agency.yml": AGENCY + hours}), TODAY)
    found = text(shown(site, "kota-uji/"))
    assert "Senin 20:00–07:00 (hari berikutnya)" in found
    assert "Selasa 24 jam" in found
