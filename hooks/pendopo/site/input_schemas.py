"""JSON Schemas (2020-12) of the files that staff write, for editors that complete and check them.

They are made of the models, in Indonesian. They refuse nothing that the checker accepts; what only
the checker can know, they let pass. Editors read YAML 1.2, where `2026` and `ya` are a number and
a text, and a schema sees what they read.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import BaseModel

from pendopo.basics.translations import N_, translations
from pendopo.problems.sentences import SENTENCES, general
from pendopo.reading.accepts import Accepts
from pendopo.reading.fields import Text
from pendopo.reading.record_type import RecordType
from pendopo.reading.shapes import (
    Choice,
    Either,
    Field,
    Listing,
    Part,
    Scalar,
    Shape,
    Table,
    fields,
)
from pendopo.site.api import DIALECT
from pendopo.site.kind import Kind, Registry

Schema = dict[str, Any]
FRONT_MATTER = "-front-matter"
"""Ends the name of the schema of what stands above the text of a file `.md`."""
NULL = "empty"
EMPTY: Schema = {
    # Without a type of its own, so that editors do not propose one.
    "not": {
        "anyOf": [
            {"type": ["object", "array", "number", "boolean"]},
            {"type": "string", "pattern": r"\S"},
        ]
    }
}
"""Nothing, or a text without a sign: as good as no key."""
NUMBERS = (*(str(10**digits + 2) for digits in range(16)), "8.00", "12.75", "2026", "0", "10")
TYPED = {"string": (), "number": NUMBERS, "boolean": ("true", "false")}
"""Types of scalars of YAML, with texts that have them unless they are put in quotes."""
FLAGS = ("ya", "tidak")
"""What editors propose of all that a flag may be."""
ONE_LINE = N_("Write it on one line.")


def names(kinds: Registry) -> Iterator[str]:
    """Yield the names of all schemas: those of kinds, and of what stands above texts."""
    for kind in kinds:
        yield kind.name
        if ".md" in kind.record.suffixes:
            yield f"{kind.name}{FRONT_MATTER}"


@cache
def schemas(kinds: Registry) -> Mapping[str, Schema]:
    """The schemas of all kinds of file by their names."""
    by_name = {each.name: each for each in kinds}
    return {
        name: _Writer(kinds.choices, name not in by_name).of_kind(
            by_name[name.removesuffix(FRONT_MATTER)]
        )
        for name in names(kinds)
    }


def text(schema: Schema) -> str:
    """A schema as it is published, and lies in repositories of content."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def paths(record: RecordType[Any, Any], data: str = "data/") -> list[str]:
    """Patterns of the paths of all files `.yml` of a type of record."""
    if record.folder:
        return [f"{data}agencies/**/{record.folder}/*.yml"]
    of_portal = [f"{data}{record.file}"] if record.in_portal else []
    of_agencies = [f"{data}agencies/**/{record.file}"] if record.in_agencies else []
    return of_portal + of_agencies


