"""`pendopo review`: the copy that opens from a folder, and the pages that a change touches."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pendopo.build.changed import MOST, ChangedPage, Changes, changes, document, markdown
from pendopo.build.offline import copy, linked
from pendopo.commands import main

SHOWN = "<!doctype html><title>{title} - Portal</title><p>{text}"


def site(folder: Path, pages: dict[str, str]) -> Path:
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """A site before and after a change."""
    same = {"index.html": SHOWN.format(title="Depan", text="a")}
    before = {
        "kota/index.html": SHOWN.format(title="Kota", text="lama"),
        "gone/index.html": SHOWN.format(title="Dulu", text="a"),
        "kota/plan.json": "1",
    }
    after = {
        "kota/index.html": SHOWN.format(title="Kota &amp;\n *A* @b", text="baru"),
        "dinas/index.html": "<p>tanpa judul",
        "kota/plan.json": "2",
    }
    return site(tmp_path / "lama", same | before), site(tmp_path / "baru", same | after)


def test_changes_are_told_by_page_and_counted_for_other_files(two: tuple[Path, Path]) -> None:
    assert changes(*two) == Changes(
        (
            ChangedPage("new", "dinas/index.html", "dinas/index.html"),
            ChangedPage("removed", "gone/index.html", "Dulu - Portal"),
            ChangedPage("changed", "kota/index.html", "Kota & *A* @b - Portal"),
        ),
        others=1,
    )
    assert changes(two[0], two[0]) == Changes((), 0)


def test_what_data_says_is_no_markdown_and_no_html() -> None:
    hostile = "[x](http://a.b) <img src=x> `c` @d | www.e.f *g*"
    found = Changes((ChangedPage("changed", "a b/index.html", hostile),), 0)
    told = markdown(found, "", str)
    row = told.splitlines()[-1].removeprefix("- changed: ").removesuffix(" (a b\\/index\\.html)")
    assert "@<!-- -->d" in row
    assert re.fullmatch(r"(?:[\w ]|\\[^\w\s]|@<!-- -->)+", row)
    page = document(found, "id", str)
    assert "<img" not in page
    assert '<a href="a%20b/index.html">' in page


def test_changed_and_removed_pages_link_to_what_is_published() -> None:
    pages = tuple(ChangedPage(how, f"{how}/index.html", how) for how in ("new", "changed"))
    lines = markdown(Changes(pages, 0), "https://a.example/b/", str).splitlines()
    assert lines[-2:] == [
        "- new: new (new\\/index\\.html)",
        "- changed: [changed](https://a.example/b/changed/) (changed\\/index\\.html)",
    ]


def test_a_summary_does_not_grow_without_end() -> None:
    pages = tuple(ChangedPage("new", f"{number}/index.html", "x") for number in range(MOST + 3))
    for told in (markdown(Changes(pages, 0), "", str), document(Changes(pages, 0), "id", str)):
        assert told.count("<a ") + told.count("- new") == MOST
        assert "And 3 more." in told


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("./", "./index.html"),
        ("../", "../index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("../kota/visi/#misi", "../kota/visi/index.html#misi"),
        ("../cari/?q=a/b", "../cari/index.html?q=a/b"),
        *((same, same) for same in ("", "#isi", "?q=a/", "a.css", "../a/b.json", "../a/..b")),
        *((same, same) for same in ("https://a.example/", "//a.example/", "/", "mailto:a@b/")),
    ],
)
def test_links_to_folders_become_links_to_files(link: str, file: str) -> None:
    assert linked(f'<a class="x" href="{link}">') == f'<a class="x" href="{file}">'


def test_no_other_byte_of_a_page_changes(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.html").write_bytes(b'caf\xe9\r\n<a href="b/">')
    copy(tmp_path / "site", tmp_path / "copy")
    assert (tmp_path / "copy/a.html").read_bytes() == b'caf\xe9\r\n<a href="b/index.html">'


def test_only_tags_are_changed() -> None:
    page = '<p data-href="a/">href="a/"</p><img src="a/"><form action="../cari/">'
    assert linked(page) == page.replace("../cari/", "../cari/index.html")


def test_the_command_copies_and_tells(
    two: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = map(str, two)
    folder = tmp_path / "salinan"
    assert main(["review", new, str(folder), "--before", old, "--address", "https://a.b/"]) == 0
    out = capsys.readouterr().out
    assert "Halaman: 1 baru, 1 berubah, 1 dihapus. Berkas lain: 1." in out
    assert "[Dulu \\- Portal](https://a.b/gone/)" in out
    assert '<a href="dinas/index.html">' in (folder / "perubahan.html").read_text("utf-8")
    assert main(["review", new, str(folder)]) == 2
    assert "sudah ada" in capsys.readouterr().err


def test_without_a_site_before_only_the_place_of_the_copy_is_said(
    two: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "salinan"
    assert main(["review", str(two[1]), str(folder)]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"Buka {folder / 'index.html'} di peramban.\n")


@pytest.mark.parametrize("page", [(1280, "light")], indirect=True, ids=str)
def test_the_copy_of_a_site_opens_from_its_folder(built: Path, tmp_path: Path, page: Page) -> None:
    folder = tmp_path / "salinan"
    assert main(["review", str(built), str(folder)]) == 0
    page.goto((folder / "kota-contoh/index.html").as_uri())
    page.locator("main a[href*=visi-misi]").first.click()
    expect(page).to_have_url((folder / "kota-contoh/visi-misi/2025-2029/index.html").as_uri())
    expect(page.locator(".skip")).to_have_css("position", "absolute")
