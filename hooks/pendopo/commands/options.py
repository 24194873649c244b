"""Arguments and options that several commands take."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from pendopo.basics.translations import Translate

IN_EACH = "portal.yml"
"""A file that every data folder has at its top."""
Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class DataFolder(click.Path):
    """The data folder, also where somebody names a part of it, or is within it."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The folder as it was named, or the nearest above that is one."""
        named, here = Path(os.fsdecode(super().convert(value, param, ctx))), Path.cwd()
        if not (named / IN_EACH).is_file():
            for each in named.absolute().parents:
                if (each / IN_EACH).is_file():
                    return each.relative_to(here) if each.is_relative_to(here) else each
        return named


def data(translate: Translate) -> Callable[[Decorated], Decorated]:
    """The option `--data` with the data folder."""
    return click.option(
        "--data",
        type=DataFolder(),
        default="data",
        envvar="PENDOPO_DATA",
        metavar=translate("FOLDER"),
        help=translate("The data folder; without this option data/."),
    )


def quiet(translate: Translate) -> Callable[[Decorated], Decorated]:
    """The option `-q`."""
    return click.option("-q", "--quiet", is_flag=True, help=translate("Report only what is wrong."))


def keep_going(translate: Translate) -> Callable[[Decorated], Decorated]:
    """The option `--keep-going`."""
    return click.option(
        "--keep-going",
        is_flag=True,
        help=translate("Publish an agency with faults as it last was without them."),
    )


def formats(names: Iterable[str], help_: str) -> Callable[[Decorated], Decorated]:
    """The option `--format`, which is the argument `format_`; text where it is not given."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice([*names]),
        default="text",
        show_default=True,
        metavar="FORMAT",
        help=help_,
    )
