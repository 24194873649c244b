"""Runs MkDocs's own commands."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.__main__ import State, cli
from mkdocs.config import load_config

CONFIGURATION = "mkdocs.yml"


def run(command: str, *options: str, quiet: bool = False) -> int:
    """Runs a command of MkDocs in the working directory; returns its exit code.

    `quiet` shows what is wrong, and nothing else.
    """
    # Material announces its end of life on every run; README.md says what follows from it.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    with _logging(quiet=quiet) as state:
        try:
            made = cli.main([command, *options], "mkdocs", obj=state, standalone_mode=False)
            return int(made or 0)
        except SystemExit as ended:
            return ended.code if isinstance(ended.code, int) else 1


@contextmanager
def _logging(*, quiet: bool) -> Iterator[State]:
    """MkDocs's log on the terminal, which ends with the command."""
    logger = logging.getLogger("mkdocs")
    before = logger.level, logger.propagate
    state = State()  # type: ignore[no-untyped-call]
    # Not by MkDocs's own --quiet: with that it does not count the warnings that --strict forbids.
    state.stream.setLevel(logging.WARNING if quiet else logging.NOTSET)
    try:
        yield state
    finally:
        logger.removeHandler(state.stream)
        logger.level, logger.propagate = before


def configured() -> bool:
    """Whether the working directory has a configuration of MkDocs."""
    return Path(CONFIGURATION).is_file()


def own_templates() -> str | None:
    """The folder of the publisher's templates; None where mkdocs.yml names none or is not here."""
    return load_config(CONFIGURATION).theme.custom_dir if configured() else None
