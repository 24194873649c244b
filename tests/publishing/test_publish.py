"""Publishing to folders and to memory: only what changed, in order, broken off at any step."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from budgets import thorough
from pendopo.publishing import run as runs
from pendopo.publishing.site import LocalSite
from pendopo.stores.store import Headers, Store
from publications import held, laid, missing, public, publishing, site

to_memory = publishing("memory://situs")


@pytest.fixture(autouse=True)
def _empty_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MemoryFileSystem, "store", {})
    monkeypatch.setattr(MemoryFileSystem, "pseudo_dirs", [""])


@pytest.fixture
def changes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All changes of stores, in their order: `+ path` and `- path`."""
    made: list[str] = []
    write, delete = Store.write, Store.delete

    def written(self: Store, path: str, content: bytes, headers: Headers | None = None) -> None:
        write(self, path, content, headers)
        made.append(f"+ {path}")

    def deleted(self: Store, path: str) -> None:
        delete(self, path)
        made.append(f"- {path}")

    monkeypatch.setattr(Store, "write", written)
    monkeypatch.setattr(Store, "delete", deleted)
    return made


def in_memory() -> dict[str, bytes]:
    found = MemoryFileSystem.store.items()
    return {path.removeprefix("/situs/"): each.getvalue() for path, each in found}


def of_readers(changes: list[str]) -> list[str]:
    return [each for each in changes if " .pendopo/" not in each]


