"""A record as the rest of the program holds it: known by its brief, read when it is asked for."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pendopo.basics.digests import digest
from pendopo.basics.locations import Location
from pendopo.problems.problem import Problem, problem
from pendopo.reading.load import Rules, load
from pendopo.reading.named_media import NamedMedia, media_named
from pendopo.reading.record import Model
from pendopo.reading.record_type import BriefLike, RecordType
from pendopo.reading.texts import RecordFile, RecordText, last_document

R_co = TypeVar("R_co", bound=Model, covariant=True)
B_co = TypeVar("B_co", bound=BriefLike, covariant=True)


class ChangedError(Exception):
    """A file of the data folder is no longer what it was when this build first read it."""


@dataclass(frozen=True)
class Entry(Generic[R_co, B_co]):
    """A record by what is known of it: `brief` always, the record itself when it is asked for.

    `digest` is that of the file's text, `folder` the data folder it lies in, and `whole` says that
    nothing of the file was left out; `media` are the files that it names. Passed to another process
    an entry leaves its record behind and reads the file again where it is needed.
    """

    type: RecordType[R_co, B_co]
    path: str
    agency: str
    name: str
    digest: str
    brief: B_co
    media: tuple[NamedMedia, ...] = ()
    whole: bool = True
    folder: str = ""
    _kept: list[R_co] = field(default_factory=list, init=False, compare=False, repr=False)
    """The record, if it has been read and not been forgotten."""

    @property
    def record(self) -> R_co:
        """The record. Raises `ChangedError` where the file has changed meanwhile."""
        if not self._kept:
            source = self._source()
            loaded, _ = load(source)
            if loaded is None or digest(source.text) != self.digest:
                raise ChangedError(self.path)
            self._kept.append(loaded.record)
        return self._kept[0]

    def forget(self) -> None:
        """Frees the memory of the record; the file is read again if somebody asks for it."""
        self._kept.clear()

    def problem(
        self, location: Location, code: str, on_key: bool = False, /, **values: object
    ) -> Problem:
        """A problem of this record at `location`. Raises `ChangedError` as `record` does."""
        document = last_document(self._source())
        if document is None:
            raise ChangedError(self.path)
        position = document.position(location, key=on_key)
        return problem(self.path, code, position.line, position.column, **values)

    def compared_by(self) -> list[str]:
        """Cache key of the entry: its file and the digest of that file's content."""
        return [self.path, self.digest]

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"_kept": []}

    def _source(self) -> RecordText:
        file = RecordFile(self.type, self.path, self.agency, self.name)
        found = file.read(Path(self.folder))
        if isinstance(found, Problem):
            raise ChangedError(self.path)
        return found


def read_entry(
    source: RecordText, folder: str, rules: Rules
) -> tuple[Entry[Any, Any] | None, list[Problem]]:
    """The entry of one text with its record, judged by `rules`, and all that is wrong with it."""
    loaded, problems = load(source, rules)
    if loaded is None:
        return None, problems
    file, record = source.file, loaded.record
    entry: Entry[Any, Any] = Entry(
        type=file.type,
        path=file.path,
        agency=file.agency,
        name=file.name,
        digest=digest(source.text),
        brief=file.type.brief.of(record),
        media=media_named(record),
        whole=not loaded.left_out,
        folder=folder,
    )
    entry._kept.append(record)
    return entry, problems
