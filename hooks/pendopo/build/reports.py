"""Problems as a person reads them."""

import gettext
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor
from decimal import Decimal

from pendopo.basics.translations import N_, Translate, number, translations
from pendopo.build.build import Outcome
from pendopo.problems.problem import Problem, faults
from pendopo.reading.load import ChangedError

STAGES = {
    "read": N_("read {time} s"),
    "compare": N_("compared {time} s"),
    "render": N_("rendered {time} s"),
    "write": N_("wrote {time} s"),
    "index": N_("indexed {time} s"),
}


def lines(problem: Problem, prefix: str, translate: Translate) -> tuple[str, str]:
    """`path:line:column: what is wrong` and, on a line of its own, how to mend it."""
    said = problem.message(translate)
    if problem.warning:
        said = translate("warning: {message}").format(message=said)
    return f"{problem.place(prefix)}: {said}", problem.mend(translate)


def summary(problems: Sequence[Problem], catalogue: gettext.NullTranslations) -> str:
    """How many problems there are, in how many files; warnings are counted on their own."""
    stopping = faults(problems)
    warnings = [each for each in problems if each.warning]
    said: list[str] = []
    if stopping:
        found = catalogue.ngettext(
            "{count} problem was found", "{count} problems were found", len(stopping)
        ).format(count=len(stopping))
        said.append(f"{found} {_places(stopping, catalogue)}")
    if warnings:
        found = catalogue.ngettext("{count} warning", "{count} warnings", len(warnings)).format(
            count=len(warnings)
        )
        said.append(f"{found} {_places(warnings, catalogue)}")
    return " ".join(said)


def _places(problems: Sequence[Problem], catalogue: gettext.NullTranslations) -> str:
    files = len({problem.path for problem in problems})
    return catalogue.ngettext("in {count} file.", "in {count} files.", files).format(count=files)


def outcome(done: Outcome, language: str) -> str:
    """What a build did, in one line."""
    translate = translations(language).gettext
    counts = {
        name: number(count, language)
        for name, count in (("built", done.built), ("kept", done.kept), ("removed", done.removed))
    }
    stages = ", ".join(
        translate(STAGES[name]).format(time=number(round(Decimal(seconds), 2), language))
        for name, seconds in done.stages.items()
    )
    said = translate("Pages: {built} built, {kept} kept, {removed} removed")
    return f"{said.format(**counts)} ({stages})."


def mishap(error: Exception, language: str) -> str:
    """What went wrong beside the data, and what to do."""
    _ = translations(language).gettext
    match error:
        case ChangedError():
            return _("{file} was changed meanwhile. Start again.").format(file=error)
        case BrokenExecutor():
            return _("The system has ended a process, perhaps for want of memory. Start again.")
        case OSError():
            file, reason = error.filename, error.strerror
            return _("{file} could not be used: {reason}.").format(file=file, reason=reason)
    raise error
