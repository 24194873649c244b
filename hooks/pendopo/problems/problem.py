"""Problems of the data: location, fault and remedy, as values, never as exceptions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from pendopo.basics.translations import Translate
from pendopo.problems.sentences import MEANINGS, NOTHING_KNOWN, SENTENCES

LONGEST_VALUE = 80
OURS = ("known", "example")
"""Values that are not of the data and are shown in full: they are there to be copied."""

Correction = tuple[int, str, str]
"""The number of a line, the line as it is, and the text (of one line or more) to stand there."""

Severity = Literal["error", "warning", "information"]
"""How much a problem matters: only an error prevents publication."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of one file.

    `path` is relative to the data folder and uses `/`; `line` and `column` count from 1.
    `code` is a key of `sentences.SENTENCES`, and `values` fill its sentences. `corrections` are the
    lines that would mend it, where they can be known; `certain` if nothing else can be meant.
    """

    path: str
    line: int
    column: int
    code: str
    values: tuple[tuple[str, str], ...] = ()
    corrections: tuple[Correction, ...] = field(default=(), compare=False)
    certain: bool = field(default=False, compare=False)

    @property
    def warning(self) -> bool:
        """Whether the site can be published despite the problem."""
        return SENTENCES[self.code].warning

    @property
    def information(self) -> bool:
        """Whether there is nothing wrong, only something to know."""
        return SENTENCES[self.code].information

    @property
    def severity(self) -> Severity:
        """How much the problem matters."""
        if self.warning:
            return "warning"
        return "information" if self.information else "error"

    def message(self, translate: Translate) -> str:
        """The fault in one sentence, in the language of `translate`."""
        return translate(SENTENCES[self.code].wrong).format(**self._shown(translate))

    def mend(self, translate: Translate) -> str:
        """The remedy in one sentence, in the language of `translate`."""
        values = self._shown(translate)
        if values.get("known") == "":
            return translate(NOTHING_KNOWN)
        return translate(SENTENCES[self.code].mend).format(**values)

    def _shown(self, translate: Translate) -> dict[str, str]:
        """The values; where one is to be chosen, with what it means."""
        values = dict(self.values)
        if self.code.startswith("value-choice"):
            for name in {"known", "nearest"} & values.keys():
                choices = values[name].split(", ")
                values[name] = ", ".join(_explained(each, translate) for each in choices)
        return values

    def place(self, prefix: str = "") -> str:
        """`path:line:column`, with `prefix` before the path; the prefix alone for the folder."""
        if not self.path:
            return prefix.rstrip("/")
        return f"{prefix}{printable(self.path, None)}:{self.line}:{self.column}"


def problem(path: str, code: str, line: int = 1, column: int = 1, /, **values: object) -> Problem:
    """Creates a `Problem` whose values are safe to print."""
    shown = tuple(
        (name, printable(str(value), None if name in OURS else LONGEST_VALUE))
        for name, value in sorted(values.items())
    )
    return Problem(path, line, column, code, shown)


def _explained(choice: str, translate: Translate) -> str:
    return f"{choice} ({translate(MEANINGS[choice])})" if choice in MEANINGS else choice


def faults(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that prevent publication: all except warnings and information."""
    return [each for each in problems if not (each.warning or each.information)]


def printable(text: str, longest: int | None = LONGEST_VALUE) -> str:
    """Escapes control sequences of terminals and GitHub runners; cuts to `longest` characters."""
    visible = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    visible = visible.replace("##[", "# #[")
    return visible if longest is None or len(visible) <= longest else visible[: longest - 1] + "…"
