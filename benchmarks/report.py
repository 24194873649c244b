"""The results as a page of Markdown."""

import textwrap
from collections.abc import Iterator, Sequence
from statistics import median

from . import equal, hugo_runs, pendopo_runs
from .offices import Shape
from .results import Series

DIFFERENCES = "\n".join(
    textwrap.fill(each, 100, initial_indent="    - ", subsequent_indent="      ")
    for each in (*(each.reason for each in equal.ADDRESSES), *equal.WITHIN)
)
COLUMNS = (
    *("seconds", "processor, s", "memory, MB", "ms a page"),
    *("pages", "files", "MB written", "runs"),
)
SHAPES: dict[Shape, str] = {
    "government": "",
    "newsroom": ", few agencies that write much",
    "nation": ", places that have little but a profile",
}
HEAD = f"""\
---
description: How long Pendopo and other generators take for the same pages, and how it is measured.
---

# Benchmarks

![Seconds on the wall by generator and size](assets/benchmarks.svg)

`make bench` makes up a government, builds its site with each generator in turn, several times, and
writes this page; `make bench SIZES=60000 RUNS=1` adds a size. The data of a size are the same for
all: agencies with a plan, its indicators and articles, about 27 KB of YAML each. What the figures
are:

- **Seconds** of a whole process from its start to its end, medians with the least and the most.
  **Processor** adds up all cores and all processes.
- **Memory** is the highest sum of the proportional set sizes (PSS) of the process and of those that
  it started, seen every 50 ms or, of large processes, a little less often.
- **Pendopo, cold** has neither a site nor anything remembered. The edits change the last sentence
  (or the title) of a different article each time.
- **Pendopo** makes more than such pages: for each plan a page with charts and files as JSON, CSV
  and StratML, lists, results of all agencies, feeds, an API, cards, the search index. Its seconds,
  pages, files and megabytes count all of it.
- **Hugo** reads the same YAML through a content adapter. In the row of that name its templates
  print the same content below a header and a footer of a few lines, and nothing else. Each row
  "Hugo, and …" adds something to the row above it. **{hugo_runs.WHOLE}**, has all of it, and
  Pagefind run afterwards as its users do. A test compares the addresses of its files with those of
  Pendopo's. On more than 5,000 pages the rows between are run once.
- What could not be made equal in the whole job:
{DIFFERENCES}
- **MkDocs with Material** and **Zensical** read Markdown files that a script has written from the
  same YAML; the time for that stands in a row of its own and is not added. The pages are outside
  the navigation and the search index is off. On more than 5,000 pages they are run once.
- **The search index** is made in parts, of which an edit renews one. In its own row all of them are
  made anew for a finished site. Pagefind by itself indexes every page of that site at once; it is
  run once. What a search loads is compressed, with two pieces of mean size for each part.
- Lists of news have 20 articles a page; the first of Pendopo's has up to 39, as its other pages
  keep theirs for good.
"""


def markdown(found: Sequence[Series]) -> str:
    """The whole page."""
    return HEAD + "".join("\n" + "\n".join(_section(series)) + "\n" for series in found)


def heading(series: Series) -> str:
    """The shape of a series and its true number of pages."""
    pages = series.outputs[pendopo_runs.COLD].pages
    return f"{pages:,} pages{SHAPES[series.shape]}"


def _section(series: Series) -> Iterator[str]:
    yield f"## {heading(series)}\n"
    yield (
        f"{series.agencies:,} agencies, {series.data.files:,} files, "
        f"{series.data.bytes / 1e6:.1f} MB of YAML. {_conditions(series)}\n"
    )
    yield f"| | {' | '.join(COLUMNS)} |"
    yield f"| --- |{' ---: |' * len(COLUMNS)}"
    yield from (_row(series, row) for row in series.costs)
    yield ""
    yield from _sentences(series)
    if series.words:
        yield ""
        yield "| words of Pendopo's pages found | sampled pages | median | least | where |"
        yield "| --- | ---: | ---: | ---: | --- |"
        yield from (_shares(row, shares) for row, shares in series.words.items())


def _conditions(series: Series) -> str:
    machine, versions = series.machine, series.versions
    named = ", ".join(f"{name} {version}" for name, version in versions.items())
    return (
        f"Measured on {machine['date']} with {machine['processor']}, {machine['cores']} cores, "
        f"{machine['memory']}, {machine['kernel']}; {named}."
    )


def _row(series: Series, row: str) -> str:
    costs = series.costs[row]
    walls = [cost.wall for cost in costs]
    spread = f" ({min(walls):.2f}–{max(walls):.2f})" if len(walls) > 1 else ""
    processor = median(cost.processor for cost in costs)
    memory = median(cost.memory for cost in costs) / 1e6
    written = series.outputs.get(row)
    pages = (written or series.outputs[pendopo_runs.COLD]).pages
    each = series.wall(row) / pages * 1000
    sizes = ("", "", "")
    if written:
        sizes = (f"{written.pages:,}", f"{written.files:,}", f"{written.bytes / 1e6:.1f}")
    cells = [row, f"{series.wall(row):.2f}{spread}", f"{processor:.2f}", f"{memory:.0f}"]
    return f"| {' | '.join([*cells, f'{each:.2f}', *sizes, str(len(costs))])} |"


def _sentences(series: Series) -> Iterator[str]:
    for row, name in ((hugo_runs.ROW, "Hugo, pages only"), (hugo_runs.WHOLE, hugo_runs.WHOLE)):
        if row not in series.costs:
            continue
        pairs = zip(series.costs[pendopo_runs.COLD], series.costs[row], strict=True)
        ratios = [ours.wall / theirs.wall for ours, theirs in pairs]
        yield (
            f"- Seconds of Pendopo, cold, by those of {name}, in the same round: "
            f"{median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})."
        )
    if series.served:
        yield (
            f"- {pendopo_runs.SERVED}, with `mkdocs serve`: {median(series.served):.2f} s "
            f"({min(series.served):.2f}–{max(series.served):.2f}; {len(series.served)} edits)."
        )
    if found := series.search:
        yield (
            f"- Search index: {found.pages:,} pages in {found.parts} parts, "
            f"{found.bytes / 1e6:.1f} MB. A visitor's first search loads about "
            f"{found.portal / 1000:.0f} KB, within an agency at most {found.agency / 1000:.0f} KB."
        )


def _shares(row: str, shares: dict[str, float]) -> str:
    least = min(shares, key=lambda address: shares[address])
    middle = median(shares.values())
    cells = [row, str(len(shares)), f"{middle:.1%}", f"{shares[least]:.1%}", f"`{least}`"]
    return f"| {' | '.join(cells)} |"
