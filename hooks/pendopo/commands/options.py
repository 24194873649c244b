"""Arguments and options that several commands take."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from pendopo.basics.translations import Translate

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def data(translate: Translate) -> Callable[[Decorated], Decorated]:
    """The option `--data` with the data folder."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path),
        default=Path("data"),
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
