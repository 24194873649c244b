"""The other generators: each is laid out once a series, which is not timed, and then built."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import hugo_runs
from .measure import Cost, run
from .workplace import HERE, PROGRAMS, ROOT, Workplace, clear

GENERATED = "Markdown written for the next two"


@dataclass(frozen=True)
class Rival:
    """A generator: its row in the report, how it is laid out, and how it builds.

    `slow` generators are given fewer rounds on large sites.
    """

    name: str
    row: str
    lay_out: Callable[[Workplace], None]
    build: Callable[[Workplace], Cost]
    slow: bool = False


def generate_markdown(place: Workplace) -> Cost:
    """Writes the Markdown that plain MkDocs and Zensical read, as their users would."""
    docs = place.folder / "docs"
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "benchmarks.markdown_pages",
        place.data,
        docs,
    ]
    return run(command, ROOT, {})


def _lay_out_plain(name: str) -> Callable[[Workplace], None]:
    def lay_out(place: Workplace) -> None:
        shutil.copytree(HERE / "plain", place.of(name))
        shutil.copytree(place.folder / "docs", place.of(name) / "docs")

    return lay_out


def _build_material(place: Workplace) -> Cost:
    clear(place.site("material"))
    variables = {"NO_MKDOCS_2_WARNING": "1"}
    return run([PROGRAMS / "mkdocs", "build", "-q"], place.of("material"), variables)


def _build_zensical(place: Workplace) -> Cost:
    clear(place.site("zensical"))
    clear(place.of("zensical") / ".cache")
    return run([PROGRAMS / "zensical", "build"], place.of("zensical"), {})


RIVALS = (
    Rival(hugo_runs.NAME, hugo_runs.ROW, hugo_runs.lay_out, hugo_runs.build),
    Rival(
        "material",
        "MkDocs with Material, from Markdown",
        _lay_out_plain("material"),
        _build_material,
        slow=True,
    ),
    Rival(
        "zensical",
        "Zensical, from the same Markdown",
        _lay_out_plain("zensical"),
        _build_zensical,
        slow=True,
    ),
)
