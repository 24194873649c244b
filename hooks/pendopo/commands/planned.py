"""Reads a data folder for a command, and tells what is wrong with it."""

import os
from collections.abc import Sequence
from pathlib import Path

from pendopo.basics import clock
from pendopo.basics.translations import translations
from pendopo.build.check import Check
from pendopo.build.plan import plan_folder
from pendopo.build.verdict import Verdict
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import Problem, faults
from pendopo.problems.report import lines, summary
from pendopo.problems.settled import open_ones
from pendopo.reading.lines import Lines
from pendopo.site.planning import Site

FAULTY = 1
"""Exit code of a command that was given faulty data."""


def planned(data: Path) -> tuple[Site, list[Problem]]:
    """The site of a data folder as of today, and all problems of the data."""
    days = clock.days()
    return plan_folder(data, days["WIB"], KINDS, days=days)


def verdict(data: Path) -> Verdict:
    """The verdict on a data folder as of today."""
    return Check(data, clock.days(), KINDS, _kept(data)).verdict()


def _kept(data: Path) -> Path | None:
    """The folder for what a check keeps: beside what builds keep of a site of this data."""
    # Elsewhere nobody would look for it, nor keep it out of Git.
    site = Path.cwd()
    ours = (site / "mkdocs.yml").is_file() and data.resolve().is_relative_to(site.resolve())
    return site / ".site.pendopo" / "check" if ours else None


def told(site: Site, problems: Sequence[Problem], data: Path) -> bool:
    """Prints all problems in the language of the portal; returns whether none stops a site."""
    print_all(problems, data, site.context.language)
    return not faults(problems)


def print_all(problems: Sequence[Problem], data: Path, language: str) -> None:
    """Prints all problems of a data folder and how many there are, for people."""
    print_problems(problems, data, f"{data.as_posix()}/", language)


def print_problems(problems: Sequence[Problem], folder: Path, prefix: str, language: str) -> None:
    """Prints all problems of a folder, with `prefix` before their paths, and how many there are."""
    catalogue, typed = translations(language), Lines(folder)
    for problem in open_ones(problems):
        shown = lines(problem, prefix, catalogue.gettext, typed.of(problem))
        print("\n    ".join(shown))
    if said := summary(problems, catalogue):
        print(said)


def repository() -> Path:
    """The root of the repository: a workflow of GitHub names it; else the working directory."""
    return Path(os.environ.get("GITHUB_WORKSPACE") or ".").resolve()


def in_repository(folder: Path) -> str:
    """The path of a folder from the root of the repository; the absolute one if it is elsewhere."""
    root, real = repository(), folder.resolve()
    return (real.relative_to(root) if real.is_relative_to(root) else real).as_posix()
