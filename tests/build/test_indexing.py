"""The search index as it is published: what is in it, and when it is made again."""

import gzip
import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

import hostile
from conftest import AGENCY, MINIATURE, TODAY, Write
from hostile import sample_folder
from pendopo.basics.addresses import INDEX
from pendopo.build.compare import compare
from pendopo.build.manifest import Platform
from pendopo.build.manifest_file import _known
from pendopo.build.publish import Outcome, Published, publish, renew_index
from pendopo.build.read import read
from pendopo.build.render import finish, render
from pendopo.build.search import pagefind
from pendopo.build.search import shards as search
from pendopo.build.search.index import LIST
from pendopo.build.setup import Setup
from pendopo.build.workspace import Workspace
from places import FRAME, PUBLICATION, contents, place, pool_of
from places import built as built_or_faulty
from sample_records import FIELDS

HOSTILE = "<script>alert(1)</script> & \"kutip\" 'satu' &lt;b&gt; </main> data-pagefind-ignore"


def built(data: Path, where: Workspace) -> None:
    """One build, which finds no fault."""
    done = built_or_faulty(data, where, TODAY)
    assert isinstance(done, Outcome), done


def fragments(site: Path) -> dict[str, Any]:
    """The entry of each page in the index, by its address."""
    files = Path(site, INDEX).rglob("*.pf_fragment")
    found = [
        json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        for file in files
    ]
    return {each["url"]: each for each in found}


def listed(site: Path) -> list[dict[str, Any]]:
    """The parts of the index."""
    parts: list[dict[str, Any]] = json.loads((site / LIST).read_text())["parts"]
    return parts


