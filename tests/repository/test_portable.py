"""What the code leaves to no system: the encoding of a text, and its line ends."""

import ast
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from pendopo.reading.media import SUFFIXES

FIRST = {"read_text": 0, "write_text": 1}
"""The place of the encoding among the arguments of a function."""
PROCESSES = {"run", "Popen", "check_output", "getoutput"}


def calls(code: str) -> Iterator[tuple[str, ast.Call, dict[str, ast.expr]]]:
    """Each call with the name of the function and its named arguments."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            named = {each.arg: each.value for each in node.keywords if each.arg}
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            yield name, node, named


def mode(name: str, call: ast.Call, named: dict[str, ast.expr]) -> str:
    """The mode in which a call opens a file; empty for one that opens none, as `os.open` does."""
    method = isinstance(call.func, ast.Attribute)
    given = named.get("mode") or dict(enumerate(call.args)).get(0 if method else 1)
    if name != "open" or not isinstance(given, ast.Constant | None):
        return ""
    return str(given.value) if given else "r"


def without_encoding(code: str) -> list[str]:
    """The calls that read or write text in the encoding of the system."""
    return [
        ast.unparse(call)
        for name, call, named in calls(code)
        if "encoding" not in named
        and (
            (name in FIRST and len(call.args) <= FIRST[name])
            or "b" not in (mode(name, call, named) or "b")
            or (name in PROCESSES and {"text", "universal_newlines"} & named.keys())
        )
    ]


def with_line_ends_of_the_system(code: str) -> list[str]:
    """The calls that write text, in which Windows turns each line feed into two signs."""
    return [
        ast.unparse(call)
        for name, call, named in calls(code)
        if "newline" not in named
        and (name == "write_text" or {*"wax"} & {*mode(name, call, named)})
        and "b" not in mode(name, call, named)
    ]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("p.read_text()", 1),
        ("p.read_text('utf-8')", 0),
        ("p.write_text(text)", 1),
        ("p.write_text(text, encoding='utf-8')", 0),
        ("open(p)", 1),
        ("p.open()", 1),
        ("open(p, 'w', encoding='utf-8')", 0),
        ("p.open('rb')", 0),
        ("os.open(p, flags)", 0),
        ("archive.open(name)", 0),
        ("run(c, text=True)", 1),
        ("run(c, text=True, encoding='utf-8')", 0),
    ],
)
def test_a_call_without_encoding_is_seen(code: str, found: int) -> None:
    assert len(without_encoding(code)) == found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("p.write_text(text, 'utf-8')", 1),
        ("p.write_text(text, 'utf-8', newline='\\n')", 0),
        ("open(p, 'w', encoding='utf-8')", 1),
        ("p.open('x')", 1),
        ("p.open('wb')", 0),
        ("p.open(encoding='utf-8')", 0),
    ],
)
def test_a_call_that_writes_line_ends_of_the_system_is_seen(code: str, found: int) -> None:
    assert len(with_line_ends_of_the_system(code)) == found


@pytest.mark.parametrize("folder", ["hooks", "benchmarks"])
def test_every_text_has_its_encoding(folder: str) -> None:
    found = {path: without_encoding(path.read_text("utf-8")) for path in files(folder)}
    assert {path: calls for path, calls in found.items() if calls} == {}


def test_no_text_is_written_with_the_line_ends_of_the_system() -> None:
    found = {path: with_line_ends_of_the_system(path.read_text("utf-8")) for path in files("hooks")}
    assert {path: calls for path, calls in found.items() if calls} == {}


def test_git_checks_out_the_same_bytes_on_windows(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        settings = ["-c", "user.name=a", "-c", "user.email=a", "-c", "core.autocrlf=true"]
        home = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        command = ["git", "-C", str(tmp_path), *settings, *arguments]
        subprocess.run(command, check=True, env=home, capture_output=True)

    written = dict.fromkeys(("a.yml", "a.md", "a.html", "a.css", "a.js"), b"a\nb\n")
    written |= {f"a{suffix}": b"a\nb\r\nc\n" for suffix in SUFFIXES}
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    for name, content in written.items():
        (tmp_path / name).write_bytes(content)
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "a")
    for name in written:
        (tmp_path / name).unlink()
    git("checkout", "--", ".")
    assert {name: (tmp_path / name).read_bytes() for name in written} == written


def files(folder: str) -> list[Path]:
    """The modules of a folder of the repository."""
    found = sorted((ROOT / folder).rglob("*.py"))
    assert found
    return found
