"""`pendopo build`: writes the site, or a share of it, by `mkdocs build --strict`."""

import sys

import click

from pendopo.basics.translations import Translate
from pendopo.build.division import MOST, Division, Share
from pendopo.commands import options
from pendopo.commands.platform import carried_out
from pendopo.mkdocs import keep_going as going
from pendopo.mkdocs.divided import DIVISION
from pendopo.mkdocs.run import configured


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""

    def share_of(
        _context: click.Context, _option: click.Parameter, text: str | None
    ) -> Share | None:
        found = Share.parse(text) if text is not None else None
        if text is not None and found is None:
            said = translate(
                "“{text}” is no share. Write its number and how many there are (up to {most}), "
                "such as 3/8."
            )
            raise click.BadParameter(said.format(text=text, most=MOST))
        return found

    @click.command("build", help=translate("Write the site to site/."))
    @options.keep_going(translate)
    @click.option(
        "--shard",
        callback=share_of,
        metavar="3/8",
        help=translate(
            "Write only a share of it, the third of eight, to .site.pendopo/shares/3-of-8. "
            "pendopo join makes the site of all of them."
        ),
    )
    @options.quiet(translate)
    def build(keep_going: bool, shard: Share | None, quiet: bool) -> int:
        return built(translate, Division(shard), keep_going=keep_going, quiet=quiet)

    return build


def built(translate: Translate, division: Division, *, keep_going: bool, quiet: bool) -> int:
    """Builds the site, or what `division` says; returns the exit code of the command."""
    token = DIVISION.set(division)
    try:
        if not keep_going or not configured():
            return carried_out(translate, "build", "--strict", quiet=quiet)
        code, lines = going.build("--strict", quiet=quiet)
    finally:
        DIVISION.reset(token)
    for line in lines:
        print(line, file=sys.stderr)
    return code
