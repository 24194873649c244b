"""A build that does no more than what has changed since the last one demands."""

import gc
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event
from typing import NamedTuple

from pendopo.basics import addresses
from pendopo.basics.versions import environment
from pendopo.build import output
from pendopo.build.assets import Assets
from pendopo.build.cache_keys import keys
from pendopo.build.manifest import Ledger, Part, Platform
from pendopo.build.output import Written, digest
from pendopo.build.pool import Crew
from pendopo.build.reading import read
from pendopo.build.search.index import INDEX, HaltedError, Indexing
from pendopo.build.search.shards import documents
from pendopo.build.worker import Job, Task
from pendopo.build.workspace import Place, alone, now
from pendopo.kinds.redirects import stubs as redirects
from pendopo.problems.problem import Problem
from pendopo.reading.files import content
from pendopo.rendering.templates import edition
from pendopo.site.page import Context, fingerprint
from pendopo.site.shell import Frame, Publication


class Outcome(NamedTuple):
    """What a build did, in pages, and the seconds that each stage took."""

    built: int
    kept: int
    removed: int
    stages: Mapping[str, float]


@dataclass
class Build:
    """One build of a data folder; its steps are called in their order, from `read` to `publish`."""

    data: Path
    place: Place
    today: date
    crew: Crew
    publication: Publication = field(default_factory=Publication)
    ledger: Ledger = field(default_factory=Ledger)
    parts: dict[str, Part] = field(default_factory=dict)
    written: dict[str, Written] = field(default_factory=dict)
    stages: dict[str, float] = field(default_factory=dict)
    common: str = ""
    prepared: Callable[[], object] = lambda: None
    """Waits until the folder for the next build is there, where this build is the first."""

    def read(self) -> list[Problem]:
        """Reads what has changed, links all records; returns what is wrong with the data so far."""
        with self._stage("read"):
            begun = now(f"{self.place.workshop}/started")
            look = output.files_in if self.place.in_place else output.mirror
            self.looked = self.crew.aside(look, self.place.published, self.place.new)
            self.ledger = Ledger.read(self.place.ledger, environment(), str(self.data))
            self.reading = read(self.data, self.crew, self.ledger, begun)
            self.context = Context(self.reading.directory, self.today)
            return list(self.reading.problems)

    def compare(self) -> None:
        """Looks at what the last build has published, and whether it is still there.

        Files that were copied, as from a cache, are known again by their content.
        """
        with self._stage("compare"):
            outputs = self.ledger.outputs
            self.there = self.looked()
            self.lost = {each for each in outputs if self.there.get(each) != outputs[each].stamp}
            if self._recognised():
                self.ledger.write(self.place.ledger)
            self.foreign = [each for each in self.there if each not in outputs]

    def platform(self, key: str) -> Platform | None:
        """What MkDocs made last time, if `key` says that it would make the same again."""
        known = self.ledger.platform
        return known if known.key == key and self.lost.isdisjoint(known.files) else None

    def set_publication(self, publication: Publication) -> None:
        """Takes what the publisher has decided."""
        self.publication = publication
        self.context = replace(self.context, site_url=publication.site_url)

    def render(self, frame: Frame) -> None:
        """Starts to render the pages that have to be."""
        root = self.place.new
        Path(root).mkdir(parents=True, exist_ok=True)
        job = Job(self.context, self.publication, frame, edition(), root)
        self.tasks = list(self._tasks(job))
        self.crew.begin(job, self.tasks)

    def finish(self, report: Callable[[int, float], None]) -> list[Problem]:
        """Waits until all pages are rendered; returns what the plan of the pages told.

        `report` is called with the number of pages and the share of the work that is done.
        """
        with self._stage("render"):
            pages = 0
            for count, done in enumerate(self.crew.done(), 1):
                self.parts[done.agency] = done.part
                self.written |= done.written
                pages += len(done.part.rows)
                report(pages, count / len(self.tasks))
            self.crew.end()
        live = (row.address for part in self.parts.values() for row in part.rows)
        misled = redirects.check(self.context.directory, live, self.reading.problems)
        return sorted({*misled, *(each for part in self.parts.values() for each in part.problems)})

    def pages(self) -> list[tuple[str, str]]:
        """Address and day of update of every page of data, by address."""
        return [each for each in self._made() if addresses.is_page(each[0])]

    def _made(self) -> list[tuple[str, str]]:
        """The pages and the files for machines."""
        rows = (row for part in self.parts.values() for row in part.rows)
        return sorted((row.address, row.updated) for row in rows)

    def publish(self, platform: Platform, made: str | None) -> Outcome:
        """Puts all files in their place in one step.

        `made` is the folder that MkDocs has written to, None where it had nothing to do.
        """
        with self._stage("write"):
            outputs = self.ledger.outputs
            if made is None and not self.foreign and self._idle():
                self.left = self.ledger
                return self._outcome(outputs)
            wanted = {
                path: self.written.get(path) or outputs[path]
                for address, _ in self._made()
                for path in [addresses.path(address)]
            }
            kept = {path: outputs[path] for path in outputs.keys() - self.lost}
            files = Assets(self.data, self.place.new, kept)
            directory = self.context.directory
            by_hand = ((row.address, row.updated) for row in platform.pages)
            wanted |= files.platform(platform.files, made)
            wanted |= files.sitemaps([*self.pages(), *by_hand], self.publication.site_url)
            wanted |= files.of(directory, self.reading.media)
            wanted |= files.drawings(directory, self.crew)
        with self._stage("index"):
            wanted |= (
                self._known_index()
                if self.place.in_place
                else self._index(platform, wanted, Event())
            )
        with self._stage("write"):
            if wanted != outputs or self.lost or self.foreign:
                self._replace(wanted)
            known = (dict(self.reading.judged), dict(self.reading.media), self.common)
            self.left = Ledger(environment(), str(self.data), *known, self.parts, platform, wanted)
            if self.left != self.ledger:
                self.left.write(self.place.ledger)
            self.prepared()
        return self._outcome(wanted)

    def renew_index(self, halted: Event) -> None:
        """Renews the search index of a site that is served, unless it was built again meanwhile.

        Leaves off, with the index as it was, soon after `halted` is set.
        """
        with alone(self.place.workshop), suppress(HaltedError):
            ledger = Ledger.read(self.place.ledger, environment(), str(self.data))
            if ledger != self.left:
                return
            pages = {
                path: ledger.outputs[path] for path in ledger.outputs if not path.startswith(INDEX)
            }
            wanted = pages | dict(self._index(ledger.platform, pages, halted))
            if wanted != ledger.outputs:
                output.remove(
                    self.place.new, [each for each in ledger.outputs if each not in wanted]
                )
                replace(ledger, outputs=wanted).write(self.place.ledger)

    def _outcome(self, wanted: Mapping[str, Written]) -> Outcome:
        outputs = self.ledger.outputs
        pages = {path for path in wanted if path.endswith(".html")}
        built = sum(wanted[path] != outputs.get(path) for path in pages)
        gone = {path for path in outputs if path.endswith(".html")} - pages
        return Outcome(built, len(pages) - built, len(gone), self.stages)

    def _replace(self, wanted: Mapping[str, Written]) -> None:
        """Makes the new folder whole and exchanges it with the published one."""
        output.remove(self.place.new, [path for path in self.there if path not in wanted])
        if not self.place.in_place:
            ours = {path.partition("/")[0] for path in self.there}
            output.exchange(self.place.new, self.place.published, ours)
            if not self.there:
                folders = self.place.published, self.place.new
                self.prepared = self.crew.aside(output.mirror, *folders)

    def _recognised(self) -> bool:
        """Takes from the lost what is there all the same; whether there was such a thing."""
        outputs = self.ledger.outputs
        moved = [
            (path, outputs[path].digest)
            for path in sorted(self.lost)
            if path in self.there and self.there[path][1] == outputs[path].stamp[1]
        ]
        same = self.crew.each(partial(holds, self.place.published), moved)
        for (path, mark), there in zip(moved, same, strict=True):
            if there:
                outputs[path] = Written(mark, self.there[path])
                self.lost.remove(path)
        return bool(moved)

    def _tasks(self, job: Job) -> Iterator[Task]:
        """The parts of the site that may differ from what is there; the others are kept."""
        directory = job.context.directory
        portal = directory.portal.model_dump(mode="json", exclude={"introduction"})
        given = (self.today, job.publication, portal, directory.topics)
        common = fingerprint(job.common, job.edition, *given)
        self.common = fingerprint(common, directory.portal)
        if self._idle():
            self.parts = self.ledger.parts
            return
        for name, key in keys(directory, common).items():
            known = self.ledger.parts.get(name)
            rows = known.rows if known else ()
            whole = [row for row in rows if addresses.path(row.address) not in self.lost]
            if known and known.key == key and len(whole) == len(rows):
                self.parts[name] = known
                continue
            outputs = self.ledger.outputs
            kept = {
                row.address: (row.key, outputs[addresses.path(row.address)].digest) for row in whole
            }
            yield Task(name, key, kept)

    def _idle(self) -> bool:
        """Whether nothing is left to do: of what pages are made, all is as it was."""
        ledger, reading = self.ledger, self.reading
        known = reading.judged == ledger.files and reading.media == ledger.media
        return known and self.common == ledger.common and not self.lost

    def _index(
        self, platform: Platform, wanted: Mapping[str, Written], halted: Event
    ) -> Iterator[tuple[str, Written]]:
        """The search index of all pages, whose files are `wanted`."""
        rows = [*(row for part in self.parts.values() for row in part.rows), *platform.pages]
        found = documents(self.context, rows, wanted)
        indexing = Indexing(self.context, self.place.new, self.place.workshop, halted)
        return indexing.files(found, self.ledger.outputs, self.lost)

    def _known_index(self) -> Iterator[tuple[str, Written]]:
        """The search index as it was."""
        outputs = self.ledger.outputs.items()
        return ((path, each) for path, each in outputs if path.startswith(INDEX))

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        """Takes the time of a stage. All it makes is kept: Python need not look for garbage."""
        started = time.perf_counter()
        gc.disable()
        try:
            yield
        finally:
            gc.enable()
        took = time.perf_counter() - started
        self.stages[name] = self.stages.get(name, 0.0) + took


def holds(root: str, known: tuple[str, str]) -> bool:
    """Whether a file below `root`, by its path, has the content of this digest."""
    path, expected = known
    found = content(Path(root), path, sys.maxsize, "file-size")
    return isinstance(found, bytes) and digest(found) == expected
