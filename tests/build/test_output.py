"""The published folder: what is written, linked, removed and exchanged there."""

import ctypes
import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from pendopo.basics.digests import digest
from pendopo.build import exchange as exchanges
from pendopo.build import output
from pendopo.build.exchange import exchange
from pendopo.build.output import Writer, WrittenFile, files_in, mirror, remove
from pendopo.reading.files import source_stamp
from places import contents
from without_unix.sitecustomize import Entries, link, rename


def made(root: Path, files: Mapping[str, str]) -> Path:
    """A folder of files."""
    root.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content)
    return root


def texts(root: Path) -> dict[str, str]:
    return {path: content.decode() for path, content in contents(root).items()}


def folders(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_dir()}


def written(root: Path) -> dict[str, WrittenFile]:
    """The files of a folder as the manifest records them."""
    stamps = files_in(str(root))
    return {path: WrittenFile(digest((root / path).read_bytes()), stamps[path]) for path in stamps}


# Writing.


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    writer = Writer(str(tmp_path / "site"))
    stamp = writer.write("a/b/c/index.html", "é".encode())
    assert texts(tmp_path / "site") == {"a/b/c/index.html": "é"}
    assert files_in(str(tmp_path / "site")) == {"a/b/c/index.html": stamp}
    writer.write("a/b/d/index.html", b"")
    writer.write("index.html", b"x")
    assert texts(tmp_path / "site") == {
        "a/b/c/index.html": "é",
        "a/b/d/index.html": "",
        "index.html": "x",
    }


def test_a_large_file_is_written_whole(tmp_path: Path) -> None:
    content = os.urandom(3_000_000)
    stamp = Writer(str(tmp_path)).write("a", content)
    assert (tmp_path / "a").read_bytes() == content
    assert stamp[1] == len(content)


def test_files_may_be_read_by_a_web_server(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        Writer(str(tmp_path)).write("a/b", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "a/b").stat().st_mode & 0o777 == 0o644
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o755


def test_a_file_is_replaced_and_another_link_to_it_keeps_its_content(tmp_path: Path) -> None:
    made(tmp_path, {"old/a/x": "before"})
    (tmp_path / "new/a").mkdir(parents=True)
    os.link(tmp_path / "old/a/x", tmp_path / "new/a/x")
    Writer(str(tmp_path / "new")).write("a/x", b"after")
    assert texts(tmp_path) == {"old/a/x": "before", "new/a/x": "after"}


def test_a_link_is_replaced_and_what_it_leads_to_is_not(tmp_path: Path) -> None:
    made(tmp_path, {"precious": "precious", "out/x": "x"})
    root = made(tmp_path / "site", {})
    (root / "a").symlink_to(tmp_path / "precious")
    (root / "b").symlink_to(tmp_path / "out")
    (root / "c").symlink_to(tmp_path / "nowhere")
    writer = Writer(str(root))
    for path in ("a", "b/x", "c"):
        writer.write(path, b"new")
    assert texts(tmp_path) == {
        **{"precious": "precious", "out/x": "x"},
        **{f"site/{path}": "new" for path in ("a", "b/x", "c")},
    }
    assert not any(path.is_symlink() for path in root.rglob("*"))
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_gives_way_to_a_file_and_a_file_to_a_folder(tmp_path: Path) -> None:
    made(tmp_path, {"a/b/c": "1", "a/d": "2", "e": "3"})
    writer = Writer(str(tmp_path))
    writer.write("a", b"file")
    writer.write("e/f/g", b"folder")
    assert texts(tmp_path) == {"a": "file", "e/f/g": "folder"}


def test_a_file_is_linked(tmp_path: Path) -> None:
    made(tmp_path, {"old/x": "x", "new/a/x": "before", "new/b/x/y": "a folder"})
    writer = Writer(str(tmp_path / "new"))
    for path in ("a/x", "b/x", "c/d/x"):
        writer.link(str(tmp_path / "old/x"), path)
        assert (tmp_path / "new" / path).samefile(tmp_path / "old/x")
    assert set(contents(tmp_path / "new")) == {"a/x", "b/x", "c/d/x"}


def test_a_file_is_moved(tmp_path: Path) -> None:
    made(tmp_path, {"from/x": "x", "from/y": "y", "to/a/x": "before", "to/y/z": "a folder"})
    writer = Writer(str(tmp_path / "to"))
    stamps = {path: writer.move(str(tmp_path / "from" / path[-1]), path) for path in ("a/x", "y")}
    assert texts(tmp_path) == {"to/a/x": "x", "to/y": "y"}
    assert files_in(str(tmp_path / "to")) == stamps


def test_a_system_that_cannot_be_told_to_follow_no_link_is_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, {"old/x": "x"})
    (tmp_path / "old/y").symlink_to("x")
    monkeypatch.setattr(os, "supports_follow_symlinks", os.supports_follow_symlinks - {os.link})
    monkeypatch.setattr(os, "link", link)
    writer = Writer(str(tmp_path / "new"))
    for name in ("x", "y"):
        writer.link(str(tmp_path / "old" / name), name)
    assert (tmp_path / "new/x").samefile(tmp_path / "old/x")
    assert (tmp_path / "new/y").readlink() == Path("x")


