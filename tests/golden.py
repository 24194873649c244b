"""The golden cases: files with faults, and all that is told of each, word for word.

A case is a file of `cases/`. Its `.txt` holds what is told of it: a line for each problem in
English, one for each other language, then the lines that are proposed, after `=` where nothing else
can be meant, after `?` elsewhere. `python -m golden` (make cases) writes all as it is told now.
"""

from collections.abc import Iterator
from pathlib import Path

from pendopo.basics.translations import LANGUAGES, translations
from pendopo.problems.problem import Problem
from texts import checked, record_text, type_named

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(each for each in FOLDER.iterdir() if each.suffix != ".txt")


def problems_of(case: Path) -> list[Problem]:
    """The problems of a case, sorted; the first line of a file of YAML names its kind of record."""
    return judged(case, case.read_text(encoding="utf-8"))


def judged(case: Path, text: str) -> list[Problem]:
    """The problems of a text in the place of a case, sorted."""
    kind = (
        "article"
        if case.suffix == ".md"
        else text.split("\n", maxsplit=1)[0].removeprefix("# kind: ")
    )
    stem = case.name.split(".", maxsplit=1)[0]
    return sorted(checked(record_text(type_named(kind), case.name, "kota-uji", stem, text))[1])


def told(case: Path) -> str:
    """All that is told of a case, as its `.txt` holds it."""
    lines = (line for each in problems_of(case) for line in _shown(each))
    return "".join(f"{line}\n" for line in lines)


def _shown(problem: Problem) -> Iterator[str]:
    yield f"{problem.line}:{problem.column} {problem.code}: {_said(problem, 'en')}"
    for language in LANGUAGES:
        if language != "en":
            yield f"    {language}: {_said(problem, language)}"
    for number, _, right in problem.corrections:
        sign = "=" if problem.certain else "?"
        yield from (f"    {number} {sign} {line}" for line in right.split("\n"))


def _said(problem: Problem, language: str) -> str:
    translate = translations(language).gettext
    return f"{problem.message(translate)} → {problem.mend(translate)}"


if __name__ == "__main__":
    for each in CASES:
        each.with_suffix(".txt").write_text(told(each), encoding="utf-8")
