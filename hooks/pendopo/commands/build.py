"""`pendopo build`: writes the site, by `mkdocs build --strict`."""

import sys

import click

from pendopo.basics.translations import Translate
from pendopo.commands import options
from pendopo.commands.platform import carried_out
from pendopo.mkdocs import keep_going as going
from pendopo.mkdocs.run import configured


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""

    @click.command("build", help=translate("Write the site to site/."))
    @click.option(
        "--keep-going",
        is_flag=True,
        help=translate("Publish an agency with faults as it last was without them."),
    )
    @options.quiet(translate)
    def build(keep_going: bool, quiet: bool) -> int:
        if not keep_going or not configured():
            return carried_out(translate, "build", "--strict", quiet=quiet)
        code, lines = going.build("--strict", quiet=quiet)
        for line in lines:
            print(line, file=sys.stderr)
        return code

    return build
