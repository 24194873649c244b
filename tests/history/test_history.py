"""The newest sound state of each agency with faults is found in the history."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import AGENCY, PORTAL, TODAY
from pendopo.government.standing import Standing
from pendopo.history import git, states
from pendopo.history import search as searching
from pendopo.history.search import Sound, search
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import Problem, faults
from pendopo.reading.files import source_stamp
from places import contents, site_of
from repositories import Repository
from samples import PNG

KOTA, LAIN = "agencies/kota-uji", "agencies/kota-lain"
HEAD, OTHER, BELOW = f"{KOTA}/agency.yml", f"{LAIN}/agency.yml", f"{KOTA}/dinas-a/agency.yml"
NEWS = f"{KOTA}/news/2026-01-05-kabar.yml"
ARTICLE = "title: {}\npublished: 2026-01-05\nbody: Teks.\n".format
FAULTY = AGENCY + "nmae: x\n"
SOUND = {"portal.yml": PORTAL, HEAD: AGENCY, OTHER: AGENCY}


def coded(code: str, more: str = "") -> str:
    return f'{AGENCY}region_code: "{code}"\n{more}'


def problems(folder: Path) -> list[Problem]:
    return faults(site_of(folder, TODAY)[1])


def found(repository: Repository) -> Sound | None:
    workshop = repository.folder / ".site.pendopo"
    data = repository.data
    return search(data, workshop, KINDS, problems, problems(data))


def sound(repository: Repository) -> tuple[dict[str, bytes], dict[str, Standing]]:
    """All files of the sound folder, which has no fault, and what stands at an earlier state."""
    result = found(repository)
    assert result
    assert problems(result.folder) == []
    return contents(result.folder), dict(result.standing)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository")
    made.commit("2026-01-01", SOUND)
    return made


def test_an_agency_is_as_it_last_was_without_faults_and_all_others_as_they_are_now(
    repository: Repository,
) -> None:
    photo = f"{KOTA}/media/foto.png"
    repository.commit("2026-01-02", {NEWS: ARTICLE("Kabar"), photo: PNG})
    last = repository.commit("2026-01-03", {HEAD: AGENCY + "tagline: Maju\n"})
    repository.commit("2026-01-04", {HEAD: FAULTY, photo: None})
    repository.commit("2026-01-05", {OTHER: AGENCY + "tagline: Baru\n"})
    later = f"{KOTA}/news/2026-01-06-lagi.yml"
    repository.write({later: ARTICLE("Lagi"), NEWS: ARTICLE("Lain")})
    files, standing = sound(repository)
    assert standing == {"kota-uji": Standing(last, "2026-01-03")}
    assert files == {
        "portal.yml": PORTAL.encode(),
        HEAD: (AGENCY + "tagline: Maju\n").encode(),
        OTHER: (AGENCY + "tagline: Baru\n").encode(),
        NEWS: ARTICLE("Kabar").encode(),
        photo: PNG,
    }


def test_states_with_faults_of_their_own_are_passed_over_without_reading_the_whole(
    repository: Repository,
) -> None:
    repository.commit("2026-01-02", {NEWS: "title: x\n"})
    repository.commit("2026-01-03", {NEWS: None, f"{KOTA}/catatan.docx": "isi"})
    photo = {f"{KOTA}/media/foto.png": b"bukan gambar"}
    repository.commit("2026-01-04", {f"{KOTA}/catatan.docx": None, **photo})
    repository.commit("2026-01-05", {HEAD: "type: kota\n"})
    data, checked = repository.data, []

    def check(folder: Path) -> list[Problem]:
        checked.append(folder)
        return problems(folder)

    result = search(data, repository.folder / ".site.pendopo", KINDS, check, problems(data))
    assert result
    assert result.standing["kota-uji"].day == "2026-01-01"
    assert checked == [result.folder]


def test_the_day_is_that_in_jakarta(repository: Repository) -> None:
    repository.commit("2026-01-02T23:30:00+00:00", {HEAD: AGENCY + "tagline: Maju\n"})
    repository.write({HEAD: FAULTY})
    assert sound(repository)[1]["kota-uji"].day == "2026-01-03"


def without_history(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository.folder / ".git").rename(repository.folder / "git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repository.folder.parent))


def without_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository.folder))


def never_sound(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.git("checkout", "--quiet", "--orphan", "baru")
    repository.commit("2026-01-02", {HEAD: FAULTY})


def no_commit(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.git("checkout", "--quiet", "--orphan", "baru")


def new(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.git("checkout", "--quiet", "--orphan", "baru")
    repository.git("rm", "--quiet", "-r", "--cached", f"data/{KOTA}")
    repository.git("commit", "--quiet", "--message", "x")


def too_long_ago(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(states, "MOST_COMMITS", 3)
    for day in ("02", "03", "04"):
        repository.commit(f"2026-01-{day}", {HEAD: FAULTY + f"tagline: {day}\n"})


def damaged(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    name = repository.git("rev-parse", f"HEAD:data/{HEAD}")
    # Other agencies have the same content: theirs are in the data folder.
    (repository.folder / ".git/objects" / name[:2] / name[2:]).unlink()


def too_large(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(states, "MOST_BYTES", len(AGENCY) - 1)


def too_many(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(states, "MOST_FILES", 0)


@pytest.mark.parametrize(
    "change",
    [
        *(without_history, without_git, never_sound, no_commit, new, too_long_ago, damaged),
        *(too_large, too_many),
    ],
)
def test_an_agency_without_any_sound_state_is_left_out(
    repository: Repository,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Repository, pytest.MonkeyPatch], None],
) -> None:
    change(repository, monkeypatch)
    repository.write({HEAD: FAULTY})
    files, standing = sound(repository)
    assert standing == {"kota-uji": Standing()}
    assert set(files) == {"portal.yml", OTHER}


def test_a_shallow_clone_has_the_states_that_it_brings(
    repository: Repository, tmp_path: Path
) -> None:
    last = repository.commit("2026-01-02", {OTHER: AGENCY + "tagline: Baru\n"})
    origin = repository.folder.as_uri()
    repository.git("clone", "--quiet", "--depth", "1", origin, str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    clone.write({HEAD: FAULTY})
    # What is older is not there, so the state is told with the day of the only commit.
    assert sound(clone)[1] == {"kota-uji": Standing(last, "2026-01-02")}
    clone.commit("2026-01-03")
    repository.commit("2026-01-04", {HEAD: FAULTY})
    repository.git("clone", "--quiet", "--depth", "1", origin, str(tmp_path / "later"))
    assert sound(Repository(tmp_path / "later"))[1] == {"kota-uji": Standing()}


def test_what_was_tried_on_a_branch_was_never_published(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.git("checkout", "--quiet", "-b", "usul")
    repository.commit("2026-01-02", {HEAD: AGENCY + "tagline: Percobaan\n"})
    repository.commit("2026-01-03", {HEAD: FAULTY})
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "--message", "x", "usul", day="2026-01-04")
    assert sound(repository)[1] == {"kota-uji": Standing(first, "2026-01-01")}


def test_a_fault_across_agencies_falls_on_the_one_that_refers(repository: Repository) -> None:
    old = repository.commit("2026-01-02", {HEAD: coded("12.75"), BELOW: coded("12.75.05")})
    repository.commit("2026-01-03", {HEAD: coded("12.76"), BELOW: coded("12.76.05")})
    # The one above is as it is now: its own files have no fault.
    repository.write({BELOW: coded("12.77.05")})
    _, standing = sound(repository)
    assert standing == {
        "kota-uji/dinas-a": Standing(standing["kota-uji/dinas-a"].commit, "2026-01-03")
    }
    # Where it goes back itself, what fitted its newest state goes back with it.
    repository.write({HEAD: coded("12.77", "nmae: x\n"), BELOW: coded("12.77.05")})
    repository.commit("2026-01-04")
    files, standing = sound(repository)
    assert {each.day for each in standing.values()} == {"2026-01-03"}
    assert standing.keys() == {"kota-uji", "kota-uji/dinas-a"}
    assert files[BELOW] == coded("12.76.05").encode()
    assert old not in {each.commit for each in standing.values()}


def test_an_agency_below_a_faulty_one_is_as_it_is_now(repository: Repository) -> None:
    repository.commit("2026-01-02", {BELOW: AGENCY})
    new = f"{KOTA}/dinas-b/agency.yml"
    repository.write({HEAD: FAULTY, BELOW: AGENCY + "tagline: Baru\n", new: AGENCY})
    files, standing = sound(repository)
    assert standing.keys() == {"kota-uji"}
    # The commit that changed only the agency below is no state of this one.
    assert standing["kota-uji"].day == "2026-01-01"
    assert files[BELOW] == (AGENCY + "tagline: Baru\n").encode()
    assert files[new] == AGENCY.encode()


def test_an_agency_that_is_left_out_takes_those_below_along(repository: Repository) -> None:
    far = f"{LAIN}x/dinas-a/uptd/agency.yml"
    repository.write(
        {f"{LAIN}x/agency.yml": FAULTY, f"{LAIN}x/dinas-a/agency.yml": FAULTY, far: AGENCY}
    )
    files, standing = sound(repository)
    above = Standing(above="kota-lainx")
    assert standing == {
        "kota-lainx": Standing(),
        "kota-lainx/dinas-a": above,
        "kota-lainx/dinas-a/uptd": above,
    }
    assert set(files) == SOUND.keys()


@pytest.mark.parametrize(
    "path", ["portal.yml", "topics.yml", "redirects.yml", "catatan.txt", "agencies/x.txt"]
)
def test_the_portals_own_files_come_from_their_newest_sound_state(
    repository: Repository, path: str
) -> None:
    last = repository.commit("2026-01-02", {"portal.yml": PORTAL + "notice: Contoh\n"})
    repository.commit("2026-01-03", {path: "nmae: x\n", OTHER: AGENCY + "tagline: Baru\n"})
    files, standing = sound(repository)
    assert standing == {"": Standing(last, "2026-01-02")}
    assert files["portal.yml"] == (PORTAL + "notice: Contoh\n").encode()
    assert files[OTHER] == (AGENCY + "tagline: Baru\n").encode()
    assert set(files) == SOUND.keys()


@pytest.mark.parametrize("content", ["nmae: x\n", None])
def test_without_a_sound_portal_there_is_nothing_to_publish(
    tmp_path: Path, content: str | None
) -> None:
    repository = Repository(tmp_path)
    repository.write({HEAD: AGENCY, **({"portal.yml": content} if content else {})})
    repository.commit("2026-01-01")
    assert found(repository) is None


def test_without_the_folder_of_all_agencies_there_is_nothing_to_publish(
    repository: Repository, tmp_path: Path
) -> None:
    (repository.data / "agencies").rename(tmp_path / "agencies")
    (repository.data / "agencies").symlink_to(tmp_path / "agencies")
    assert found(repository) is None
    (repository.data / "agencies").unlink()
    (repository.data / "agencies").write_text("x")
    assert found(repository) is None
    repository.data.rename(tmp_path / "x")
    assert found(repository) is None


@pytest.mark.parametrize("name", ["catatan", "Dinas B", "kota-b", "news-lama/berkas"])
def test_a_stray_folder_concerns_no_agency(repository: Repository, name: str) -> None:
    repository.commit("2026-01-02", {f"{KOTA}/{name}/x.txt": "x", f"agencies/{name}/x.txt": "x"})
    files, standing = sound(repository)
    assert set(files) == SOUND.keys()
    assert not standing.keys() & {"", "kota-uji", "kota-lain"}
    assert {each.commit for each in standing.values()} == {""}


@pytest.mark.parametrize("folder", ["plans", "news", "media"])
def test_a_stray_file_in_a_folder_of_records_concerns_its_agency(
    repository: Repository, folder: str
) -> None:
    repository.commit(
        "2026-01-02", {f"{KOTA}/{folder}/agency.yml": "x", f"{KOTA}/{folder}/y/z": ""}
    )
    assert sound(repository)[1].keys() == {"kota-uji"}


@pytest.mark.parametrize(
    "row",
    [
        *("120000 blob {blob} agency.yml", "160000 commit {commit} news"),
        *("040000 tree {tree} plans", "100644 blob {blob} plans", "100644 blob {blob} x.yml"),
    ],
)
def test_a_state_with_anything_but_files_in_their_place_is_not_sound(
    repository: Repository, row: str
) -> None:
    first, blob = repository.git("rev-parse", "HEAD", f"HEAD:data/{HEAD}").split()
    named = {"blob": blob, "commit": first, "tree": ""}
    named["tree"] = repository.tree(f"040000 tree {repository.tree(f'100644 blob {blob} a')} b")
    head = () if "agency.yml" in row else (f"100644 blob {blob} agency.yml",)
    kota = repository.tree(*head, row.format(**named))
    agencies = repository.tree(f"040000 tree {kota} kota-uji")
    root = repository.tree(
        f"040000 tree {repository.tree(f'040000 tree {agencies} agencies')} data"
    )
    commit = repository.git("commit-tree", root, "-p", "HEAD", "-m", "x", day="2026-01-02")
    repository.git("update-ref", "HEAD", commit)
    repository.write({HEAD: FAULTY})
    assert sound(repository)[1] == {"kota-uji": Standing(first, "2026-01-01")}


@pytest.mark.parametrize("name", ["..", ".", ".git", "dinas-b", ".gitkeep"])
def test_nothing_but_own_files_is_taken_from_the_history(repository: Repository, name: str) -> None:
    new = AGENCY + "tagline: Baru\n"
    blob = repository.git("hash-object", "-w", "--stdin", given=new)
    inner = repository.tree(f"100644 blob {blob} agency.yml")
    other = f"100644 blob {blob}" if name == ".gitkeep" else f"040000 tree {inner}"
    kota = repository.tree(f"100644 blob {blob} agency.yml", f"{other} {name}")
    agencies = repository.tree(f"040000 tree {kota} kota-uji")
    root = repository.tree(
        f"040000 tree {repository.tree(f'040000 tree {agencies} agencies')} data"
    )
    commit = repository.git("commit-tree", root, "-p", "HEAD", "-m", "x", day="2026-01-02")
    repository.git("update-ref", "HEAD", commit)
    repository.write({HEAD: FAULTY})
    files, standing = sound(repository)
    assert files == {path: text.encode() for path, text in {**SOUND, HEAD: new}.items()}
    assert standing == {"kota-uji": Standing(commit, "2026-01-02")}


@pytest.mark.parametrize("name", ["..\\x.yml", "c:x.yml", "a b.yml", "é.yml", "~$x.yml", "-x.yml"])
def test_a_state_with_an_odd_name_is_not_even_written(name: str) -> None:
    listed = [git.Listed(f"{KOTA}/{each}", git.REGULAR[0], "a" * 40, 1) for each in ("a.yml", name)]
    assert states._files(listed[:1]) == listed[:1]
    assert states._files(listed) == ()


def test_nothing_is_written_through_a_link_that_a_repository_brings(
    repository: Repository, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "kota-uji").mkdir(parents=True)
    (elsewhere / "kota-uji/agency.yml").write_text("penting")
    target = repository.folder / ".site.pendopo/sound"
    target.mkdir(parents=True)
    (target / "agencies").symlink_to(elsewhere)
    (target / "portal.yml").symlink_to(elsewhere / "kota-uji/agency.yml")
    repository.write({HEAD: FAULTY})
    assert sound(repository)[0].keys() == SOUND.keys()
    assert contents(elsewhere) == {"kota-uji/agency.yml": b"penting"}


def test_the_environment_leads_git_to_no_other_repository(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repository(tmp_path / "other")
    other.commit("2026-01-09", {**SOUND, HEAD: AGENCY + "tagline: Salah\n"})
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.folder))
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    (repository.data / HEAD).write_text(FAULTY)
    assert sound(repository)[1]["kota-uji"].day == "2026-01-01"


def test_files_as_they_are_now_keep_their_stamps_from_one_search_to_the_next(
    repository: Repository,
) -> None:
    repository.write({HEAD: FAULTY})
    sound(repository)
    target = repository.folder / ".site.pendopo/sound"
    assert target.joinpath(OTHER).samefile(repository.data / OTHER)
    before = source_stamp(target.joinpath(OTHER).stat())
    sound(repository)
    assert source_stamp(target.joinpath(OTHER).stat()) == before
    repository.write({HEAD: AGENCY})
    (repository.data / OTHER).unlink()
    repository.write({OTHER: FAULTY})
    assert sound(repository)[0] == {path: text.encode() for path, text in SOUND.items()}
    assert {each.name for each in target.parent.iterdir()} == {"sound"}


def test_it_ends_where_the_faults_do_not(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    always = [Problem(HEAD, 1, 1, "file-empty")]
    workshop = repository.folder / ".site.pendopo"
    assert search(repository.data, workshop, KINDS, lambda folder: always, always) is None
    monkeypatch.setattr(searching, "MOST_ROUNDS", 1)
    assert search(repository.data, workshop, KINDS, lambda folder: always, always) is None
