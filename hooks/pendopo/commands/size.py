"""`pendopo size`: how large the site is, and the history of its data, against GitHub's limits."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from pendopo.basics.translations import Translate, file_size, number, of_terminal
from pendopo.build import sizes
from pendopo.build.history import History, history
from pendopo.build.sizes import Sizes
from pendopo.commands import MISUSED, options
from pendopo.commands.planned import FAULTY
from pendopo.pictures.renditions import WIDTHS
from pendopo.problems.problem import printable

SHOWN = 10
"""Largest files that are listed."""
LONG_HISTORY = 500_000_000
"""Bytes of a history from which there is advice; GitHub recommends to stay below 1 GB."""


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""
    help_ = translate("Tell the size of the site, against GitHub's limits.")

    @click.command("size", help=help_)
    @click.argument("site", default=Path("site"), type=click.Path(path_type=Path))
    @options.data(translate)
    @click.option(
        "--format",
        "format_",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        metavar="FORMAT",
        help=translate("text or json."),
    )
    def size(site: Path, data: Path, format_: str) -> int:
        found = sizes.sizes_in(str(site))
        if not found:
            said = translate("There is no site in {folder}. Build it first: pendopo build")
            print(said.format(folder=site), file=sys.stderr)
            return MISUSED
        past = history(data if data.is_dir() else Path())
        if format_ == "json":
            print(json.dumps(_for_programs(found, past), indent=2))
        else:
            print("\n".join(_for_people(found, past, translate, of_terminal())))
        return FAULTY if sum(found.values()) >= sizes.TOO_MUCH else 0

    return size


def _for_programs(found: Sizes, past: History) -> dict[str, Any]:
    return {
        "files": len(found),
        "bytes": sum(found.values()),
        "limit": sizes.LIMIT,
        "kinds": [
            {"kind": kind, "files": files, "bytes": size}
            for kind, files, size in sizes.parts(found)
        ],
        "largest": [
            {"path": printable(path, None), "bytes": size}
            for path, size in sizes.largest(found, SHOWN)
        ],
        "history": past.size,
    }


def _for_people(found: Sizes, past: History, translate: Translate, language: str) -> list[str]:
    size = sum(found.values())
    head = translate("{count} files, {size}")
    count = number(len(found), language)
    warning = sizes.warned(size, language)
    return [
        head.format(count=count, size=sizes.told(size, language)),
        "",
        *_kinds(found, translate, language),
        "",
        translate("The largest files:"),
        *_listed(found, language),
        "",
        translate(
            "GitHub Pages also stops a publication that takes longer than ten minutes. How long "
            "yours take stands in the log of the workflow; it grows with the files."
        ),
        _history(past, translate, language),
        *([translate("warning: {message}").format(message=warning)] if warning else []),
    ]


def _kinds(found: Sizes, translate: Translate, language: str) -> list[str]:
    rows = [(each, number(each.files, language)) for each in sizes.parts(found)]
    return [
        f"{file_size(part.size, language):>12}  {translate(sizes.KINDS[part.kind])} ({count})"
        for part, count in rows
    ]


def _listed(found: Sizes, language: str) -> list[str]:
    return [
        f"{file_size(size, language):>12}  {printable(path, None)}"
        for path, size in sizes.largest(found, SHOWN)
    ]


def _history(past: History, translate: Translate, language: str) -> str:
    if past.size is None:
        return translate(past.unknown)
    said = translate("The history of the repository takes {size}.")
    if past.size >= LONG_HISTORY:
        said = translate(
            "The history of the repository takes {size}; GitHub recommends less than 1 GB. "
            "Originals of pictures stay in it for ever, deleted ones too: make new ones {pixels} "
            "pixels wide before you add them, which is the widest that is published."
        )
    shown = {"size": file_size(past.size, language), "pixels": number(WIDTHS[-1], language)}
    return said.format(**shown)