def test_a_whole_site_is_published_as_it_is(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "www/situs"
    run = publishing(f"file://{folder}")
    assert run(built) == 0
    assert held(folder) == held(built)
    assert {each.name for each in (folder / ".pendopo").iterdir()} == {"published.json.gz"}


def test_a_second_run_changes_nothing(
    tmp_path: Path, changes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = laid(tmp_path / "site", site("satu"))
    assert to_memory(folder) == 0
    assert len(of_readers(changes)) == len(site("satu"))
    changes.clear()
    capsys.readouterr()
    assert to_memory(folder) == 0
    assert changes == []
    assert f"Diunggah: 0 (0 KB). Dihapus: 0. Tetap: {len(site('satu'))}." in capsys.readouterr().out


def test_only_what_differs_goes_up_and_the_record_before_deletions(
    tmp_path: Path, changes: list[str]
) -> None:
    old = site("satu", 2)
    new = {**old, "index.html": b"baru", "dinas-0/media/surat.pdf": b"%PDF"}
    del new["dinas-1/index.html"], new["dinas-1/media/foto-satu-400.webp"]
    assert to_memory(laid(tmp_path / "site", old)) == 0
    changes.clear()
    assert to_memory(laid(tmp_path / "site", new)) == 0
    assert changes == [
        "+ .pendopo/unfinished.json.gz",
        "+ dinas-0/media/surat.pdf",
        "+ index.html",
        "+ .pendopo/unfinished.json.gz",
        "+ .pendopo/published.json.gz",
        "- dinas-1/index.html",
        "- dinas-1/media/foto-satu-400.webp",
        "- .pendopo/unfinished.json.gz",
    ]
    assert public(in_memory()) == new


def test_hidden_files_and_links_are_not_published(tmp_path: Path) -> None:
    folder = laid(tmp_path / "site", {**site("satu"), ".git/config": b"x", "a/.env": b"x"})
    (tmp_path / "rahasia").write_text("x")
    (folder / "tautan.txt").symlink_to(tmp_path / "rahasia")
    assert to_memory(folder) == 0
    assert public(in_memory()) == site("satu")


def test_folders_that_are_empty_go_with_their_last_file(tmp_path: Path) -> None:
    run = publishing(f"file://{tmp_path}/www")
    assert run(laid(tmp_path / "site", {**site("satu"), "a/b/c.txt": b"x"})) == 0
    (tmp_path / "www/dinas-0/punya-lain").mkdir()
    assert run(laid(tmp_path / "site", site("satu"))) == 0
    assert not (tmp_path / "www/a").exists()
    assert (tmp_path / "www/dinas-0/punya-lain").exists()


def test_a_dry_run_tells_all_and_changes_nothing(
    tmp_path: Path, changes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = laid(tmp_path / "site", site("satu", 1))
    assert to_memory(folder, "--dry-run") == 0
    assert changes == []
    assert in_memory() == {}
    assert "+ index.html (1 KB)" in capsys.readouterr().out.splitlines()
    assert to_memory(folder) == 0
    before = in_memory()
    changes.clear()
    capsys.readouterr()
    assert to_memory(laid(folder, site("dua", 1)), "--dry-run") == 0
    told = [each for each in capsys.readouterr().out.splitlines() if each[:2] in {"+ ", "- "}]
    assert in_memory() == before
    assert to_memory(folder) == 0
    # Within a group, several go up at once.
    said = sorted(re.sub(r" \(.*\)$", "", each) for each in told)
    assert said == sorted(of_readers(changes))


def test_files_of_others_stay_and_are_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    MemoryFileSystem().pipe_file("/situs/arsip/surat.pdf", b"penting")
    for word in ("satu", "dua"):
        assert to_memory(laid(tmp_path / "site", site(word))) == 0
        assert public(in_memory()) == {**site(word), "arsip/surat.pdf": b"penting"}
    assert "1 berkas di sana bukan dari Pendopo, dan dibiarkan." in capsys.readouterr().out


def test_files_of_others_are_replaced_only_where_one_takes_over(
    tmp_path: Path, changes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    MemoryFileSystem().pipe_file("/situs/index.html", b"penting")
    folder = laid(tmp_path / "site", site("satu"))
    assert to_memory(folder) == 1
    assert in_memory() == {"index.html": b"penting"}
    assert changes == []
    assert capsys.readouterr().err == (
        "Di memory://situs ada berkas bernama sama yang tidak ditaruh oleh Pendopo (1), misalnya "
        "index.html. Pilih alamat lain, atau izinkan penggantiannya dengan --take-over.\n"
    )
    assert to_memory(folder, "--take-over") == 0
    assert public(in_memory()) == site("satu")


def test_another_site_is_replaced_only_where_one_takes_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert to_memory(laid(tmp_path / "site", site("satu"))) == 0
    other = {**site("satu", 0), "lain/index.html": b"lain"}
    assert to_memory(laid(tmp_path / "lain", other)) == 1
    assert public(in_memory()) == site("satu")
    assert "berisi situs lain: 24 dari 33 berkasnya akan dihapus." in capsys.readouterr().err
    assert to_memory(tmp_path / "lain", "--take-over") == 0
    assert public(in_memory()) == other


class KilledError(BaseException):
    """Stands for the end of a process: nothing catches it."""


class Steps:
    """Counts changes of stores; from the one `end` on, or in its middle, each raises an error."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.end, self.after, self.made = 0, False, 0
        for name in ("write", "delete"):
            patch.setattr(Store, name, self._counted(getattr(Store, name)))

    def _counted(self, change: Callable[..., None]) -> Callable[..., None]:
        def run(*arguments: object) -> None:
            self.made += 1
            step = self.made
            if self.end and step >= self.end:
                if self.after and step == self.end:
                    change(*arguments)
                raise KilledError
            change(*arguments)

        return run


@pytest.mark.thorough
@pytest.mark.parametrize("after", [False, True])
def test_broken_off_at_any_step_readers_find_all_and_the_next_run_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    monkeypatch.setattr(runs, "PAUSE", 0.0)
    # `lain` lacks what both others have, so that marks left by one must not mislead another.
    sites = {word: site(word, 2) for word in ("satu", "dua")}
    sites["lain"] = {**site("dua", 1), "baru/index.html": b"baru"}
    folders = {word: laid(tmp_path / word, files) for word, files in sites.items()}
    steps = Steps(monkeypatch)
    assert to_memory(folders["satu"]) == 0
    start, steps.made = dict(MemoryFileSystem.store), 0
    assert to_memory(folders["dua"], "--take-over") == 0
    assert steps.made > 25
    for end in range(1, steps.made + 1, 1 if thorough() else 3):
        for next_ in ("dua", "satu", "lain"):
            monkeypatch.setattr(MemoryFileSystem, "store", dict(start))
            steps.made, steps.end, steps.after = 0, end, after
            with pytest.raises(KilledError):
                to_memory(folders["dua"], "--take-over")
            assert missing(public(in_memory())) == set(), end
            steps.end = 0
            assert to_memory(folders[next_], "--take-over") == 0
            assert public(in_memory()) == sites[next_], (end, next_)
            assert ".pendopo/unfinished.json.gz" not in in_memory()


def test_what_went_up_does_not_go_up_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(runs, "PAUSE", 0.0)
    monkeypatch.setattr(runs, "WORKERS", 1)
    steps = Steps(monkeypatch)
    steps.end = 41
    folder = laid(tmp_path / "site", site("satu"))
    with pytest.raises(KilledError):
        to_memory(folder)
    # The record of what is to be done, then of each file the file and the record again.
    assert len(public(in_memory())) == 20
    steps.end = 0
    capsys.readouterr()
    assert to_memory(folder, "--dry-run") == 0
    out = capsys.readouterr().out
    assert "Penerbitan sebelumnya terputus; yang ini meneruskannya." in out
    assert f"Diunggah: {len(site('satu')) - 19} " in out
    assert to_memory(folder) == 0
    assert public(in_memory()) == site("satu")


def test_an_interruption_is_told_and_what_is_done_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(runs, "WORKERS", 1)
    write = Store.write

    def written(self: Store, path: str, content: bytes, headers: Headers | None = None) -> None:
        if path == "sitemap.xml":
            raise KeyboardInterrupt
        write(self, path, content, headers)

    folder = laid(tmp_path / "site", site("satu"))
    with monkeypatch.context() as patch:
        patch.setattr(Store, "write", written)
        assert to_memory(folder) == 130
    assert to_memory(folder, "--dry-run") == 0
    assert "Diunggah: 1 " in capsys.readouterr().out


def test_few_large_files_are_in_memory_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "LARGE", 10)
    content, held_now, most = LocalSite.content, [0], [0]
    write = Store.write

    def read(self: LocalSite, path: str) -> bytes:
        held_now[0] += 1
        most[0] = max(most[0], held_now[0])
        return content(self, path)

    def written(self: Store, path: str, content: bytes, headers: Headers | None = None) -> None:
        write(self, path, content, headers)
        held_now[0] -= headers is not None

    monkeypatch.setattr(LocalSite, "content", read)
    monkeypatch.setattr(Store, "write", written)
    files = {f"a/{number}.pdf": b"x" * 10 for number in range(30)}
    small = {"index.html": b"x", "build.json": b"{}"}
    assert to_memory(laid(tmp_path / "site", {**files, **small})) == 0
    assert most[0] <= 3


def test_a_page_in_a_folder_is_never_half_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = publishing(f"file://{tmp_path}/www")
    assert run(laid(tmp_path / "site", site("satu"))) == 0
    seen: list[bytes] = []

    def moved(source: str, target: str) -> str:
        there = Path(target)
        if there.name == "index.html" and there.exists():
            seen.append(there.read_bytes())
        Path(source).replace(target)
        return target

    monkeypatch.setattr(shutil, "move", moved)
    assert run(laid(tmp_path / "site", site("dua"))) == 0
    assert set(seen) <= {*site("satu").values()}
    assert len(seen) == 7


def test_how_far_it_is_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("pendopo.commands.publish.PAUSE", 0.0)
    assert to_memory(laid(tmp_path / "site", site("satu"))) == 0
    count = len(site("satu"))
    err = capsys.readouterr().err
    assert f"{count} dari {count} berkas sudah terunggah.\n" in err
