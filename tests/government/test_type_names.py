"""What types of agencies are called locally, wherever a type is shown."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from conftest import AGENCY, PORTAL, TODAY, Write, codes
from markup import one, renderer_of, shown, text, texts, whole
from pendopo.basics import addresses
from pendopo.build.manifest import PageRow
from pendopo.build.output import WrittenFile
from pendopo.build.search.shards import Who, documents
from pendopo.problems.problem import faults
from pendopo.site.cards import card
from pendopo.site.planning import Site
from places import built as build
from places import contents, place, site_of

TOP = "agencies/sleman"
NAMES = "type_names: {kecamatan: Kapanewon, kelurahan: Kalurahan}\n"
HEAD = f"type: kabupaten\nname: Kabupaten Sleman\n{NAMES}"
ENGLISH = {"portal.yml": f"{PORTAL}language: en\n"}


def named(kind: str, name: str, more: str = "") -> str:
    return f"type: {kind}\nname: {name}\n{more}"


FILES = {
    f"{TOP}/agency.yml": HEAD,
    f"{TOP}/depok/agency.yml": named("kecamatan", "Kapanewon Depok"),
    f"{TOP}/depok/maguwo/agency.yml": named("kelurahan", "Maguwoharjo"),
    f"{TOP}/depok/catur/agency.yml": named("kelurahan", "Caturtunggal"),
}


def site(write: Write, files: Mapping[str, str]) -> Site:
    made, problems = site_of(write(files), TODAY)
    assert faults(problems) == []
    return made


def local(made: Site) -> dict[str, str]:
    directory = made.context.directory
    return {name: directory.type_name(each) for name, each in directory.agencies.items()}


def test_the_nearest_name_holds_and_an_agency_s_own_before_it(write: Write) -> None:
    files = {
        **FILES,
        f"{TOP}/depok/agency.yml": named("kecamatan", "Depok", "type_names: {kelurahan: Nagari}\n"),
        f"{TOP}/depok/catur/agency.yml": named("kelurahan", "Catur", "type_name: Gampong\n"),
        f"{TOP}/arsip/agency.yml": named("dinas", "Dinas Arsip"),
    }
    assert local(site(write, files)) == {
        "sleman": "",
        "sleman/arsip": "",
        "sleman/depok": "Kapanewon",
        "sleman/depok/catur": "Gampong",
        "sleman/depok/maguwo": "Nagari",
    }


def test_an_agency_sees_what_it_inherits(write: Write) -> None:
    directory = site(write, FILES).context.directory
    for each in directory.agencies.values():
        assert directory.visible_to(each).type_name(each) == directory.type_name(each)


def test_a_first_page_names_the_type_both_ways(write: Write) -> None:
    made = site(write, FILES)
    page = shown(made, "sleman/depok/catur/")
    assert "Jenis instansiKalurahan (Kelurahan)" in text(one(page, "dl[last()]"))
    assert texts(page, ".//ul[@class='columns']/li") == ["Kapanewon Depok", "Kabupaten Sleman"]
    below = shown(made, "sleman/depok/")
    assert texts(below, "ul[1]/li") == ["Caturtunggal Kalurahan", "Maguwoharjo Kalurahan"]


def test_agencies_below_stand_by_their_types_with_the_name_that_all_share(write: Write) -> None:
    files = {
        f"{TOP}/depok/arsip/agency.yml": named("dinas", "Dinas Arsip"),
        f"{TOP}/depok/bina/agency.yml": named("dinas", "Dinas Bina"),
    }
    same = shown(site(write, {**FILES, **files}), "sleman/depok/")
    assert texts(same, "h3[@class='small']") == ["Dinas", "Kalurahan"]
    assert [texts(each, "li") for each in same.findall("ul[@class='columns']")[:2]] == [
        ["Dinas Arsip", "Dinas Bina"],
        ["Caturtunggal", "Maguwoharjo"],
    ]
    other = {f"{TOP}/depok/catur/agency.yml": named("kelurahan", "Catur", "type_name: Gampong\n")}
    mixed = shown(site(write, {**FILES, **files, **other}), "sleman/depok/")
    assert texts(mixed, "h3[@class='small']") == ["Dinas", "Kelurahan"]
    assert texts(mixed.findall("ul[@class='columns']")[1], "li") == [
        "Catur Gampong",
        "Maguwoharjo Kalurahan",
    ]


def test_lists_stay_by_type_with_the_name_that_all_share(write: Write) -> None:
    made = site(write, FILES)
    page = made.by_address["instansi/kelurahan/"]
    assert page.title == "Semua instansi: Kelurahan (Kalurahan)"
    listed = shown(made, page.address)
    assert text(listed.find("h1")) == "Kelurahan (Kalurahan)"
    assert texts(one(listed, "ul[@class='tree']"), "li") == [
        *("Caturtunggal, Kapanewon Depok, Kabupaten Sleman",),
        *("Maguwoharjo, Kapanewon Depok, Kabupaten Sleman",),
    ]
    links = ["Kabupaten (1)", "Kecamatan (Kapanewon, 1)", "Kelurahan (Kalurahan, 2)"]
    assert texts(listed, "nav/ul/li")[1:] == links
    front = shown(made, "")
    assert texts(front, ".//div[@class='of-type']/h3") == links[1:2]
    assert texts(front, "div[@class='directory']/p/a")[:-1] == links[2:]
    assert texts(shown(made, "cari/"), ".//ul[@class='columns']/li") == links


def test_where_the_names_differ_each_stands_beside_its_agency(write: Write) -> None:
    own = named("kelurahan", "Wukirsari", "type_name: Nagari\n")
    made = site(write, {**FILES, "agencies/w/agency.yml": own})
    listed = shown(made, "instansi/kelurahan/")
    assert text(listed.find("h1")) == "Kelurahan"
    assert texts(listed, ".//span[@class='type']") == ["Kalurahan", "Kalurahan", "Nagari"]
    assert text(listed.find("nav/ul/li[4]")) == "Kelurahan (3)"


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("dinas", "Dinas Kesehatan", []),
        ("dinas", "DINAS KESEHATAN", []),
        ("dinas", "Dinasti", ["Dinas"]),
        ("kecamatan", "Kapanewon Sleman", []),
        ("kecamatan", "Kecamatan Sleman", ["Kapanewon"]),
        ("rumah-sakit", "Rumah Sakit Umum", []),
    ],
)
def test_no_type_stands_behind_a_name_that_begins_with_it(
    write: Write, kind: str, name: str, expected: list[str]
) -> None:
    made = site(write, {f"{TOP}/agency.yml": HEAD, f"{TOP}/a/agency.yml": named(kind, name)})
    for address in ("instansi/", "sleman/"):
        assert texts(shown(made, address), ".//li/span[@class='type']") == expected


def test_in_an_english_site_it_is_marked_as_indonesian(write: Write) -> None:
    made = site(write, FILES | ENGLISH)
    found = ["sleman/depok/catur/", "sleman/depok/", "instansi/kelurahan/", "", "cari/"]
    for address in found:
        spans = [each for each in shown(made, address).iter("span") if text(each) == "Kalurahan"]
        assert spans, address
        assert {each.get("lang") for each in spans} - {None} == {"id"}, address
    assert text(shown(made, "instansi/kelurahan/").find("h1")) == "Urban villages (Kalurahan)"


def test_machines_get_both(write: Write) -> None:
    made = site(write, FILES)
    files = {each.address: each.text for each in made.files}
    for name in ("agencies", "agencies/sleman/depok"):
        assert '"type":"kecamatan","type_name":"Kapanewon"' in files[addresses.api(name)]
    assert '"type_name"' not in files[addresses.api("agencies/sleman")].partition('"record"')[0]
    page = renderer_of(made).page(made.by_address["sleman/depok/"])
    assert '"additionalType":"Kapanewon"' in page.shell.head


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("kecamatan", "Kapanewon Depok Barat", "DB"),
        ("kelurahan", "Kapanewon Depok Barat", "KD"),
        ("uptd", "Rumah Gadang Agung", "A"),
    ],
)
def test_initials_skip_it(write: Write, kind: str, name: str, expected: str) -> None:
    more = "type_names: {uptd: Rumah Gadang}\n" if kind == "uptd" else ""
    head = named("kabupaten", "Sleman", more or NAMES)
    files = {f"{TOP}/agency.yml": head, f"{TOP}/a/agency.yml": named(kind, name)}
    made = site(write, files)
    directory = made.context.directory
    assert directory.initials(directory.agencies["sleman/a"]) == expected
    assert f">{expected}</text>" in whole(renderer_of(made).page(made.by_address["sleman/a/"]))
    made_card = card(directory, directory.agencies["sleman/a"])
    assert getattr(made_card, "initials") == expected  # noqa: B009


def test_search_has_the_name_that_all_share_and_finds_the_others(write: Write) -> None:
    own = named("kelurahan", "Wukirsari", "type_name: Nagari\n")
    made = site(write, {**FILES, "agencies/w/agency.yml": own})
    assert who(made, "sleman/depok")[2::2] == ("Kecamatan (Kapanewon)", "Kapanewon")
    assert who(made, "w")[2::2] == ("Kelurahan", "Nagari")
    assert who(made, "sleman")[2::2] == ("Kabupaten", "")


def who(made: Site, agency: str) -> Who:
    row = PageRow(f"{agency}/", *[""] * (len(PageRow._fields) - 1))._replace(kind="Profil")
    file = WrittenFile("", (0,) * 5)
    (found,) = documents(made.context, [row], {addresses.path(row.address): file})
    return found.who


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("type_names: {kecamatan: Kecamatan}", "3:25 type-name-legal"),
        ("type_names: {kecamatan: KECAMATAN}", "3:25 type-name-legal"),
        ("type_names: {rumah-sakit: rumah sakit}", "3:27 type-name-legal"),
        ("type_name: kota", "3:12 type-name-legal"),
        ("type_names: {kecamatn: Distrik}", "3:14 value-choice-nearest"),
        ("type_names: {zzz: Distrik}", "3:14 value-choice"),
        ("type_names: [Distrik]", "3:13 value-mapping"),
        (f"type_name: {'a' * 101}", "3:12 text-long"),
    ],
)
def test_a_name_that_cannot_be_is_told(write: Write, more: str, expected: str) -> None:
    folder = write({"agencies/a/agency.yml": f"{AGENCY}{more}\n"})
    assert codes(folder) == [f"agencies/a/agency.yml:{expected}"]


def test_a_change_at_the_top_renders_what_shows_it(tmp_path: Path, write: Write) -> None:
    data = write(FILES)
    build(data, place(tmp_path / "one"), TODAY)
    (data / f"{TOP}/agency.yml").write_text(HEAD.replace("Kalurahan", "Nagari"))
    build(data, place(tmp_path / "one"), TODAY)
    build(data, place(tmp_path / "two"), TODAY)
    after = contents(tmp_path / "one/site")
    assert after == contents(tmp_path / "two/site")
    assert "Nagari" in after["sleman/depok/catur/index.html"].decode()
    assert "Kalurahan" not in after["instansi/kelurahan/index.html"].decode()


def test_a_name_for_a_type_that_no_agency_has_is_told_without_blame(write: Write) -> None:
    files = {f"{TOP}/agency.yml": HEAD, f"{TOP}/a/agency.yml": named("kecamatan", "Depok")}
    _, (problem,) = site_of(write(files), TODAY)
    assert (problem.place(), problem.code) == (f"{TOP}/agency.yml:3:47", "type-name-nobody")
    assert problem.severity == "information"
