"""Shares the work of a build out to the workers of a Dask cluster through a store.

No machine sees the folders of another: what workers need lies in the store, bundled by branches of
the tree of government, and so do the pages that they have made until they are brought from there.
"""

import pickle
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import chain
from pathlib import Path
from secrets import token_hex
from threading import Thread
from typing import NamedTuple

from pendopo.basics.digests import digest
from pendopo.build.bundles import LOST, Bundles, packed
from pendopo.build.cluster import ClusterPool
from pendopo.build.cluster_home import BUILDS, DATA, JOB, TEMPLATES, leave
from pendopo.build.cluster_worker import Address, Build, Stored, mark, read_stored, render_stored
from pendopo.build.manifest import ReadFile
from pendopo.build.output import Writer, WrittenFile
from pendopo.build.pool import batches, branch_of
from pendopo.build.tasks import Job, Planning, Task, TaskResult
from pendopo.build.workspace import Workspace
from pendopo.government.directory import Directory
from pendopo.reading.files import LARGEST_TEXT, content
from pendopo.reading.texts import RecordFile
from pendopo.rendering.template_files import Templates
from pendopo.site.kind import Registry
from pendopo.stores.failures import StoreError
from pendopo.stores.store import WORKERS

KEPT = "pendopo-data"
"""The folder of the store with what the next build can use: for each branch a folder, in it one
bundle, which an edit replaces."""
OWN = "/templates"
"""What has the publisher's own templates; no branch has such a name."""
OURS = re.compile(rf"(?:{KEPT}|{BUILDS})/([0-9a-f]{{32}})/[0-9a-f]{{32}}", re.ASCII)
LEAVING = 5.0
"""Seconds that workers are given to remove what they have brought."""


class Sent(NamedTuple):
    """A bundle in the store: its path, and those of its files."""

    bundle: str
    files: frozenset[str]


