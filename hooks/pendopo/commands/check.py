"""`pendopo check`: reports every problem of a data folder."""

from pathlib import Path

import click

from pendopo.basics.translations import Translate, translations
from pendopo.commands import options
from pendopo.commands.planned import FAULTY, planned, told


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""

    @click.command("check", help=translate("Report every problem of a data folder."))
    @click.argument("data", default=Path("data"), type=click.Path(path_type=Path))
    @options.quiet(translate)
    def check(data: Path, quiet: bool) -> int:
        site, problems = planned(data)
        if not told(site, problems, data):
            return FAULTY
        if not quiet:
            counts = {"agencies": len(site.context.directory.agencies), "pages": len(site.pages)}
            _ = translations(site.context.language).gettext
            said = _("Nothing stops a publication: {agencies} agencies, {pages} pages.")
            print(said.format(**counts))
        return 0

    return check
