"""`pendopo build`: writes the site, or a share of it, by `mkdocs build --strict`."""

import re
import sys
from importlib.util import find_spec

import click

from pendopo.basics.translations import Translate
from pendopo.build.division import MOST, Division, Share
from pendopo.commands import options
from pendopo.commands.platform import carried_out
from pendopo.mkdocs import keep_going as going
from pendopo.mkdocs.divided import DIVISION
from pendopo.mkdocs.run import configured
from pendopo.mkdocs.session import ENGINE, Engine
from pendopo.stores.failures import StoreError
from pendopo.stores.store import Store

ENGINES = re.compile(r"dask://(?:[\w.-]+|\[[0-9a-fA-F:.]+\]):[0-9]{1,5}", re.ASCII)


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
    @click.option(
        "--engine",
        metavar="dask://HOST:PORT",
        default="",
        help=translate("Have the workers of this Dask scheduler read and render."),
    )
    @click.option(
        "--storage",
        metavar="s3://BUCKET/FOLDER",
        default="",
        help=translate("Send them what they need through this store, in place of a shared folder."),
    )
    @options.quiet(translate)
    def build(keep_going: bool, shard: Share | None, engine: str, storage: str, quiet: bool) -> int:
        if said := _unusable(Engine(engine, storage), translate):
            raise click.UsageError(said)
        token = ENGINE.set(Engine(engine, storage))
        try:
            return built(translate, Division(shard), keep_going=keep_going, quiet=quiet)
        finally:
            ENGINE.reset(token)

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


def _unusable(engine: Engine, translate: Translate) -> str:
    """Why an engine cannot be used, whatever stands at its address; empty if it may be."""
    if engine.storage and not engine.address:
        return translate("--storage is for builds with --engine. Name an engine, or leave it out.")
    if engine.address and not ENGINES.fullmatch(engine.address):
        said = translate("{engine} names no engine. Write it as dask://HOST:PORT.")
        return said.format(engine=engine.address)
    if engine.address and not find_spec("distributed"):
        return translate("Dask is not installed. Install it: python -m pip install distributed")
    try:
        if engine.storage:
            Store(engine.storage)
    except StoreError as error:
        return error.told(translate)
    return ""
