"""Writes records as staff would type them: plain where YAML allows it, long text in blocks."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

PLAIN = re.compile(r"[A-Za-z](?:[\w .,()/–%+-]*[\w.)/%])?|\d{4}-\d\d-\d\d|https?://[\w./-]+")


def dump(record: Mapping[str, Any]) -> str:
    """`record` as the text of a file."""
    return "\n".join(_mapping(record, "")) + "\n"


def _mapping(record: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in record.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _mapping(value, f"{indent}  ")
        elif isinstance(value, str | int):
            yield f"{indent}{key}: {_scalar(value, indent)}"
        elif all(isinstance(each, str | int) for each in value):
            yield f"{indent}{key}: [{', '.join(map(_item, value))}]"
        else:
            yield f"{indent}{key}:"
            yield from _sequence(value, f"{indent}  ")


def _sequence(values: Sequence[Mapping[str, Any]], indent: str) -> Iterator[str]:
    for value in values:
        lines = list(_mapping(value, f"{indent}  "))
        yield f"{indent}- {lines[0].lstrip()}"
        yield from lines[1:]


def _scalar(value: str | int, indent: str) -> str:
    if isinstance(value, int):
        return str(value)
    if "\n" in value:
        lines = value.splitlines()
        return "|\n" + "\n".join(f"{indent}  {line}" if line else "" for line in lines)
    return value if PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _item(value: str | int) -> str:
    """A scalar within brackets, where a comma parts."""
    text = _scalar(value, "")
    return json.dumps(value, ensure_ascii=False) if "," in text and text == value else text
