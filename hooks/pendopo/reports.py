"""Problems as a person reads them."""

import gettext
from collections.abc import Sequence

from .problems import Problem
from .translations import Translate


def lines(problem: Problem, prefix: str, translate: Translate) -> tuple[str, str]:
    """`path:line:column: what is wrong` and, on a line of its own, how to mend it."""
    return f"{problem.place(prefix)}: {problem.message(translate)}", problem.mend(translate)


def summary(problems: Sequence[Problem], catalogue: gettext.NullTranslations) -> str:
    """How many problems there are, in how many files."""
    files = len({problem.path for problem in problems})
    found = catalogue.ngettext(
        "{count} problem was found", "{count} problems were found", len(problems)
    ).format(count=len(problems))
    places = catalogue.ngettext("in {count} file.", "in {count} files.", files).format(count=files)
    return f"{found} {places}"
