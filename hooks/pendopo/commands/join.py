"""`pendopo join`: writes the site of shares that several machines have made of it."""

from pathlib import Path

import click

from pendopo.basics.translations import Translate
from pendopo.build.division import Division
from pendopo.build.parts import parts
from pendopo.commands import MISUSED, options
from pendopo.commands.build import built
from pendopo.kinds.registry import KINDS


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""
    help_ = translate("Write the site to site/ from all shares of pendopo build --shard.")

    @click.command("join", help=help_)
    @click.argument(
        "folders",
        type=click.Path(path_type=Path),
        nargs=-1,
        required=True,
        metavar=translate("FOLDER") + "…",
    )
    @options.keep_going(translate)
    @options.quiet(translate)
    def join(folders: tuple[Path, ...], keep_going: bool, quiet: bool) -> int:
        division = Division(parts=parts(folders, KINDS.types))
        code = built(translate, division, keep_going=keep_going, quiet=quiet)
        return MISUSED if division.refused else code

    return join
