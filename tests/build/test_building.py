"""A build after one change: the same files as a build from nothing, and no page made needlessly."""

import shutil
from pathlib import Path

import pytest

from changed_data import CHANGES, FILES
from conftest import MINIATURE, TODAY, Write, often
from pendopo.basics.addresses import INDEX
from pendopo.build.publish import Outcome
from pendopo.build.sizes import sizes_in
from places import built, contents, place


def outcome(data: Path, folder: Path) -> Outcome:
    done = built(data, place(folder), TODAY)
    assert isinstance(done, Outcome), done
    return done


@pytest.mark.parametrize("name", often(CHANGES, every=4))
def test_after_a_change_the_site_is_that_of_a_build_from_nothing(
    write: Write, tmp_path: Path, name: str
) -> None:
    data = write(FILES)
    outcome(data, tmp_path)
    CHANGES[name](data)
    outcome(data, tmp_path)
    outcome(data, tmp_path / "fresh")
    assert contents(tmp_path / "site") == contents(tmp_path / "fresh/site")


def test_a_build_without_a_change_makes_and_writes_nothing(tmp_path: Path) -> None:
    first = outcome(MINIATURE, tmp_path)
    pages = len(list((tmp_path / "site").rglob("*.html")))
    assert (first.built, first.kept, first.removed) == (pages, 0, 0)
    stamps = {path: path.stat() for path in (tmp_path / "site").rglob("*")}
    assert first.size == sum(sizes_in(str(tmp_path / "site")).values())
    again = outcome(MINIATURE, tmp_path)
    assert (again.built, again.kept, again.removed) == (0, pages, 0)
    assert again.size == first.size
    assert {path: path.stat() for path in (tmp_path / "site").rglob("*")} == stamps


def anew(folder: Path) -> None:
    """Makes every file below a folder anew, as a checkout or a cache does."""
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy, copy_function=shutil.copyfile)
    shutil.rmtree(folder)
    copy.rename(folder)


def test_a_site_that_comes_from_a_cache_is_kept(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(MINIATURE, data)
    first = outcome(data, tmp_path)
    anew(tmp_path / "site")
    anew(data)
    shutil.rmtree(tmp_path / ".site.pendopo/next")
    before = contents(tmp_path / "site")
    inodes = {path: path.stat().st_ino for path in (tmp_path / "site").rglob("*.*")}
    again = outcome(data, tmp_path)
    assert (again.built, again.kept, again.removed) == (0, first.built, 0)
    assert contents(tmp_path / "site") == before
    assert {path: path.stat().st_ino for path in (tmp_path / "site").rglob("*.*")} == inodes


def test_of_a_site_that_comes_from_a_cache_what_is_not_as_it_was_is_made_again(
    tmp_path: Path,
) -> None:
    outcome(MINIATURE, tmp_path)
    before = contents(tmp_path / "site")
    anew(tmp_path / "site")
    page, picture = tmp_path / "site/index.html", next((tmp_path / "site").rglob("*.avif"))
    page.write_text(page.read_text().replace("Kota Contoh", "Kota Curang"))
    picture.write_bytes(bytes(picture.stat().st_size))
    secret = tmp_path / "secret"
    secret.write_bytes(before["robots.txt"])
    (tmp_path / "site/robots.txt").unlink()
    (tmp_path / "site/robots.txt").symlink_to(secret)
    changed = contents(tmp_path / "site")
    assert {path for path in before if changed[path] != before[path]} == {
        picture.relative_to(tmp_path / "site").as_posix(),
        "index.html",
    }
    again = outcome(MINIATURE, tmp_path)
    assert again.built == 1
    assert contents(tmp_path / "site") == before
    assert not (tmp_path / "site/robots.txt").is_symlink()


def test_only_the_pages_that_show_a_change_are_made_again(write: Write, tmp_path: Path) -> None:
    data = write(FILES)
    outcome(data, tmp_path)
    before = contents(tmp_path / "site")
    CHANGES["title"](data)
    done = outcome(data, tmp_path)
    after = contents(tmp_path / "site")
    changed = {path for path in after if after[path] != before.get(path) and "indeks" not in path}
    pages = {
        *("index.html", "berita/index.html", "kota-uji/index.html", "kota-uji/berita/index.html"),
        *(f"kota-uji/berita/{name}/index.html" for name in ("2026-01-15-a", "2026-01-16-b")),
    }
    assert changed == pages | {
        *("build.json", "berita/atom.xml", "kota-uji/berita/atom.xml"),
        *("api/v1/news/2026.json", "api/v1/agencies/kota-uji.json"),
    }
    assert (done.built, done.removed) == (len(pages), 0)


def test_a_change_of_a_text_renews_its_page_and_the_feeds_alone(
    write: Write, tmp_path: Path
) -> None:
    data = write(FILES)
    article = data / "agencies/kota-uji/news/2026-01-15-a.yml"
    # Lists show a summary, or else how the text begins.
    article.write_text(article.read_text() + "summary: Ringkas.\n")
    outcome(data, tmp_path)
    before = contents(tmp_path / "site")
    article.write_text(article.read_text().replace("Teks.", "Lain."))
    outcome(data, tmp_path)
    after = contents(tmp_path / "site")
    changed = {path for path in after if after[path] != before.get(path)}
    assert {path for path in changed if not path.startswith(INDEX)} == {
        *("build.json", "berita/atom.xml", "kota-uji/berita/atom.xml"),
        "kota-uji/berita/2026-01-15-a/index.html",
    }


def test_a_page_that_goes_makes_a_redirect_to_it_told(write: Write, tmp_path: Path) -> None:
    lines = 'redirects:\n  - {{old: lama, new: "{}"}}\n'.format
    path, article = "agencies/kota-uji/desa-a/redirects.yml", "/kota-uji/berita/2026-01-15-a"
    data = write({**FILES, path: lines(article)})
    outcome(data, tmp_path)
    stub = tmp_path / "site/kota-uji/desa-a/lama/index.html"
    assert "2026-01-15-a/" in stub.read_text()
    before = contents(tmp_path / "site")
    (data / "agencies/kota-uji/news/2026-01-15-a.yml").unlink()
    for _ in range(2):
        problems = built(data, place(tmp_path), TODAY)
        assert isinstance(problems, list)
        assert [f"{each.place()} {each.code}" for each in problems] == [
            f"{path}:2:22 redirect-missing-nearest"
        ]
        assert contents(tmp_path / "site") == before
    write({path: lines("/kota-uji/berita")})
    outcome(data, tmp_path)
    assert "2026-01-15-a/" not in stub.read_text()
    (data / path).unlink()
    outcome(data, tmp_path)
    assert not stub.exists()


def test_a_page_that_comes_makes_a_redirect_in_its_place_told(write: Write, tmp_path: Path) -> None:
    files = {"agencies/kota-uji/redirects.yml": "redirects: [{old: desa-b, new: desa-a}]\n"}
    data = write({**FILES, **files})
    outcome(data, tmp_path)
    write({"agencies/kota-uji/desa-b/agency.yml": "type: desa\nname: Desa B\n"})
    problems = built(data, place(tmp_path), TODAY)
    assert isinstance(problems, list)
    assert [each.code for each in problems] == ["redirect-below"]
    page = tmp_path / "site/kota-uji/desa-b/index.html"
    assert "http-equiv" in page.read_text()
    (data / "agencies/kota-uji/redirects.yml").unlink()
    outcome(data, tmp_path)
    assert "Desa B" in page.read_text()
