"""Texts of a data folder, opened file by file as a build does it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import Problem
from pendopo.reading.entry import Entry, read_entry
from pendopo.reading.folder import scan
from pendopo.reading.media import Media, look
from pendopo.reading.record_type import RecordType
from pendopo.reading.texts import RecordFile, RecordText


@dataclass
class Texts:
    """The texts of all records of a data folder, its sound pictures, and what is wrong."""

    records: list[RecordText] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(folder: Path) -> Texts:
    """Every file of `folder` that has a place there."""
    found = scan(folder, KINDS.types)
    texts = Texts(problems=[*found.problems])
    for file in found.files:
        source = file.read(folder)
        if isinstance(source, Problem):
            texts.problems.append(source)
        else:
            texts.records.append(source)
    for media in found.media:
        examined = look(folder, media)
        texts.problems += examined.problems
        if examined.media:
            texts.media.append(examined.media)
    texts.problems.sort()
    return texts


def told(found: Texts) -> list[str]:
    """`path code` of every problem."""
    return [f"{problem.path} {problem.code}" for problem in found.problems]


def read_paths(found: Texts) -> list[str]:
    """The paths of the records that could be read."""
    return [source.file.path for source in found.records]


def type_named(name: str) -> RecordType[Any, Any]:
    """The type of record of this name."""
    return KINDS.by_record[name].record


def record_text(
    record_type: RecordType[Any, Any], path: str, agency: str, name: str, text: str
) -> RecordText:
    """The text of a record that lies in no folder."""
    return RecordText(RecordFile(record_type, path, agency, name), text)


def checked(source: RecordText, folder: str = "") -> tuple[Entry[Any, Any] | None, list[Problem]]:
    """The entry of one text, judged by the rules of its kind."""
    return read_entry(source, folder, KINDS.rules(source.file.type))


def judged(
    kind: str, text: str, name: str = "a.yml"
) -> tuple[Entry[Any, Any] | None, list[Problem]]:
    """The entry of a text of the kind of record `kind`, and its problems."""
    stem = name.split(".", maxsplit=1)[0]
    return checked(record_text(type_named(kind), name, "kota-uji", stem, text))