@dataclass
class _Writer:
    """Writes one schema; `definitions` are its parts that stand in one place."""

    choices: Mapping[Any, Mapping[str, str]]
    body_below: bool = False
    definitions: Schema = field(default_factory=dict)
    _named: dict[Any, str] = field(default_factory=dict)
    translate: Callable[[str], str] = field(default_factory=lambda: translations("id").gettext)

    def of_kind(self, kind: Kind) -> Schema:
        head = {"$schema": DIALECT, "title": self.translate(kind.title or kind.name)}
        whole = self._fields(kind.record.model)
        if self.body_below:
            whole["required"] = [each for each in whole["required"] if each != "body"]
        return {**head, **whole, "$defs": dict(sorted(self.definitions.items()))}

    def _fields(self, model: type[BaseModel]) -> Schema:
        own = [*fields(model)]
        schema: Schema = {
            "type": "object",
            "properties": {each.key: self._property(each) for each in own},
            "additionalProperties": False,
        }
        if required := [each.key for each in own if each.required]:
            schema["required"] = required
        return schema

    def _property(self, each: Field) -> Schema:
        words = {"title": each.info.title, "description": each.info.description}
        said = {key: self.translate(word) for key, word in words.items() if word}
        examples = {"examples": [*map(_as_read, each.info.examples or ())]}
        held = self._of(each.shape)
        if not each.required:
            held = _one([held, self._defined(NULL, NULL, lambda: EMPTY)])
        return {**said, **examples, **held}

    def _of(self, shape: Shape) -> Schema:
        match shape:
            case Part(model, short):
                whole = self._defined(model, model.__name__, lambda: self._fields(model))
                alone = [each for each in shape.fields if each.key == short]
                return _one([*(self._of(each.shape) for each in alone), whole])
            case Listing(of, alone):
                many = {"type": "array", "items": self._of(of)}
                return _one([self._of(of), many] if alone else [many])
            case Table(keys, of):
                return self._table(keys, of)
            case Either(shapes):
                return _one(map(self._of, shapes))
            case Choice():
                name = next(iter(shape.values))
                return self._defined(shape, f"choice-{name}", lambda: self._choice(shape))
            case Scalar():
                return self._defined(shape.of, _name(shape), lambda: self._scalar(shape))

    def _defined(self, key: Any, name: str, write: Callable[[], Schema]) -> Schema:
        """A reference to a definition, which is written where it is not there yet."""
        if key not in self._named:
            number = sum(each.partition(".")[0] == name for each in self._named.values())
            self._named[key] = f"{name}.{number + 1}" if number else name
            self.definitions[self._named[key]] = write()
        return {"$ref": f"#/$defs/{self._named[key]}"}

    def _table(self, keys: Shape, of: Shape) -> Schema:
        held = self._of(of)
        if isinstance(keys, Choice):
            said = self.choices[keys.type]
            titles = {each: {"title": self.translate(said[each]), **held} for each in keys.values}
            return {"type": "object", "properties": titles, "additionalProperties": False}
        accepts = keys.of if isinstance(keys, Scalar) else None
        pattern = accepts.whole() if isinstance(accepts, Accepts) else ""
        return {
            "type": "object",
            "patternProperties": {pattern: held},
            "additionalProperties": False,
        }

    def _choice(self, choice: Choice) -> Schema:
        said = [self.translate(self.choices[choice.type][each]) for each in choice.values]
        numbers = [int(each) for each in choice.values if each.isdecimal()]
        named = {"enum": [*choice.values], "enumDescriptions": said}
        others = [{"enum": numbers}] if numbers else []
        accepts = choice.accepts
        if accepts:
            others.append(self._accepted(accepts, choice.values))
        return _one([named, *others])

    def _scalar(self, shape: Scalar) -> Schema:
        if isinstance(shape.of, Text):
            return self._text(shape.of)
        if shape.of.code == "flag":
            return _one([{"enum": [*FLAGS]}, self._accepted(shape.of, FLAGS)])
        return self._accepted(shape.of)

    def _text(self, limit: Text) -> Schema:
        schema: Schema = {"type": [*TYPED]}
        if limit.one_line:
            return schema | {
                "maxLength": limit.limit,
                "pattern": r"^\s*\S[^\n]*\s*$",
                "patternErrorMessage": self.translate(ONE_LINE),
            }
        # One more than the checker allows, since a block of text ends with the end of a line.
        return schema | {"maxLength": limit.limit + 1, "pattern": r"\S"}

    def _accepted(self, accepts: Accepts, other_than: tuple[str, ...] = ()) -> Schema:
        whole = re.compile(accepts.pattern, re.ASCII)
        types = [name for name, texts in TYPED.items() if any(map(whole.fullmatch, texts))]
        bounds = {"minimum": accepts.least, "maximum": accepts.most}
        sentence = SENTENCES[accepts.code]
        return {
            "type": ["string", *types] if types else "string",
            **{key: bound for key, bound in bounds.items() if bound is not None},
            "pattern": accepts.whole(other_than),
            "patternErrorMessage": general(self.translate(sentence.mend)),
        }


def _one(several: Iterable[Schema]) -> Schema:
    """A schema that accepts what one of several does, of which no two accept the same.

    Editors show the title twice for `anyOf`.
    """
    flat = [one for each in several for one in each.get("oneOf", [each])]
    return flat[0] if len(flat) == 1 else {"oneOf": flat}


def _name(shape: Scalar) -> str:
    said = shape.of
    if isinstance(said, Accepts):
        return said.code
    kind = "markdown" if said.markdown else "line" if said.one_line else "lines"
    return f"{kind}-{said.limit}"


def _as_read(example: Any) -> Any:
    """An example as an editor reads it: numbers as such, which it would put in quotes else."""
    if isinstance(example, dict):
        return {key: _as_read(each) for key, each in example.items()}
    if isinstance(example, list):
        return [*map(_as_read, example)]
    whole = isinstance(example, str) and re.fullmatch(r"0|[1-9]\d{0,14}", example, re.ASCII)
    return int(example) if whole else example
