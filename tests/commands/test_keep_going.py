"""`pendopo build --keep-going`: one agency's fault does not stop the others."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import AGENCY, EPOCH, PORTAL, ROOT, TODAY, Write, at_length
from pendopo.build import records
from pendopo.build.publish import Outcome
from pendopo.commands import main
from pendopo.history.search import Check, Sound, search
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import faults
from pendopo.reading.texts import RecordFile
from places import built, contents, place, site_of
from repositories import ENVIRONMENT, Repository

HEAD, OTHER = "agencies/kota-uji/agency.yml", "agencies/kota-lain/agency.yml"
LAIN = AGENCY.replace("Uji", "Lain")
FAULTY = AGENCY + "nmae: x\n"
SOUND = {"portal.yml": PORTAL, HEAD: AGENCY, OTHER: LAIN}
KEEP_GOING = ["build", "--keep-going", "--quiet"]


@pytest.fixture
def repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with a sound government of 6 January, and all that builds its site."""
    for name, value in {**ENVIRONMENT, "SOURCE_DATE_EPOCH": EPOCH}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("PENDOPO_DATA", raising=False)
    monkeypatch.chdir(project)
    repository = Repository(project)
    (project / ".gitignore").write_text("site\n.site.pendopo\n")
    repository.commit("2026-01-06", SOUND)
    return repository


def page(repository: Repository, name: str) -> str:
    return (repository.folder / "site" / name / "index.html").read_text()


def test_an_agency_with_faults_is_published_as_it_was_and_the_build_ends_red(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REPOSITORY_URL", "https://github.com/contoh/profil")
    monkeypatch.setenv("EDIT_URI", "edit/main/docs/")
    repository.write({HEAD: FAULTY, OTHER: LAIN + "tagline: Paling baru\n"})
    assert main(KEEP_GOING) == 1
    said = capfd.readouterr().err.splitlines()
    commit = repository.git("rev-parse", "--short=7", "HEAD")
    assert said[-1] == (
        f"Kota Uji diterbitkan sebagaimana keadaannya pada 6 Januari 2026 (commit {commit}), "
        "karena berkas terbarunya masih bermasalah."
    )
    assert [each for each in said if "Kunci nmae" in each] == [
        f"ERROR   -  data/{HEAD}:3:1: Kunci nmae tidak dikenal di sini. [key-unknown-nearest]"
    ]
    shown = page(repository, "kota-uji")
    assert "Halaman ini menampilkan keadaan pada" in shown
    # It is mended where staff edit it.
    assert f"https://github.com/contoh/profil/edit/main/data/{HEAD}" in shown
    assert "Paling baru" in page(repository, "kota-lain")
    assert "Halaman ini menampilkan" not in page(repository, "kota-lain")


def test_the_readme_says_so() -> None:
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split())
    assert (
        "`pendopo build --keep-going` publishes an agency with faults as it last was without them "
        "in the history of the repository, all others as they are now, and ends with exit code 1 "
        "all the same."
    ) in readme


