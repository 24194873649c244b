"""One series: every generator on the same data, in turn, several times."""

import tempfile
from collections import Counter
from collections.abc import Collection
from pathlib import Path

from . import hugo_runs, pendopo_runs, searching, words
from .edits import Editor
from .government import write
from .machine import machine, versions
from .measure import Cost, output
from .offices import Shape, offices
from .results import Series
from .rivals import GENERATED, RIVALS, Rival, generate_markdown
from .workplace import Workplace

LARGE = 5000
SLOW_ROUNDS = 1
MOST_IN_ONE_PIECE = 20_000
"""Pages beyond which Pagefind by itself would need more memory than most machines have."""


def measure(pages: int, shape: Shape, seed: int, rounds: int, left_out: Collection[str]) -> Series:
    """The series of one size, which is also saved; what `left_out` names stays away."""
    with tempfile.TemporaryDirectory(prefix="pendopo-benchmark-") as folder:
        place = Workplace(Path(folder))
        write(place.data, pages, seed, shape)
        count = len(offices(pages, seed, shape))
        series = Series(pages, shape, seed, count, output(place.data), machine(), versions())
        rivals = [each for each in RIVALS if each.name not in left_out]
        _lay_out(place, rivals, series)
        editor = Editor(place.data, seed)
        for number in range(rounds):
            _round(place, editor, rivals, number, series)
        series.save()
        if "serve" not in left_out:
            for seconds in pendopo_runs.served(place, editor):
                _told(pendopo_runs.SERVED, seconds)
                series.served.append(seconds)
            series.save()
        return series


def _lay_out(place: Workplace, rivals: Collection[Rival], series: Series) -> None:
    if any(each.slow for each in rivals):
        _add(series, GENERATED, generate_markdown(place))
    for rival in rivals:
        rival.lay_out(place)


def _round(
    place: Workplace, editor: Editor, rivals: Collection[Rival], number: int, series: Series
) -> None:
    """Each generator once; in the first round their pages are compared."""
    said: dict[str, Counter[str]] = {}
    for row, cost in pendopo_runs.rounds(place, editor):
        _add(series, row, cost)
        if row == pendopo_runs.COLD:
            site = place.site(pendopo_runs.NAME)
            series.outputs[row] = output(site)
            series.search = searching.load(site)
            said = {} if number else {each: _words(site, each) for each in words.samples(site)}
    if not number and series.wanted <= MOST_IN_ONE_PIECE:
        site = place.site(pendopo_runs.NAME)
        _add(series, searching.IN_ONE_PIECE, searching.in_one_piece(place, site))
    for rival in rivals:
        if rival.slow and series.wanted > LARGE and number >= SLOW_ROUNDS:
            continue
        _add(series, rival.row, rival.build(place))
        site = place.site(rival.name)
        series.outputs[rival.row] = output(site)
        if said:
            series.words[rival.row] = _shares(said, site)
        if rival.name == hugo_runs.NAME:
            _whole_job(place, number, series)
            if said:
                series.words[hugo_runs.WHOLE] = _shares(said, site)


def _whole_job(place: Workplace, number: int, series: Series) -> None:
    """Hugo with all that Pendopo writes; step by step as often as slow generators are run."""
    site = place.site(hugo_runs.NAME)
    if series.wanted <= LARGE or number < SLOW_ROUNDS:
        for row, cost in hugo_runs.steps(place):
            _add(series, row, cost)
            series.outputs[row] = output(site)
    for row, cost in hugo_runs.whole(place):
        _add(series, row, cost)
        if row != hugo_runs.INDEX:
            series.outputs[row] = output(site)


def _shares(said: dict[str, Counter[str]], site: Path) -> dict[str, float]:
    return {each: words.share_found(said[each], _words(site, each)) for each in said}


def _words(site: Path, address: str) -> Counter[str]:
    """The words of a page, none where there is no such page."""
    page = site / address / "index.html"
    return words.content_words(page) if page.exists() else Counter()


def _add(series: Series, row: str, cost: Cost) -> None:
    _told(row, cost.wall)
    series.costs.setdefault(row, []).append(cost)


def _told(row: str, seconds: float) -> None:
    print(f"  {row}: {seconds:.2f} s", flush=True)
