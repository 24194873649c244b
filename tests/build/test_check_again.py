"""A check that goes on from what the last one left says the same as one that begins anew."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from conftest import AGENCY, MINIATURE, PORTAL, TODAY
from pendopo.build import check as checks
from pendopo.build import pool as pools
from pendopo.build import records, tasks, worker
from pendopo.build import verdict as verdicts
from pendopo.build.check import Check
from pendopo.commands import main
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import faults
from pendopo.reading.entry import read_entry
from places import site_of
from repositories import ENVIRONMENT

HEAD = "agencies/kota-uji/agency.yml"
ARTICLE = "agencies/kota-uji/news/2026-01-05-kabar.yml"
NEWS = 'title: Kabar\npublished: "2026-01-05"\nbody: Isi kabar.\n'
FILES = {"portal.yml": PORTAL, HEAD: AGENCY, ARTICLE: NEWS}


@pytest.fixture(autouse=True)
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files have just been written: only after a while a stamp stands for a file."""
    monkeypatch.setattr(records, "SETTLED", -(10**12))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / path).write_text(text)
    return tmp_path / "data"


def check_of(data: Path) -> Check:
    return Check(data, {"WIB": TODAY}, KINDS, data.parent / ".site.pendopo" / "check", 1)


def kept(data: Path) -> set[str]:
    return {path.name for path in check_of(data).kept.iterdir()}  # type: ignore[union-attr]


