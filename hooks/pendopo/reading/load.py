"""Each record judged alone: text to model, with every problem at its place."""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pendopo.kinds.registry import Kind
from pendopo.problems.messages import MESSAGES
from pendopo.problems.problem import Problem, nearest, problem
from pendopo.reading.documents import Document, Location, Tree, parse
from pendopo.reading.fields import INVISIBLE
from pendopo.reading.files import text
from pendopo.reading.folder import Source
from pendopo.reading.record import Finding, has_mapping, models_in

Record = TypeVar("Record", bound=BaseModel)
Record_co = TypeVar("Record_co", bound=BaseModel, covariant=True)


class ChangedError(Exception):
    """A file of the data folder is no longer what it was when this build first read it."""


@dataclass(frozen=True)
class Entry(Generic[Record_co]):
    """A record by what is known of it: `brief` always, the record itself when it is asked for.

    `digest` is that of the file's text, `folder` the data folder it lies in, and `whole` says that
    nothing of the file was left out. Passed to another process an entry leaves its record behind
    and reads the file again where it is needed.
    """

    kind: Kind
    path: str
    agency: str
    name: str
    digest: str
    brief: Any
    whole: bool = True
    folder: str = ""

    @cached_property
    def record(self) -> Record_co:
        """The record. Raises `ChangedError` where the file has changed meanwhile."""
        entry, _ = load_one(self._source(), self.folder)
        if entry is None or entry.digest != self.digest:
            raise ChangedError(self.path)
        record: Record_co = entry.record
        return record

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "record"}

    def problem(
        self, location: Location, code: str, on_key: bool = False, /, **values: object
    ) -> Problem:
        """A problem of this record at `location`. Raises `ChangedError` as `record` does."""
        document = _placed(self._source())
        if document is None:
            raise ChangedError(self.path)
        position = document.position(location, key=on_key)
        return problem(self.path, code, position.line, position.column, **values)

    def _source(self) -> Source:
        found = text(Path(self.folder), self.path)
        if isinstance(found, Problem):
            raise ChangedError(self.path)
        return Source(self.kind, self.path, self.agency, self.name, found)


def entry_of(source: Source, record: Record, whole: bool, folder: str) -> Entry[Record]:
    """The entry of a record that has just been read."""
    brief = source.kind.brief.of(record) if source.kind.brief else None
    at = (source.kind, source.path, source.agency, source.name)
    entry: Entry[Record] = Entry(*at, digest(source.text), brief, whole, folder)
    entry.__dict__["record"] = record
    return entry


def digest(content: str) -> str:
    """What tells a text from every other: 32 hexadecimal digits."""
    return blake2b(content.encode(), digest_size=16).hexdigest()


def load(sources: Iterable[Source], folder: str = "") -> tuple[list[Entry[Any]], list[Problem]]:
    """What is sound of every source, and all problems that one file alone can tell."""
    entries: list[Entry[Any]] = []
    problems: list[Problem] = []
    for source in sources:
        entry, found = load_one(source, folder)
        problems += found
        if entry is not None:
            entries.append(entry)
    return entries, problems


def load_one(source: Source, folder: str = "") -> tuple[Entry[Any] | None, list[Problem]]:
    """The record of one source. A part that is not sound is left out of it, if it can be."""
    document, problems = _document(source)
    if document is None:
        return None, problems
    if not isinstance(document.tree, dict):
        position = document.position(())
        return None, [problem(source.path, "yaml-mapping", position.line, position.column)]
    record, found, gone = _validate(source.kind, document)
    problems += found
    if record is None:
        return None, problems
    entry = entry_of(source, record, not gone, folder)
    left_out = _LeftOut(gone)
    for finding in source.kind.rules(record):
        if not left_out.explains(finding):
            at = document.position(finding.location, key=finding.on_key)
            found_problem = problem(source.path, finding.code, at.line, at.column, **finding.values)
            problems.append(found_problem)
    return entry, problems


class _LeftOut:
    """What of a record was refused, and which findings are no more than a consequence of that."""

    def __init__(self, gone: Collection[Location]) -> None:
        self.around = {each[:length] for each in gone for length in range(1, len(each) + 1)}
        self.shifted = {each[0] for each in gone if isinstance(each[-1], int)}
        self.unknown = any(len(each) == 1 for each in gone)

    def explains(self, finding: Finding) -> bool:
        """Whether a finding rests on what is gone, or on a list whose entries have moved up."""
        if not finding.location:
            return bool(self.around)
        return (
            finding.location[0] in self.shifted
            or (finding.location[:-1] or finding.location) in self.around
            or (bool(finding.rests_on) and (self.unknown or (finding.rests_on,) in self.around))
        )


@lru_cache(maxsize=1)
def _placed(source: Source) -> Document | None:
    """The document of one source; many problems of a file are told one after the other."""
    return _document(source)[0]


