"""Checks the files that a publisher puts in the place of the package's, and tells what fails."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

import jinja2

from pendopo.problems.nearest import nearest
from pendopo.problems.problem import Problem, problem
from pendopo.reading.entry import ChangedError
from pendopo.rendering import sentences
from pendopo.rendering.template_files import Templates, uses

__all__ = ["TemplateFaultError", "fault", "problems", "sentences", "told"]
DOCUMENTS = ("main.html", "404.html")
"""Templates that the theme renders, in an environment of its own."""
VALUE = re.compile(r"'(?:\w+\.)+(\w+) object'")
"""A value in a message of Jinja, whose whole name would fill the line."""
NOT_OURS = (OSError, MemoryError, ChangedError)
"""Failures that rendering may meet, and that are no fault of a template."""


class TemplateFaultError(Exception):
    """A template of the publisher fails when it is rendered; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def problems(templates: Templates, environment: jinja2.Environment) -> list[Problem]:
    """What is wrong with the files in the publisher's folder, as far as they show it unrendered.

    The paths of the problems begin with the name of that folder.
    """
    if not (own := templates.own):
        return []
    files = [path for path in own.rglob("*") if path.is_file() and _counts(path, own)]
    found = {path.relative_to(own).as_posix(): path for path in files}
    whole = {name: path for name, path in found.items() if path.suffix == ".html"}
    used = _used(whole.values())
    told = [each for name in whole for each in _of_template(name, templates, environment)]
    told += [_unused(name, templates) for name in found if not _needed(name, templates, used)]
    return sorted(told)


@contextmanager
def told(templates: Templates) -> Iterator[None]:
    """Turns what fails within a template of the publisher into a `TemplateFaultError`."""
    try:
        yield
    except Exception as error:
        if found := fault(error, templates):
            raise TemplateFaultError(found) from error
        raise


def fault(error: BaseException, templates: Templates) -> Problem | None:
    """The problem of a template of the publisher that `error` comes from; None if it does not."""
    own = templates.own
    if not own or isinstance(error, NOT_OURS) or not (line := _line(error, own)):
        return None
    reason = VALUE.sub(r"\1", str(error)) or type(error).__name__
    return problem(_shown(line[0], own), "template-fails", line[1], 1, reason=_sentence(reason))


def _counts(path: Path, own: Path) -> bool:
    """Whether a file can replace one: not those that are hidden or tell of the folder."""
    hidden = any(part.startswith(".") for part in path.relative_to(own).parts)
    return not hidden and path.suffix != ".md"


def _used(paths: Iterable[Path]) -> set[str]:
    """Names of all templates that the files at `paths` use, as far as these can be read."""
    names: set[str] = set()
    for path in paths:
        try:
            names |= {each.name for each in uses(path.read_text("utf-8"))}
        except (UnicodeDecodeError, jinja2.TemplateSyntaxError):
            continue
    return names


def _needed(name: str, templates: Templates, used: set[str]) -> bool:
    return name in used or Path(templates.folders[-1], name).is_file()


def _unused(name: str, templates: Templates) -> Problem:
    own, packaged = Path(templates.folders[0]), Path(templates.folders[-1])
    known = [path.relative_to(packaged).as_posix() for path in packaged.rglob("*.*")]
    # A long list is not compared letter by letter, so the files of the same folder come first.
    beside = [each for each in known if each.rpartition("/")[0] == name.rpartition("/")[0]]
    shown = _shown(own / name, own)
    if near := nearest(name, beside) or nearest(name, known):
        return problem(shown, "template-unused-nearest", name=name, nearest=near)
    return problem(shown, "template-unused", name=name)


def _of_template(
    name: str, templates: Templates, environment: jinja2.Environment
) -> Iterator[Problem]:
    path = Path(templates.folders[0], name)
    shown = _shown(path, Path(templates.folders[0]))
    try:
        source = path.read_text("utf-8")
        found = [*uses(source)]
        if name not in DOCUMENTS:
            environment.compile(source, name, str(path), raw=True)
    except jinja2.TemplateSyntaxError as error:
        reason = _sentence(error.message or "")
        yield problem(shown, "template-syntax", error.lineno, 1, reason=reason)
    except UnicodeDecodeError:
        yield problem(shown, "template-syntax", reason="UTF-8.")
    else:
        for use in found:
            if _is_missing(use.name, templates) and name not in DOCUMENTS:
                yield problem(shown, "template-missing", use.line, 1, name=use.name)
            elif use.name and name in _reached(use.name, templates):
                yield problem(shown, "template-circle", use.line, 1, name=name)


def _is_missing(name: str, templates: Templates) -> bool:
    """Whether there is no template of a name; of one that only rendering tells nobody knows."""
    return bool(name) and "*" not in name and not templates.path(name)


def _reached(name: str, templates: Templates) -> set[str]:
    """The template `name` with all that it uses, and that these use, as far as they can be read."""
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        each = waiting.pop()
        path = templates.path(each)
        if each not in reached and path:
            reached.add(each)
            waiting += _used([path])
    return reached


def _line(error: BaseException, own: Path) -> tuple[Path, int] | None:
    """The innermost line of a template in `own` that `error` went through; None if it is none."""
    found = None
    for frame, number in walk_tb(error.__traceback__):
        path = Path(frame.f_code.co_filename)
        if path.suffix == ".html" and path.is_relative_to(own):
            found = path, number
    return found


def _shown(path: Path, own: Path) -> str:
    return path.relative_to(own.parent).as_posix()


def _sentence(reason: str) -> str:
    """`reason` as the end of a sentence."""
    return f"{reason.rstrip('.')}."
