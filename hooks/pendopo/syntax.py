"""What YAML's parser could not read, in words of a person who does not know YAML."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from .problems import Problem, problem


def place(mark: Any) -> tuple[int, int]:
    """Line and column of a parser's mark, from 0."""
    return (mark.line, mark.column) if mark else (0, 0)


def syntax_problem(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Problem:
    """The one problem that the parser met, in words of a person who does not know YAML."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return problem(path, "yaml-syntax", first_line)
    lines = text.split("\n")
    for index in _suspects(mark.line, getattr(error, "context_mark", None)):
        suspect = lines[index] if index < len(lines) else ""
        if "\t" in suspect[: len(suspect) - len(suspect.lstrip())]:
            return problem(path, "yaml-tab", first_line + index, suspect.index("\t") + 1)
        if found := _unquoted(suspect):
            column, value = found
            return problem(path, "yaml-quote", first_line + index, column, value=value)
    return problem(path, "yaml-syntax", first_line + mark.line, mark.column + 1)


def _suspects(line: int, context: Any) -> Iterator[int]:
    yield line
    if line:
        yield line - 1
    if context is not None and context.line < line - 1:
        yield context.line


def _unquoted(line: str) -> tuple[int, str] | None:
    """Column and text of a plain value that YAML reads otherwise than a person does."""
    match = re.match(r"(\s*(?:- +)*(?:[^\s:#'\"-][^:#]*:\s+)?)(\S.*)$", line)
    if not match:
        return None
    value = match[2].rstrip()
    if re.fullmatch(r"[|>][-+0-9]*(\s+#.*)?", value):
        return None
    column = len(match[1]) + 1
    if value[0] in "@`%*&!|>{}[],":
        return column, value
    if value[0] in "'\"":
        return (
            (column, value) if not re.fullmatch(r"(['\"]).*\1", value) or _broken(value) else None
        )
    return (column, value) if re.search(r":(\s|$)", value) and match[1].strip() else None


def _broken(value: str) -> bool:
    """Whether a quoted value holds its own quote mark unescaped."""
    inner = value[1:-1].replace("''", "") if value[0] == "'" else re.sub(r"\\.", "", value[1:-1])
    return value[0] in inner
