"""Long lists of agencies, on as many pages as it takes."""

from collections.abc import Mapping

import pytest

from conftest import AGENCY, TODAY, Write
from markup import shown, text, texts
from pendopo.government.directory import Directory
from pendopo.kinds.portal.pages import agencies as directory
from pendopo.site import sublists as parted
from pendopo.site.planning import Site
from pendopo.site.sublists import Sublist, sublists
from places import site_of

PLAN = "type: Renstra\ntitle: a\nperiod: {start: 2025, end: 2029}\n"


def government(*ids: str, plans: bool = False) -> dict[str, str]:
    """Villages, with the agencies above them."""
    files: dict[str, str] = {}
    for each in ids:
        names = each.split("/")
        for depth in range(1, len(names) + 1):
            kind = "desa" if depth == len(names) else "kabupaten"
            folder = f"agencies/{'/'.join(names[:depth])}"
            files.setdefault(f"{folder}/agency.yml", f"type: {kind}\nname: {names[depth - 1]}\n")
        if plans:
            files[f"agencies/{each}/plans/p.yml"] = PLAN
    return files


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three agencies are the most that a page lists."""
    monkeypatch.setattr(parted, "LONGEST", 3)
    monkeypatch.setattr(directory, "LONGEST", 3)


def site(write: Write, files: Mapping[str, str]) -> Site:
    return site_of(write(files), TODAY)[0]


def outline(found: Directory, ids: list[str]) -> list[tuple[str, list[str], list[tuple[str, int]]]]:
    def said(part: Sublist) -> tuple[str, list[str], list[tuple[str, int]]]:
        branches = [(agency.id, count) for agency, count in part.branches]
        return part.within.id if part.within else "", [each.id for each in part.listed], branches

    return [said(part) for part in sublists(found, (found.agencies[each] for each in ids))]


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ([], [("", [], [])]),
        (["a/1", "a/2", "b"], [("", ["a/1", "a/2", "b"], [])]),
        (
            ["a/1", "a/2", "b/1", "c"],
            [("", ["b/1", "c"], [("a", 2)]), ("a", ["a/1", "a/2"], [])],
        ),
        (["a", "a/1", "a/2", "a/3"], [("", ["a", "a/1", "a/2", "a/3"], [])]),
        (
            ["a", "a/b/1", "a/b/2", "a/c/1", "a/c/2"],
            [
                ("", ["a"], [("a/b", 2), ("a/c", 2)]),
                ("a/b", ["a/b/1", "a/b/2"], []),
                ("a/c", ["a/c/1", "a/c/2"], []),
            ],
        ),
        (
            ["x", "a/b/1", "a/b/2", "a/c/1", "a/c/2"],
            [
                ("", ["x"], [("a", 4)]),
                ("a", [], [("a/b", 2), ("a/c", 2)]),
                ("a/b", ["a/b/1", "a/b/2"], []),
                ("a/c", ["a/c/1", "a/c/2"], []),
            ],
        ),
    ],
)
def test_a_list_is_parted_by_what_lies_above(
    write: Write, ids: list[str], expected: list[object]
) -> None:
    found = site(write, government(*ids) or {"agencies/z/agency.yml": AGENCY}).context.directory
    assert outline(found, ids) == expected


VILLAGES = [f"{above}/{number}" for above in ("a", "b") for number in (1, 2, 3)]


def test_a_long_list_of_a_type_leads_to_every_agency(write: Write) -> None:
    built = site(write, government(*VILLAGES))
    first = shown(built, "instansi/desa/")
    assert texts(first, "ul/li") == ["a (3)", "b (3)"]
    assert [each.get("href") for each in first.findall("ul/li/a")] == [
        *("../../instansi/desa/a/", "../../instansi/desa/b/"),
    ]
    page = built.by_address["instansi/desa/b/"]
    assert [link.address for link in built.trail(page)] == ["", "instansi/", "instansi/desa/"]
    assert texts(shown(built, "instansi/desa/b/"), "ul/li/a") == ["1", "2", "3"]
    assert text(shown(built, "instansi/desa/b/").find("h1")) == "Desa di b"
    assert len({each.title for each in built.pages}) == len(built.pages) - 3  # villages by number


def test_of_a_long_tree_the_upper_levels_are_shown(write: Write) -> None:
    tree = shown(site(write, government(*VILLAGES)), "instansi/")
    assert texts(tree, "ul/li/a[1]") == ["a", "b"]
    assert texts(tree, "ul/li/a[2]") == [f"3 instansi di bawahnya: {each}" for each in "ab"]
    assert tree.findall("ul/li/ul") == []
    assert tree.findall("ul/li/a")[1].get("href") == "../a/#di-bawahnya"


def test_behind_a_number_is_its_list_however_long(write: Write) -> None:
    built = site(write, government(*VILLAGES, plans=True))
    first = shown(built, "kinerja/rencana-berlaku/")
    assert texts(first, "ul/li") == ["a (3)", "b (3)"]
    assert texts(shown(built, "kinerja/rencana-berlaku/a/"), ".//li/div/a[1]") == ["1", "2", "3"]
    assert texts(shown(built, "kinerja/tanpa-rencana/"), ".//li/div/a[1]") == ["a", "b"]
    page = built.by_address["kinerja/rencana-berlaku/a/"]
    assert [link.address for link in page.trail] == ["kinerja/", "kinerja/rencana-berlaku/"]
