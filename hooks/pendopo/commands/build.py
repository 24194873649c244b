"""`pendopo build`: writes the site, by `mkdocs build --strict`."""

import re
import sys
from importlib.util import find_spec

import click

from pendopo.basics.translations import Translate
from pendopo.commands import options
from pendopo.commands.platform import carried_out
from pendopo.mkdocs import keep_going as going
from pendopo.mkdocs.run import configured
from pendopo.mkdocs.session import ENGINE

ENGINES = re.compile(r"dask://(?:[\w.-]+|\[[0-9a-fA-F:.]+\]):[0-9]{1,5}", re.ASCII)


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""

    @click.command("build", help=translate("Write the site to site/."))
    @click.option(
        "--keep-going",
        is_flag=True,
        help=translate("Publish an agency with faults as it last was without them."),
    )
    @click.option(
        "--engine",
        metavar="dask://HOST:PORT",
        default="",
        help=translate("Have the workers of this Dask scheduler read and render."),
    )
    @options.quiet(translate)
    def build(keep_going: bool, engine: str, quiet: bool) -> int:
        if said := _unusable(engine, translate):
            raise click.UsageError(said)
        token = ENGINE.set(engine)
        try:
            return _built(translate, keep_going=keep_going, quiet=quiet)
        finally:
            ENGINE.reset(token)

    return build


def _built(translate: Translate, *, keep_going: bool, quiet: bool) -> int:
    if not keep_going or not configured():
        return carried_out(translate, "build", "--strict", quiet=quiet)
    code, lines = going.build("--strict", quiet=quiet)
    for line in lines:
        print(line, file=sys.stderr)
    return code


def _unusable(engine: str, translate: Translate) -> str:
    """Why an engine cannot be used, whatever stands at its address; empty if it may be."""
    if engine and not ENGINES.fullmatch(engine):
        said = translate("{engine} names no engine. Write it as dask://HOST:PORT.")
        return said.format(engine=engine)
    if engine and not find_spec("distributed"):
        return translate("Dask is not installed. Install it: pip install 'pendopo[dask]'.")
    return ""
