"""`pendopo check --stale`: what nobody has touched for long, by the history of Git."""

import json
from datetime import date
from pathlib import Path

import pytest

from conftest import AGENCY, PORTAL
from pendopo.commands import main
from pendopo.history.git import History
from pendopo.history.untouched import months_before
from repositories import Repository

CITY, OFFICE = "agencies/kota-uji", "agencies/kota-uji/dinas-uji"
ARTICLE = "title: A\npublished: 2024-01-05\nbody: B\n"
PLAN = "type: RPJMD\ntitle: R\nvision: {{statement: Maju}}\nperiod: {{start: {}, end: {}}}\n"
PAGE = "title: Sejarah\nbody: B\n"


@pytest.fixture(autouse=True)
def _first_of_february(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769900000")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repo")
    put(made, "2024-03-01", {
        "portal.yml": PORTAL,
        f"{CITY}/agency.yml": AGENCY,
        f"{CITY}/pages/sejarah.yml": PAGE,
        f"{CITY}/news/2024-01-05-a.yml": ARTICLE,
        f"{CITY}/plans/2019-2024.yml": PLAN.format(2019, 2024),
        f"{CITY}/plans/2025-2029.yml": PLAN.format(2025, 2029),
        f"{OFFICE}/agency.yml": "type: dinas\nname: Dinas Uji\n",
        "agencies/kota-lama/agency.yml": "type: kota\nname: Lama\n"
        "status: {state: ditutup, since: 2020-01-01}\n",
    })  # fmt: skip
    put(made, "2025-07-01", {f"{CITY}/agency.yml": f"{AGENCY}tagline: Teduh\n"})
    put(made, "2025-12-01", {"portal.yml": f"{PORTAL}language: en\n"})
    return made


def put(repository: Repository, day: str, files: dict[str, str]) -> None:
    for path, text in files.items():
        (repository.data / path).parent.mkdir(parents=True, exist_ok=True)
        (repository.data / path).write_text(text)
    repository.git("add", "-A")
    repository.git("commit", "--quiet", "-m", "x", day=day)


def lines(capsys: pytest.CaptureFixture[str], repository: Repository, *options: str) -> list[str]:
    assert main(["check", str(repository.data), *options]) == 0
    return capsys.readouterr().out.replace(f"{repository.data}/", "").splitlines()


def test_what_must_stay_right_is_told_by_agency_the_oldest_first(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lines(capsys, repository, "--stale") == [
        "Dinas Uji",
        f"  2024-03-01  {OFFICE}/agency.yml",
        "Kota Uji",
        f"  2024-03-01  {CITY}/pages/sejarah.yml",
        f"  2024-03-01  {CITY}/plans/2025-2029.yml",
        f"  2025-07-01  {CITY}/agency.yml",
        "Untouched for 6 months and more: 4 files.",
    ]


def test_the_number_of_months_decides(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(lines(capsys, repository, "--stale", "8")) == 6
    assert lines(capsys, repository, "--stale", "24") == [
        "Untouched for 24 months and more: 0 files."
    ]
    assert "  2025-12-01  portal.yml" in lines(capsys, repository, "--stale", "1")
    assert main(["check", str(repository.data), "--stale", "0"]) == 2


def test_what_is_being_changed_is_not_told(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository.data / CITY / "pages/sejarah.yml").write_text(f"{PAGE}summary: Baru\n")
    (repository.data / CITY / "pages/baru.yml").write_text(PAGE.replace("Sejarah", "Baru"))
    assert "pages" not in "".join(lines(capsys, repository, "--stale"))


def test_programs_get_the_same_as_problems(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(repository.data), "--stale", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["problems"]
    assert [each["code"] for each in found] == ["file-untouched"] * 4
    assert found[0]["message"] == "Nobody has changed this file since 2024-03-01."


def test_a_merge_counts_for_what_it_brought(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "cabang")
    put(repository, "2024-05-01", {f"{CITY}/pages/sejarah.yml": f"{PAGE}summary: C\n"})
    repository.git("checkout", "--quiet", "main")
    put(repository, "2025-12-02", {f"{CITY}/agency.yml": AGENCY})
    repository.git("merge", "--quiet", "--no-ff", "-m", "x", "cabang", day="2026-01-02")
    days = History(repository.data).last_days()
    assert days[f"{CITY}/pages/sejarah.yml"] == "2026-01-02"
    assert days[f"{CITY}/agency.yml"] == "2025-12-02"


def test_without_a_whole_history_a_sentence_says_so(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = tmp_path / "data"
    alone.mkdir()
    (alone / "portal.yml").write_text(f"{PORTAL}language: en\n")
    assert main(["check", str(alone), "--stale"]) == 0
    assert "has no history that git can read" in capsys.readouterr().err
    repository.git(
        "clone", "--quiet", "--depth=1", f"file://{repository.folder}", str(tmp_path / "c")
    )
    assert main(["check", str(tmp_path / "c/data"), "--stale"]) == 0
    out, err = capsys.readouterr()
    assert "git fetch --unshallow" in err
    assert out == ""


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-02-01", 6, "2025-08-01"),
        ("2026-08-31", 6, "2026-02-28"),
        ("2026-12-31", 1, "2026-11-30"),
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-06-30", 1200, "1926-06-30"),
    ],
)
def test_months_are_counted_by_the_calendar(day: str, months: int, expected: str) -> None:
    assert months_before(date.fromisoformat(day), months).isoformat() == expected
