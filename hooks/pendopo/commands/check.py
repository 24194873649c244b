"""`pendopo check`: reports every problem of a data folder."""

import sys
from pathlib import Path
from typing import Any

import click

from pendopo.basics.garbage import no_collections, no_last_collection
from pendopo.basics.translations import Translate, translations
from pendopo.build.verdict import Verdict
from pendopo.commands import explained, options
from pendopo.commands.fixing import fix
from pendopo.commands.formats import FORMATS
from pendopo.commands.planned import FAULTY, verdict
from pendopo.commands.stale import MONTHS, tell
from pendopo.problems.problem import faults

FOR_PEOPLE = ("text", "github")
"""Formats beside which a sentence may stand."""
MOST_MONTHS = 1_200
MOST_ROUNDS = 5
"""How often files are corrected and judged again: behind one slip another may come to light."""


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""

    @click.command("check", help=translate("Report every problem of a data folder."))
    @click.argument("data", default="data", type=options.DataFolder(), envvar="PENDOPO_DATA")
    @options.formats(FORMATS, translate("text, github (annotations and a summary), json or sarif."))
    @click.option(
        "--fix",
        "fixing",
        is_flag=True,
        help=translate("Write what is certainly right into the files, and show the difference."),
    )
    @click.option(
        "--explain",
        default="",
        metavar="CODE",
        help=translate("Say what the code of a problem means, with an example."),
    )
    @click.option(
        "--stale",
        type=click.IntRange(1, MOST_MONTHS),
        is_flag=False,
        flag_value=MONTHS,
        metavar=translate("[MONTHS]"),
        help=translate("Only tell which files nobody has touched for six months, or for MONTHS."),
    )
    @options.quiet(translate)
    @no_collections()
    def check(data: Path, format_: str, fixing: bool, quiet: bool, **asked: Any) -> int:
        if asked["explain"]:
            return explained.explain(asked["explain"], translate)
        if asked["stale"]:
            return tell(data, asked["stale"], format_)
        found = verdict(data)
        if fixing:
            found = _fixed(data, found)
        no_last_collection()
        FORMATS[format_](found.problems, data, found.language)
        if faults(found.problems):
            return FAULTY
        if format_ in FOR_PEOPLE and not quiet:
            print(_sound(found))
        return 0

    return check


def _fixed(data: Path, found: Verdict) -> Verdict:
    """Corrects the files as far as that is certain, and judges them again."""
    for _ in range(MOST_ROUNDS):
        difference = [*fix(data, found.problems)]
        if not difference:
            break
        print("\n".join(difference), file=sys.stderr)
        found = verdict(data)
    return found


def _sound(found: Verdict) -> str:
    said = translations(found.language).gettext(
        "Nothing stops a publication: {agencies} agencies, {pages} pages."
    )
    return said.format(agencies=found.agencies, pages=found.pages)
