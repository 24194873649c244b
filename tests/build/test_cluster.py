"""Work shared out to the workers of a Dask cluster comes to the same as work of one machine."""

import shutil
import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from distributed import Client

from cluster import Cluster, cluster
from conftest import EPOCH, MINIATURE, ROOT, TODAY, at_length
from pendopo.build import cluster as engines
from pendopo.build import pool as pools
from pendopo.build.cluster import ClusterPool
from pendopo.build.cluster_worker import NO_DATA, NO_OUTPUT, OTHER_VERSION
from pendopo.build.engine import EngineError
from pendopo.build.publish import Outcome
from pendopo.build.reports import mishap
from pendopo.build.tasks import Planning, Task, TaskResult
from pendopo.commands import main
from pendopo.kinds.registry import KINDS
from places import built, contents, place


@pytest.fixture(autouse=True)
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    """All work is shared out in small batches, however little there is."""
    monkeypatch.setattr(pools, "TOO_FEW", 1)
    monkeypatch.setattr(pools, "BATCH", 2)


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("cluster"), 3) as found:
        yield found


def by(found: Cluster, folder: Path) -> Callable[[str], ClusterPool]:
    return lambda data: ClusterPool(data, KINDS, found.engine, place(folder).folder)


def test_a_cluster_writes_the_bytes_of_one_machine_and_only_once(
    three: Cluster, alone: Path, tmp_path: Path
) -> None:
    first = built(alone / "data", place(tmp_path), TODAY, pool=by(three, tmp_path))
    assert isinstance(first, Outcome)
    assert contents(tmp_path / "site") == contents(alone / "site")
    again = built(alone / "data", place(tmp_path), TODAY, pool=by(three, tmp_path))
    assert isinstance(again, Outcome)
    assert (again.built, again.kept) == (0, first.built)
    assert not [*Path(place(tmp_path).folder).glob("job-*")]


def held(found: Cluster, folder: Path, happens: Callable[[], object]) -> Outcome:
    """Builds while the last worker stands still with its share, until something `happens`."""
    worker = found.processes[-1]

    class Holding(ClusterPool):
        def _rendering(
            self, job: Planning, shares: Sequence[Sequence[Task]]
        ) -> list[Future[list[TaskResult]]]:
            worker.send_signal(signal.SIGSTOP)
            futures = super()._rendering(job, shares)
            if len(self.cluster) > 1:
                next(iter(self._completed(futures)))
            assert not all(each.done() for each in futures)
            happens()
            return futures

    def pool(data: str) -> Holding:
        return Holding(data, KINDS, found.engine, place(folder).folder)

    outcome = built(folder / "data", place(folder), TODAY, pool=pool)
    assert isinstance(outcome, Outcome)
    return outcome


@at_length
def test_of_three_workers_one_may_be_killed_and_another_may_join(
    alone: Path, tmp_path: Path
) -> None:
    shutil.copytree(alone / "data", tmp_path / "data")
    with cluster(tmp_path / "cluster", 3) as found:

        def happens() -> None:
            found.processes[-1].kill()
            found.worker()

        held(found, tmp_path, happens)
    assert contents(tmp_path / "site") == contents(alone / "site")