@at_length
def test_without_faults_it_is_a_build_like_any_other(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pendopo.mkdocs.keep_going.load_config", None)
    assert main(KEEP_GOING) == 0
    assert "Kota Uji" in page(repository, "kota-uji")
    assert not (repository.folder / ".site.pendopo/sound").exists()


def test_without_the_option_a_fault_stops_the_build(repository: Repository) -> None:
    repository.write({HEAD: FAULTY})
    assert main(["build", "--quiet"]) == 1
    assert not (repository.folder / "site").exists()


def test_a_fault_that_only_the_whole_site_shows_is_kept_out_too(
    repository: Repository, capfd: pytest.CaptureFixture[str]
) -> None:
    old = "agencies/kota-uji/redirects.yml"
    repository.write({old: "redirects:\n  lama: tiada/\n"})
    assert faults(site_of(repository.data, TODAY)[1])
    assert main(KEEP_GOING) == 1
    assert "6 Januari 2026" in capfd.readouterr().err
    assert "Halaman ini menampilkan keadaan" in page(repository, "kota-uji")


@at_length
def test_an_agency_at_the_address_of_a_page_written_by_hand_is_left_out(
    repository: Repository, capfd: pytest.CaptureFixture[str]
) -> None:
    (repository.folder / "docs/kota-uji.md").write_text("# Kota kita\n")
    settings = repository.folder / "mkdocs.yml"
    text = settings.read_text()
    settings.write_text(text.replace("nav:\n", "nav:\n  - Kota kita: kota-uji.md\n"))
    repository.commit("2026-01-07")
    assert main(KEEP_GOING) == 1
    assert capfd.readouterr().err.splitlines()[-1] == (
        "agencies/kota-uji tidak diterbitkan: ada masalah di dalamnya, dan tidak ditemukan keadaan "
        "yang benar dalam riwayat repositori."
    )
    assert "Kota kita" in page(repository, "kota-uji")
    assert "Kota Lain" in page(repository, "kota-lain")


def test_with_a_faulty_portal_and_no_history_the_last_good_site_stays(
    repository: Repository, capfd: pytest.CaptureFixture[str]
) -> None:
    site = repository.folder / "site"
    site.mkdir()
    (site / "index.html").write_text("lama")
    repository.git("checkout", "--quiet", "--orphan", "baru")
    repository.write({"portal.yml": "nmae: x\n"})
    assert main(KEEP_GOING) == 1
    assert contents(site) == {"index.html": b"lama"}
    said = capfd.readouterr().err
    assert said.count("Kunci nmae") == 1
    assert "diterbitkan" not in said


@at_length
def test_what_fails_for_another_reason_is_not_tried_again(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("pendopo.mkdocs.keep_going.load_config", None)
    (repository.folder / "docs/baru.md").write_text("[x](tiada.md)\n")
    assert main(["build", "--keep-going"]) == 1
    assert capfd.readouterr().err.count("tiada.md") == 1


def test_without_a_site_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(KEEP_GOING) == 2


def test_builds_of_the_data_and_of_what_is_sound_of_them_take_turns(
    write: Write, tmp_path: Path
) -> None:
    data, where = write(SOUND), place(tmp_path)
    pages: list[int] = []
    for step, text in enumerate((AGENCY, FAULTY, FAULTY, AGENCY)):
        (data / HEAD).write_text(text)
        (data / OTHER).write_text(LAIN + f"introduction: Langkah {step}\n")
        sound = Sound(data, {})
        if found := faults(site_of(data, TODAY)[1]):
            check: Check = lambda each: faults(site_of(each, TODAY)[1])  # noqa: E731
            sound = search(data, Path(where.folder), KINDS, check, found) or sound
        other = place(tmp_path / f"{step}")
        done = built(sound.folder, where, TODAY, standing=sound.standing, home=data)
        built(sound.folder, other, TODAY, standing=sound.standing)
        assert contents(where.published) == contents(other.published)
        assert ("kota-uji/index.html" in contents(where.published)) == (text != FAULTY)
        assert isinstance(done, Outcome)
        pages.append(done.built)
    # Only the page with the introduction is made again while the fault lasts.
    assert pages[2] == 1


@at_length
def test_what_a_build_of_the_data_has_read_a_build_of_what_is_sound_need_not_read_again(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write({HEAD: FAULTY})
    monkeypatch.setattr(records, "SETTLED", -(10**12))
    for _ in range(2):
        assert main(KEEP_GOING) == 1
    opened: list[str] = []
    monkeypatch.setattr(RecordFile, "read", spied(opened, RecordFile.read))
    assert main(KEEP_GOING) == 1
    assert HEAD in opened
    assert OTHER not in opened


def spied(opened: list[str], read: Callable[..., Any]) -> Callable[..., Any]:
    def wrapped(file: RecordFile, folder: Path) -> Any:
        opened.append(file.path)
        return read(file, folder)

    return wrapped
