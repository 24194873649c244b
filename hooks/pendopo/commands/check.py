"""`pendopo check`: reports every problem of a data folder."""

from pathlib import Path

import click

from pendopo.basics.translations import Translate, translations
from pendopo.commands import options
from pendopo.commands.formats import FORMATS
from pendopo.commands.planned import FAULTY, planned
from pendopo.problems.problem import faults
from pendopo.site.planning import Site

FOR_PEOPLE = ("text", "github")
"""Formats beside which a sentence may stand."""


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""

    @click.command("check", help=translate("Report every problem of a data folder."))
    @click.argument(
        "data", default=Path("data"), type=click.Path(path_type=Path), envvar="PENDOPO_DATA"
    )
    @click.option(
        "--format",
        "format_",
        type=click.Choice([*FORMATS]),
        default="text",
        show_default=True,
        metavar="FORMAT",
        help=translate("text, github (annotations and a summary), json or sarif."),
    )
    @options.quiet(translate)
    def check(data: Path, format_: str, quiet: bool) -> int:
        site, problems = planned(data)
        FORMATS[format_](problems, data, site.context.language)
        if faults(problems):
            return FAULTY
        if format_ in FOR_PEOPLE and not quiet:
            print(_sound(site))
        return 0

    return check


def _sound(site: Site) -> str:
    counts = {"agencies": len(site.context.directory.agencies), "pages": len(site.pages)}
    said = translations(site.context.language).gettext(
        "Nothing stops a publication: {agencies} agencies, {pages} pages."
    )
    return said.format(**counts)
