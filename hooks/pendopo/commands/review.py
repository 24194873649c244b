"""`pendopo review`: a site to be looked at from a folder, and which of its pages have changed."""

import sys
from pathlib import Path

import click

from pendopo.basics.translations import Translate, of_terminal
from pendopo.build import changed, offline
from pendopo.commands import MISUSED

FOLDER = click.Path(path_type=Path)
SITE = click.Path(path_type=Path, exists=True, file_okay=False)
PAGE = "perubahan.html"
"""The page of the changes, at the top of the copy."""


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""

    @click.command("review", help=translate("Copy a site so that it opens from a folder."))
    @click.argument("site", type=SITE)
    @click.argument("folder", type=FOLDER)
    @click.option(
        "--before",
        type=SITE,
        metavar=translate("FOLDER"),
        help=translate("The site before the change: tells which pages differ, as Markdown."),
    )
    @click.option(
        "--address",
        default="",
        metavar="URL",
        help=translate("Where the site is published: changed pages link to it."),
    )
    def review(site: Path, folder: Path, before: Path | None, address: str) -> int:
        try:
            offline.copy(site, folder)
        except FileExistsError:
            said = translate("{folder} exists already; choose another folder.")
            print(said.format(folder=folder), file=sys.stderr)
            return MISUSED
        if before:
            found = changed.changes(before, site)
            page = changed.document(found, of_terminal(), translate)
            (folder / PAGE).write_text(page, "utf-8", newline="\n")
            print(changed.markdown(found, address, translate), end="")
        else:
            # Not beside the Markdown, which workflows put into their summaries.
            said = translate("Open {file} in a browser.")
            print(said.format(file=folder / "index.html"), file=sys.stderr)
        return 0

    return review
