"""The manifest that a build leaves for the next one: the files it read and those it wrote."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from pendopo.build.output import WrittenFile
from pendopo.build.seal import read_sealed, write_sealed
from pendopo.problems.problem import Problem, faults
from pendopo.reading.entry import Entry
from pendopo.reading.files import Stamp, source_stamp
from pendopo.reading.named_media import NamedMedia
from pendopo.reading.record_type import RecordType

FORMAT = 3
"""Version of the layout below; a manifest of another version is ignored."""


class ReadFile(NamedTuple):
    """A file that was read: its stamp at that time, its record if it is sound, and its problems."""

    stamp: Stamp
    entry: Entry[Any, Any] | None
    problems: tuple[Problem, ...] = ()


class ReadMedia(NamedTuple):
    """A media file that was examined: its stamp at that time, and what `media.look` found.

    `size` is in bytes; `width` and `height` are in pixels, 0 for a file that is no picture.
    """

    stamp: Stamp
    digest: str = ""
    size: int = 0
    width: int = 0
    height: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether the file may be published."""
        return not faults(self.problems)


class PageRow(NamedTuple):
    """A page that was written: its cache key, and its day of update (empty if unknown).

    `kind` and `years` are for the search: what it shows of the page, and filters by.
    """

    address: str
    key: str = ""
    updated: str = ""
    kind: str = ""
    years: str = ""


class PageGroup(NamedTuple):
    """The pages of one agency, or of the portal, with the cache key of their plan."""

    key: str
    rows: tuple[PageRow, ...]
    problems: tuple[Problem, ...] = ()


