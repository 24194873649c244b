"""Which pages search knows, and how they are parted where they are many."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from conftest import TODAY
from pendopo.basics.addresses import path
from pendopo.build.manifest import PageRow
from pendopo.build.output import WrittenFile
from pendopo.build.search import shards as search
from pendopo.build.search.shards import BASE, NAMES, IndexedPage, Shard, Who, documents, shards
from pendopo.government.directory import DEFAULT_PORTAL, Directory
from pendopo.kinds.registry import KINDS
from pendopo.site.context import Context
from pendopo.site.planning import Site

CONTEXT = Context(Directory(DEFAULT_PORTAL), TODAY, KINDS)


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten pages fill a part."""
    monkeypatch.setattr(search, "MOST", 10)


def pages(agency: str, count: int, size: int = 0) -> list[IndexedPage]:
    """So many articles of an agency."""
    who = Who(agency, agency.rpartition("/")[2], "Kota", "")
    return [
        IndexedPage(f"{agency}/berita/{number}/".lstrip("/"), who, "Berita", "2026", "digest", size)
        for number in range(count)
    ]


def of(found: Sequence[IndexedPage]) -> dict[str, Shard]:
    """The parts by their names."""
    return {part.name: part for part in shards(CONTEXT, found)}


def test_pages_say_themselves_whether_they_can_be_found(miniature: Site) -> None:
    rows = [PageRow(page.address, "", "", page.kind, page.years) for page in miniature.pages]
    rows.append(PageRow("tentang/", kind="Tentang situs ini"))
    rows.append(PageRow("hilang/", kind="Tentang situs ini"))
    written = {
        path(row.address): WrittenFile("digest", (1, 2, 3))
        for row in rows
        if row.address != "hilang/"
    }
    found = {each.address: each for each in documents(miniature.context, rows, written)}
    of_pages = {page.kind for page in miniature.pages if page.kind}
    assert {each.kind for each in found.values()} == of_pages | {"Tentang situs ini"}
    assert {"Berita", "Profil", "Visi dan Misi"} < of_pages
    hulu = found["kota-contoh/kecamatan-contoh-hulu/visi-misi/2025-2029/"]
    assert hulu.who.id == "kota-contoh/kecamatan-contoh-hulu"
    assert (hulu.who.type, hulu.who.above, hulu.years) == ("Kecamatan", "Kota Contoh", "2025-2029")
    assert found["kota-contoh/berita/2026-01-15-pohon-pertama/"].years == "2026"
    assert found["tentang/"].who == Who()
    elsewhere = {
        *("berita/", "instansi/", "kinerja/", "cari/", "kota-contoh/berita/", "hilang/"),
        *("kota-contoh/visi-misi/", "kota-contoh/tujuan-sasaran/", "kota-contoh/perencanaan/"),
    }
    assert found.keys().isdisjoint(elsewhere)


def test_few_pages_are_one_part() -> None:
    found = of([*pages("", 3), *pages("kota-a", 7)])
    assert found.keys() == {BASE}
    assert len(found[BASE].documents) == 10


def test_many_pages_are_parted_by_agency() -> None:
    found = [*pages("", 3), *pages("kota-a", 4), *pages("kota-a/dinas-b", 5), *pages("kota-c", 9)]
    made = of(found)
    assert [each.address for each in made[BASE].documents] == [
        "berita/0/",
        "berita/1/",
        "berita/2/",
    ]
    names = [(each.address, each.text, each.kind) for each in made[NAMES].documents]
    assert names == [
        ("kota-a/", "kota-a", "Profil"),
        ("kota-a/dinas-b/", "dinas-b", "Profil"),
        ("kota-c/", "kota-c", "Profil"),
    ]
    others = {part.covers: len(part.documents) for part in made.values() if part.covers}
    assert others == {("kota-a",): 9, ("kota-c",): 9}


def test_an_agency_with_much_below_it_is_parted_deeper() -> None:
    found = pages("kota-a", 6)
    for number in range(40):
        found += pages(f"kota-a/kelurahan-{number}", 2)
    found += pages("kota-a/dinas-b", 25) + pages("kota-a/dinas-b/uptd-c", 8)
    made = [part for part in shards(CONTEXT, found) if part.covers]
    assert all(len(part.documents) <= 10 for part in made)
    assert sorted(each for part in made for each in part.documents) == sorted(found)
    for part in made:
        for each in part.documents:
            assert any(
                each.who.id == cover.removesuffix("/") or each.who.id.startswith(f"{cover}/")
                for cover in part.covers
            )
    assert {cover for part in made for cover in part.covers if cover.endswith("/")} == {
        *("kota-a/", "kota-a/dinas-b/"),
    }
    assert len({part.name for part in made}) == len(made)


def test_a_new_page_changes_one_part() -> None:
    found = [page for number in range(30) for page in pages(f"kota-{number}", 3)]
    before = {part.name: part.key for part in shards(CONTEXT, found)}
    changed = [replace_digest(each) if each.who.id == "kota-7" else each for each in found]
    after = {part.name: part.key for part in shards(CONTEXT, changed)}
    assert before.keys() == after.keys()
    different = {name for name in before if before[name] != after[name]}
    assert len(different) == 1
    assert before == {part.name: part.key for part in shards(CONTEXT, found[::-1])}


def replace_digest(document: IndexedPage) -> IndexedPage:
    return document._replace(digest="another")


def test_large_pages_count_more_than_once() -> None:
    large = pages("kota-a", 5, size=search.HEAVY)
    assert of([*large, *pages("", 0)]).keys() == {BASE}
    assert len(of(pages("kota-a", 6, size=search.HEAVY))) > 1


def test_a_page_too_large_for_any_part_has_one_of_its_own() -> None:
    made = of([*pages("kota-a", 1, size=search.HEAVY * 20), *pages("", 1)])
    assert [len(part.documents) for part in made.values()] == [1, 1, 1]


def test_the_name_of_an_agency_counts() -> None:
    one = pages("kota-a", 1)
    two = [each._replace(who=each.who._replace(name="Kota Lain")) for each in one]
    assert of(one)[BASE].key != of(two)[BASE].key
    assert replace(of(one)[BASE], name="x").key == of(one)[BASE].key
