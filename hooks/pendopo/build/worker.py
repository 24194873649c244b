"""What one process does of a build: reading files, and rendering the pages made of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from pendopo.basics import addresses
from pendopo.build.manifest import Judged, Part, Row
from pendopo.build.output import Writer, Written, digest
from pendopo.government.directory import Agency
from pendopo.problems.problem import Problem
from pendopo.reading.folder import File, read_one
from pendopo.reading.load import Entry, load_one
from pendopo.rendering.renderer import Renderer
from pendopo.site.page import Context, fingerprint
from pendopo.site.planning import plan_agency, plan_portal
from pendopo.site.shell import Frame, Publication


class Task(NamedTuple):
    """The pages of one agency, or of the portal where `agency` is empty.

    `known` has the key and the digest of every page that is there as it should be, by address.
    """

    agency: str
    key: str
    known: Mapping[str, tuple[str, str]]


class Done(NamedTuple):
    """What came of a task: the part, and the pages that are new, by their path."""

    agency: str
    part: Part
    written: dict[str, Written]


@dataclass(frozen=True)
class Job:
    """What all tasks of a build have in common.

    `edition` tells the templates; `root` is where pages are written.
    """

    context: Context
    publication: Publication
    frame: Frame
    edition: str
    root: str

    @property
    def common(self) -> str:
        """What tells the pages of this build from those of one with other surroundings."""
        return fingerprint(self.context.language, self.frame)


@dataclass
class Share:
    """What one process does. It keeps the records that it has read until they are rendered."""

    folder: str
    entries: dict[str, Entry[Any]] = field(default_factory=dict)

    def read(self, files: Sequence[File]) -> list[Judged]:
        """Reads and judges files."""
        return [self._read(file) for file in files]

    def _read(self, file: File) -> Judged:
        source = read_one(Path(self.folder), file)
        if isinstance(source, Problem):
            return Judged(file.stamp, None, (source,))
        entry, problems = load_one(source, self.folder)
        if entry is not None:
            self.entries[file.path] = entry
        return Judged(file.stamp, entry, tuple(problems))

    def begin(self, job: Job) -> None:
        """Prepares for the tasks of `job`."""
        directory = job.context.directory
        agencies = {name: self._with_records(each) for name, each in directory.agencies.items()}
        context = job.context.of(replace(directory, agencies=agencies))
        self.job = replace(job, context=context)
        self.common = self.job.common
        self.writer = Writer(job.root)
        self.entries = {}

    def render(self, tasks: Sequence[Task]) -> list[Done]:
        """Plans the pages of each task, and renders and writes those that are not there."""
        return [self._render(task) for task in tasks]

    def _render(self, task: Task) -> Done:
        context = self.job.context
        if task.agency:
            site, problems = plan_agency(context, context.directory.agencies[task.agency])
        else:
            site, problems = plan_portal(context)
        renderer = Renderer(site, self.job.publication, self.job.edition)
        rows: list[Row] = []
        written: dict[str, Written] = {}
        for page in site.pages:
            key = fingerprint(self.common, renderer.key(page))
            known, old = task.known.get(page.address, ("", ""))
            if key != known:
                content = renderer.document(page, self.job.frame)
                self._write(written, page.address, content, old)
            rows.append(Row(page.address, key, page.updated, page.kind, page.years))
        for file in site.files:
            key = fingerprint(self.common, file.address, file.shown)
            known, old = task.known.get(file.address, ("", ""))
            if key != known:
                self._write(written, file.address, file.text, old)
            rows.append(Row(file.address, key))
        if task.agency:
            _forget(context, context.directory.agencies[task.agency])
        return Done(task.agency, Part(task.key, tuple(rows), tuple(problems)), written)

    def _write(self, written: dict[str, Written], address: str, text: str, old: str) -> None:
        """Writes a page or a file, if it is not what is there already."""
        content = text.encode()
        new = digest(content)
        if new != old:
            path = addresses.path(address)
            written[path] = Written(new, self.writer.write(path, content))

    def _with_records(self, agency: Agency) -> Agency:
        """The agency with those records that this process has read."""
        head = self.entries.get(agency.entry.path, agency.entry)
        entries = {
            kind: tuple(self.entries.get(each.path, each) for each in found)
            for kind, found in agency.entries.items()
        }
        return Agency(agency.id, head, agency.parent, entries, agency.media)


def _forget(context: Context, agency: Agency) -> None:
    """Lets go of the records that no other page will show: of plans, agencies below may tell."""
    kept = "plan" if context.directory.below(agency) else ""
    for kind, found in agency.entries.items():
        for entry in found if kind != kept else ():
            entry.__dict__.pop("record", None)
