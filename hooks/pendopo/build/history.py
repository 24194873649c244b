"""The history of a repository of Git: what it takes, or why that is not known."""

import subprocess
from pathlib import Path
from shutil import which
from typing import NamedTuple

from pendopo.basics.translations import N_

LONGEST = 60
"""Seconds that Git may take."""
NO_GIT = N_("The size of the history is not known: Git is not installed.")
NO_REPOSITORY = N_("The size of the history is not known: the folder is in no repository of Git.")
SHALLOW = N_("The size of the history is not known: only a part of it has been fetched.")


class History(NamedTuple):
    """Bytes that a history takes, or the sentence `unknown` that says why nobody can tell."""

    size: int | None
    unknown: str = ""


def history(folder: Path) -> History:
    """The history of the repository that `folder` lies in."""
    if not (git := which("git")):
        return History(None, NO_GIT)
    shallow = _answer(git, folder, "rev-parse", "--is-shallow-repository").strip()
    if shallow != "false":
        return History(None, SHALLOW if shallow == "true" else NO_REPOSITORY)
    counted = dict(
        line.split(": ", 1) for line in _answer(git, folder, "count-objects", "-v").splitlines()
    )
    kibibytes = [counted.get(name, "") for name in ("size", "size-pack")]
    return History(1024 * sum(int(each) for each in kibibytes if each.isdecimal()))


def _answer(git: str, folder: Path, *arguments: str) -> str:
    """What Git prints; empty where it fails."""
    try:
        done = subprocess.run(  # noqa: S603
            [git, "-C", str(folder), *arguments],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=LONGEST,
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout if done.returncode == 0 else ""
