"""What one process does of a build: it reads files, and renders the pages made of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from pendopo.basics import addresses
from pendopo.basics.digests import digest
from pendopo.basics.fingerprints import fingerprint
from pendopo.build.manifest import PageGroup, PageRow, ReadFile
from pendopo.build.output import Writer, WrittenFile
from pendopo.government.agency import Agency
from pendopo.problems.problem import Problem
from pendopo.reading.entry import Entry, read_entry
from pendopo.reading.texts import RecordFile
from pendopo.rendering.renderer import Renderer
from pendopo.site.context import Context
from pendopo.site.kind import Registry
from pendopo.site.planning import plan_agency, plan_portal
from pendopo.site.shell import Frame, Publication


class Task(NamedTuple):
    """The pages of one agency, or of the portal where `agency` is empty.

    `key` is the cache key of their plan; `known` has the cache key and the digest of every page
    that is published as it should be, by address.
    """

    agency: str
    key: str
    known: Mapping[str, tuple[str, str]]


class TaskResult(NamedTuple):
    """The pages of a task, and the files that were written anew, by their path."""

    agency: str
    group: PageGroup
    written: dict[str, WrittenFile]


@dataclass(frozen=True)
class Job:
    """What all tasks of a build have in common.

    `templates` is the fingerprint of the templates; `root` is where pages are written.
    """

    context: Context
    publication: Publication
    frame: Frame
    templates: str
    root: str

    @property
    def common(self) -> str:
        """Fingerprint of what surrounds all pages of this build."""
        return fingerprint(self.context.language, self.frame)


class Worker:
    """Reads files of a data folder, and renders pages of the agencies that they belong to.

    It keeps the records that it has read until they are rendered, since reading a record is a good
    part of the work; so the pool gives an agency's files and its pages to the same worker.
    """

    def __init__(self, folder: str, kinds: Registry) -> None:
        self.folder = folder
        self.kinds = kinds
        self._entries: dict[str, Entry[Any, Any]] = {}

    def read(self, files: Iterable[RecordFile]) -> list[ReadFile]:
        """Reads and checks files."""
        return [self._read(file) for file in files]

    def _read(self, file: RecordFile) -> ReadFile:
        source = file.read(Path(self.folder))
        if isinstance(source, Problem):
            return ReadFile(file.stamp, None, (source,))
        entry, problems = read_entry(source, self.folder, self.kinds.rules(file.type))
        if entry is not None:
            self._entries[file.path] = entry
        return ReadFile(file.stamp, entry, tuple(problems))

    def renders(self, job: Job) -> "PageWorker":
        """The worker that renders the pages of `job`, with the records that this one has read."""
        directory = job.context.directory
        agencies = {name: self._with_records(each) for name, each in directory.agencies.items()}
        context = job.context.within(replace(directory, agencies=agencies))
        self._entries = {}
        return PageWorker(replace(job, context=context))

    def _with_records(self, agency: Agency) -> Agency:
        """The agency with those records that this worker has read."""
        head = self._entries.get(agency.entry.path, agency.entry)
        entries = {
            name: tuple(self._entries.get(each.path, each) for each in found)
            for name, found in agency.entries.items()
        }
        return replace(agency, entry=head, entries=entries)


class PageWorker:
    """Plans, renders and writes the pages of one task after the other."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.common = job.common
        self.writer = Writer(job.root)

    def render(self, tasks: Sequence[Task]) -> list[TaskResult]:
        """Plans the pages of each task; renders and writes those that have changed."""
        return [self._render(task) for task in tasks]

    def _render(self, task: Task) -> TaskResult:
        context = self.job.context
        if task.agency:
            site, problems = plan_agency(context, context.directory.agencies[task.agency])
        else:
            site, problems = plan_portal(context)
        renderer = Renderer(site, self.job.publication, self.job.templates)
        rows: list[PageRow] = []
        written: dict[str, WrittenFile] = {}
        for page in site.pages:
            key = fingerprint(self.common, renderer.key(page))
            known, old = task.known.get(page.address, ("", ""))
            if key != known:
                content = renderer.document(page, self.job.frame)
                self._write(written, page.address, content, old)
            rows.append(PageRow(page.address, key, page.updated, page.kind, page.years))
        for file in site.files:
            key = fingerprint(self.common, file.address, file.shown)
            known, old = task.known.get(file.address, ("", ""))
            if key != known:
                self._write(written, file.address, file.text, old)
            rows.append(PageRow(file.address, key))
        if task.agency:
            _forget(context, context.directory.agencies[task.agency])
        group = PageGroup(task.key, tuple(rows), tuple(problems))
        return TaskResult(task.agency, group, written)

    def _write(self, written: dict[str, WrittenFile], address: str, text: str, old: str) -> None:
        """Writes a page or a file, unless its bytes are what is published already."""
        content = text.encode()
        new = digest(content)
        if new != old:
            path = addresses.path(address)
            written[path] = WrittenFile(new, self.writer.write(path, content))


def _forget(context: Context, agency: Agency) -> None:
    """Frees the records that no other page will ask for; agencies below show those of above."""
    directory = context.directory
    kept = {each.name for each in directory.types_shown_below} if directory.below(agency) else set()
    for name, found in agency.entries.items():
        for entry in found if name not in kept else ():
            entry.forget()
