"""A build after one change: the same files as a build from nothing, and no page made needlessly."""

from pathlib import Path

import pytest

from conftest import MINIATURE, TODAY, Write
from pendopo.building import Outcome
from places import built, contents, place
from test_fingerprint import CHANGES, FILES


def outcome(data: Path, folder: Path) -> Outcome:
    done = built(data, place(folder), TODAY)
    assert isinstance(done, Outcome), done
    return done


@pytest.mark.parametrize("name", CHANGES)
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
    again = outcome(MINIATURE, tmp_path)
    assert (again.built, again.kept, again.removed) == (0, pages, 0)
    assert {path: path.stat() for path in (tmp_path / "site").rglob("*")} == stamps


def test_only_the_pages_that_show_a_change_are_made_again(write: Write, tmp_path: Path) -> None:
    data = write(FILES)
    outcome(data, tmp_path)
    before = contents(tmp_path / "site")
    CHANGES["title"](data)
    done = outcome(data, tmp_path)
    after = contents(tmp_path / "site")
    changed = {path for path in after if after[path] != before.get(path) and "indeks" not in path}
    assert changed == {
        *("index.html", "berita/index.html", "kota-uji/index.html", "kota-uji/berita/index.html"),
        *(f"kota-uji/berita/{name}/index.html" for name in ("2026-01-15-a", "2026-01-16-b")),
    }
    assert (done.built, done.removed) == (len(changed), 0)
