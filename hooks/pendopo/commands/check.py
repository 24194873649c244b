"""`pendopo check`: reports every problem of a data folder."""

import sys
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from pendopo.basics.translations import Translate, translations
from pendopo.commands import MISUSED, options
from pendopo.commands.fixing import fix
from pendopo.commands.formats import FORMATS
from pendopo.commands.planned import FAULTY, planned
from pendopo.commands.stale import MONTHS, tell
from pendopo.problems.problem import Problem, faults, printable
from pendopo.problems.sentences import SENTENCES, general
from pendopo.reading.examples import EXAMPLES
from pendopo.site.planning import Site

FOR_PEOPLE = ("text", "github")
"""Formats beside which a sentence may stand."""
MOST_MONTHS = 1_200
MOST_ROUNDS = 5
"""How often files are corrected and judged again: behind one slip another may come to light."""


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""

    @click.command("check", help=translate("Report every problem of a data folder."))
    @click.argument(
        "data", default=Path("data"), type=click.Path(path_type=Path), envvar="PENDOPO_DATA"
    )
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
    def check(data: Path, format_: str, fixing: bool, quiet: bool, **asked: Any) -> int:
        if asked["explain"]:
            return _explained(asked["explain"], translate)
        if asked["stale"]:
            return tell(data, asked["stale"], format_)
        site, problems = planned(data)
        if fixing:
            site, problems = _fixed(data, problems, site)
        FORMATS[format_](problems, data, site.context.language)
        if faults(problems):
            return FAULTY
        if format_ in FOR_PEOPLE and not quiet:
            print(_sound(site))
        return 0

    return check


def _explained(code: str, translate: Translate) -> int:
    """Prints what a code means, with lines that are wrong and right where there are any."""
    if code not in SENTENCES:
        near = ", ".join(get_close_matches(code[:100], SENTENCES, cutoff=0.1))
        print(
            translate("There is no code {code}. Near: {near}").format(
                code=printable(code), near=near
            )
        )
        return MISUSED
    print(*map(general, map(translate, SENTENCES[code][:2])), sep="\n")
    if example := EXAMPLES.get(code):
        labels = translate("Wrong:"), translate("Right:")
        for label, text in zip(labels, example, strict=True):
            print(f"\n{label}", *(f"    {line}" for line in text.split("\n")), sep="\n")
    if SENTENCES[code].warning:
        print("", *_acknowledging(code, translate), sep="\n")
    return 0


def _acknowledging(code: str, translate: Translate) -> Iterator[str]:
    """How a warning is acknowledged for good where nothing is to be mended."""
    reason = translate("the reason")
    yield translate("If it may stay: write the reason on its line or the one above:")
    yield f"    # periksa: {code} {reason}"
    yield translate("And within a text:")
    yield f"    <!-- periksa: {code} {reason} -->"


def _fixed(data: Path, problems: list[Problem], site: Site) -> tuple[Site, list[Problem]]:
    """Corrects the files as far as that is certain, and judges them again."""
    for _ in range(MOST_ROUNDS):
        difference = [*fix(data, problems)]
        if not difference:
            break
        print("\n".join(difference), file=sys.stderr)
        site, problems = planned(data)
    return site, problems


def _sound(site: Site) -> str:
    counts = {"agencies": len(site.context.directory.agencies), "pages": len(site.pages)}
    said = translations(site.context.language).gettext(
        "Nothing stops a publication: {agencies} agencies, {pages} pages."
    )
    return said.format(**counts)