class Platform(NamedTuple):
    """MkDocs's own part of a site: the frame around all pages, its files and its pages."""

    key: str = ""
    frame: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    pages: tuple[PageRow, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """All that is known about the last build.

    `base` is the fingerprint of the code, `folder` the data folder (also where a sound one was read
    in its place: a file that is linked to both has one stamp), `common` the fingerprint of
    everything besides the data that all pages depend on. `outputs` are all published files.
    """

    base: str = ""
    folder: str = ""
    files: Mapping[str, ReadFile] = field(default_factory=dict)
    media: Mapping[str, ReadMedia] = field(default_factory=dict)
    common: str = ""
    groups: Mapping[str, PageGroup] = field(default_factory=dict)
    platform: Platform = field(default_factory=Platform)
    outputs: Mapping[str, WrittenFile] = field(default_factory=dict)

    @property
    def settled(self) -> bool:
        """Whether each file of the data is known by its stamp, and need not be read next time."""
        stamp = attrgetter("stamp")
        return all(map(stamp, chain(self.files.values(), self.media.values())))

    @classmethod
    def read(
        cls,
        path: str,
        base: str,
        folder: str,
        types: Iterable[RecordType[Any, Any]],
        source: str = "",
    ) -> "Manifest":
        """The manifest at `path`; empty where it is missing, damaged or not sealed by this machine.

        Only the outputs are kept where another version of the code or another folder made it.
        Records will be read from `source`, by default `folder` itself.
        """
        try:
            # The stamp shows whether another process has written the manifest since this one did.
            stamp, found = _written.get(path, ((), cls()))
            if stamp != source_stamp(Path(path).stat()):
                by_name = {each.name: each for each in types}
                found = from_json(read_sealed(Path(path)), by_name)
        # The manifest is a cache: an unreadable one costs a full build and must not stop it.
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls(base, folder)
        # Other code may read the same file differently. The outputs hold whoever wrote them, since
        # they say only what bytes are published: assets that come out equal are not rewritten.
        if (found.base, found.folder) != (base, folder):
            return cls(base, folder, outputs=found.outputs)
        return replace(found, files=_of_source(found.files, source or folder))

    def write(self, path: str) -> None:
        """Writes the manifest to `path` in one step. Raises `OSError` where that fails."""
        # JSON and not pickle: loading a pickle that somebody has changed runs their code.
        text = json.dumps(to_json(self), ensure_ascii=False, separators=(",", ":"))
        write_sealed(Path(path), text)
        _written[path] = source_stamp(Path(path).stat()), self


_written: dict[str, tuple[Stamp, Manifest]] = {}
"""Manifests written by this process, so that a server need not parse its own again."""


def _of_source(files: Mapping[str, ReadFile], source: str) -> Mapping[str, ReadFile]:
    """The files, with entries whose records are read from the folder `source`."""
    return {
        path: each._replace(entry=replace(each.entry, folder=source))
        if each.entry and each.entry.folder != source
        else each
        for path, each in files.items()
    }


def to_json(manifest: Manifest) -> dict[str, Any]:
    """The manifest as values of JSON."""
    return {
        "format": FORMAT,
        "base": manifest.base,
        "folder": manifest.folder,
        "files": {path: _file_row(each) for path, each in manifest.files.items()},
        "media": {
            path: [*each[:-1], problem_rows(each.problems)] for path, each in manifest.media.items()
        },
        "common": manifest.common,
        "groups": {
            name: [group.key, group.rows, problem_rows(group.problems)]
            for name, group in manifest.groups.items()
        },
        "platform": manifest.platform,
        "outputs": manifest.outputs,
    }


def from_json(row: Mapping[str, Any], types: Mapping[str, RecordType[Any, Any]]) -> Manifest:
    """The manifest of which `to_json` made `row`; an error of Python where it did not."""
    if row["format"] != FORMAT:
        raise ValueError("another format")
    folder = row["folder"]
    return Manifest(
        row["base"],
        folder,
        {path: _file(path, each, folder, types) for path, each in row["files"].items()},
        {
            path: ReadMedia._make((tuple(stamp), *facts, problems_of(found)))
            for path, (stamp, *facts, found) in row["media"].items()
        },
        row["common"],
        {
            name: PageGroup(key, tuple(PageRow(*each) for each in rows), problems_of(found))
            for name, (key, rows, found) in row["groups"].items()
        },
        _platform(*row["platform"]),
        {
            path: WrittenFile(digest, tuple(stamp))
            for path, (digest, stamp) in row["outputs"].items()
        },
    )


def _platform(key: str, *more: list[Any]) -> Platform:
    frame, files, pages = more
    return Platform(key, tuple(frame), tuple(files), tuple(PageRow(*each) for each in pages))


def _file_row(read: ReadFile) -> list[Any]:
    # The brief and the digest are stored, not the record: a record is read again only when a page
    # that prints it is rendered.
    entry = read.entry
    known = (
        [
            *(entry.type.name, entry.agency, entry.name, entry.digest, entry.brief),
            *(entry.media, entry.left_out),
        ]
        if entry
        else None
    )
    return [read.stamp, known, problem_rows(read.problems)]


def _file(
    path: str, row: list[Any], folder: str, types: Mapping[str, RecordType[Any, Any]]
) -> ReadFile:
    stamp, known, found = row
    entry: Entry[Any, Any] | None = None
    if known is not None:
        type_name, agency, name, digest, brief, media, left_out = known
        record_type = types[type_name]
        shown = record_type.brief(*map(_tuples, brief))
        named = tuple(NamedMedia(*map(_tuples, each)) for each in media)
        gone = _tuples(left_out)
        entry = Entry(record_type, path, agency, name, digest, shown, named, gone, folder)
    return ReadFile(tuple(stamp), entry, problems_of(found))


def _tuples(value: Any) -> Any:
    # JSON turns tuples into lists, which are not hashable and never equal to a tuple.
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def problem_rows(problems: Iterable[Problem]) -> list[list[Any]]:
    """Problems as values of JSON."""
    names = [each.name for each in fields(Problem)]
    return [[getattr(each, name) for name in names] for each in problems]


def problems_of(rows: list[list[Any]]) -> tuple[Problem, ...]:
    """The problems of which `problem_rows` made `rows`; an error of Python where it did not."""
    return tuple(Problem(*map(_tuples, row)) for row in rows)
