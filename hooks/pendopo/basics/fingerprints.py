"""Fingerprints of values: values that print the same have the same fingerprint."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from pydantic import BaseModel

from pendopo.basics.digests import digest


def fingerprint(*values: Any) -> str:
    """Fingerprint of the content of values, in order, as 32 hexadecimal digits.

    A value with a method `compared_by` is represented by the result: an entry by the name and
    digest of its file, an agency by the part that other agencies may show. Views that hold entries
    are therefore compared without reading records. Raises `TypeError` for a value without
    comparable content, since a page must not depend on anything outside its cache key.
    """
    return digest(json.dumps(values, default=_content, ensure_ascii=False))


def _content(value: Any) -> Any:
    if compared_by := getattr(value, "compared_by", None):
        return compared_by()
    match value:
        case BaseModel():
            return value.model_dump(mode="json")
        case date():
            return value.isoformat()
        case _ if is_dataclass(value):
            kind: Any = type(value)
            return [kind.__name__, *(getattr(value, each) for each in _fields(kind))]
    raise TypeError(f"{value!r} has no content to compare.")


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))