@pytest.mark.parametrize("number", [errno.EPERM, errno.EINVAL, errno.EOPNOTSUPP, errno.EMLINK])
def test_a_file_is_copied_where_it_cannot_be_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*paths: str, follow_symlinks: bool = True) -> None:
        raise OSError(number, os.strerror(number))

    made(tmp_path, {"old/x": "x"})
    monkeypatch.setattr(output, "_link", refuse)
    Writer(str(tmp_path / "new")).link(str(tmp_path / "old/x"), "x")
    assert texts(tmp_path) == {"old/x": "x", "new/x": "x"}
    assert (tmp_path / "new/x").stat().st_mtime_ns == (tmp_path / "old/x").stat().st_mtime_ns
    with pytest.raises(FileNotFoundError):
        Writer(str(tmp_path / "new")).link(str(tmp_path / "old/none"), "y")


# Looking.


def test_all_files_are_found_but_what_is_hidden_at_the_top(tmp_path: Path) -> None:
    names = ["index.html", "a/b/c.html", "a/.hidden", ".git/config", ".nojekyll", "a/.git/x"]
    made(tmp_path, dict.fromkeys(names, "x"))
    (tmp_path / "empty").mkdir()
    root = str(tmp_path)
    shown = {"index.html", "a/b/c.html", "a/.hidden", "a/.git/x"}
    assert set(files_in(root)) == {*shown, ".git/config", ".nojekyll"}
    new = made(tmp_path.parent / f"{tmp_path.name}-new", {})
    assert set(files_in(root, str(new))) == shown
    made(new, {".nojekyll": "other"})
    assert set(files_in(root, str(new))) == {*shown, ".nojekyll"}


def test_a_file_has_the_same_stamp_when_it_is_written_and_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the entry of a folder does not know the inode."""
    monkeypatch.setattr(os, "scandir", Entries)
    stamp = Writer(str(tmp_path)).write("a", b"x")
    assert files_in(str(tmp_path)) == {"a": stamp}
    assert stamp[-1] == (tmp_path / "a").stat().st_ino


def test_links_are_found_and_not_followed(tmp_path: Path) -> None:
    made(tmp_path / "out", {"x": "x"})
    root = made(tmp_path / "site", {})
    (root / "folder").symlink_to(tmp_path / "out")
    (root / "file").symlink_to(tmp_path / "out/x")
    (root / "broken").symlink_to(tmp_path / "nowhere")
    assert set(files_in(str(root))) == {"folder", "file", "broken"}


def test_where_there_is_no_folder_there_is_nothing(tmp_path: Path) -> None:
    made(tmp_path, {"file": "x"})
    assert files_in(str(tmp_path / "none")) == {}
    assert files_in(str(tmp_path / "file")) == {}


def test_a_file_that_changes_has_another_stamp_and_one_that_is_linked_the_same(
    tmp_path: Path,
) -> None:
    made(tmp_path, {"a": "1", "b": "22"})
    before = files_in(str(tmp_path))
    os.link(tmp_path / "a", tmp_path / "c")
    (tmp_path / "b").write_text("333")
    after = files_in(str(tmp_path))
    assert after["a"] == before["a"] == after["c"]
    assert after["b"] != before["b"]


# Bringing a folder up to date.


def brought_up(new: Path, old: Path) -> None:
    """Makes `new` hold what `old` does."""
    assert mirror(str(old), str(new)) == files_in(str(old)) == files_in(str(new))
    assert contents(new) == contents(old)
    for path in contents(new):
        assert (new / path).samefile(old / path)
    assert folders(new) == {path for path in folders(old) if any((old / path).rglob("*.*"))}


def test_what_is_missing_is_linked_and_what_is_unwanted_removed_with_its_folders(
    tmp_path: Path,
) -> None:
    old = made(tmp_path / "old", {"a/x.html": "x", "b.html": "b", "c/d/e.html": "e"})
    unwanted = {"a/y.html": "y", "f/g/h.html": "h", "c/d/i.html": "i", "b.html": "other"}
    new = made(tmp_path / "new", unwanted)
    brought_up(new, old)
    assert not (new / "f").exists()
    brought_up(new, old)


def test_without_inodes_every_file_is_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two files of one size and one time need not be the same."""
    old, new = made(tmp_path / "old", {"x": "1"}), made(tmp_path / "new", {"x": "2"})
    os.utime(old / "x", ns=(0, 0))
    os.utime(new / "x", ns=(0, 0))
    monkeypatch.setattr(output, "output_stamp", lambda status: (*source_stamp(status)[:1], 1, 0))
    mirror(str(old), str(new))
    assert texts(new) == {"x": "1"}


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    old = made(tmp_path / "old", {"a/x.html": "x"})
    brought_up(tmp_path / "new", old)


