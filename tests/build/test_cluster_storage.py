"""Workers of a cluster that share a store alone come to the same as one machine."""

import pickle
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from benchmarks.government import write
from cluster import Cluster, cluster
from conftest import MINIATURE, TODAY, at_length, often
from object_store import Fault, Judge, Objects, Request, serving
from pendopo.build import cluster_storage
from pendopo.build import pool as pools
from pendopo.build.bundles import LOST, Bundles, packed, unpacked
from pendopo.build.cluster_home import BUILDS, UNSEEN, UNUSABLE, Home, leave
from pendopo.build.cluster_storage import KEPT, StoragePool
from pendopo.build.cluster_worker import Address, Build
from pendopo.build.engine import EngineError
from pendopo.build.publish import Outcome
from pendopo.build.reports import FAILURES, mishap
from pendopo.build.tasks import Planning, Task, TaskResult
from pendopo.commands import main
from pendopo.kinds.registry import KINDS
from pendopo.reading.folder import scan
from pendopo.rendering.template_files import TEMPLATES, Templates
from pendopo.stores.failures import WITHIN, StoreError
from places import built, contents, place

NUMBERS = count(1)


@pytest.fixture(autouse=True)
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    """All work is shared out in small batches, however little there is; pictures are drawn here."""
    monkeypatch.setattr(pools, "TOO_FEW", 1)
    monkeypatch.setattr(pools, "BATCH", 2)
    monkeypatch.setattr(pools, "FEW", 100)


@pytest.fixture(scope="module")
def server() -> Iterator[Objects]:
    with serving() as objects:
        yield objects


@pytest.fixture
def objects(server: Objects, monkeypatch: pytest.MonkeyPatch) -> Objects:
    return server.begin(monkeypatch)


@pytest.fixture
def bucket(objects: Objects) -> str:
    return objects.bucket()


