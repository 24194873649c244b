"""What goes up, in which order, and what is told of each file."""

import re
from pathlib import Path

import pytest

from conftest import ROOT
from pendopo.publishing.headers import A_DAY, ASKED, FOR_EVER, KEPT, TYPES, UNKNOWN, WORDS, headers
from pendopo.publishing.plan import plan
from pendopo.publishing.records import packed
from pendopo.publishing.site import site_in
from publications import laid, site

NGINX = (ROOT / "deploy/nginx.conf").read_text("utf-8")


def test_what_pages_need_goes_up_before_them_and_what_lists_them_after(tmp_path: Path) -> None:
    files = site_in(laid(tmp_path, site("satu", 1)), packed=False).files
    there = {"dinas-0/index.html": "lain", "index.html": "lain", "404.html": "lain"}
    assert plan(files, there).groups == (
        (
            ".well-known/security.txt",
            "assets/satu.css",
            "assets/tetap.css",
            "cari/indeks/dasar/fragment/id_satu.pf_fragment",
            "dinas-0/media/foto-satu-400.webp",
        ),
        ("cari/indeks/dasar/pagefind.js",),
        ("dinas-0/berita/satu/index.html",),
        ("dinas-0/index.html",),
        ("404.html", "index.html"),
        ("build.json", "dinas-0/berita/atom.xml", "sitemap.xml"),
    )


def test_pages_that_are_gone_are_deleted_before_what_they_need(tmp_path: Path) -> None:
    files = site_in(laid(tmp_path, site("satu", 1)), packed=False).files
    marks = {path: each.mark for path, each in files.items()}
    found = plan(files, {**marks, "a/foto.webp": "x", "b/index.html": "x", "c.pdf": "x"})
    assert found.uploads == []
    assert found.gone == (("b/index.html",), ("a/foto.webp", "c.pdf"))
    assert (found.kept, found.size) == (len(files), 0)


def test_the_order_covers_every_file_of_a_site_once(built: Path) -> None:
    files = site_in(built, packed=False).files
    found = plan(files, {})
    assert sorted(found.uploads) == sorted(files)
    assert len(found.uploads) == len([path for path in built.rglob("*") if path.is_file()])
    *_, front, last = found.groups
    assert "index.html" in front
    assert {"build.json", "sitemap.xml", "robots.txt", "berita/atom.xml"} <= {*last}


def test_headers_are_those_of_the_example_for_nginx(built: Path) -> None:
    rules = re.findall(r'(?m)^    "~/(.*)" "(.*)";$', NGINX)
    assert [(rule.pattern, value) for rule, value in KEPT] == [
        (f"(^|/){rule}", value) for rule, value in rules
    ]
    typed = re.findall(r"(?m)^        (\S+/\S+) (\w[ \w]*);$", NGINX)
    theirs = {f".{suffix}": kind for kind, names in typed for suffix in names.split()}
    ours = WORDS | TYPES
    assert {suffix: ours.get(suffix) for suffix in theirs} == theirs
    suffixes = {path.suffix for path in built.rglob("*.*") if path.is_file()}
    unknown = {each for each in suffixes if headers(f"a{each}", 1, packed=False).kind == UNKNOWN}
    assert unknown == {".pf_fragment", ".pf_index", ".pf_meta", ".pagefind"}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", ("text/html; charset=utf-8", ASKED, "gzip")),
        ("a/plan.JSON", ("application/json; charset=utf-8", ASKED, "gzip")),
        ("assets/icon.svg", ("image/svg+xml", ASKED, "gzip")),
        ("assets/cards/0123456789abcdef.jpg", ("image/jpeg", FOR_EVER, "")),
        ("a/media/foto-0123456789-400.avif", ("image/avif", FOR_EVER, "")),
        ("cari/indeks/dasar/fragment/id_1.pf_fragment", (UNKNOWN, A_DAY, "")),
        ("a/media/renstra.pdf", ("application/pdf", ASKED, "")),
        ("tanpa-akhiran", (UNKNOWN, ASKED, "")),
    ],
)
def test_a_file_is_packed_only_where_a_browser_unpacks_it(
    path: str, expected: tuple[str, str, str]
) -> None:
    assert headers(path, 512, packed=True) == expected
    assert headers(path, 512, packed=False) == (*expected[:2], "")
    assert headers(path, 511, packed=True) == (*expected[:2], "")


def test_the_record_of_forty_thousand_files_is_small() -> None:
    marks = {
        f"kabupaten-{number % 40}/dinas-{number}/index.html": f"{number * 7919**9:032x}"[:32]
        for number in range(40_000)
    }
    assert len(packed(marks)) < 2_000_000
    assert packed(marks) == packed(dict(reversed(marks.items())))


def test_another_type_of_the_same_bytes_goes_up_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid(tmp_path, site("satu", 1))
    marks = {path: each.mark for path, each in site_in(tmp_path, packed=False).files.items()}
    monkeypatch.setitem(WORDS, ".css", "text/x-css")
    found = plan(site_in(tmp_path, packed=False).files, marks)
    assert found.uploads == ["assets/satu.css", "assets/tetap.css"]
