"""A build that is killed at any moment: the old or the new site is there, and the next is right."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from budgets import share, thorough
from conftest import MINIATURE, ROOT, TODAY, at_length
from pendopo.build import exchange as exchanges
from pendopo.build import pool as pools
from pendopo.build.publish import Outcome
from places import built, contents, place, pool_of

STEPS = ("open", "mkdir", "link", "unlink", "rename", "replace", "rmdir")
CITY = "agencies/kota-contoh"


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder with a site and a data folder that has been edited since, and a fresh site of it."""
    folder = tmp_path_factory.mktemp("killed")
    shutil.copytree(MINIATURE, folder / "data")
    for office in ("dinas-lingkungan", "dinas-arsip", "dinas-pertamanan"):
        shutil.rmtree(folder / f"data/{CITY}/{office}")
    for name in ("plans/2025-2045.yml", "redirects.yml"):
        (folder / f"data/{CITY}/{name}").unlink()
    assert isinstance(built(folder / "data", place(folder), TODAY), Outcome)
    head = folder / f"data/{CITY}/agency.yml"
    head.write_text(head.read_text().replace("Kota Contoh", "Kota Teladan"))
    (folder / f"data/{CITY}/news/2025-12-01-kunjungan.md").unlink()
    (folder / f"data/{CITY}/news/2026-01-31-baru.yml").write_text(
        "title: Baru\npublished: 2026-01-31\nbody: Baru.\n"
    )
    assert isinstance(built(folder / "data", place(folder / "fresh"), TODAY), Outcome)
    return folder, folder / "fresh/site"


def spread(most: int) -> set[int]:
    """A few steps: of the beginning, of the end where folders are exchanged, and between."""
    return {1, 7, most // 4, most // 2, 3 * most // 4, most - 3, most}


def steps_of(work: Callable[[], Any]) -> int:
    """How many changes of files `work` makes, in a process of its own that is not killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        made = counting(lambda: None)
        work()
        os.write(writing, str(made[0]).encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    with os.fdopen(reading) as told:
        return int(told.read())


def counting(act: Callable[[], object]) -> list[int]:
    """Has every change of a file counted, in the list that it gives; `act` runs before each."""
    made = [0]

    def counted(function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            made[0] += 1
            act()
            return function(*arguments, **options)

        return run

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))
    exchanges._exchanged = counted(exchanges._exchanged)
    return made


def killed_at(step: int, work: Callable[[], Any]) -> bool:
    """Runs `work` in a process that is killed before its `step`th change of a file; if it was."""
    child = os.fork()
    if child == 0:

        def kill() -> None:
            if made[0] == step:
                os.kill(os.getpid(), signal.SIGKILL)

        made = counting(kill)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.thorough
@pytest.mark.parametrize("in_one_step", [pytest.param(True, marks=at_length), False])
def test_killed_before_any_change_of_a_file(
    edited: tuple[Path, Path],
    tmp_path: Path,
    in_one_step: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not in_one_step:
        monkeypatch.setattr(exchanges, "_renameat2", lambda: None)
    folder, fresh = edited
    old, new = contents(folder / "site"), contents(fresh)
    assert old != new
    shutil.copytree(folder, tmp_path / "counted")
    where = place(tmp_path / "counted")
    most = steps_of(partial(built, tmp_path / "counted/data", where, TODAY))
    assert contents(tmp_path / "counted/site") == new
    assert most > 400
    steps = {*range(1, 20), *range(20, most, 7), most} if thorough() else spread(most)
    for step in sorted(steps):
        again = tmp_path / str(step)
        shutil.copytree(folder, again)
        where = place(again)
        assert killed_at(step, partial(built, again / "data", where, TODAY)), step
        if in_one_step or (again / "site").exists():
            assert contents(again / "site") in (old, new), step
        assert isinstance(built(again / "data", where, TODAY), Outcome)
        assert contents(again / "site") == new, step
        assert isinstance(built(again / "data", where, TODAY), Outcome)
        shutil.rmtree(again)


@at_length
def test_killed_at_random_with_several_processes(
    edited: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pools, "TOO_FEW", 1)
    folder, fresh = edited
    old, new = contents(folder / "site"), contents(fresh)
    chance = random.Random(1)

    def work(where: Path) -> Outcome | list[Any]:
        return built(
            where / "data", place(where), TODAY, pool=lambda data: pool_of(data, 2, "fork")
        )

    shutil.copytree(folder, tmp_path / "timed")
    started = time.monotonic()
    assert isinstance(work(tmp_path / "timed"), Outcome)
    whole = time.monotonic() - started
    for number in range(share(12, 2)):
        again = tmp_path / str(number)
        shutil.copytree(folder, again)
        child = os.fork()
        if child == 0:
            work(again)
            os._exit(0)
        time.sleep(chance.random() * whole)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert contents(again / "site") in (old, new)
        assert isinstance(work(again), Outcome)
        assert contents(again / "site") == new


@at_length
def test_mkdocs_killed_at_random(tmp_path: Path) -> None:
    for name in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(MINIATURE, tmp_path / "data")
    site = tmp_path / "site"
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1769900000", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"]

    def run(*more: str) -> None:
        subprocess.run([*command, *more], cwd=tmp_path, env=environment, check=True)

    run()
    chance = random.Random(2)
    for number in range(share(5, 1)):
        old = contents(site)
        document = tmp_path / "docs/tentang.md"
        document.write_text(f"{document.read_text()}\nBaris {number}.\n")
        head = tmp_path / f"data/{CITY}/agency.yml"
        head.write_text(f"{head.read_text()}# {number}\n".replace("Contoh bagi", "Contoh  bagi"))
        run("--site-dir", str(tmp_path / "fresh/site"))
        new = contents(tmp_path / "fresh/site")
        shutil.rmtree(tmp_path / "fresh")
        assert old != new
        process = subprocess.Popen(command, cwd=tmp_path, env=environment)
        time.sleep(chance.uniform(0.2, 0.6))
        process.kill()
        process.wait()
        assert contents(site) in (old, new)
        run()
        assert contents(site) == new