@pytest.fixture
def store(objects: Objects, bucket: str) -> tuple[Objects, str]:
    return objects, bucket


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this machine, which no worker can open."""
    return tmp_path_factory.mktemp("ours")


@pytest.fixture(scope="module")
def three(
    server: Objects, ours: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Cluster]:
    environment = {**server.environment, "AWS_MAX_ATTEMPTS": "1"}
    with cluster(tmp_path_factory.mktemp("cluster"), 3, environment, ours) as found:
        yield found


@pytest.fixture(scope="module", params=["small", pytest.param("miniature", marks=at_length)])
def alone(request: pytest.FixtureRequest, ours: Path) -> Path:
    """The data of a government in `data`, and its site made by one process."""
    folder = ours / str(next(NUMBERS))
    if request.param == "small":
        write(folder / "data", 30, 1)
        # Its feed has the news of those below in full.
        with next(folder.glob("data/agencies/*/agency.yml")).open("a") as file:
            file.write("news_from_below: ya\n")
    else:
        shutil.copytree(MINIATURE, folder / "data")
    assert isinstance(built(folder / "data", place(folder), TODAY), Outcome)
    return folder


@pytest.fixture
def here(ours: Path, alone: Path) -> Path:
    """A new folder of this machine with the same data."""
    folder = ours / str(next(NUMBERS))
    shutil.copytree(alone / "data", folder / "data")
    return folder


def by(found: Cluster, folder: Path, storage: str) -> Callable[[str], StoragePool]:
    return lambda data: StoragePool(data, KINDS, found.engine, place(folder), storage=storage)


def outcome(found: Cluster, folder: Path, storage: str) -> Outcome:
    made = built(folder / "data", place(folder), TODAY, pool=by(found, folder, storage))
    assert isinstance(made, Outcome), made
    return made


def brought(found: Cluster) -> list[Path]:
    """What workers have in folders of their own, once a busy one has had time to leave."""
    until = time.monotonic() + 60
    while (there := [*found.folder.glob("**/pendopo-*")]) and time.monotonic() < until:
        time.sleep(0.1)
    return there


def test_through_a_folder_come_the_bytes_of_one_machine(
    three: Cluster, alone: Path, here: Path, tmp_path: Path
) -> None:
    outcome(three, here, f"file://{tmp_path}/gudang")
    assert contents(here / "site") == contents(alone / "site")
    # Of the build itself nothing is left, neither there nor with the workers.
    assert {path.split("/")[0] for path in contents(tmp_path / "gudang")} == {KEPT}
    assert brought(three) == []


def anew(here: Path) -> None:
    """Takes away the site and all that is known of it."""
    shutil.rmtree(here / ".site.pendopo", ignore_errors=True)
    shutil.rmtree(here / "site", ignore_errors=True)


@at_length
def test_the_next_build_puts_only_what_has_changed_and_leaves_nothing_old(
    three: Cluster, objects: Objects, bucket: str, alone: Path, here: Path
) -> None:
    storage = f"s3://{bucket}/kerja"
    first = outcome(three, here, storage)
    before = objects.held(bucket, "kerja")
    again = outcome(three, here, storage)
    assert (again.built, again.kept) == (0, first.built)
    assert objects.held(bucket, "kerja") == before
    # What others have there stays.
    objects.client().put_object(Bucket=bucket, Key=f"kerja/{KEPT}/lain.txt", Body=b"x")
    offices = sorted(here.glob("data/agencies/*/*/agency.yml"))
    with offices[0].open("a") as file:
        file.write("# lain\n")
    anew(here)
    objects.forget()
    outcome(three, here, storage)
    assert contents(here / "site") == contents(alone / "site")
    after = objects.held(bucket, "kerja")
    new = after.keys() - before.keys() - {f"{KEPT}/lain.txt"}
    assert len(new) == len(before.keys() - after.keys()) == 1
    assert [key for key in objects.puts() if KEPT in key] == [
        f"{bucket}/kerja/{each}" for each in new
    ]
    shutil.rmtree(offices[0].parent)
    outcome(three, here, storage)
    left = objects.held(bucket, "kerja").keys()
    assert new.isdisjoint(left)
    assert f"{KEPT}/lain.txt" in left


@at_length
def test_own_templates_go_along(
    three: Cluster, objects: Objects, bucket: str, here: Path, alone: Path
) -> None:
    name = next(TEMPLATES.glob("pages/agency/*.html")).relative_to(TEMPLATES)
    for folder in (here, alone):
        (folder / "overrides" / name.parent).mkdir(parents=True, exist_ok=True)
        text = (TEMPLATES / name).read_text("utf-8")
        (folder / "overrides" / name).write_text(f"{text}<p>Punya kami</p>", "utf-8")
    own = place(alone / "own")
    made = Templates.of(alone / "overrides")
    built(alone / "data", own, TODAY, templates=made)
    built(
        here / "data",
        place(here),
        TODAY,
        pool=by(three, here, f"s3://{bucket}/kerja"),
        templates=Templates.of(here / "overrides"),
    )
    assert b"Punya kami" in b"".join(contents(here / "site").values())
    assert contents(here / "site") == contents(own.published)


@at_length
def test_of_three_workers_one_may_be_killed_and_another_may_join(
    alone: Path, here: Path, tmp_path: Path
) -> None:
    with cluster(tmp_path / "cluster", 3, {}, here.parent) as found:
        worker = found.processes[-1]

        class Holding(StoragePool):
            def _rendering(
                self, job: Planning, shares: Sequence[Sequence[Task]]
            ) -> list[Future[list[TaskResult]]]:
                worker.send_signal(signal.SIGSTOP)
                futures = super()._rendering(job, shares)
                next(iter(self._completed(futures)))
                assert not all(each.done() for each in futures)
                worker.kill()
                found.worker()
                return futures

        def pool(data: str) -> Holding:
            storage = f"file://{tmp_path}/gudang"
            return Holding(data, KINDS, found.engine, place(here), storage=storage)

        assert isinstance(built(here / "data", place(here), TODAY, pool=pool), Outcome)
    assert contents(here / "site") == contents(alone / "site")
    left = contents(tmp_path / "gudang")
    assert left
    assert {path.split("/")[0] for path in left} == {KEPT}


Wanted = Callable[[Request], bool]


def data(method: str) -> Wanted:
    """Requests for bundles of the data."""
    return lambda request: request.method == method and f"/{KEPT}/" in request.key


def pages(method: str) -> Wanted:
    """Requests for what is of one build alone: a probe, the job, pages."""
    return lambda request: request.method == method and f"/{BUILDS}/" in request.key


FAULTS: Mapping[str, tuple[Wanted, int]] = {
    "nothing can be put": (pages("PUT"), 1),
    "nothing can be listed": (lambda request: request.key.count("/") < 2, 1),
    "a bundle of data is put": (data("PUT"), 3),
    "a worker gets data": (data("GET"), 2),
    "the job is put": (pages("PUT"), 2),
    "a worker puts pages": (pages("PUT"), 4),
    "a bundle of the build is got": (pages("GET"), 5),
}
"""Requests, and from which of them on the store refuses them."""


def from_the(first: int, wanted: Wanted) -> Judge:
    numbers = count(1)

    def judge(request: Request) -> Fault | None:
        return Fault(403, "AccessDenied") if wanted(request) and next(numbers) >= first else None

    return judge


@pytest.mark.parametrize("what", often(FAULTS, len(FAULTS)))
def test_a_store_that_fails_is_one_sentence_and_the_next_build_goes_on(
    what: str, three: Cluster, store: tuple[Objects, str], alone: Path, here: Path
) -> None:
    objects, bucket = store
    storage = f"s3://{bucket}/kerja"
    wanted, first = FAULTS[what]
    objects.judge = from_the(first, wanted)
    with pytest.raises(FAILURES) as told:
        outcome(three, here, storage)
    assert f"s3://{bucket}/kerja" in mishap(told.value, "en")
    assert "\n" not in mishap(told.value, "en")
    assert not (here / "site").exists()
    objects.forget()
    outcome(three, here, storage)
    assert contents(here / "site") == contents(alone / "site")
    assert {path.split("/")[0] for path in objects.held(bucket, "kerja")} == {KEPT}


@at_length
def test_what_was_damaged_in_the_store_is_believed_by_nobody(
    three: Cluster, objects: Objects, bucket: str, alone: Path, here: Path
) -> None:
    storage = f"s3://{bucket}/kerja"
    outcome(three, here, storage)
    for path in objects.held(bucket, "kerja"):
        objects.client().put_object(Bucket=bucket, Key=f"kerja/{path}", Body=b"x")
    before = contents(here / "site")
    shutil.rmtree(here / ".site.pendopo")
    with pytest.raises(EngineError) as told:
        outcome(three, here, storage)
    assert told.value.sentence == UNSEEN
    assert contents(here / "site") == before
    # Each build takes away what it comes upon.
    for _ in range(40):
        with suppress(EngineError):
            outcome(three, here, storage)
            break
    assert contents(here / "site") == contents(alone / "site")


@at_length
def test_pages_that_are_lost_on_their_way_are_told(
    three: Cluster, objects: Objects, bucket: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_storage, "digest", lambda content: "0" * 32)
    with pytest.raises(StoreError) as told:
        outcome(three, here, f"s3://{bucket}/kerja")
    assert told.value.said == LOST
    assert not (here / "site").exists()


@at_length
def test_a_worker_that_cannot_use_the_store_is_named(
    objects: Objects, bucket: str, here: Path, tmp_path: Path
) -> None:
    none = {"AWS_ENDPOINT_URL": "http://127.0.0.1:1", "AWS_MAX_ATTEMPTS": "1"}
    with cluster(tmp_path / "cluster", 1, none) as found:
        with pytest.raises(EngineError) as told:
            outcome(found, here, f"s3://{bucket}/kerja")
        assert told.value.sentence == UNUSABLE
        assert "tcp://127.0.0.1:" in mishap(told.value, "id")


@at_length
def test_files_that_cannot_be_sent_have_the_problems_that_they_have_here(
    three: Cluster, objects: Objects, bucket: str, here: Path
) -> None:
    one, other = sorted(here.glob("data/agencies/*/*/agency.yml"))[:2]
    one.write_bytes(b"#" * 300_000)
    other.write_bytes(b"name: \xff")
    problems = built(here / "data", place(here), TODAY)
    assert isinstance(problems, list)
    by_store = by(three, here, f"s3://{bucket}/kerja")
    assert built(here / "data", place(here), TODAY, pool=by_store) == problems
    assert {each.code for each in problems} >= {"file-size", "file-encoding"}


@at_length
def test_what_only_linking_finds_has_its_place_in_the_file(
    three: Cluster, objects: Objects, bucket: str, here: Path
) -> None:
    folder = next(here.glob("data/agencies/*/*/agency.yml")).parent / "news"
    folder.mkdir(exist_ok=True)
    news = "title: A\nbody: B\npublished: 2026-01-01\ntopics:\n  - tiada\n"
    (folder / "2026-01-01-tiada.yml").write_text(news)
    problems = built(here / "data", place(here), TODAY)
    assert isinstance(problems, list)
    assert {(each.line, each.column) for each in problems} == {(5, 5)}
    by_store = by(three, here, f"s3://{bucket}/kerja")
    assert built(here / "data", place(here), TODAY, pool=by_store) == problems
    # On one machine, what a worker has would be there to be looked into.
    data = str(here / "data")
    with by_store(data) as pool:
        found = [read.entry for _, read in pool.read(scan(Path(data), KINDS.types).files)]
    assert {each.folder for each in found if each} == {data}


def test_a_store_may_not_lie_among_the_data(three: Cluster, here: Path) -> None:
    for folder in (here, here / "data/gudang", here / "site", here / ".site.pendopo/x"):
        with pytest.raises(StoreError) as told:
            by(three, here, f"file://{folder}")(str(here / "data"))
        assert told.value.said == WITHIN


def test_a_bucket_that_is_missing_is_one_sentence(
    three: Cluster,
    objects: Objects,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(project)
    shutil.copytree(MINIATURE, project / "data")
    assert main(["build", "-q", "--engine", three.engine, "--storage", "s3://tiada/kerja"]) == 1
    _, told = capfd.readouterr()
    assert "s3://tiada/kerja" in told
    assert "Traceback" not in told
    assert not (project / "site").exists()


ENGINE = ["--engine", "dask://127.0.0.1:1"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--storage", "s3://a/b"], "--storage"),
        ([*ENGINE, "--storage", "tiada://a/b"], "tiada://a/b"),
        ([*ENGINE, "--storage", "a/b"], "a/b"),
        ([*ENGINE, "--storage", "gs://a/b"], "gs://a/b"),
    ],
)
def test_an_address_of_no_store_is_refused(
    options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", *options]) == 2
    assert said in capsys.readouterr().err


def test_no_log_of_dask_holds_the_password_of_a_store() -> None:
    build = Build("", "", 0, "", "", Address("sftp://nama:rahasia@host/folder"))
    assert "rahasia" not in repr(build)
    assert pickle.loads(pickle.dumps(build)).store == "sftp://nama:rahasia@host/folder"


def test_a_bundle_is_the_same_for_the_same_files() -> None:
    files = {"a/b": b"", "c\u00e9": b"\n\0x", "d": b"y" * 1000}
    assert dict(unpacked(packed(files))) == files
    assert packed(files) == packed(dict(files))
    assert dict(unpacked(packed({}))) == {}


def test_a_task_that_goes_on_after_its_build_brings_nothing_any_more(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    store, own = f"file://{tmp_path}/store", str(tmp_path / "own")
    bundle = Bundles(store).put(BUILDS, packed({"data/a.yml": b"a"}))
    home = Home(store, "one", "worker", own)
    other = Home(store, "other", "worker", own)
    leave("one")
    with pytest.raises(FileNotFoundError):
        home.bring([bundle])
    with pytest.raises(FileNotFoundError):
        Home(store, "one", "worker", own)
    other.bring([bundle])
    assert [each.name for each in (tmp_path / "own").rglob("*.yml")] == ["a.yml"]
    leave("other")
    assert not [*(tmp_path / "own").iterdir()]
