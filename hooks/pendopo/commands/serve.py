"""`pendopo serve`: shows the site and renews it at every edit, by `mkdocs serve`."""

import click

from pendopo.basics.translations import Translate
from pendopo.commands import options
from pendopo.commands.platform import carried_out

ADDRESS = "127.0.0.1:8000"


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""

    @click.command("serve", help=translate("Show the site and renew it at every edit."))
    @click.option(
        "--address",
        default=ADDRESS,
        show_default=True,
        metavar="HOST:PORT",
        help=translate("The address to show it at."),
    )
    @options.quiet(translate)
    def serve(address: str, quiet: bool) -> int:
        return carried_out(translate, "serve", "--dev-addr", address, quiet=quiet)

    return serve
