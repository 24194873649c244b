"""Entries: records represented by their briefs, and read in full only when needed."""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from pendopo.basics.digests import digest
from pendopo.basics.locations import Location
from pendopo.problems.problem import Problem, problem
from pendopo.reading.acknowledgements import acknowledgements
from pendopo.reading.documents import Document
from pendopo.reading.left_out import LeftOut
from pendopo.reading.load import Rules, load
from pendopo.reading.named_media import NamedMedia, media_named
from pendopo.reading.record import Model
from pendopo.reading.record_type import BriefLike, RecordType
from pendopo.reading.texts import RecordFile, RecordText, document_of

R_co = TypeVar("R_co", bound=Model, covariant=True)
B_co = TypeVar("B_co", bound=BriefLike, covariant=True)


class ChangedError(Exception):
    """A file of the data folder has changed since this build first read it."""


@dataclass(frozen=True)
class Entry(Generic[R_co, B_co]):
    """A record with its `brief` always in memory, and the record itself read on demand.

    `digest` is that of the file's text, `folder` the data folder, and `media` the files that the
    record names; `left_out` are the locations in the file of what the record does not hold.
    Locations within the record are counted without them; `problem` alone turns them into places of
    the file. Pickling drops the record, so that another process reads the file again if needed.
    """

    type: RecordType[R_co, B_co]
    path: str
    agency: str
    name: str
    digest: str
    brief: B_co
    media: tuple[NamedMedia, ...] = ()
    left_out: tuple[Location, ...] = ()
    folder: str = ""
    _kept: list[R_co] = field(default_factory=list, init=False, compare=False, repr=False)
    """Holds the record once it has been read, until `forget` is called."""

    @property
    def whole(self) -> bool:
        """Whether the record holds everything that its file says."""
        return not self.left_out

    @property
    def formers(self) -> tuple[str, ...]:
        """What the file was called before, without the suffix, the oldest name first."""
        found: tuple[str, ...] = getattr(self.brief, self.type.former) if self.type.former else ()
        return found

    @property
    def record(self) -> R_co:
        """The record, read if necessary. Raises `ChangedError` if the file has changed."""
        if not self._kept:
            file = RecordFile(self.type, self.path, self.agency, self.name)
            loaded, _ = load(_source(file, self.folder, self.digest))
            if loaded is None:
                raise ChangedError(self.path)
            self._kept.append(loaded.record)
        return self._kept[0]

    def named(self, file: str) -> NamedMedia | None:
        """What the record says of a file of the folder media; None if it does not name it."""
        return next((each for each in self.media if each.file == file), None)

    def forget(self) -> None:
        """Frees the memory of the record; the next access reads the file again."""
        self._kept.clear()

    def problem(
        self, location: Location, code: str, on_key: bool = False, /, **values: object
    ) -> Problem:
        """Creates a problem of this record at `location`. Raises `ChangedError` like `record`."""
        file = RecordFile(self.type, self.path, self.agency, self.name)
        document = _document(file, self.folder, self.digest)
        position = document.position(self._left_out.written(location), key=on_key)
        return problem(self.path, code, position.line, position.column, **values)

    def compared_by(self) -> list[str]:
        """Cache key of the entry: its file, the digest of its content, and its day of change.

        That day is not always what the file says: see `site.dated`.
        """
        changed = self.type.changed
        return [self.path, self.digest, *([getattr(self.brief, changed)] if changed else [])]

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"_kept": []}

    @cached_property
    def _left_out(self) -> LeftOut:
        return LeftOut(self.left_out)


def _source(file: RecordFile, folder: str, known: str) -> RecordText:
    """The text of a record whose digest is `known`. Raises `ChangedError` for any other text."""
    found = file.read(Path(folder))
    if isinstance(found, Problem) or digest(found.text) != known:
        raise ChangedError(file.path)
    return found


@lru_cache(maxsize=1)
def _document(file: RecordFile, folder: str, known: str) -> Document:
    """The document of one text; keeps only the last, since problems come file by file."""
    document, _ = document_of(_source(file, folder, known))
    if document is None:
        raise ChangedError(file.path)
    return document


def read_entry(
    source: RecordText, folder: str, rules: Rules
) -> tuple[Entry[Any, Any] | None, list[Problem]]:
    """Reads one text as an entry, checks it with `rules`, and returns it with all its problems."""
    loaded, problems = load(source, rules)
    file = source.file
    problems += acknowledgements(file.path, file.agency, source.text)
    if loaded is None:
        return None, problems
    record = loaded.record
    entry: Entry[Any, Any] = Entry(
        type=file.type,
        path=file.path,
        agency=file.agency,
        name=file.name,
        digest=digest(source.text),
        brief=file.type.brief.of(record),
        media=media_named(record),
        left_out=tuple(sorted(loaded.left_out)),
        folder=folder,
    )
    entry._kept.append(record)
    return entry, problems