class StoragePool(ClusterPool):
    """The workers of a cluster, with a store at the address `storage` between them and this one.

    Raises `StoreError` where the store fails, and what `ClusterPool` raises.
    """

    def __init__(
        self, folder: str, kinds: Registry, address: str, workspace: Workspace, *, storage: str
    ) -> None:
        self.storage = storage
        self.bundles = Bundles(storage)
        for each in (folder, workspace.folder, workspace.published):
            self.bundles.store.apart_from(Path(each))
        self.sent: dict[str, Sent] = {}
        self.there = frozenset[str]()
        self.owners: set[str] | None = None
        self.writer = Writer("")
        super().__init__(folder, kinds, address, workspace.folder)

    def read(self, files: Sequence[RecordFile]) -> Iterator[tuple[RecordFile, ReadFile]]:
        """Each of `files` with the result of reading and checking it, in any order."""
        if not self._alone(len(files)):
            refused = self._send(_by_branch((each.agency, each.path) for each in files))
            # What cannot be sent is a problem that this machine tells.
            here = [each for each in files if each.path in refused]
            yield from zip(here, self.own.read(here), strict=True)
            files = [each for each in files if each.path not in refused]
        yield from super().read(files)

    def end(self) -> None:
        """Ends the work, and leaves in the store what the next build can use."""
        if self.there:
            # What cannot be removed now, the next build removes.
            with suppress(StoreError):
                self._tidy()
            self.there = frozenset()
        super().end()

    def _leave(self) -> None:
        if self.client.status == "running":
            # A worker that does not answer is not waited for.
            asked = Thread(target=self._ask_to_leave, daemon=True)
            asked.start()
            asked.join(LEAVING)
        super()._leave()

    def _ask_to_leave(self) -> None:
        with suppress(Exception):
            self.client.run(leave, self.build.token, on_error="ignore")

    def _build(self, workshop: str) -> Build:
        """What is told to workers of this build, after removing what is left of earlier ones."""
        token = token_hex(16)
        self.bundles.store.clear()
        there = {each for each in self.bundles.store.paths() if OURS.fullmatch(each)}
        self.bundles.delete(each for each in there if each.startswith(f"{BUILDS}/"))
        # That it takes files is known before any work is done.
        probe = self.bundles.put(f"{BUILDS}/{token}", packed({}))
        self.there = frozenset({*there, probe})
        folder = str(Path(self.folder).absolute())
        return Build(mark(), folder, 0, workshop, token, Address(self.storage))

    def _reading(self, number: int, files: Sequence[RecordFile]) -> "Future[list[ReadFile]]":
        bundles = self._bundles({branch_of(each.agency) for each in files})
        future: Future[list[ReadFile]] = self._worker(number).submit(
            read_stored, self.build, files, bundles
        )
        return future

    def _rendering(
        self, job: Planning, shares: Sequence[Sequence[Task]]
    ) -> "list[Future[list[TaskResult]]]":
        if not isinstance(job, Job):
            raise TypeError("A check asks no engine.")
        directory = job.context.directory
        files = _by_branch((each.agency, each.path) for each in directory.all_entries())
        needed = {each.agency: _needed(directory, each.agency) for each in chain(*shares)}
        self._send({each: files[each] for each in {*chain(*needed.values())}})
        own = self._send_templates(job.templates)
        self.owners = {digest(each) for each in (*files, *([OWN] if own else []))}
        self.writer = Writer(job.root)
        content = packed({JOB: pickle.dumps(job)})
        sent = self.bundles.put(f"{BUILDS}/{self.build.token}", content)
        return [
            self._worker(number).submit(
                *(render_stored, self.build, sent, batch),
                [*own, *self._bundles({*chain(*(needed[task.agency] for task in batch))})],
            )
            for number, share in enumerate(shares)
            for batch in batches(share)
        ]

    def _taken(self, found: Stored) -> Iterator[TaskResult]:
        """The results of tasks; their pages are written on this machine."""
        pages = self.bundles.get(found.bundle) if found.bundle else {}
        for result in found.results:
            written = {
                path: WrittenFile(each.digest, self._write(path, each.digest, pages, found.bundle))
                for path, each in result.written.items()
            }
            yield result._replace(written=written)

    def _write(
        self, path: str, known: str, pages: Mapping[str, bytes], bundle: str
    ) -> tuple[int, ...]:
        if digest(pages.get(path, b"")) != known:
            raise StoreError(LOST, address=self.bundles.store.address, path=bundle)
        return self.writer.write(path, pages[path])

    def _bundles(self, branches: Collection[str]) -> list[str]:
        return sorted(self.sent[each].bundle for each in branches)

    def _send(self, files: Mapping[str, Collection[str]]) -> set[str]:
        """Puts the files of each branch into the store; returns those that cannot be read."""
        new = {
            branch: sorted(paths)
            for branch, paths in files.items()
            if branch not in self.sent or not self.sent[branch].files.issuperset(paths)
        }
        with ThreadPoolExecutor(WORKERS) as threads:
            refused = threads.map(self._send_branch, new.items())
            return {*chain.from_iterable(refused)}

    def _send_branch(self, given: tuple[str, Sequence[str]]) -> list[str]:
        branch, paths = given
        found = {
            each: content(Path(self.folder), each, LARGEST_TEXT, "file-size") for each in paths
        }
        files = {f"{DATA}/{path}": each for path, each in found.items() if isinstance(each, bytes)}
        bundle = self.bundles.put(f"{KEPT}/{digest(branch)}", packed(files), self.there)
        self.sent[branch] = Sent(bundle, frozenset(paths))
        return [path for path, each in found.items() if not isinstance(each, bytes)]

    def _send_templates(self, templates: Templates) -> list[str]:
        """The bundle of the publisher's own templates, if there are any."""
        own = templates.own
        if not own:
            return []
        files = {
            f"{TEMPLATES}/{own.name}/{path.relative_to(own).as_posix()}": path.read_bytes()
            for path in sorted(own.rglob("*"))
            if path.is_file() and "/." not in f"/{path.relative_to(own).as_posix()}"
        }
        bundle = self.bundles.put(f"{KEPT}/{digest(OWN)}", packed(files), self.there)
        self.sent[OWN] = Sent(bundle, frozenset(files))
        return [bundle]

    def _tidy(self) -> None:
        """Removes from the store what is of this build alone, or of no use any more."""
        current = {digest(owner): each.bundle for owner, each in self.sent.items()}
        gone: list[str] = []
        for path in self.bundles.store.paths():
            if ours := OURS.fullmatch(path):
                owner = ours[1]
                left = self.owners is not None and owner not in self.owners
                unused = left or current.get(owner, path) != path
                if unused if path.startswith(KEPT) else owner == self.build.token:
                    gone.append(path)
        self.bundles.delete(gone)
        self.bundles.store.clear()


def _by_branch(files: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """The paths of files by the branch of the agencies that they are given with."""
    found: dict[str, set[str]] = defaultdict(set)
    for agency, path in files:
        found[branch_of(agency)].add(path)
    return found


def _needed(directory: Directory, name: str) -> set[str]:
    """The branches of which an agency's pages show records."""
    agency = directory.agencies[name]
    shown = (agency, *directory.above(agency), *directory.shown_above(agency))
    return {branch_of(each.id) for each in shown}
