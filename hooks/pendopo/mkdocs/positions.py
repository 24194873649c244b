"""Where the settings stand in mkdocs.yml, so that a problem of one can say so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import yaml

from pendopo.problems.problem import Problem, problem

Key = tuple[str | int, ...]
"""The keys that lead to a setting, such as `("theme", "logo")`; an entry of a list by its index."""


@dataclass(frozen=True)
class Positions:
    """The name of the file of settings, and line and column of each setting in it."""

    name: str
    known: Mapping[Key, tuple[int, int]]

    @classmethod
    def of(cls, file: Path) -> Self:
        """The positions of a file, which MkDocs has read already."""
        # Composed, not constructed: MkDocs knows tags that need not be understood here.
        root = yaml.compose(file.read_text("utf-8-sig"), Loader=yaml.SafeLoader)
        return cls(file.name, dict(_walked((), root, set())))

    def problem(self, code: str, setting: Key, /, **values: object) -> Problem:
        """The problem `code` of a setting, told where it or the nearest one above it stands."""
        # A setting that another file or a default brings has no line here.
        while setting and setting not in self.known:
            setting = setting[:-1]
        line, column = self.known.get(setting, (1, 1))
        return problem(self.name, code, line, column, **values)


def _walked(
    key: Key, node: yaml.Node | None, seen: set[int]
) -> Iterator[tuple[Key, tuple[int, int]]]:
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    inner: list[tuple[Key, yaml.Node, yaml.Node]] = []
    if isinstance(node, yaml.MappingNode):
        inner = [((*key, name.value), name, value) for name, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        inner = [((*key, number), value, value) for number, value in enumerate(node.value)]
    for within, marked, value in inner:
        mark = marked.start_mark
        yield within, (mark.line + 1, mark.column + 1)
        yield from _walked(within, value, seen)
