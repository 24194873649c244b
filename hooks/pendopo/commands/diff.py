"""`pendopo diff`: what a change of the data does, in plain words."""

import sys
from pathlib import Path

import click

from pendopo.basics.translations import Translate, translations
from pendopo.commands import options
from pendopo.commands.planned import FAULTY
from pendopo.difference.formats import FORMATS, Compared
from pendopo.difference.states import NoStateError, base_of, commit_of, states
from pendopo.difference.told import report
from pendopo.history.git import History
from pendopo.kinds.registry import KINDS

SHOWN = 12
"""Letters of a commit's hash that are shown."""


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""
    help_ = translate(
        "Tell what a change does: from the commit BASE, else from where this branch began, to the "
        "data folder as it is or to another COMMIT."
    )

    @click.command("diff", help=help_)
    @click.argument("base", default="")
    @click.argument("commit", default="")
    @options.data(translate)
    @options.formats(FORMATS, translate("text, markdown or json."))
    def diff(base: str, commit: str, data: Path, format_: str) -> int:
        history = History(data)
        try:
            before = base_of(history, base)
            after = commit_of(history, commit) if commit else ""
            with states(history, before, after, KINDS) as found:
                told = report(found)
                language = found.after.site.context.language
        except NoStateError as error:
            print(reasons(translate)[error.reason].format(value=error.value), file=sys.stderr)
            return FAULTY
        compared = Compared(before, after, _check(data, before), _check(data, after))
        print(FORMATS[format_](told, compared, translations(language).gettext))
        return 0

    return diff


def reasons(translate: Translate) -> dict[str, str]:
    """Why there is nothing to compare, in sentences, by the words of `NoStateError`."""
    return {
        "folder": translate("There is no folder {value}."),
        "repository": translate(
            "{value} lies in no repository that git can read, so there is nothing to compare it "
            "with."
        ),
        "empty": translate("This repository has no commit yet, so there is nothing to compare."),
        "unknown": translate("This repository has no commit {value}."),
        "shallow": translate(
            "This copy of the repository lacks a part of its history, in which {value} may be. "
            "Fetch it: git fetch --unshallow"
        ),
        "unrelated": translate(
            "{value} and the default branch have no commit in common. Name the commit to compare "
            "with: pendopo diff COMMIT"
        ),
    }


def _check(data: Path, commit: str) -> str:
    """The command that lists the faults of a state."""
    if not commit:
        return f"pendopo check {data.as_posix()}"
    copy = "../pendopo-diff"
    return f"git worktree add {copy} {commit[:SHOWN]}; pendopo check {copy}/{data.as_posix()}"