def _document(source: Source) -> tuple[Document | None, list[Problem]]:
    if found := INVISIBLE.search(source.text):
        before = source.text[: found.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        character = f"U+{ord(found[0]):04X}"
        return None, [problem(source.path, "text-character", line, column, character=character)]
    if not source.path.endswith(".md"):
        return parse(source.text, source.path)
    return _front_matter(source)


def _front_matter(source: Source) -> tuple[Document | None, list[Problem]]:
    """The fields between two lines `---`, with the text below them as the field body."""
    lines = source.text.split("\n")
    ends = [number for number, line in enumerate(lines) if number and line.rstrip() == "---"]
    if lines[0].rstrip() != "---" or not ends:
        return None, [problem(source.path, "front-matter")]
    document, problems = parse("\n".join(lines[1 : ends[0]]), source.path, first_line=2)
    body = "\n".join(lines[ends[0] + 1 :])
    if document is None or not isinstance(document.tree, dict) or not body.strip():
        return document, problems
    first = ends[0] + 2
    if "body" in document.tree:
        return document, [*problems, problem(source.path, "front-matter-body", first)]
    tree: Tree = document.tree | {"body": body}
    return Document(source.path, document.text, tree, 2, first), problems


def _validate(kind: Kind, document: Document) -> tuple[Any, list[Problem], set[Location]]:
    """The model of a document, its problems, and the places that were left out until it held."""
    tree = document.tree
    problems: list[Problem] = []
    gone: set[Location] = set()
    while tree is not None:
        try:
            return kind.model.model_validate(tree), problems, gone
        except ValidationError as error:
            details = error.errors(include_url=False)
            if tree is document.tree:
                problems = list(_problems(details, kind.model, document))
            refused = {_path(detail["loc"], tree) for detail in details}
            tree = _without(tree, refused)
            gone |= refused
    return None, problems, gone


def _path(location: tuple[int | str, ...], tree: Tree) -> Location:
    """A pydantic location without what is not in the tree (names of union members)."""
    path: list[str | int] = []
    for part in location:
        if isinstance(tree, dict) and part in tree:
            tree = tree[str(part)]
        elif isinstance(tree, list) and isinstance(part, int) and part < len(tree):
            tree = tree[part]
        else:
            continue
        path.append(part)
    return tuple(path)


def _without(tree: Tree, gone: Collection[Location]) -> Tree:
    """The tree without the values at the places of `gone`."""

    def copy(value: Tree, here: Location) -> Tree:
        if isinstance(value, dict):
            return {k: copy(v, (*here, k)) for k, v in value.items() if (*here, k) not in gone}
        if isinstance(value, list):
            return [copy(v, (*here, i)) for i, v in enumerate(value) if (*here, i) not in gone]
        return value

    return None if () in gone else copy(tree, ())


def _problems(
    details: list[ErrorDetails], model: type[BaseModel], document: Document
) -> Iterator[Problem]:
    """All problems of one file, in our words and at their places."""
    for detail in details:
        location = _path(detail["loc"], document.tree)
        missing = detail["type"] == "missing"
        place = (*location, str(detail["loc"][-1])) if missing else location
        on_key = missing or detail["type"] == "extra_forbidden" or detail["loc"][-1] == "[key]"
        position = document.position(place, key=on_key)
        for offset, code, values in _sentences(detail, _model_at(model, place[:-1])):
            line = position.line + (offset if position.literal else 0)
            column = 1 if offset and position.literal else position.column
            yield problem(document.path, code, line, column, **values)


def _model_at(model: type[BaseModel], location: Location) -> type[BaseModel]:
    """The model that judges the keys at `location`."""
    keyed = False
    for part in location:
        if keyed and isinstance(part, str):
            keyed = False
        elif part in model.model_fields:
            annotation = model.model_fields[str(part)].annotation
            model, keyed = next(models_in(annotation), model), has_mapping(annotation)
    return model


def _sentences(
    detail: ErrorDetails, model: type[BaseModel]
) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Line within the value, code and values for one of pydantic's errors."""
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    key = str(detail["loc"][-1]) if detail["loc"] else ""
    match kind:
        case "missing":
            field = model.model_fields.get(key)
            examples = (field.examples if field else None) or ["…"]
            example = examples[0]
            if not isinstance(example, str):
                example = json.dumps(example, ensure_ascii=False)
            elif re.search(r"^#|: ", example):
                example = f'"{example}"'
            yield 0, "key-missing", {"key": key, "example": example}
        case "extra_forbidden":
            yield 0, *_one_of("key-unknown", key, list(model.model_fields), key=key)
        case "literal_error" if isinstance(value, str):
            known = re.findall(r"'([^']*)'", str(context["expected"]))
            yield 0, *_one_of("value-choice", value, known, value=value)
        case "markup":
            for fault in dict.fromkeys(context["faults"]):
                yield context["skipped"] + fault.line, fault.code, {"target": fault.target}
        case _ if kind in SHAPES:
            yield 0, "text-empty" if value is None else SHAPES[kind], {}
        case _:
            yield 0, kind if kind in MESSAGES else "value-invalid", {"value": value, **context}


SHAPES = {
    "string_type": "value-text",
    "literal_error": "value-text",
    "tuple_type": "value-list",
    "model_type": "value-mapping",
    "dict_type": "value-mapping",
    "int_type": "value-text",
    "decimal_type": "value-text",
    "date_type": "value-text",
}


def _one_of(
    code: str, name: str, known: list[str], **values: object
) -> tuple[str, dict[str, object]]:
    """The code for a name that is not known: with the nearest one, or with all of them."""
    if near := nearest(name, known):
        return f"{code}-nearest", {**values, "nearest": near}
    return code, {**values, "known": ", ".join(known)}
