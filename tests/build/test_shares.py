"""`pendopo build --shard` and `pendopo join`: several machines make one site."""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from benchmarks.government import write
from conftest import AGENCY, EPOCH, MINIATURE, PORTAL, ROOT, TODAY, at_length, often
from pendopo.build.division import Division, Share
from pendopo.build.parts import FILE, marked, parts
from pendopo.build.publish import Outcome
from pendopo.build.search import pagefind, shards
from pendopo.commands import main
from pendopo.kinds.registry import KINDS
from pendopo.reading.entry import read_entry
from pendopo.reading.texts import RecordText
from places import Tree, built, contents, place, site_of, tree
from repositories import ENVIRONMENT, Repository

HEAD, OTHER = "agencies/kota-uji/agency.yml", "agencies/kota-lain/agency.yml"
LAIN = AGENCY.replace("Uji", "Lain")
ENGLISH = PORTAL + "language: en\n"
SHARES = ".site.pendopo/shares"
Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def government(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a made-up government with many branches."""
    folder = tmp_path_factory.mktemp("government")
    write(folder, 200, 1)
    return folder


@pytest.fixture
def indexed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the shards of the search index that are made, of at most forty pages each."""
    monkeypatch.setattr(shards, "MOST", getattr(request, "param", 40))
    made: list[str] = []

    def index_of(pages: Any, folder: Path, halted: Any) -> None:
        made.append(folder.name)
        whole(pages, folder, halted)

    whole = pagefind.index
    monkeypatch.setattr(pagefind, "index", index_of)
    return made


def made(data: Path, folder: Path, total: int) -> Division:
    """All shares of a build; returns the division of the one that joins them."""
    for number in range(1, total + 1):
        share = Share(number, total)
        where = place(folder / share.folder)
        outcome = built(data, where, TODAY, division=Division(share))
        assert isinstance(outcome, Outcome), outcome
    found = [folder / Share(number, total).folder / "site" for number in range(total, 0, -1)]
    return Division(parts=parts(found, KINDS.types))


@pytest.mark.parametrize(
    ("total", "indexed"),
    # With shards of up to 150 pages, one of them lies in two shares.
    [(3, 150), *(pytest.param(each, 40, marks=at_length) for each in (1, 3))],
    indirect=["indexed"],
)
def test_joined_shares_are_byte_for_byte_the_site_in_one_piece(
    government: Path, tmp_path: Path, indexed: list[str], total: int
) -> None:
    division = made(government, tmp_path, total)
    of_shares = {*indexed}
    assert len(of_shares) == len(indexed)
    indexed.clear()
    outcome = built(government, place(tmp_path / "joined"), TODAY, division=division)
    assert isinstance(outcome, Outcome), outcome
    of_joining = {*indexed}
    built(government, place(tmp_path / "whole"), TODAY)
    whole, joined = tree(tmp_path / "whole/site"), tree(tmp_path / "joined/site")
    assert {path for path in whole if joined.get(path) != whole[path]} == set()
    assert joined.keys() == whole.keys()
    # Joining makes the portal's own pages, and of the index what is of no share alone.
    agencies = [*site_of(government, TODAY)[0].context.directory.agencies]
    assert outcome.built == len([each for each in whole if of_portal(each, agencies)])
    assert of_shares
    assert of_joining >= {shards.BASE, shards.NAMES}
    assert len(of_joining) <= 2 + (total - 1)
    assert of_shares | of_joining == {
        path.name for path in tmp_path.glob("whole/site/cari/indeks/*/")
    }


def of_portal(path: str, agencies: list[str]) -> bool:
    return path.endswith(".html") and not any(path.startswith(f"{each}/") for each in agencies)


@at_length
def test_a_build_after_joining_keeps_all_that_shares_have_made(
    government: Path, tmp_path: Path, indexed: list[str]
) -> None:
    where = place(tmp_path / "joined")
    built(government, where, TODAY, division=made(government, tmp_path, 2))
    before = tree(tmp_path / "joined/site")
    indexed.clear()
    again = built(government, where, TODAY)
    assert isinstance(again, Outcome)
    assert (again.built, again.removed, indexed) == (0, 0, [])
    assert tree(tmp_path / "joined/site") == before


@at_length
def test_shares_replace_what_differs_in_an_older_site(
    government: Path, tmp_path: Path, indexed: list[str]
) -> None:
    where = place(tmp_path / "joined")
    data = shutil.copytree(government, tmp_path / "data")
    built(data, where, TODAY)
    page = next(tmp_path.glob("joined/site/*/*/index.html"))
    page.unlink()
    for path in sorted(data.rglob("agency.yml"))[::5]:
        text = re.sub(r"(?m)^tagline: .*$", "tagline: Paling baru", path.read_text())
        path.write_text(text)
    outcome = built(data, where, TODAY, division=made(data, tmp_path, 2))
    assert isinstance(outcome, Outcome)
    built(data, place(tmp_path / "whole"), TODAY)
    assert tree(tmp_path / "joined/site") == tree(tmp_path / "whole/site")


@at_length
def test_a_file_that_is_lost_comes_back_with_the_shares(government: Path, tmp_path: Path) -> None:
    where = place(tmp_path / "joined")
    division = made(government, tmp_path, 2)
    built(government, where, TODAY, division=division)
    before = tree(tmp_path / "joined/site")
    next(tmp_path.glob("joined/site/*/*/index.html")).unlink()
    built(government, where, TODAY, division=division)
    assert tree(tmp_path / "joined/site") == before


@at_length
def test_joining_reads_only_the_portals_own_files(
    government: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The files have just been written: only after a while a stamp stands for a file.
    monkeypatch.setattr("pendopo.build.known.SETTLED", -(10**12))
    division = made(government, tmp_path, 2)
    read: list[str] = []

    def noted(source: RecordText, *more: Any) -> Any:
        read.append(source.file.path)
        return read_entry(source, *more)

    monkeypatch.setattr("pendopo.build.worker.read_entry", noted)
    built(government, place(tmp_path / "joined"), TODAY, division=division)
    assert [path for path in read if path.startswith("agencies/")] == []
    assert "portal.yml" in read


@pytest.mark.parametrize("total", [2, 3, 8])
def test_each_agency_is_in_one_share_and_shares_are_about_equal(
    government: Path, total: int
) -> None:
    directory = site_of(government, TODAY)[0].context.directory
    agencies = directory.agencies
    found = [Share(each, total).agencies(directory, KINDS) for each in range(1, total + 1)]
    assert sorted(name for each in found for name in each) == sorted(agencies)
    weights = [sum(1 + KINDS.weight(agencies[name]) for name in each) for each in found]
    heaviest = max(1 + KINDS.weight(each) for each in agencies.values())
    assert max(weights) - min(weights) <= 2 * heaviest


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with two agencies, its site in one piece at `whole`, and its two shares."""
    folder = tmp_path_factory.mktemp("templates") / "project"
    for part in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for path, text in {"portal.yml": ENGLISH, HEAD: AGENCY, OTHER: LAIN}.items():
        (folder / "data" / path).parent.mkdir(parents=True)
        (folder / "data" / path).write_text(text)
    with pytest.MonkeyPatch.context() as patch:
        environment(patch, folder)
        assert main(["build", "-q"]) == 0
        (folder / "site").rename(folder / "whole")
        shutil.rmtree(folder / ".site.pendopo")
        for share in ("1/2", "2/2"):
            assert main(["build", "-q", "--shard", share]) == 0
        assert not (folder / "site").exists()
    return folder


def environment(patch: pytest.MonkeyPatch, folder: Path) -> None:
    for name, value in {**ENVIRONMENT, "SOURCE_DATE_EPOCH": EPOCH, "LANGUAGE": "en"}.items():
        patch.setenv(name, value)
    for name in ("PENDOPO_DATA", "COMMIT", "SITE_URL"):
        patch.delenv(name, raising=False)
    patch.chdir(folder)


@pytest.fixture
def repository(templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = shutil.copytree(templates, tmp_path / "project")
    environment(monkeypatch, folder)
    yield folder
    assert not [*folder.glob("site/share.json")]


def join(*shares: str) -> int:
    return main(["join", "-q", *(f"{SHARES}/{each}" for each in shares)])


def test_the_command_makes_the_site_that_a_build_makes(
    repository: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert join("2-of-2", "1-of-2") == 0
    assert capfd.readouterr() == ("", "")
    assert tree(repository / "site") == tree(repository / "whole")


def changed(repository: Path, change: Change, share: str = "2-of-2") -> None:
    """Changes what a share says of itself."""
    file = repository / SHARES / share / FILE
    row = json.loads(file.read_text())
    change(row)
    row.pop("digest", None)
    file.write_text(marked(row))


def as_(name: str, value: object) -> Change:
    return lambda row: row["origin"].update({name: value})


def outside(row: dict[str, Any]) -> None:
    outputs = row["manifest"]["outputs"]
    outputs["../../stolen.html"] = outputs.popitem()[1]


def without_files(row: dict[str, Any]) -> None:
    row["manifest"]["outputs"].clear()


REFUSED: Mapping[str, tuple[Change, str]] = {
    "no JSON values": (dict.clear, "is no share. Name the folders"),
    "outside": (outside, "is no share. Name the folders"),
    "pages without a file": (without_files, "is no share. Name the folders"),
    "a number": (lambda row: row.update(share="3/2"), "is no share. Name the folders"),
    "another number": (lambda row: row.update(share="2/3"), "are of builds in 2, 3 shares."),
    "doubled": (lambda row: row.update(share="1/2"), "are both share 1/2. Name each share once."),
    "version": (as_("environment", "x"), "Share 2/2 was made by another version of Pendopo"),
    "day": (as_("days", [["WIB", "2026-01-01"]]), "Share 2/2 was made on another day."),
    "commit": (as_("commit", "f" * 40), f"Share 2/2 was made of another commit ({'f' * 40})."),
    "data": (as_("data", "x"), "Share 2/2 was made of other data."),
    "settings": (as_("settings", "x"), "Share 2/2 was made with other settings."),
}


@pytest.mark.parametrize("what", often(REFUSED, len(REFUSED)))
def test_what_does_not_belong_together_is_refused_with_a_sentence(
    repository: Path, what: str, capfd: pytest.CaptureFixture[str]
) -> None:
    change, said = REFUSED[what]
    kept = (repository / SHARES / "2-of-2" / FILE).read_bytes()
    changed(repository, change)
    assert join("1-of-2", "2-of-2") == 2
    assert said in " ".join(capfd.readouterr().err.split())
    assert not (repository / "site").exists()
    (repository / SHARES / "2-of-2" / FILE).write_bytes(kept)
    assert join("1-of-2", "2-of-2") == 0
    assert tree(repository / "site") == tree(repository / "whole")


def test_a_missing_share_is_named(repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert join("2-of-2") == 2
    assert capfd.readouterr().err == (
        "These shares are missing: 1/2. Make each, as with pendopo build --shard 1/2, and join all "
        "of them again.\n"
    )
    assert main(["join", "data"]) == 2
    assert capfd.readouterr().err.startswith("data is no share.")
    assert main(["join"]) == 2


@at_length
def test_a_file_that_was_changed_on_its_way_leaves_the_site_as_it_is(
    repository: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert join("1-of-2", "2-of-2") == 0
    before = tree(repository / "site")
    (repository / "data/portal.yml").write_text(ENGLISH.replace("Portal Uji", "Portal Baru"))
    assert join("1-of-2", "2-of-2") == 2
    assert "was made of other data." in capfd.readouterr().err
    for share in ("1/2", "2/2"):
        assert main(["build", "-q", "--shard", share]) == 0
    page = next((repository / SHARES / "1-of-2").rglob("index.html"))
    text = page.read_text()
    page.write_text(text.replace("Kota", "Desa"))
    assert join("1-of-2", "2-of-2") == 2
    assert "is not as it was when the share was written." in capfd.readouterr().err
    assert tree(repository / "site") == before
    page.write_text(text)
    assert join("1-of-2", "2-of-2") == 0
    assert "Portal Baru" in (repository / "site/index.html").read_text()


def test_what_a_share_says_of_itself_is_not_believed_if_it_was_changed_on_its_way(
    repository: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = repository / SHARES / "2-of-2" / FILE
    kept = file.read_text()
    for damage in (kept.replace("kota", "koda", 1), kept[:-1], kept.replace(":[", ":[ ", 1)):
        assert damage != kept
        file.write_text(damage)
        assert join("1-of-2", "2-of-2") == 2
        said = f"{SHARES}/2-of-2/{FILE} is not as it was when the share was written. Copy"
        assert capfd.readouterr().err.startswith(said)
    file.write_text(kept[: len(kept) // 2])
    assert join("1-of-2", "2-of-2") == 2
    assert f"{SHARES}/2-of-2 is no share." in capfd.readouterr().err
    assert not (repository / "site").exists()


@at_length
def test_what_no_page_needs_is_not_published(repository: Path) -> None:
    def more(row: dict[str, Any]) -> None:
        outputs = row["manifest"]["outputs"]
        outputs["lain/index.html"] = outputs["kota-lain/index.html"]

    pages = sorted((repository / SHARES).glob("*/kota-lain/index.html"))
    share = pages[0].parents[1].name
    shutil.copytree(pages[0].parent, pages[0].parents[1] / "lain")
    changed(repository, more, share)
    assert join("1-of-2", "2-of-2") == 0
    assert tree(repository / "site") == tree(repository / "whole")


@pytest.mark.parametrize("link", [".site.pendopo/shares", f"{SHARES}/1-of-2", f"{SHARES}/.1-of-2"])
def test_a_share_is_not_written_through_a_link(
    link: str, repository: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(repository / link)
    (repository / link).symlink_to(repository / "docs")
    before = tree(repository / "docs")
    assert main(["build", "-q", "--shard", "1/2"]) == 1
    assert f"{link} is a symbolic link: remove it" in capfd.readouterr().err
    assert tree(repository / "docs") == before


@pytest.mark.parametrize("text", ["0/8", "9/8", "x", "3", "1/0", "1/257", "-1/2", ""])
def test_what_is_no_share_is_told_with_an_example(
    text: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    assert main(["build", "--shard", text]) == 2
    said = " ".join(capfd.readouterr().err.split())
    assert f"“{text}” is no share. Write its number and how many there are (up to 256)" in said


@at_length
def test_an_agency_with_faults_is_joined_as_it_was(
    templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ignored = shutil.ignore_patterns("whole", ".site.pendopo")
    folder = shutil.copytree(templates, tmp_path / "project", ignore=ignored)
    environment(monkeypatch, folder)
    repository = Repository(folder)
    (folder / ".gitignore").write_text("site\n.site.pendopo\nwhole\n")
    repository.commit("2026-01-06", {})
    repository.write({HEAD: AGENCY + "nmae: x\n", OTHER: LAIN + "tagline: Paling baru\n"})
    for share in ("1/2", "2/2"):
        assert main(["build", "-q", "--keep-going", "--shard", share]) == 1
    assert main(["join", "-q", "--keep-going", *map(str, (folder / SHARES).glob("[0-9]*"))]) == 1
    joined: Tree = tree(folder / "site")
    shutil.rmtree(folder / "site")
    shutil.rmtree(folder / ".site.pendopo")
    assert main(["build", "-q", "--keep-going"]) == 1
    assert joined == tree(folder / "site")
    assert b"This page shows the state of" in joined["kota-uji/index.html"][1]


@at_length
def test_a_government_with_all_kinds_of_records_is_the_same_in_shares(tmp_path: Path) -> None:
    division = made(MINIATURE, tmp_path, 3)
    assert isinstance(
        built(MINIATURE, place(tmp_path / "joined"), TODAY, division=division), Outcome
    )
    assert isinstance(built(MINIATURE, place(tmp_path / "whole"), TODAY), Outcome)
    assert contents(tmp_path / "joined/site") == contents(tmp_path / "whole/site")