@at_length
def test_where_all_workers_are_gone_nothing_is_published_and_the_next_build_goes_on(
    alone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(alone / "data", tmp_path / "data")
    monkeypatch.setattr(engines, "RETURNED", 0.4)
    monkeypatch.setattr(engines, "LOOK", 0.2)
    with cluster(tmp_path / "cluster", 1) as found:
        with pytest.raises(EngineError) as told:
            held(found, tmp_path, found.processes[-1].kill)
        assert told.value.sentence == engines.NO_WORKERS
        assert not (tmp_path / "site").exists()
        found.worker()
        assert isinstance(
            built(tmp_path / "data", place(tmp_path), TODAY, pool=by(found, tmp_path)), Outcome
        )
    assert contents(tmp_path / "site") == contents(alone / "site")


@at_length
def test_the_end_of_the_scheduler_ends_the_build(alone: Path, tmp_path: Path) -> None:
    shutil.copytree(alone / "data", tmp_path / "data")
    with cluster(tmp_path / "cluster", 1) as found:
        with pytest.raises(EngineError) as told:
            held(found, tmp_path, found.processes[0].kill)
        assert found.engine in mishap(told.value, "en")
        assert not (tmp_path / "site").exists()


def test_a_worker_of_another_version_is_refused(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "hooks", tmp_path / "other/hooks")
    shutil.copytree(ROOT / "overrides", tmp_path / "other/overrides")
    with (tmp_path / "other/hooks/pendopo/build/worker.py").open("a") as file:
        file.write("# another\n")
    with cluster(tmp_path / "cluster", 1) as found:
        other = found.worker(tmp_path / "other/hooks")
        with pytest.raises(EngineError) as told:
            built(MINIATURE, place(tmp_path), TODAY, pool=by(found, tmp_path))
        assert told.value.sentence == OTHER_VERSION
        assert other in mishap(told.value, "en")
        assert other in mishap(told.value, "id")


@at_length
def test_a_worker_without_the_package_is_refused(tmp_path: Path) -> None:
    (tmp_path / "none/pendopo").mkdir(parents=True)
    (tmp_path / "none/pendopo/__init__.py").touch()
    with cluster(tmp_path / "cluster", 0) as found:
        found.worker(tmp_path / "none")
        with pytest.raises(EngineError) as told:
            built(MINIATURE, place(tmp_path), TODAY, pool=by(found, tmp_path))
    assert told.value.sentence == OTHER_VERSION


@pytest.mark.parametrize(("field", "sentence"), [("inode", NO_DATA), ("token", NO_OUTPUT)])
def test_a_worker_that_sees_another_folder_is_refused(
    field: str, sentence: str, three: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = ClusterPool._build
    other: dict[str, Any] = {field: {"inode": 1, "token": "another"}[field]}
    monkeypatch.setattr(
        ClusterPool, "_build", lambda pool, shop: real(pool, shop)._replace(**other)
    )
    with pytest.raises(EngineError) as told:
        built(MINIATURE, place(tmp_path), TODAY, pool=by(three, tmp_path))
    assert told.value.sentence == sentence


def test_a_worker_that_ends_while_all_are_examined_is_passed_over(
    three: Cluster, alone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Client.run

    def with_one_gone(client: Client, *given: Any, **named: Any) -> Any:
        return {**run(client, *given, **named), "tcp://127.0.0.1:1": OSError("gone")}

    monkeypatch.setattr(Client, "run", with_one_gone)
    Path(place(tmp_path).folder).mkdir()
    with by(three, tmp_path)(str(alone / "data")) as pool:
        assert len(pool.cluster) == 3
    monkeypatch.setattr(Client, "run", lambda *given, **named: {"x": OSError("gone")})
    with pytest.raises(EngineError) as told:
        by(three, tmp_path)(str(alone / "data"))
    assert told.value.sentence == engines.NO_WORKERS


def test_a_worker_that_joins_is_examined_before_it_works(
    three: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    examined = ClusterPool._examined

    def later(pool: ClusterPool) -> list[str]:
        found = examined(pool)
        pool.build = pool.build._replace(mark="another")
        return found

    monkeypatch.setattr(ClusterPool, "_examined", later)
    with pytest.raises(EngineError) as told:
        built(MINIATURE, place(tmp_path), TODAY, pool=by(three, tmp_path))
    assert told.value.sentence == OTHER_VERSION
    assert not (tmp_path / "site").exists()


@at_length
def test_a_scheduler_without_workers_is_told_of(tmp_path: Path) -> None:
    with cluster(tmp_path / "cluster", 0) as found, pytest.raises(EngineError) as told:
        built(MINIATURE, place(tmp_path), TODAY, pool=by(found, tmp_path))
    assert told.value.sentence == engines.NO_WORKERS


@at_length
def test_the_command_hands_its_work_to_the_cluster(
    three: Cluster, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    shutil.copytree(MINIATURE, project / "data")
    assert main(["build", "-q"]) == 0
    (project / "site").rename(project / "alone")
    shutil.rmtree(project / ".site.pendopo")
    assert main(["build", "-q", "--engine", three.engine]) == 0
    assert contents(project / "site") == contents(project / "alone")


def test_an_engine_that_is_not_there_is_one_sentence(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setattr(engines, "REACHED", 1)
    shutil.copytree(MINIATURE, project / "data")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"dask://127.0.0.1:{free.getsockname()[1]}"
        assert main(["build", "-q", "--engine", address]) == 1
    _, told = capfd.readouterr()
    assert address in told
    assert "Traceback" not in told
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    "engine", ["spark://host:1", "dask://host", "dask://", "8786", "dask://a b:1"]
)
def test_an_address_of_no_engine_is_refused(
    engine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--engine", engine]) == 2
    assert engine in capsys.readouterr().err


def test_without_the_extra_the_command_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("pendopo.commands.build.find_spec", lambda name: None)
    assert main(["build", "--engine", "dask://127.0.0.1:8786"]) == 2
    assert "pip install distributed" in capsys.readouterr().err
