"""The tasks of a build or of a check: pages are planned, rendered and written agency by agency."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol, Self

from pendopo.basics import addresses
from pendopo.basics.digests import digest
from pendopo.basics.fingerprints import fingerprint
from pendopo.build.manifest import PageGroup, PageRow
from pendopo.build.output import Writer, WrittenFile
from pendopo.problems.problem import Problem
from pendopo.reading.files import Stamp
from pendopo.rendering.own_templates import told
from pendopo.rendering.renderer import Renderer
from pendopo.rendering.template_files import Templates
from pendopo.site.context import Context
from pendopo.site.planning import Site, plan_agency, plan_portal
from pendopo.site.shell import Frame, Publication


class Task(NamedTuple):
    """The pages of one agency, or of the portal where `agency` is empty.

    `key` is the cache key of their plan; `known` maps the address of each page whose published file
    is intact to its cache key and digest.
    """

    agency: str
    key: str
    known: Mapping[str, tuple[str, str]]


class TaskResult(NamedTuple):
    """The pages of a task, and the files written for it, by path."""

    agency: str
    group: PageGroup
    written: dict[str, WrittenFile]


class TaskWorker(Protocol):
    """Does tasks, one after the other."""

    def render(self, tasks: Sequence[Task]) -> list[TaskResult]:
        """The results of tasks, in order."""


class PageWriter(Protocol):
    """What takes the content of a file by its path, and returns its stamp."""

    def write(self, path: str, content: bytes) -> Stamp:
        """Takes a file."""


@dataclass(frozen=True)
class Planning:
    """The values shared by all tasks of a check, which plans pages and renders none."""

    context: Context

    def worker(self, portal: Context | None = None) -> TaskWorker:
        """What does the tasks: see `Worker.renders`."""
        return PlanWorker(self, portal)

    def only(self, agencies: Collection[str]) -> Self:
        """The job, with only those records of other agencies that pages of `agencies` may show."""
        # The job is pickled once for each worker. Most of it would be entries never looked at.
        directory = self.context.directory
        types, briefs = directory.types_shown_below, [*directory.agencies.values()]
        for each in directory.types_shown_above:
            if any(each.shown_above and each.shown_above(agency.brief) for agency in briefs):
                types += (each,)
        shown = {
            name: each if name in agencies else each.with_records(types)
            for name, each in directory.agencies.items()
        }
        return replace(self, context=self.context.within(replace(directory, agencies=shown)))


@dataclass(frozen=True)
class Job(Planning):
    """The values shared by all tasks of a build.

    `root` is where pages are written, unless a `writer` takes them.
    """

    publication: Publication
    frame: Frame
    templates: Templates
    root: str
    writer: PageWriter | None = None

    @property
    def common(self) -> str:
        """Fingerprint of the language and of the frame around all pages of this build."""
        return fingerprint(self.context.language, self.frame)

    def worker(self, portal: Context | None = None) -> TaskWorker:
        """What does the tasks: see `Worker.renders`."""
        return PageWorker(self, portal)


class PageWorker:
    """Plans, renders and writes pages, task by task; below the root of the job by default."""

    def __init__(self, job: Job, portal: Context | None = None) -> None:
        self.job = job
        self.portal = portal or job.context
        self.common = job.common
        self.writer = job.writer or Writer(job.root)

    def render(self, tasks: Sequence[Task]) -> list[TaskResult]:
        """Plans the pages of each task; renders and writes those whose cache key has changed.

        Raises `TemplateFaultError` where a template of the publisher fails.
        """
        with told(self.job.templates):
            return [self._render(task) for task in tasks]

    def _render(self, task: Task) -> TaskResult:
        context = self.job.context if task.agency else self.portal
        site, problems = _planned(context, task.agency)
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
        _forget(context, task.agency)
        group = PageGroup(task.key, tuple(rows), tuple(problems))
        return TaskResult(task.agency, group, written)

    def _write(self, written: dict[str, WrittenFile], address: str, text: str, old: str) -> None:
        """Writes a page or a file, unless the same bytes are published already."""
        # A key may change where the output does not, as after an edit of a comment in a template. A
        # kept file keeps its time and inode, so that nothing is uploaded or loaded again for it.
        content = text.encode()
        new = digest(content)
        if new != old:
            path = addresses.path(address)
            written[path] = WrittenFile(new, self.writer.write(path, content))


class PlanWorker:
    """Plans pages, task by task; their rows have addresses alone."""

    def __init__(self, job: Planning, portal: Context | None = None) -> None:
        self.context = job.context
        self.portal = portal or job.context

    def render(self, tasks: Sequence[Task]) -> list[TaskResult]:
        """The plan of each task."""
        return [self._planned(task) for task in tasks]

    def _planned(self, task: Task) -> TaskResult:
        context = self.context if task.agency else self.portal
        site, problems = _planned(context, task.agency)
        live = [*(each.address for each in site.pages), *(each.address for each in site.files)]
        rows = tuple(map(PageRow, live))
        _forget(self.context, task.agency)
        return TaskResult(task.agency, PageGroup(task.key, rows, tuple(problems)), {})


def _planned(context: Context, agency: str) -> tuple[Site, list[Problem]]:
    """The plan of an agency, or of the portal where `agency` is empty."""
    if agency:
        return plan_agency(context, context.directory.agencies[agency])
    return plan_portal(context)


def _forget(context: Context, owner: str) -> None:
    """Frees the records of an agency that no other page needs; those below show some of them."""
    # Without this, a worker would hold every record of its branches until the end of the build.
    directory = context.directory
    if not owner:
        return
    agency = directory.agencies[owner]
    kept = {each.name for each in directory.types_shown_below} if directory.below(agency) else set()
    for name, found in agency.entries.items():
        for entry in found if name not in kept else ():
            entry.forget()
