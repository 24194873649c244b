"""Problems of the data in MkDocs's log, as `pendopo check` words them."""

import logging
from collections.abc import Sequence

from pendopo.basics.translations import translations
from pendopo.build.read import Read
from pendopo.mkdocs.settings import shown
from pendopo.problems.problem import Problem, faults
from pendopo.problems.report import lines
from pendopo.problems.settled import remaining
from pendopo.reading.lines import Lines

MOST_WARNINGS = 20
"""Most warnings that are logged one by one; of the others, only the number is."""
log = logging.getLogger("mkdocs.plugins.pendopo")


class ProblemLog:
    """Logs the problems of one build, each once; nothing but faults with `faults_only`."""

    def __init__(self, read: Read, *, faults_only: bool) -> None:
        self.read = read
        self.faults_only = faults_only
        self.logged: set[Problem] = set()
        self.prefix = f"{shown(read.setup.folder)}/"
        self.typed = Lines(read.setup.folder)

    def add(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        """Logs those of `problems` that are new. Returns all that nothing else has settled."""
        problems = remaining(problems, self.read.problems)
        new = [each for each in problems if each not in self.logged]
        self.logged.update(new)
        for each in faults(new):
            log.error(self._told(each))
        if not self.faults_only:
            self._log_warnings([each for each in new if each.warning or each.information])
        return problems

    def _log_warnings(self, warnings: Sequence[Problem]) -> None:
        # As information: MkDocs counts what is logged as a warning, and `--strict` would not
        # publish with it.
        for each in warnings[:MOST_WARNINGS]:
            log.info(self._told(each))
        if len(warnings) > MOST_WARNINGS:
            translate = translations(self.read.context.language).gettext
            said = translate("{count} more warnings; pendopo check lists all of them.")
            log.info(said.format(count=len(warnings) - MOST_WARNINGS))

    def _told(self, problem: Problem) -> str:
        translate = translations(self.read.context.language).gettext
        typed = self.typed.of(problem)
        return "\n    ".join(lines(problem, self.prefix, translate, typed))
