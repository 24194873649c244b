"""Converts pydantic's errors to problems, with our sentences and positions in the file."""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from pendopo.basics.locations import Location
from pendopo.problems.nearest import nearest, plain_key
from pendopo.problems.problem import Correction, Problem, problem
from pendopo.problems.sentences import SENTENCES
from pendopo.reading.documents import Document
from pendopo.reading.expected import example_at, field_at, is_markdown, keys_by_label, model_at
from pendopo.reading.frames import Position, Tree
from pendopo.reading.proposals import proposed, renamed
from pendopo.reading.unkeyed import (
    KeysAbove,
    as_text,
    at_margin,
    of_words,
    with_key_above,
    with_keys,
)


def refusals(
    details: list[ErrorDetails], model: type[BaseModel], document: Document
) -> Iterator[Problem]:
    """Yields the problems of one file, with our sentences and positions in the file."""
    above = KeysAbove(document)
    found = [
        (path_in(detail["loc"], document.tree), each)
        for detail in details
        for each in _problems(detail, model, document, above)
    ]
    added: dict[Location, list[str]] = defaultdict(list)
    for where, each in found:
        added[where[:-1]] += [f"{right} " for _, line, right in each.corrections if right != line]
    words = [(where, each) for where, each in found if _is_word(where, each, document)]
    yield from (_of_word(where, each, model, document) for where, each in words)
    entries = {where[:-1] for where, _ in words}
    found = [(where, each) for where, each in found if not {where, where[:-1]} & entries]
    owners = {(where[:-1], dict(each.values).get("owner")) for where, each in found}
    for where, each in found:
        key = dict(each.values).get("key") if each.code == "key-missing" else None
        # What is missing only because another key is mistyped is not told as well.
        mistyped = key and any(re.search(rf"\b{key}: ", right) for right in added.get(where, ()))
        if not mistyped and not (key and (where, key) in owners):
            yield each


def _is_word(where: Location, found: Problem, document: Document) -> bool:
    """Whether a problem is that of the only key of a list's entry, which is none that is known."""
    beside = _beside(document.tree, where[:-1])
    in_list = len(where) > 1 and isinstance(where[-2], int)
    return found.code == "key-unknown" and len(beside) == 1 and in_list


def _of_word(
    where: Location, found: Problem, model: type[BaseModel], document: Document
) -> Problem:
    """The one problem of an entry that has a word in the place of its keys."""
    inside = model_at(model, where[:-1])
    known = ", ".join(inside.model_fields)
    told = problem(found.path, "value-mapping", found.line, found.column, known=known)
    at, value = document.position(where, key=True), _at(document.tree, where)
    text = value if isinstance(value, str) else ""
    right = of_words(document.typed(at.line), at, str(where[-1]), text, inside)
    return replace(told, corrections=right)


def _problems(
    detail: ErrorDetails, model: type[BaseModel], document: Document, above: KeysAbove
) -> Iterator[Problem]:
    location = path_in(detail["loc"], document.tree)
    missing = detail["type"] == "missing"
    place = (*location, str(detail["loc"][-1])) if missing else location
    on_key = missing or detail["type"] == "extra_forbidden" or detail["loc"][-1] == "[key]"
    position = document.position(place, key=on_key)
    inside = model_at(model, place[:-1])
    for offset, code, values in _sentences(detail, inside, example_at(model, location)):
        line = position.line + (offset if position.literal else 0)
        column = 1 if offset and position.literal else position.column
        found = problem(document.path, code, line, column, **values)
        if on_key:
            owner = "" if missing else above.owner(place, inside)
            owned = at_margin(found, place, owner, document, position) if owner else None
            beside = _beside(document.tree, place[:-1])
            yield owned or renamed(found, detail, beside, document, position)
        elif right := _restructured(detail, model, location, document, position):
            certain = found.code == "value-text" and isinstance(detail["input"], list)
            yield replace(found, corrections=right, certain=certain)
        else:
            yield proposed(found, detail, document, position)


def _restructured(
    detail: ErrorDetails,
    model: type[BaseModel],
    location: Location,
    document: Document,
    at: Position,
) -> tuple[Correction, ...]:
    """The lines that give a value the shape that is expected in its place, where it has another."""
    value, field = detail["input"], field_at(model, location)
    match detail["type"]:
        case "model_type" if isinstance(value, str) and "\n" not in value:
            inner = model_at(model, location)
            return with_keys(document.typed(at.line), at, inner, example_at(model, location))
        case "model_type" if isinstance(value, list):
            return with_key_above(document, location, example_at(model, location))
        case "string_type" if isinstance(value, list | dict) and field and is_markdown(field):
            return as_text(document, location)
    return ()


def _beside(tree: Tree, location: Location) -> Collection[str]:
    """The keys of the mapping at a location."""
    found = _at(tree, location)
    return found if isinstance(found, dict) else ()


def _at(tree: Tree, location: Location) -> Tree:
    for part in location:
        if isinstance(tree, dict):
            tree = tree.get(str(part))
        elif isinstance(tree, list) and isinstance(part, int):
            tree = tree[part]
    return tree


def _sentences(
    detail: ErrorDetails, model: type[BaseModel], wanted: Mapping[str, Any]
) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Yields line within the value, code and values for one of pydantic's errors."""
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
            known = list(model.model_fields)
            label = keys_by_label(model).get(plain_key(key), key)
            yield 0, *_one_of("key-unknown", label, known, key=key)
        case "literal_error" if isinstance(value, str):
            known = re.findall(r"'([^']*)'", str(context["expected"]))
            yield 0, *_one_of("value-choice", value, known, value=value)
        case "markup":
            for fault in dict.fromkeys(context["faults"]):
                yield context["skipped"] + fault.line, fault.code, {"target": fault.target}
        case _ if isinstance(value, str) and not value.strip():
            yield 0, "text-empty", {}
        case _ if kind in SHAPES:
            code = "text-empty" if value is None else SHAPES[kind]
            yield 0, code, {"known": ", ".join(wanted)} if code == "value-mapping" else {}
        case _:
            yield 0, kind if kind in SENTENCES else "value-invalid", {"value": value, **context}


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
    """The code for an unknown name, with the nearest known name or else with all of them."""
    if near := nearest(name, known):
        return f"{code}-nearest", {**values, "nearest": near}
    return code, {**values, "known": ", ".join(known)}


def path_in(location: tuple[int | str, ...], tree: Tree) -> Location:
    """A pydantic location without the parts that are not in the tree (names of union members)."""
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