def test_a_file_in_the_place_of_a_folder_and_the_other_way_round(tmp_path: Path) -> None:
    old = made(tmp_path / "old", {"a.x": "file", "b.x/c.x": "folder"})
    new = made(tmp_path / "new", {"a.x/b.x/c.x": "folder", "b.x": "file"})
    brought_up(new, old)
    brought_up(made(tmp_path / "third", {"b.x/c.x/d.x": "x"}), old)


PATHS = st.lists(st.sampled_from(["a.x", "b.x", "c.x"]), min_size=1, max_size=3).map("/".join)
FILES = st.dictionaries(PATHS, st.sampled_from(["1", "22"]), max_size=6).filter(
    lambda files: not any(a != b and b.startswith(f"{a}/") for a in files for b in files)
)


@tries(150)
@given(FILES, FILES)
def test_any_folder_is_brought_up(
    tmp_path_factory: pytest.TempPathFactory, old: dict[str, str], new: dict[str, str]
) -> None:
    tmp_path = tmp_path_factory.mktemp("any")
    brought_up(made(tmp_path / "new", new), made(tmp_path / "old", old))


def test_files_are_removed_with_the_folders_that_become_empty(tmp_path: Path) -> None:
    made(tmp_path, {"a/b/c/x": "", "a/y": "", "d/e/z": "", "f": ""})
    remove(str(tmp_path), ["a/b/c/x", "d/e/z", "none/at/all", "top", "f/g"])
    assert folders(tmp_path) == {"a"}
    assert texts(tmp_path) == {"a/y": "", "f": ""}


def test_a_folder_that_took_the_place_of_a_file_is_not_removed(tmp_path: Path) -> None:
    made(tmp_path, {"a/index.html": ""})
    remove(str(tmp_path), ["a"])
    assert texts(tmp_path) == {"a/index.html": ""}


def test_a_file_that_cannot_be_removed_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows while somebody reads it: it would be published again."""

    def refuse(path: str) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    made(tmp_path, {"a": "", "b/c": ""})
    monkeypatch.setattr(os, "unlink", refuse)
    remove(str(tmp_path), ["b"])
    with pytest.raises(PermissionError):
        remove(str(tmp_path), ["a"])


# The exchange.


@pytest.fixture(params=["one step", "two moves", "not supported"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With Linux's exchange, without it, and where the file system does not know it."""
    if request.param == "two moves":
        monkeypatch.setattr(exchanges, "_renameat2", lambda: None)
    elif request.param == "not supported":
        monkeypatch.setattr(exchanges, "_renameat2", lambda: lambda *_: -1)
        monkeypatch.setattr(ctypes, "get_errno", lambda: errno.EINVAL)
    elif exchanges._renameat2() is None:
        pytest.fail("this system has no renameat2")


