"""What the drafts of new records tell of their fields, in the words that staff read there."""

import re
from collections.abc import Iterator, Mapping, Sequence

from pydantic import BaseModel

from pendopo.reading.record import models_in
from pendopo.starter.drafts import draft, shapes

COMMENTED = re.compile(r"(?P<indent> *)# ?(?P<rest>.*)")
KEY = re.compile(r"(?P<indent> *(?:- )*)(?P<key>[a-z_0-9]+):(?: |$)")
Hints = Mapping[tuple[type[BaseModel], str], str]


def hints_of(kind: str, model: type[BaseModel]) -> Hints:
    """What the drafts of a kind tell of the fields of its model and of their parts."""
    found: dict[tuple[type[BaseModel], str], str] = {}
    for shape in shapes(kind):
        for path, told in _told(draft(kind, shape).text):
            if owner := _owner(model, path):
                found.setdefault((owner, path[-1]), told)
    return found


def _told(text: str) -> Iterator[tuple[Sequence[str], str]]:
    """The path of each key that has a comment above it, with that comment as one paragraph."""
    # What stands before the first key is about the whole.
    text = re.sub(r"\A(?:#.*\n)+", "", text)
    above: list[str] = []
    path: list[tuple[int, str]] = []
    for line in text.split("\n"):
        if key := _key(line):
            indent, name = key
            path = [*(each for each in path if each[0] < indent), (indent, name)]
            if above:
                yield [each for _, each in path], " ".join(above)
            above = []
        elif comment := re.fullmatch(r" *# (?P<said>\S.*)", line):
            above.append(comment["said"])
        else:
            above = []


def _key(line: str) -> tuple[int, str] | None:
    """Indentation and name of the key on a line, whether or not the line counts yet."""
    bare = COMMENTED.fullmatch(line)
    found = KEY.match(f"{bare['indent']}{bare['rest']}" if bare else line)
    return (len(found["indent"]), found["key"]) if found else None


def _owner(model: type[BaseModel], path: Sequence[str]) -> type[BaseModel] | None:
    """The model that has the last key of `path`; None where there is no such path."""
    first, *others = path
    if first not in model.model_fields:
        return None
    if not others:
        return model
    inner = models_in(model.model_fields[first].annotation)
    return next((found for each in inner if (found := _owner(each, others))), None)
