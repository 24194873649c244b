"""The work of one process in a build: reads files, and begins the tasks of their agencies."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from pendopo.build.manifest import ReadFile
from pendopo.build.tasks import Planning, TaskWorker
from pendopo.government.agency import Agency
from pendopo.problems.problem import Problem
from pendopo.reading.entry import Entry, read_entry
from pendopo.reading.texts import RecordFile
from pendopo.site.context import Context
from pendopo.site.kind import Registry


class Worker:
    """Reads files of a data folder and renders the pages of the agencies they belong to.

    It keeps the records it has read until their pages are rendered, since reading is a good part of
    the work. So the pool gives the files of an agency and its pages to the same worker.
    """

    def __init__(self, folder: str, kinds: Registry) -> None:
        self.folder = folder
        self.kinds = kinds
        self._entries: dict[str, Entry[Any, Any]] = {}

    def read(self, files: Iterable[RecordFile]) -> list[ReadFile]:
        """Reads and checks files, in order. Problems are part of the result, never raised."""
        return [self._read(file) for file in files]

    def _read(self, file: RecordFile) -> ReadFile:
        source = file.read(Path(self.folder))
        if isinstance(source, Problem):
            return ReadFile(file.stamp, None, (source,))
        entry, problems = read_entry(source, self.folder, self.kinds.rules(file.type))
        if entry is not None:
            self._entries[file.path] = entry
        return ReadFile(file.stamp, entry, tuple(problems))

    def renders(self, job: Planning, portal: Context | None = None) -> TaskWorker:
        """What does the tasks of `job`, and takes over the records read by this worker.

        The portal's pages are planned in the context `portal`, by default that of the others.
        """
        directory = job.context.directory
        agencies = {name: self._with_records(each) for name, each in directory.agencies.items()}
        context = job.context.within(replace(directory, agencies=agencies))
        # Records are freed as it goes; a second reference would keep them all alive.
        self._entries = {}
        return replace(job, context=context).worker(portal)

    def _with_records(self, agency: Agency) -> Agency:
        """The agency, with entries of this worker, which hold their records, where it has them."""
        entries = {
            name: tuple(map(self._with_record, found)) for name, found in agency.entries.items()
        }
        return replace(agency, entry=self._with_record(agency.entry), entries=entries)

    def _with_record(self, entry: Entry[Any, Any]) -> Entry[Any, Any]:
        known = self._entries.get(entry.path, entry)
        # Its brief may have been changed for the day: then the record is read once more.
        changed = entry.type.changed
        same = not changed or getattr(known.brief, changed) == getattr(entry.brief, changed)
        found = known if same else entry
        # A worker on another machine may have the data folder elsewhere.
        return found if found.folder == self.folder else replace(found, folder=self.folder)
