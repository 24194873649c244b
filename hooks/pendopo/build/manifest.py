"""What a build leaves to the next one: what it read, and what it wrote."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from pendopo.build.output import Written
from pendopo.kinds.registry import BY_NAME
from pendopo.problems.problem import Problem
from pendopo.reading.files import Stamp, stamp
from pendopo.reading.load import Entry

FORMAT = 1


class Judged(NamedTuple):
    """A file that was read: its stamp then, its record if it has one, and what is wrong with it."""

    stamp: Stamp
    entry: Entry[Any] | None
    problems: tuple[Problem, ...] = ()


class Looked(NamedTuple):
    """A file of a folder media that was looked at: its stamp then, and what `media.look` found."""

    stamp: Stamp
    digest: str = ""
    size: int = 0
    width: int = 0
    height: int = 0
    problem: Problem | None = None


class Row(NamedTuple):
    """A page that was written: `key` tells what it was made of, `updated` is a day or empty.

    `kind` and `years` are what search says of it.
    """

    address: str
    key: str = ""
    updated: str = ""
    kind: str = ""
    years: str = ""


class Part(NamedTuple):
    """The pages of one agency, or of the portal: `key` tells what they were planned from."""

    key: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()


class Platform(NamedTuple):
    """What MkDocs itself made: a document with gaps, files, and its pages."""

    key: str = ""
    frame: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    pages: tuple[Row, ...] = ()


@dataclass
class Ledger:
    """All that is known of the last build.

    `base` tells the code, `folder` the data folder, `common` what all pages were made of beside the
    data.
    """

    base: str = ""
    folder: str = ""
    files: dict[str, Judged] = field(default_factory=dict)
    media: dict[str, Looked] = field(default_factory=dict)
    common: str = ""
    parts: dict[str, Part] = field(default_factory=dict)
    platform: Platform = field(default_factory=Platform)
    outputs: dict[str, Written] = field(default_factory=dict)

    @classmethod
    def read(cls, path: str, base: str, folder: str) -> "Ledger":
        """The ledger at `path`; of a build by other code or of other data only the outputs."""
        try:
            at, found = _kept.get(path, ((), cls()))
            if at != stamp(Path(path).stat()):
                found = _from_json(json.loads(Path(path).read_bytes()))
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls(base, folder)
        if (found.base, found.folder) != (base, folder):
            return cls(base, folder, outputs=found.outputs)
        return found

    def write(self, path: str) -> None:
        """Writes the ledger in one step."""
        text = json.dumps(_to_json(self), ensure_ascii=False, separators=(",", ":"))
        new = Path(f"{path}.new")
        new.write_text(text, encoding="utf-8")
        new.replace(path)
        _kept[path] = stamp(Path(path).stat()), self


_kept: dict[str, tuple[Stamp, Ledger]] = {}
"""The ledgers that this process has written: a server need not read its own again."""


def _to_json(ledger: Ledger) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "base": ledger.base,
        "folder": ledger.folder,
        "files": {path: _judged_row(each) for path, each in ledger.files.items()},
        "media": {
            path: [*each[:-1], _problem_rows(filter(None, [each.problem]))]
            for path, each in ledger.media.items()
        },
        "common": ledger.common,
        "parts": {
            name: [part.key, part.rows, _problem_rows(part.problems)]
            for name, part in ledger.parts.items()
        },
        "platform": ledger.platform,
        "outputs": ledger.outputs,
    }


def _from_json(row: Mapping[str, Any]) -> Ledger:
    if row["format"] != FORMAT:
        raise ValueError("another format")
    folder = row["folder"]
    return Ledger(
        row["base"],
        folder,
        {path: _judged(path, each, folder) for path, each in row["files"].items()},
        {
            path: Looked._make((tuple(stamp), *facts, next(iter(_problems(found)), None)))
            for path, (stamp, *facts, found) in row["media"].items()
        },
        row["common"],
        {
            name: Part(key, tuple(Row(*each) for each in rows), _problems(found))
            for name, (key, rows, found) in row["parts"].items()
        },
        _platform(*row["platform"]),
        {path: Written(digest, tuple(stamp)) for path, (digest, stamp) in row["outputs"].items()},
    )


def _platform(key: str, *more: list[Any]) -> Platform:
    frame, files, pages = more
    return Platform(key, tuple(frame), tuple(files), tuple(Row(*each) for each in pages))


def _judged_row(judged: Judged) -> list[Any]:
    entry = judged.entry
    known = (
        [entry.kind.name, entry.agency, entry.name, entry.digest, entry.brief, entry.whole]
        if entry
        else None
    )
    return [judged.stamp, known, _problem_rows(judged.problems)]


def _judged(path: str, row: list[Any], folder: str) -> Judged:
    stamp, known, found = row
    entry: Entry[Any] | None = None
    if known is not None:
        name_of_kind, agency, name, digest, brief, whole = known
        kind = BY_NAME[name_of_kind]
        shown = kind.brief._make(map(_tuples, brief)) if kind.brief else None
        entry = Entry(kind, path, agency, name, digest, shown, whole, folder)
    return Judged(tuple(stamp), entry, _problems(found))


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _problem_rows(problems: Iterable[Problem]) -> list[list[Any]]:
    return [[each.path, each.line, each.column, each.code, each.values] for each in problems]


def _problems(rows: list[list[Any]]) -> tuple[Problem, ...]:
    return tuple(Problem(*map(_tuples, row)) for row in rows)
