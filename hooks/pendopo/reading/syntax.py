"""Syntax errors of YAML, explained to a person who does not know YAML."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from pendopo.problems.problem import Problem, problem

DEEPEST = 16
"""Maximum nesting depth of lists and mappings in a file."""
STRANGE_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Space characters that YAML does not recognize, often inserted by word processors."""


def place(mark: Any) -> tuple[int, int]:
    """Line and column of a parser's mark, from 0."""
    return (mark.line, mark.column) if mark else (0, 0)


def syntax_problem(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Problem:
    """The problem that stopped the parser, explained to a person who does not know YAML."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return problem(path, "yaml-syntax", first_line)
    if "nesting depth" in getattr(error, "problem", ""):  # libyaml scans ahead, with its own limit
        return problem(path, "yaml-depth", first_line + mark.line, mark.column + 1, depth=DEEPEST)
    context, opened = getattr(error, "context", "") or "", getattr(error, "context_mark", None)
    lines = text.split("\n")
    for index in _suspects(mark.line, opened):
        suspect = lines[index] if index < len(lines) else ""
        if found := _mistake(suspect):
            code, column, value = found
            return problem(path, code, first_line + index, column, value=value)
    if "flow" in context or "quoted scalar" in context:
        line, column = place(opened)
        sign = lines[line][column : column + 1] if line < len(lines) else ""
        return problem(path, "yaml-open", first_line + line, column + 1, value=sign)
    return problem(path, "yaml-syntax", first_line + mark.line, mark.column + 1)


def _suspects(line: int, opened: Any) -> Iterator[int]:
    yield line
    if line:
        yield line - 1
    if opened is not None and opened.line < line - 1:
        yield opened.line


def _mistake(line: str) -> tuple[str, int, str] | None:
    """Code, column and text of a common mistake in one line, if it contains one."""
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" in indentation:
        return "yaml-tab", line.index("\t") + 1, ""
    if found := STRANGE_SPACE.search(line):
        return "yaml-space", found.start() + 1, ""
    if found := re.match(r"\s*(?:- +)?[A-Za-z_]\w*:(?=[^\s/])", line):
        return "yaml-colon", found.end() + 1, line.strip()
    if value := _unquoted(line):
        return value
    return None


def _unquoted(line: str) -> tuple[str, int, str] | None:
    """Code, column and text of a value that YAML reads differently from a person, if any."""
    match = re.match(r"(\s*(?:- +)*(?:[^\s:#'\"-][^:#]*:\s+)?)(\S.*)$", line)
    if not match:
        return None
    value, column = match[2].rstrip(), len(match[1]) + 1
    if value[0] + value[-1] in ("[]", "{}"):
        return None
    if value[0] in "'\"[{" and value[0] not in value[1:] and not re.search(r"[\]}]", value):
        return "yaml-open", column, value[0]
    if value[0] in "'\"":
        code = "yaml-single" if value[0] == "'" else "yaml-quote"
        return (code, column, value) if _broken(value) else None
    block = re.fullmatch(r"[|>][-+0-9]*(\s+#.*)?", value)
    sign = value[0] in "@`%*&!|>{}[]," or re.match(r"-(\s|$)", value)
    hides = match[1].strip() and re.search(r":(\s|$)", value)
    return ("yaml-quote", column, value) if (sign or hides) and not block else None


def _broken(value: str) -> bool:
    """Whether a quoted value continues after its end, or contains its quote mark unescaped."""
    sign = value[0]
    inner = value[1:-1].replace("''", "") if sign == "'" else re.sub(r"\\.", "", value[1:-1])
    return value[-1] != sign or sign in inner