SITE = pytest.mark.usefixtures("system")


def both(tmp_path: Path, old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Path, Path]:
    return made(tmp_path / "work/next", new), made(tmp_path / "site", old)


@SITE
def test_two_folders_change_places_and_again(tmp_path: Path) -> None:
    new, published = both(tmp_path, {"a": "old"}, {"a": "new", "b/c": "new"})
    exchange(str(new), str(published))
    assert texts(published) == {"a": "new", "b/c": "new"}
    assert texts(new) == {"a": "old"}
    exchange(str(new), str(published))
    assert texts(published) == {"a": "old"}
    assert texts(new) == {"a": "new", "b/c": "new"}
    assert {path.name for path in tmp_path.iterdir()} == {"work", "site"}
    assert {path.name for path in new.parent.iterdir()} == {"next"}


@SITE
def test_where_nothing_is_published_yet_the_new_folder_goes_there(tmp_path: Path) -> None:
    new = made(tmp_path / "work/next", {"a": "new"})
    published = tmp_path / "deep/down/site"
    exchange(str(new), str(published))
    assert texts(published) == {"a": "new"}
    assert not new.exists()


@SITE
def test_what_is_hidden_in_the_published_folder_stays_there(tmp_path: Path) -> None:
    old = {".git/config": "git", ".git/refs/heads/main": "1", ".nojekyll": "old", "a": "old"}
    new, published = both(tmp_path, {**old, ".well-known/x": "theirs"}, {"a": "new"})
    made(new, {".nojekyll": "new"})
    for number in range(3):
        exchange(str(new), str(published), {".nojekyll", "a"})
        word, other = ("new", "old") if number % 2 == 0 else ("old", "new")
        assert texts(published) == {
            **{".git/config": "git", ".git/refs/heads/main": "1", ".well-known/x": "theirs"},
            **{".nojekyll": word, "a": word},
        }
        assert texts(new) == {".nojekyll": other, "a": other}


@SITE
def test_a_link_at_the_place_of_the_published_folder_is_no_reason_to_fail(tmp_path: Path) -> None:
    elsewhere = made(tmp_path / "elsewhere", {"x": "theirs"})
    new = made(tmp_path / "work/next", {"a": "new"})
    published = tmp_path / "site"
    published.symlink_to(elsewhere)
    exchange(str(new), str(published))
    assert texts(published) == {"a": "new"}
    assert not published.is_symlink()
    assert texts(elsewhere) == {"x": "theirs"}


def test_what_is_published_stays_where_the_new_folder_cannot_be_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows while somebody reads a file of it."""
    monkeypatch.setattr(exchanges, "_renameat2", lambda: None)
    new, published = both(tmp_path, {"a": "old"}, {"a": "new"})
    with monkeypatch.context() as patch, (new / "a").open("rb"):
        patch.setattr(os, "rename", rename)
        with pytest.raises(PermissionError):
            exchange(str(new), str(published))
    assert texts(published) == {"a": "old"}
    exchange(str(new), str(published))
    assert texts(published) == {"a": "new"}


@pytest.mark.parametrize("after", [1, 2])
def test_after_two_moves_were_cut_short_the_next_exchange_goes_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    class CutError(Exception):
        pass

    def cut(source: str, target: str) -> None:
        moves.append(source)
        if len(moves) > after:
            raise CutError
        really(source, target)

    moves: list[str] = []
    really = os.rename
    monkeypatch.setattr(exchanges, "_renameat2", lambda: None)
    new, published = both(tmp_path, {"a": "old"}, {"a": "new"})
    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", cut)
        with pytest.raises(CutError):
            exchange(str(new), str(published))
    for word in ("newer", "newest"):
        shutil.rmtree(new, ignore_errors=True)
        made(new, {"a": word})
        exchange(str(new), str(published))
        assert texts(published) == {"a": word}


def test_a_failure_that_is_none_of_the_system_is_told(tmp_path: Path) -> None:
    published = made(tmp_path / "site", {"a": "old"})
    with pytest.raises(OSError, match=r"site|none"):
        exchange(str(tmp_path / "none"), str(published))
    assert texts(published) == {"a": "old"}
