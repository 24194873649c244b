"""The command `pendopo`. Each of its commands is a module here, imported when it is asked for."""

import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

import click

from pendopo import __version__
from pendopo.basics.translations import Translate, of_terminal, translations
from pendopo.build.reports import FAILURES, mishap
from pendopo.commands.usage import misuse, spoken

NAMES = (
    *("start", "new", "serve", "build", "join", "check", "diff"),
    *("publish", "forms", "review", "size", "owners", "export", "upgrade"),
)
MISUSED, INTERRUPTED = 2, 130


class Commands(click.Group):
    """The commands by their names; their help is in the language that `translate` gives."""

    def __init__(self, translate: Translate) -> None:
        super().__init__("pendopo", help=translate("Public agency profiles from YAML."))
        self.translate = translate

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands in the order in which they are needed."""
        return [*NAMES]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None if there is no such command."""
        if cmd_name not in NAMES:
            return None
        module = import_module(f"pendopo.commands.{cmd_name}")
        command: click.Command = module.command(self.translate)
        return spoken(command, self.translate)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code: 0, 1 for faulty data, 2 for misuse or failure.

    After an interruption by the keyboard it is 130, as of other programs.
    """
    # Data may hold characters that the encoding of the terminal lacks: a report must not crash.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    language = of_terminal()
    try:
        return int(group(language).main(arguments, "pendopo", standalone_mode=False) or 0)
    except click.ClickException as error:
        print(misuse(error, NAMES, translations(language).gettext), file=sys.stderr)
        return error.exit_code
    # The language of labels is a setting of the data, which could not be read.
    except FAILURES as error:
        print(mishap(error, language), file=sys.stderr)
        return MISUSED
    except (KeyboardInterrupt, click.Abort):
        print(translations(language).gettext("Interrupted."), file=sys.stderr)
        return INTERRUPTED


def group(language: str) -> click.Group:
    """All commands, with their help in `language`."""
    commands = Commands(translations(language).gettext)
    spoken(commands, commands.translate)
    return click.version_option(__version__, message="%(prog)s %(version)s")(commands)
