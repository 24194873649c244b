"""`pendopo build`: writes the site, by `mkdocs build --strict`."""

import click

from pendopo.basics.translations import Translate
from pendopo.commands import options
from pendopo.commands.platform import carried_out


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""

    @click.command("build", help=translate("Write the site to site/."))
    @options.quiet(translate)
    def build(quiet: bool) -> int:
        return carried_out(translate, "build", "--strict", *(["--quiet"] if quiet else []))

    return build
