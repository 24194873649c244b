"""Runs MkDocs's own commands."""

import os
from pathlib import Path

from mkdocs.__main__ import cli
from mkdocs.config import load_config

CONFIGURATION = "mkdocs.yml"


def run(command: str, *options: str) -> int:
    """Runs a command of MkDocs in the working directory; returns its exit code."""
    # Material announces its end of life on every run; README.md says what follows from it.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        return int(cli.main([command, *options], "mkdocs", standalone_mode=False) or 0)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1


def configured() -> bool:
    """Whether the working directory has a configuration of MkDocs."""
    return Path(CONFIGURATION).is_file()


def own_templates() -> str | None:
    """The folder of the publisher's templates; None where mkdocs.yml names none or is not here."""
    return load_config(CONFIGURATION).theme.custom_dir if configured() else None
