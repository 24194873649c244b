"""The file of a manifest: what a build left to the next one, and below it what later ones changed.

Each is a line of JSON with a seal of its own. After an edit the first line is copied as it stands,
and only the second is written: making JSON of a whole manifest takes longer than most of an edit.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from pendopo.build.manifest import Manifest, PageGroup, PageRow, Platform, ReadFile, ReadMedia
from pendopo.build.output import WrittenFile
from pendopo.build.seal import seal_of, sealed, unsealed, write_new
from pendopo.problems.problem import Problem
from pendopo.reading.entry import Entry
from pendopo.reading.files import Stamp, source_stamp
from pendopo.reading.named_media import NamedMedia
from pendopo.reading.record_type import RecordType

FORMAT = 3
"""Version of the layout below; a manifest of another version is ignored."""
MAPPINGS = ("files", "media", "groups", "outputs")
"""The parts of a manifest that have a row for each file or agency."""
FEW = 8
"""Up to one row in so many may have changed for the first line to stay as it is."""


@dataclass(frozen=True)
class _File:
    """A file of this process: its stamp, what it says as a whole, and its first line."""

    stamp: Stamp
    says: Manifest
    first: Manifest
    size: int


_known: dict[str, _File] = {}
"""What this process has read or written, so that a server need not parse its own file again."""


def read_manifest(
    path: str, base: str, folder: str, types: Iterable[RecordType[Any, Any]], source: str = ""
) -> Manifest:
    """The manifest at `path`; empty where it is missing, damaged or not sealed by this machine.

    Only the outputs are kept where another version of the code or another folder made it.
    Records will be read from `source`, by default `folder` itself.
    """
    try:
        # The stamp shows whether another process has written the manifest since this one did.
        stamp = source_stamp(Path(path).stat())
        known = _known.get(path)
        if known is None or known.stamp != stamp:
            known = _parsed(Path(path), stamp, {each.name: each for each in types})
            _known[path] = known
        found = known.says
    # The manifest is a cache: an unreadable one costs a full build and must not stop it.
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Manifest(base, folder)
    # Other code may read the same file differently. The outputs hold whoever wrote them, since
    # they say only what bytes are published: assets that come out equal are not rewritten.
    if (found.base, found.folder) != (base, folder):
        return Manifest(base, folder, outputs=found.outputs)
    return replace(found, files=_of_source(found.files, source or folder))


def write_manifest(manifest: Manifest, path: str) -> None:
    """Writes a manifest to `path` in one step. Raises `OSError` where that fails."""
    file = Path(path)
    known = _known.pop(path, None)
    if known and (added := _changes(manifest, file, known)):
        with file.open("rb") as opened:
            line = opened.read(known.size)
        added["of"] = seal_of(line)
        write_new(file, line + b"\n" + sealed(_text(added)))
        first, size = known.first, known.size
    else:
        line = sealed(_text(to_json(manifest)))
        write_new(file, line)
        first, size = manifest, len(line)
    _known[path] = _File(source_stamp(file.stat()), manifest, first, size)


def _changes(new: Manifest, file: Path, known: _File) -> dict[str, Any]:
    """The second line for a file that is still as it is `known`; empty if much has changed."""
    first = known.first
    if (new.base, new.folder) != (first.base, first.folder) or not file.is_file():
        return {}
    if known.stamp != source_stamp(file.stat()):
        return {}
    changed: dict[str, Any] = {}
    gone: dict[str, list[str]] = {}
    for name in MAPPINGS:
        old, rows = getattr(first, name), getattr(new, name)
        changed[name] = {path: row for path, row in rows.items() if old.get(path) != row}
        gone[name] = [*(old.keys() - rows.keys())]
    count = sum(map(len, (*changed.values(), *gone.values())))
    if count * FEW > sum(len(getattr(new, name)) for name in MAPPINGS):
        return {}
    return {**to_json(replace(new, **changed)), "gone": gone}


def _parsed(file: Path, stamp: Stamp, types: Mapping[str, RecordType[Any, Any]]) -> _File:
    """What a file says; an error of Python where no build has written it."""
    line, _, more = file.read_bytes().partition(b"\n")
    # Checked before the JSON is parsed: what others have written is not even looked at.
    first = from_json(json.loads(unsealed(line)), types)
    says = first
    if more:
        row = json.loads(unsealed(more))
        if row["of"] != seal_of(line):
            raise ValueError("changes of another manifest")
        says = from_json(row, types)
        merged: dict[str, Any] = {
            name: _merged(name, first, says, row["gone"]) for name in MAPPINGS
        }
        says = replace(says, **merged)
    return _File(stamp, says, first, len(line))


def _merged(name: str, first: Manifest, changed: Manifest, gone: Any) -> Mapping[str, Any]:
    rows = {**getattr(first, name), **getattr(changed, name)}
    for path in gone[name]:
        del rows[path]
    return rows


def _text(row: Mapping[str, Any]) -> bytes:
    # JSON and not pickle: loading a pickle that somebody has changed runs their code.
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()


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
