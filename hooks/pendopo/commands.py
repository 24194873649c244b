"""The command `pendopo`, which checks a data folder or exports its site."""

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor
from importlib.util import find_spec
from io import TextIOWrapper
from pathlib import Path

from pendopo import __version__
from pendopo.basics import clock
from pendopo.basics.translations import translations
from pendopo.build.export import ExportRefusedError, export
from pendopo.build.plan import plan_folder
from pendopo.build.reports import mishap
from pendopo.kinds.registry import KINDS
from pendopo.mkdocs.stylesheet import without_unused
from pendopo.problems.problem import faults
from pendopo.problems.report import lines, summary
from pendopo.reading.entry import ChangedError
from pendopo.site.planning import Site

FAULTY, MISUSED, INTERRUPTED = 1, 2, 130
MATERIAL = "templates/assets/stylesheets/main.*.min.css"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code: 0, 1 for faulty data, 2 for misuse or failure.

    After an interruption by the keyboard it is 130, as of other programs.
    """
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    # The language of labels is a setting of the data, which could not be read: Indonesian it is.
    except (ChangedError, BrokenExecutor, MemoryError, OSError) as error:
        print(mishap(error, "id"), file=sys.stderr)
        return MISUSED
    except KeyboardInterrupt:
        print(translations("id").gettext("Interrupted."), file=sys.stderr)
        return INTERRUPTED


def _run(options: argparse.Namespace) -> int:
    # Data may hold characters that the encoding of the terminal lacks: a report must not crash.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    days = clock.days()
    site, problems = plan_folder(options.data, days["WIB"], KINDS, days=days)
    catalogue = translations(site.context.language)
    for problem in problems:
        message, mend = lines(problem, f"{options.data}/", catalogue.gettext)
        print(f"{message}\n    {mend}")
    if said := summary(problems, catalogue):
        print(said)
    if faults(problems):
        return FAULTY
    return int(options.run(options, site))


def _check(options: argparse.Namespace, site: Site) -> int:
    translate = translations(site.context.language).gettext
    counts = {"agencies": len(site.context.directory.agencies), "pages": len(site.pages)}
    said = translate("Nothing stops a publication: {agencies} agencies, {pages} pages.")
    print(said.format(**counts))
    return 0


def _export(options: argparse.Namespace, site: Site) -> int:
    _ = translations(site.context.language).gettext
    try:
        count = export(site, options.data, options.folder, _stylesheet())
    except ExportRefusedError:
        said = _("{folder} is not empty and no earlier export; choose another folder.")
        print(said.format(folder=options.folder), file=sys.stderr)
        return MISUSED
    except OSError as error:
        said = _("{folder} cannot be written: {reason}.")
        print(said.format(folder=options.folder, reason=error.strerror), file=sys.stderr)
        return MISUSED
    print(_("{count} files were written to {folder}.").format(count=count, folder=options.folder))
    return 0


def _stylesheet() -> str:
    """The rules of Material's stylesheet that pages use; none where Material is not installed."""
    found = find_spec("material")
    folders = (found.submodule_search_locations if found else None) or []
    paths = [path for each in folders for path in Path(each).glob(MATERIAL)]
    return "".join(without_unused(path.read_text(encoding="utf-8")) for path in sorted(paths))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pendopo", description="Public agency profiles from YAML."
    )
    parser.add_argument("--version", action="version", version=f"pendopo {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="report every problem of a data folder")
    check.add_argument("data", nargs="?", type=Path, default=Path("data"), metavar="FOLDER")
    check.set_defaults(run=_check)
    export_ = commands.add_parser(
        "export", help="write the site as Markdown documents that another generator builds"
    )
    export_.add_argument("folder", type=Path, metavar="FOLDER")
    export_.add_argument("--data", type=Path, default=Path("data"), metavar="FOLDER")
    export_.set_defaults(run=_export)
    return parser
