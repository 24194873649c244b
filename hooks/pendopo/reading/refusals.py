"""Converts pydantic's errors to problems, with our sentences and positions in the file."""

import json
import re
from collections.abc import Collection, Iterator
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from pendopo.basics.locations import Location
from pendopo.problems.nearest import nearest
from pendopo.problems.problem import Problem, problem
from pendopo.problems.sentences import SENTENCES
from pendopo.reading.documents import Document
from pendopo.reading.frames import Tree
from pendopo.reading.proposals import proposed, renamed
from pendopo.reading.record import has_mapping, models_in


def refusals(
    details: list[ErrorDetails], model: type[BaseModel], document: Document
) -> Iterator[Problem]:
    """Yields the problems of one file, with our sentences and positions in the file."""
    found = [
        (path_in(detail["loc"], document.tree), each)
        for detail in details
        for each in _problems(detail, model, document)
    ]
    added = [
        (where[:-1], f"{right} ")
        for where, each in found
        for _, line, right in each.corrections
        if right != line
    ]
    for where, each in found:
        key = dict(each.values).get("key") if each.code == "key-missing" else None
        # What is missing only because another key is mistyped is not told as well.
        if not any(where == place and re.search(rf"\b{key}: ", right) for place, right in added):
            yield each


def _problems(
    detail: ErrorDetails, model: type[BaseModel], document: Document
) -> Iterator[Problem]:
    location = path_in(detail["loc"], document.tree)
    missing = detail["type"] == "missing"
    place = (*location, str(detail["loc"][-1])) if missing else location
    on_key = missing or detail["type"] == "extra_forbidden" or detail["loc"][-1] == "[key]"
    position = document.position(place, key=on_key)
    for offset, code, values in _sentences(detail, _model_at(model, place[:-1])):
        line = position.line + (offset if position.literal else 0)
        column = 1 if offset and position.literal else position.column
        found = problem(document.path, code, line, column, **values)
        if on_key:
            beside = _beside(document.tree, place[:-1])
            yield renamed(found, detail, beside, document, position)
        else:
            yield proposed(found, detail, document, position)


def _beside(tree: Tree, location: Location) -> Collection[str]:
    """The keys of the mapping at a location."""
    for part in location:
        if isinstance(tree, dict):
            tree = tree.get(str(part))
        elif isinstance(tree, list) and isinstance(part, int):
            tree = tree[part]
    return tree if isinstance(tree, dict) else ()


def _model_at(model: type[BaseModel], location: Location) -> type[BaseModel]:
    """The model that validates the keys at `location`."""
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
            yield 0, *_one_of("key-unknown", key, list(model.model_fields), key=key)
        case "literal_error" if isinstance(value, str):
            known = re.findall(r"'([^']*)'", str(context["expected"]))
            yield 0, *_one_of("value-choice", value, known, value=value)
        case "markup":
            for fault in dict.fromkeys(context["faults"]):
                yield context["skipped"] + fault.line, fault.code, {"target": fault.target}
        case _ if isinstance(value, str) and not value.strip():
            yield 0, "text-empty", {}
        case _ if kind in SHAPES:
            yield 0, "text-empty" if value is None else SHAPES[kind], {}
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
