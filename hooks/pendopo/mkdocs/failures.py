"""Tells what stops a build and is no fault of the data: of settings, templates, the system."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from mkdocs.exceptions import PluginError

from pendopo.basics.translations import translations
from pendopo.build.reports import FAILURES, mishap
from pendopo.problems.problem import Problem, faults
from pendopo.problems.report import lines, summary
from pendopo.rendering.own_templates import TemplateFaultError

log = logging.getLogger("mkdocs.plugins.pendopo")


@contextmanager
def plainly(language: str) -> Iterator[None]:
    """Turns failures not caused by the data into a `PluginError` with one plain sentence."""
    try:
        yield
    except FAILURES as error:
        raise PluginError(mishap(error, language)) from error
    except TemplateFaultError as error:
        raise PluginError(told(error.problem, language)) from error


def stop(problems: Sequence[Problem], language: str) -> None:
    """Logs all of `problems`, and raises `PluginError` where one is a fault."""
    for each in problems:
        level = logging.INFO if each.information else logging.ERROR
        log.log(level, told(each, language))
    if stopping := faults(problems):
        raise PluginError(summary(stopping, translations(language)))


def told(problem: Problem, language: str) -> str:
    """A problem of no file of the data as two lines: what is wrong, and how to mend it."""
    return "\n    ".join(lines(problem, "", translations(language).gettext))