class Work:
    """What a check has read and planned."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read: list[str] = []
        self.planned: list[str] = []
        read, planned = read_entry, tasks._planned

        def noted(source: Any, *more: Any) -> Any:
            self.read.append(source.file.path)
            return read(source, *more)

        def planning(context: Any, agency: str) -> Any:
            self.planned.append(agency)
            return planned(context, agency)

        monkeypatch.setattr(worker, "read_entry", noted)
        monkeypatch.setattr(tasks, "_planned", planning)

    def done(self) -> tuple[list[str], list[str]]:
        done = sorted(self.read), sorted(self.planned)
        self.read, self.planned = [], []
        return done


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    return Work(monkeypatch)


@pytest.mark.parametrize("size", [1, 2])
def test_a_verdict_is_what_the_plan_of_the_whole_site_says(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pools, "TOO_FEW", 1)
    data = shutil.copytree(MINIATURE, tmp_path / "data")
    head = next(data.glob("agencies/*/agency.yml"))
    head.write_text(f"{head.read_text()}nmae: x\n")
    site, problems = site_of(data, TODAY)
    assert faults(problems)
    found = replace(check_of(data), size=size).verdict()
    assert found.problems == problems
    assert found.language == site.context.language
    assert (found.agencies, found.pages) == (len(site.context.directory.agencies), len(site.pages))


def test_where_nothing_has_changed_nothing_is_read_nor_planned(data: Path, work: Work) -> None:
    first = check_of(data).verdict()
    assert work.done() == (sorted(FILES), ["", "kota-uji"])
    assert check_of(data).verdict() == first
    assert work.done() == ([], [])


def test_after_an_edit_only_what_depends_on_it_is_done_again(data: Path, work: Work) -> None:
    other = data / "agencies/kota-lain/agency.yml"
    other.parent.mkdir()
    other.write_text(AGENCY.replace("Uji", "Lain"))
    check_of(data).verdict()
    work.done()
    (data / ARTICLE).write_text(NEWS.replace("Isi kabar", "Isi lain"))
    found = check_of(data).verdict()
    assert work.done() == ([ARTICLE], ["", "kota-uji"])
    assert found == replace(check_of(data), kept=None).verdict()


CHANGES: dict[str, Callable[[Path], object]] = {
    "a fault": lambda data: (data / ARTICLE).write_text(NEWS + "nmae: x\n"),
    "a fault mended": lambda data: (data / ARTICLE).write_text(NEWS),
    "a name": lambda data: (data / HEAD).write_text(AGENCY.replace("Uji", "Baru")),
    "an unknown file": lambda data: (data / "lain.txt").write_text("x"),
    "a file gone": lambda data: (data / ARTICLE).unlink(),
    "a day ahead": lambda data: (data / ARTICLE).write_text(NEWS.replace("2026-01", "2027-01")),
    "the language": lambda data: (data / "portal.yml").write_text(PORTAL + "language: en\n"),
    "a former name": lambda data: (data / HEAD).write_text(AGENCY + "formerly: [kota-lama]\n"),
    "no portal": lambda data: (data / "portal.yml").unlink(),
}


def test_each_change_is_judged_as_if_it_were_the_first_check(data: Path) -> None:
    for name, change in CHANGES.items():
        change(data)
        found = check_of(data).verdict()
        assert found == replace(check_of(data), kept=None).verdict(), name
        assert check_of(data).verdict() == found, name


def test_another_day_and_other_code_are_judged_anew(
    data: Path, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / ARTICLE).write_text(NEWS.replace("2026-01-05", f"{TODAY + timedelta(1)}"))
    assert "day-ahead" in {each.code for each in check_of(data).verdict().problems}
    later = replace(check_of(data), days={"WIB": TODAY + timedelta(1)})
    work.done()
    assert "day-ahead" not in {each.code for each in later.verdict().problems}
    assert work.done() == ([], ["", "kota-uji"])
    monkeypatch.setattr(checks, "environment", str)
    monkeypatch.setattr(verdicts, "environment", str)
    later.verdict()
    assert work.done() == (sorted(FILES), ["", "kota-uji"])


def test_a_file_that_is_still_new_is_not_known_by_its_stamp(
    data: Path, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "SETTLED", 10**12)
    check_of(data).verdict()
    assert "verdict.json" not in kept(data)
    work.done()
    check_of(data).verdict()
    assert work.done() == (sorted(FILES), [])


def test_what_somebody_else_has_written_is_not_believed(data: Path, work: Work) -> None:
    right = check_of(data).verdict()
    folder = data.parent / ".site.pendopo" / "check"
    for name, there, other in (
        ("verdict.json", '"agencies":1', '"agencies":9'),
        ("manifest.json", "Kota Uji", "Kota Palsu"),
    ):
        text = (folder / name).read_text()
        assert there in text
        (folder / name).write_text(text.replace(there, other))
    work.done()
    assert check_of(data).verdict() == right
    assert work.done() == (sorted(FILES), ["", "kota-uji"])


def in_use(folder: Path) -> FileLock:
    folder.mkdir(parents=True)
    lock = FileLock(folder / "lock", thread_local=False)
    lock.acquire()
    return lock


def linked(folder: Path) -> None:
    (folder.parent.parent / "elsewhere").mkdir()
    folder.parent.mkdir()
    folder.symlink_to(folder.parent.parent / "elsewhere")


def linked_above(folder: Path) -> None:
    (folder.parent.parent / "elsewhere").mkdir()
    folder.parent.symlink_to(folder.parent.parent / "elsewhere")


@pytest.mark.parametrize(
    "spoil", [in_use, linked, linked_above, lambda folder: folder.parent.write_text("a file")]
)
def test_a_check_that_can_keep_nothing_says_the_same(
    spoil: Callable[[Path], Any], data: Path, tmp_path: Path
) -> None:
    right = replace(check_of(data), kept=None).verdict()
    held = spoil(tmp_path / ".site.pendopo" / "check")
    assert check_of(data).verdict() == right
    assert not [*tmp_path.rglob("verdict.json")]
    assert not (tmp_path / "elsewhere").exists() or not [*(tmp_path / "elsewhere").iterdir()]
    del held


def test_the_command_keeps_what_it_found_beside_the_site_and_nowhere_else(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(data.parent)
    assert main(["check"]) == 0
    assert [path.name for path in data.parent.iterdir()] == ["data"]
    (data.parent / "mkdocs.yml").write_text("site_name: x\n")
    assert main(["check"]) == 0
    assert {"manifest.json", "verdict.json"} <= kept(data)
    first = capsys.readouterr().out
    assert main(["check"]) == 0
    assert capsys.readouterr().out * 2 == first
    (data / ARTICLE).write_text(NEWS + "nmae: x\n")
    assert main(["check"]) == 1
    assert main(["check", "--format", "json"]) == 1
    assert "nmae" in capsys.readouterr().out
    shutil.rmtree(data.parent / ".site.pendopo")
    monkeypatch.chdir(data)
    (data / "mkdocs.yml").write_text("site_name: x\n")
    main(["check", str(data.parent)])
    assert not [*data.parent.rglob("verdict.json")]


def test_days_of_other_zones_count_as_well(data: Path, work: Work) -> None:
    days = {"WIB": TODAY, "WIT": TODAY}
    replace(check_of(data), days=days).verdict()
    work.done()
    replace(check_of(data), days={**days, "WIT": date(2026, 2, 2)}).verdict()
    assert work.done() == ([], ["", "kota-uji"])
