"""What click says of commands, in the language of the terminal: their help, and their misuse."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import click

from pendopo.basics.translations import N_, Translate
from pendopo.problems.nearest import nearest
from pendopo.problems.problem import printable

WORDS = {
    "Commands": N_("Commands"),
    "Options": N_("Options"),
    "Show this message and exit.": N_("Show this message and exit."),
    "Show the version and exit.": N_("Show the version and exit."),
    "default": N_("default"),
    "required": N_("required"),
}
"""Words of click's help pages; a test holds that they still are its words."""
EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)


def spoken(command: click.Command, translate: Translate) -> click.Command:
    """The command, whose help is written in the language of `translate`."""

    class Formatter(click.HelpFormatter):
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, _usage(translate) if prefix is None else prefix)

        def write_heading(self, heading: str) -> None:
            super().write_heading(_said(heading, translate))

        def write_dl(self, rows: Iterable[tuple[str, str]], *args: Any, **given: Any) -> None:
            said = [(first, _said(second, translate)) for first, second in rows]
            super().write_dl(said, *args, **given)

    class Context(click.Context):
        formatter_class = Formatter

    command.context_class = Context
    return command


def _usage(translate: Translate) -> str:
    return translate("Usage:") + " "


def _said(text: str, translate: Translate) -> str:
    if text in WORDS:
        return translate(WORDS[text])
    extra = re.search(r"\[[^\[\]]*\]$", text)
    if not extra:
        return text
    said = extra[0]
    for word in ("default", "required"):
        said = said.replace(word, translate(WORDS[word]))
    return text[: extra.start()] + said


def misuse(error: click.ClickException, commands: Sequence[str], translate: Translate) -> str:
    """How the command was misused, in a sentence, and where its help is."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    lines = [_fault(error, commands, translate)]
    if isinstance(error, click.UsageError) and error.ctx:
        pieces = error.ctx.command.collect_usage_pieces(error.ctx)
        usage = _usage(translate) + " ".join([error.ctx.command_path, *pieces])
        more = translate("More: {command} --help").format(command=error.ctx.command_path)
        lines += [usage, more]
    return "\n".join(lines)


def _fault(error: click.ClickException, commands: Sequence[str], translate: Translate) -> str:
    near = ""
    match error:
        case click.MissingParameter(param=click.Parameter() as param):
            said = translate("{name} is missing.").format(name=_name(param, error.ctx))
        case click.BadParameter(param=click.Parameter() as param):
            said = f"{_name(param, error.ctx)}: {_refused(error, param.type, translate)}"
        case click.NoSuchOption(option_name=name):
            said = translate("There is no option {name}.").format(name=printable(name))
            near = next(iter(error.possibilities or ()), "")
        case click.BadOptionUsage(option_name=name):
            said = translate("The option {name} is not complete.").format(name=printable(name))
        case click.exceptions.NoSuchCommand(command_name=name, ctx=ctx):
            said = translate("There is no command {name}.").format(name=printable(name))
            near = "" if ctx and ctx.parent else nearest(name, commands)
        case _ if found := EXTRA.fullmatch(error.message):
            said = translate("This is too much: {words}").format(words=printable(found[1]))
        case _:
            said = error.format_message()
    meant = translate("Is {nearest} meant?").format(nearest=near)
    return f"{said} {meant}" if near else said


def _name(param: click.Parameter, ctx: click.Context | None) -> str:
    """What the usage calls an argument or option."""
    if isinstance(param, click.Option) or ctx is None:
        return param.opts[-1]
    return param.make_metavar(ctx)


def _refused(error: click.BadParameter, type_: click.ParamType[Any], translate: Translate) -> str:
    """Why a value is refused."""
    quoted = re.search("'(.*)'", error.message)
    match type_:
        case click.Choice():
            choices = ", ".join(map(str, type_.choices))
            return translate("Choose one of: {known}.").format(known=choices)
        case click.IntRange(min=least, max=most):
            said = translate("Write a whole number from {least} to {most}.")
            return said.format(least=least, most=most)
        case click.Path() if quoted:
            said = translate("{name} is not there, or not of the kind that is needed.")
            return said.format(name=printable(quoted[1]))
    return error.message
