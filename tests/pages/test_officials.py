"""Officials of an agency: who holds which post on which day, their pages, and the panel."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from conftest import AGENCY, TODAY, Write, codes, warnings
from markup import one, shown, text, texts
from pendopo.kinds.officials.machines import API
from pendopo.problems.problem import faults
from pendopo.site.planning import Site
from places import built, contents, place, site_of

KOTA = "agencies/kota-uji"
LIST, MAYOR = "kota-contoh/pejabat/", "kota-contoh/pejabat/siti-rahmawati/"
STRUCTURE = (
    "posts:\n  - {id: camat, title: Camat, head: ya}\n  - {id: sekretaris, title: Sekretaris}\n"
    "  - {id: analis, title: Analis, count: 2}\n"
)


def person(name: str, *terms: str, more: str = "") -> str:
    return "".join([f"name: {name}\nterms:\n", *(f"  - {{{each}}}\n" for each in terms), more])


def folder(write: Write, persons: Mapping[str, str], structure: str = STRUCTURE) -> Path:
    files = {f"{KOTA}/officials/{name}.yml": text for name, text in persons.items()}
    head = {f"{KOTA}/agency.yml": AGENCY}
    more = {f"{KOTA}/structure.yml": structure} if structure else {}
    return write({**head, **more, **files})


def site(write: Write, persons: Mapping[str, str], today: date = TODAY) -> Site:
    made, problems = site_of(folder(write, persons), today)
    assert faults(problems) == []
    return made


def rows(made: Site) -> list[str]:
    """What the list of officials says of the posts."""
    page = shown(made, "kota-uji/pejabat/")
    return [text(each) for each in page.findall("ul[@class='teasers people']")[0].findall("li/div")]


ONE_AFTER_THE_OTHER = {
    "ani": person("Ani", "post: camat, since: 2020, until: 2026-02-01"),
    "beni": person("Beni", "post: camat, since: 2026-02-02"),
}


def test_who_holds_a_post_changes_on_the_day(write: Write) -> None:
    before = site(write, ONE_AFTER_THE_OTHER, TODAY)
    after = site(write, ONE_AFTER_THE_OTHER, TODAY + timedelta(days=1))
    assert rows(before)[0] == "Ani Camat, 2020 – 1 Februari 2026"
    assert rows(after)[0] == "Beni Camat, sejak 2 Februari 2026"
    assert "kota-uji/pejabat/beni/" not in before.by_address
    assert "Pejabat sebelumnya" in texts(shown(after, "kota-uji/pejabat/"), "h2")


def test_a_build_on_the_next_day_gives_the_pages_of_that_day(write: Write, tmp_path: Path) -> None:
    data = folder(write, ONE_AFTER_THE_OTHER)
    where, other = place(tmp_path / "one"), place(tmp_path / "other")
    for each in (where, other):
        Path(each.published).parent.mkdir()
    built(data, where, TODAY)
    old = contents(where.published)
    built(data, where, TODAY + timedelta(days=1))
    built(data, other, TODAY + timedelta(days=1))
    assert contents(where.published) == contents(other.published) != old


def test_on_the_day_of_a_change_the_one_who_comes_holds_the_post(write: Write) -> None:
    persons = {
        "ani": person("Ani", "post: camat, since: 2020, until: 2026-02-01"),
        "beni": person("Beni", "post: camat, since: 2026-02-01"),
    }
    assert rows(site(write, persons))[0].startswith("Beni")


def test_posts_stand_in_the_order_of_the_structure_and_vacant_ones_are_named(
    write: Write,
) -> None:
    persons = {
        "a": person("Zaki", "post: analis, since: 2020"),
        "b": person("Ani", "post: analis, since: 2024"),
        "c": person("Citra", "post: camat, since: 2023-05", more="degrees_before: Dr.\n"),
    }
    assert rows(site(write, persons)) == [
        "Dr. Citra Camat, sejak Mei 2023",
        "Sekretaris: kosong",
        "Ani Analis, sejak 2024",
        "Zaki Analis, sejak 2020",
    ]


@pytest.mark.parametrize(
    ("degrees", "printed"),
    [("S.H., M.Si.", "Ani, S.H., M.Si."), (", S.H.", "Ani, S.H."), (",S.H.", "Ani,S.H.")],
)
def test_degrees_stand_behind_one_comma_and_as_they_were_written(
    write: Write, degrees: str, printed: str
) -> None:
    more = f'degrees_after: "{degrees}"\n'
    persons = {"a": person("Ani", "post: camat, since: 2020", more=more)}
    assert rows(site(write, persons))[0] == f"{printed} Camat, sejak 2020"


def test_one_may_act_in_another_post_and_another_stand_in_for_some_days(write: Write) -> None:
    persons = {
        "a": person(
            "Ani", "post: camat, since: 2020", "post: sekretaris, since: 2026, status: Plt"
        ),
        "b": person("Beni", "post: camat, since: 2026-01-30, until: 2026-02-03, status: Plh"),
    }
    made = site(write, persons)
    assert rows(made) == [
        "Ani Camat, sejak 2020",
        "Beni Plh. Camat (pelaksana harian), 30 Januari 2026 – 3 Februari 2026",
        "Ani Plt. Sekretaris (pelaksana tugas), sejak 2026",
    ]
    own = shown(made, "kota-uji/pejabat/a/")
    assert text(one(own, "p[@class='lead']")) == "Camat; Plt. Sekretaris"


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("post: camat, since: 2020", "post: camat, since: 2024-01-01", "official-post-held"),
        ("post: camat, since: 2020", "post: camat, since: 2024, status: Pj", "official-post-held"),
        ("post: camat, since: 2020, status: Plh", "post: camat, since: 2024", ""),
        ("post: camat, since: 2016, until: 2020", "post: camat, since: 2020", ""),
        ("post: camat, since: 2016", "post: camat, since: 2015-01-01, until: 2015-12-31", ""),
        ("post: analis, since: 2020", "post: analis, since: 2021", ""),
        ("post: camt, since: 2020", "", "structure-post-unknown-nearest"),
        ("post: bupati, since: 2020", "", "structure-post-unknown"),
    ],
)
def test_posts_exist_and_are_held_once(write: Write, first: str, second: str, code: str) -> None:
    persons = {"a": person("Ani", first), **({"b": person("Beni", second)} if second else {})}
    found = codes(folder(write, persons))
    assert [each.split(" ")[1] for each in found] == ([code] if code else [])
    if code == "official-post-held":
        column = 3 + len("  - {post: camat, since")
        assert found == [f"{KOTA}/officials/b.yml:3:{column} {code}"]


def test_a_post_of_two_is_held_by_two_and_by_no_third(write: Write) -> None:
    persons = {each: person(each, "post: analis, since: 2020") for each in "abc"}
    (found,) = codes(folder(write, persons))
    assert found.startswith(f"{KOTA}/officials/c.yml:3:")


def test_without_a_structure_it_is_said_and_no_post_is_shown(write: Write) -> None:
    where = folder(write, {"a": person("Ani", "post: camat, since: 2020")}, "")
    assert warnings(where) == [f"{KOTA}/officials/a.yml:2:1 official-structure-none"]
    made, _ = site_of(where, TODAY)
    page = shown(made, "kota-uji/pejabat/")
    assert texts(page, "ul/li") == ["Ani"]
    assert "kosong" not in text(page)


def test_a_structure_with_faults_is_told_once(write: Write) -> None:
    where = folder(write, {"a": person("Ani", "post: camat, since: 2020")}, "posts: [{id: a}]\n")
    assert [each.split(":")[0] for each in codes(where) + warnings(where)] == [
        f"{KOTA}/structure.yml"
    ]


def test_a_number_of_a_person_is_refused(write: Write) -> None:
    for number in ("196801011990031001", "19680101 199003 1 001", "1271010101680001"):
        more = f"biography: No. {number}\n"
        where = folder(write, {"a": person("Ani", "post: camat, since: 2020", more=more)})
        assert [each.code in ("text-nip", "text-nik") for each in site_of(where, TODAY)[1]] == [
            True
        ]


def test_earlier_heads_stand_below_the_last_first_and_others_apart(miniature: Site) -> None:
    page = shown(miniature, LIST)
    assert texts(page, "h2") == ["Pejabat sebelumnya", "Pernah menjabat"]
    past, former = page.findall("ul")[1:3]
    assert texts(past, "li/div") == ["Agus Salim Wali Kota Contoh, 2016 – 2021"]
    assert texts(former, "li") == ["Yusuf"]


def test_the_page_of_a_person_says_what_the_agency_says_of_it(miniature: Site) -> None:
    page = shown(miniature, MAYOR)
    assert text(one(page, "h1")) == "Dr. Hj. Siti Rahmawati, S.H., M.Si."
    assert text(one(page, "p[@class='lead']")) == "Wali Kota Contoh"
    assert texts(page, "h2") == [
        *("Jabatan", "Sambutan Wali Kota", "Riwayat singkat", "Pendidikan"),
        *("Riwayat jabatan", "Sumber"),
    ]
    assert "sejak 26 Februari 2021 Keputusan Menteri Nomor 1 Tahun 2021" in " ".join(
        texts(page, "ul/li")
    )
    assert "Wakil Wali Kota <Contoh>, 2016–2021" in texts(page, "ul/li")
    assert one(page, "figure//img").get("alt") == "Siti Rahmawati di bawah pohon"
    assert (
        one(page, "dl//a[@rel='noopener noreferrer']").get("href")
        == "https://elhkpn.contoh.example/siti"
    )


def test_who_holds_no_post_any_more_is_said_to(miniature: Site) -> None:
    page = shown(miniature, "kota-contoh/pejabat/agus-salim/")
    assert text(one(page, "p[@class='lead']")) == "Tidak lagi menjabat di sini."
    assert page.find(".//figure") is None


def test_the_first_page_shows_the_head_and_the_way_to_the_greeting(
    miniature: Site, write: Write
) -> None:
    page = shown(miniature, "kota-contoh/")
    panel = one(page, "ul[@class='teasers people']")
    assert text(panel).startswith(
        "Dr. Hj. Siti Rahmawati, S.H., M.Si. Wali Kota Contoh Selamat datang"
    )
    assert {each.get("href") for each in panel.iter("a")} >= {
        f"../{MAYOR}#sambutan",
        f"../{MAYOR}",
    }
    acting = {"a": person("Umar Bakri", "post: camat, since: 2026, status: Plt")}
    page = shown(site(write, acting), "kota-uji/")
    assert texts(page, "ul/li") == ["UB Umar Bakri Plt. Camat"]


def test_no_panel_stands_where_the_head_is_not_known(write: Write) -> None:
    made = site(write, {"a": person("Ani", "post: sekretaris, since: 2020")})
    assert "Pimpinan" not in texts(shown(made, "kota-uji/"), "h2")


def test_machines_get_names_and_terms(miniature: Site) -> None:
    agency = miniature.context.directory.agencies["kota-contoh"]
    found = {each["id"]: each for each in API.rows(miniature.context, agency, str)}
    assert found["budi"]["memberships"] == [
        {
            "post_id": post,
            "role": role,
            "status": status,
            "start_date": since,
            "end_date": "",
        }
        for post, role, status, since in (
            ("sekretaris", "Sekretaris Daerah", "definitif", "2023-03-01"),
            ("kabag-hukum", "Kepala Bagian Hukum", "Plt", "2026-01-02"),
        )
    ]
    (linked,) = miniature.by_address[MAYOR].linked(str)
    assert linked["jobTitle"] == ["Wali Kota Contoh"]
    assert linked["worksFor"][0]["startDate"] == "2021-02-26"
    (linked,) = miniature.by_address[LIST].linked(str)
    assert linked["employee"][0]["employee"]["name"].startswith("Dr. Hj. Siti")


def test_evidence_names_the_officials_and_each_report_of_wealth(miniature: Site) -> None:
    agency = miniature.context.directory.agencies["kota-contoh"]
    found = miniature.context.kinds.evidence(miniature.context, agency)
    named = {each.item: each for each in found}
    assert {"duties", "structure", "officials", "wealth-reports"} <= named.keys()
    assert named["officials"].day == "2026-01-15"
    assert named["wealth-reports"].address == MAYOR


def test_in_english_labels_are_and_names_are_marked_as_indonesian(write: Write) -> None:
    where = folder(write, {"a": person("Ani", "post: camat, since: 2020-03-01, status: Pj")})
    (where / "portal.yml").write_text("name: P\nintroduction: P\nlanguage: en\n")
    made, _ = site_of(where, TODAY)
    page = shown(made, "kota-uji/pejabat/")
    assert "(caretaker), since 1 March 2020" in text(page)
    assert one(page, ".//h2/a").get("lang") == "id"
    assert "vacant" in text(page)