def article(title: str, day: int, body: str = "Isi.") -> str:
    head = f"title: {json.dumps(title)}\npublished: 2026-01-{day:02}"
    return f"{head}\nbody: {json.dumps(body)}\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature."""
    folder = tmp_path_factory.mktemp("indexing")
    built(MINIATURE, place(folder))
    return folder / "site"


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the parts that Pagefind has indexed."""
    names: list[str] = []
    make = pagefind.index

    def told(pages: Iterable[tuple[str, str]], folder: Path, halted: Event) -> None:
        names.append(folder.name)
        make(pages, folder, halted)

    monkeypatch.setattr(pagefind, "index", told)
    return names


def test_content_is_found_and_what_surrounds_it_is_not(site: Path) -> None:
    found = fragments(site)
    vision = found["/kota-contoh/visi-misi/2025-2029/"]
    assert vision["meta"] == {
        "title": "Visi dan Misi 2025–2029",
        "agency": "Kota Contoh",
        "kind": "Visi dan Misi",
    }
    assert "Kota Contoh yang terbuka, teduh" in vision["content"]
    for chrome in (
        "Lewati ke isi",
        "Beranda",
        "Di halaman ini",
        "Laporkan masalah",
        "Selengkapnya",
    ):
        assert not any(chrome in each["content"] for each in found.values()), chrome
    goals = found["/kota-contoh/tujuan-sasaran/2025-2029/"]["content"]
    assert "Indeks keterbukaan" in goals
    assert "Tahun ke-1" not in goals
    assert "Dinas Lingkungan" not in found["/kota-contoh/"]["content"]
    assert found["/kota-contoh/dinas-lingkungan/"]["meta"]["agency"].endswith(", Kota Contoh")


def test_a_page_stands_once_at_its_lasting_address(site: Path) -> None:
    found = fragments(site)
    assert "/kota-contoh/visi-misi/2025-2029/" in found
    assert "/kota-contoh/visi-misi/" not in found
    assert not [url for url in found if "halaman" in url or url.startswith(("/berita/", "/cari/"))]


def test_no_more_is_published_than_a_search_needs(site: Path) -> None:
    paths = {
        path.relative_to(site / INDEX).as_posix()
        for path in (site / INDEX).rglob("*")
        if path.is_file() and path.suffix not in (".pf_fragment", ".pf_index", ".pf_meta")
    }
    key = listed(site)[0]["key"]
    assert paths == {
        *("daftar.json", f"dasar/{key}.json", "dasar/pagefind-entry.json"),
        *("dasar/pagefind.js", "dasar/pagefind-worker.js", "dasar/wasm.id.pagefind"),
    }


def test_facets_say_of_each_page_whose_it_is_of_which_kind_and_which_years(site: Path) -> None:
    part = listed(site)[0]
    facets = json.loads((site / INDEX / f"dasar/{part['key']}.json").read_text())
    names = {file.stem for file in (site / INDEX).rglob("*.pf_fragment")}
    assert facets["pages"].keys() == names
    told = {
        (facets["agencies"][agency][0], facets["kinds"][kind], *years)
        for agency, kind, *years in facets["pages"].values()
    }
    assert ("", "Tentang situs ini") in told
    assert ("kota-contoh/dinas-lingkungan", "Program", 2025, 2029) in told
    assert ("kota-contoh", "Berita", 2026) in told


def test_hostile_text_stays_text(write: Write, tmp_path: Path) -> None:
    files = {
        "portal.yml": "name: P\nintroduction: P\n",
        "agencies/kota-uji/agency.yml": f"type: kota\nname: {json.dumps(HOSTILE)}\n",
        "agencies/kota-uji/news/2026-01-15-a.yml": article(HOSTILE, 15, "Air\n\nbersih"),
    }
    built(write(files), place(tmp_path))
    found = fragments(tmp_path / "site")["/kota-uji/berita/2026-01-15-a/"]
    assert found["meta"]["title"] == HOSTILE
    assert found["meta"]["agency"] == HOSTILE
    assert "Air" in found["content"]
    assert "bersih" in found["content"]


ELSEWHERE = {"notice", "publisher", "licence", "description", "banner", "menu", "law"}
"""Keys of what is not searched: texts about pictures, what stands at the head or the foot of every
page, what introduces a list of news, shorter titles for menus."""


def test_whatever_staff_write_is_found(tmp_path: Path) -> None:
    folder = sample_folder(tmp_path / "data")
    marks = {
        (path, location): f"Zz{''.join('abcdefghij'[int(digit)] for digit in str(index))}zz"
        for index, (path, location, kind) in enumerate(FIELDS)
        if kind != "checked"
    }
    prose = {(path, location) for path, location, kind in FIELDS if kind == "prose"}
    rows = {each: f"| A | B |\n| - | - |\n| 1 | {marks[each]} |" for each in prose}
    hostile.published(folder, marks | rows)
    built(folder, place(tmp_path))
    found = "".join(each["content"] for each in fragments(tmp_path / "site").values())
    missing = {
        f"{path}: {location}"
        for (path, location), mark in marks.items()
        if mark not in found and ELSEWHERE.isdisjoint(location)
    }
    assert missing == set()


FILES = {
    **{f"agencies/kota-{name}/agency.yml": AGENCY.replace("Uji", name) for name in "abc"},
    **{
        f"agencies/kota-{name}/news/2026-01-{day:02}-kabar.yml": article(f"Kabar {name} {day}", day)
        for name in "abc"
        for day in range(1, 5)
    },
}


def test_only_the_part_of_a_changed_page_is_indexed_again(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runs: list[str]
) -> None:
    monkeypatch.setattr(search, "MOST", 6)
    data = write(FILES)
    where = place(tmp_path)
    built(data, where)
    names = {part["name"]: part["covers"] for part in listed(tmp_path / "site")}
    assert sorted(names.values()) == [[], [], ["kota-a"], ["kota-b"], ["kota-c"]]
    assert sorted(runs) == sorted(names)
    runs.clear()
    built(data, where)
    assert runs == []
    path = data / "agencies/kota-b/news/2026-01-02-kabar.yml"
    path.write_text(article("Kabar lain", 2))
    built(data, where)
    assert [names[name] for name in runs] == [["kota-b"]]
    runs.clear()
    path.unlink()
    built(data, where)
    assert [names[name] for name in runs] == [["kota-b"]]
    assert "/kota-b/berita/2026-01-02-kabar/" not in fragments(tmp_path / "site")
    fresh = tmp_path / "fresh"
    built(data, place(fresh))
    assert contents(tmp_path / "site") == contents(fresh / "site")


def test_what_is_shown_of_an_unchanged_page_is_not_made_again(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = write(FILES)
    built(data, place(tmp_path))
    given: list[Path] = []
    make = pagefind.index

    def told(pages: Iterable[tuple[str, str]], folder: Path, halted: Event) -> None:
        given.extend(folder.glob("fragment/*"))
        make(pages, folder, halted)

    monkeypatch.setattr(pagefind, "index", told)
    index = tmp_path / "site" / INDEX
    before = {path: path.stat().st_ino for path in index.rglob("*.pf_fragment")}
    (data / "agencies/kota-b/news/2026-01-02-kabar.yml").write_text(article("Kabar lain", 2))
    built(data, place(tmp_path))
    after = {path: path.stat().st_ino for path in index.rglob("*.pf_fragment")}
    assert {path.name for path in given} == {path.name for path in before}
    assert len(before.items() & after.items()) == len(before) - 1 == len(after) - 1


def test_two_texts_of_one_name_are_told_apart(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runs: list[str]
) -> None:
    data = write(FILES)
    built(data, place(tmp_path))
    make = pagefind.index
    runs.clear()

    def clashing(pages: Iterable[tuple[str, str]], folder: Path, halted: Event) -> None:
        make(pages, folder, halted)
        if len(runs) == 1:
            one, other, *_ = sorted(folder.glob("fragment/*"))
            one.unlink()
            shutil.copy(other, one)

    monkeypatch.setattr(pagefind, "index", clashing)
    (data / "agencies/kota-b/news/2026-01-02-kabar.yml").write_text(article("Kabar lain", 2))
    built(data, place(tmp_path))
    assert runs == ["dasar", "dasar"]
    fresh = tmp_path / "fresh"
    built(data, place(fresh))
    assert contents(tmp_path / "site") == contents(fresh / "site")


def test_the_index_returns_to_one_part_when_pages_go(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST", 6)
    data = write(FILES)
    built(data, place(tmp_path))
    for name in "ab":
        shutil.rmtree(data / f"agencies/kota-{name}")
    built(data, place(tmp_path))
    assert [part["name"] for part in listed(tmp_path / "site")] == ["dasar"]
    assert {path.name for path in (tmp_path / "site" / INDEX).iterdir()} == {"daftar.json", "dasar"}


@pytest.mark.parametrize("lost", ["dasar/pagefind.js", "dasar/pagefind-entry.json", "daftar.json"])
def test_a_lost_file_is_made_again(write: Write, tmp_path: Path, lost: str) -> None:
    data = write(FILES)
    built(data, place(tmp_path))
    before = contents(tmp_path / "site")
    (tmp_path / "site" / INDEX / lost).unlink()
    built(data, place(tmp_path))
    assert contents(tmp_path / "site") == before


def test_pagefind_gets_pages_in_an_order_that_no_file_system_decides(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[list[str]] = []
    make = pagefind.index

    def told(pages: Iterable[tuple[str, str]], folder: Path, halted: Event) -> None:
        found = [*pages]
        given.append([url for url, _ in found])
        make(found, folder, halted)

    monkeypatch.setattr(pagefind, "index", told)
    built(write(FILES), place(tmp_path))
    assert given == [sorted(given[0])]
    assert len(given[0]) > 3
    assert not {each for call in given for each in call if not each.startswith("/")}


def test_nothing_of_the_environment_or_the_working_directory_changes_the_index(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = write(FILES)
    built(data, place(tmp_path / "one"))
    (tmp_path / "pagefind.yml").write_text("root_selector: h1\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    built(data, place(tmp_path / "two"))
    assert contents(tmp_path / "one/site") == contents(tmp_path / "two/site")


def test_labels_may_be_english_but_stems_are_of_what_agencies_write(
    write: Write, tmp_path: Path
) -> None:
    portal = "name: Portal\nlanguage: en\nintroduction: Words.\n"
    built(write({**FILES, "portal.yml": portal}), place(tmp_path))
    assert (tmp_path / "site" / INDEX / "dasar/wasm.id.pagefind").is_file()
    labels = json.loads((tmp_path / "site" / LIST).read_text())["labels"]
    assert labels["everywhere"] == "Search the whole portal"


def test_that_pagefind_fails_is_told_and_the_old_site_stays(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = write(FILES)
    built(data, place(tmp_path))
    before = contents(tmp_path / "site")
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho thread panicked >&2\nexit 101\n")
    broken.chmod(0o755)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: broken)
    (data / "agencies/kota-b/news/2026-01-02-kabar.yml").write_text(article("Kabar lain", 2))
    with pytest.raises(OSError, match="thread panicked: 'pagefind'"):
        built(data, place(tmp_path))
    assert contents(tmp_path / "site") == before
    assert not (tmp_path / ".site.pendopo/search").exists()


@pytest.mark.parametrize("kept", [0, 40])
@pytest.mark.parametrize("kind", ["fragment/*", "index/*", "*.pf_meta"])
def test_a_file_that_pagefind_could_not_write_whole_stops_the_build(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, kept: int
) -> None:
    make = pagefind.index

    def cut(pages: Iterable[tuple[str, str]], folder: Path, halted: Event) -> None:
        make(pages, folder, halted)
        file, *_ = sorted(folder.glob(kind))
        file.write_bytes(file.read_bytes()[:kept])

    monkeypatch.setattr(pagefind, "index", cut)
    with pytest.raises(OSError, match="is incomplete"):
        built(write(FILES), place(tmp_path))
    assert not (tmp_path / "site").exists()


def test_where_the_disk_has_no_room_for_an_index_none_is_begun(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind, "disk_usage", lambda folder: SimpleNamespace(free=10_000))
    with pytest.raises(OSError, match="No space left"):
        built(write(FILES), place(tmp_path))
    assert not (tmp_path / "site").exists()


def served(data: Path, folder: Path) -> Published:
    """A site that is served; its index is not yet renewed."""
    where = place(folder, in_place=True)
    with where.locked(), pool_of(data) as workers:
        compared = compare(read(Setup(data, where, TODAY, workers)))
        rendered = finish(render(compared, PUBLICATION, FRAME), lambda pages, share: None)
        return publish(rendered, Platform(), None)


def test_a_served_site_gets_its_index_after_its_pages(
    write: Write, tmp_path: Path, runs: list[str]
) -> None:
    _known.clear()
    data = write(FILES)
    fresh = tmp_path / "fresh"
    built(data, place(fresh))
    runs.clear()
    first = served(data, tmp_path)
    assert not (tmp_path / "site" / INDEX).exists()
    renew_index(first, Event())
    assert contents(tmp_path / "site") == contents(fresh / "site")
    (data / "agencies/kota-b/news/2026-01-02-kabar.yml").write_text(article("Kabar lain", 2))
    second = served(data, tmp_path)
    assert runs == ["dasar"]
    renew_index(first, Event())
    assert runs == ["dasar"]
    renew_index(second, Event())
    assert runs == ["dasar", "dasar"]
    assert "/kota-b/berita/2026-01-02-kabar/" in fragments(tmp_path / "site")
    third = served(data, tmp_path)
    renew_index(third, Event())
    assert runs == ["dasar", "dasar"]
    built(data, place(fresh))
    assert contents(tmp_path / "site") == contents(fresh / "site")


def test_a_server_that_ended_before_the_index_was_renewed_does_so_at_its_next_start(
    write: Write, tmp_path: Path, runs: list[str]
) -> None:
    _known.clear()
    data = write(FILES)
    served(data, tmp_path)
    _known.clear()
    renew_index(served(data, tmp_path), Event())
    assert runs == ["dasar"]


def test_renewing_the_index_leaves_off_when_it_is_told_to(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runs: list[str]
) -> None:
    monkeypatch.setattr(search, "MOST", 6)
    monkeypatch.setattr("pendopo.build.search.index.MOST_AT_ONCE", 1)
    _known.clear()
    data = write(FILES)
    build = served(data, tmp_path)
    halted = Event()
    make = pagefind.index

    def halting(pages: Iterable[tuple[str, str]], folder: Path, event: Event) -> None:
        make(pages, folder, event)
        halted.set()

    monkeypatch.setattr(pagefind, "index", halting)
    renew_index(build, halted)
    assert len(runs) == 1
    assert not (tmp_path / "site" / LIST).exists()
    renew_index(build, Event())
    assert len(listed(tmp_path / "site")) == 5
    fresh = tmp_path / "fresh"
    built(data, place(fresh))
    assert contents(tmp_path / "site") == contents(fresh / "site")
