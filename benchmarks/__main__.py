"""`python -m benchmarks`: measures, reports, guards, or only writes a made-up government."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from . import chart, guard, report, results, series
from .government import write
from .offices import Shape
from .rivals import RIVALS
from .workplace import ROOT

SEED = 1


def main(arguments: Sequence[str] | None = None) -> None:
    """Does what the command line says."""
    options = _parser().parse_args(arguments)
    if options.task == "generate":
        write(options.folder, options.pages, options.seed, options.shape)
    elif options.task == "guard":
        guard.guard(options.seed, anew=options.renew)
    elif options.task == "run":
        for pages in options.sizes:
            print(f"{pages:,} pages", flush=True)
            found = series.measure(
                pages, options.shape, options.seed, options.runs, options.without
            )
            print("\n" + report.markdown([found]).removeprefix(report.HEAD))
    else:
        found_all = results.load_all()
        (ROOT / "docs" / "benchmarks.md").write_text(report.markdown(found_all), "utf-8")
        (ROOT / "docs" / "assets" / "benchmarks.svg").write_text(chart.svg(found_all), "utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    tasks = parser.add_subparsers(dest="task", required=True)
    run = tasks.add_parser("run", help="measure and keep the results in .cache/benchmarks")
    run.add_argument("--sizes", type=int, nargs="+", default=[1400, 14000], help="pages wanted")
    run.add_argument("--runs", type=int, default=5, help="rounds of each generator")
    run.add_argument(
        "--without",
        nargs="+",
        default=[],
        choices=[*(rival.name for rival in RIVALS), "serve"],
        help="what to leave out",
    )
    tasks.add_parser("report", help="write docs/benchmarks.md and its picture from all results")
    budget = tasks.add_parser("guard", help="fail where Pendopo has become slower beside Hugo")
    budget.add_argument("--renew", action="store_true", help="write down what is measured now")
    budget.add_argument("--seed", type=int, default=SEED)
    generate = tasks.add_parser("generate", help="only write the data folder of a government")
    generate.add_argument("folder", type=Path)
    generate.add_argument("--pages", type=int, default=1400)
    for task in (run, generate):
        task.add_argument("--shape", choices=get_args(Shape), default="government")
        task.add_argument("--seed", type=int, default=SEED)
    return parser


if __name__ == "__main__":
    main()
