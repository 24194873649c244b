"""A data folder, read and linked: what has not changed since the last time is not opened again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from pendopo.build.manifest import Judged, Ledger, Looked
from pendopo.build.pool import Crew
from pendopo.government.directory import Directory
from pendopo.government.link import link
from pendopo.problems.problem import Problem
from pendopo.reading.files import Stamp
from pendopo.reading.folder import File, scan
from pendopo.reading.media import Media, look

Known = TypeVar("Known", Judged, Looked)

SETTLED = 2_000_000_000
"""Nanoseconds after which a changed file surely has another stamp, on any file system."""


@dataclass(frozen=True)
class Reading:
    """All that a data folder says, and all that is wrong with it before its pages are planned."""

    judged: Mapping[str, Judged]
    media: Mapping[str, Looked]
    directory: Directory
    problems: Sequence[Problem]


def read(folder: Path, crew: Crew, ledger: Ledger, now: int = 0) -> Reading:
    """Reads what `ledger` does not know. `now` is the file system's time in ns.

    A file that changed shortly before will be read again the next time: it may change once more
    and keep its stamp.
    """
    found = scan(folder)
    judged = _judged(found.files, crew, ledger, now)
    media = _looked(folder, found.media, crew, ledger, now)
    problems = {*found.problems}
    problems |= {each for known in judged.values() for each in known.problems}
    problems |= {each.problem for each in media.values() if each.problem}
    paths = {*judged, *(each.path for each in problems)}
    entries = [each.entry for each in judged.values() if each.entry]
    sound = [
        _with_facts(each, media[each.path]) for each in found.media if not media[each.path].problem
    ]
    directory, unlinked = link(entries, sound, paths)
    return Reading(judged, media, directory, sorted({*problems, *unlinked}))


def _judged(files: Sequence[File], crew: Crew, ledger: Ledger, now: int) -> dict[str, Judged]:
    """Every file as it was judged the last time, or as it is judged now."""
    known = ledger.files
    changed = [file for file in files if not _same(known.get(file.path), file.stamp)]
    again = {file.path: _settled(judged, now) for file, judged in crew.read(changed)}
    return {file.path: again.get(file.path) or known[file.path] for file in files}


def _looked(
    folder: Path, files: Sequence[Media], crew: Crew, ledger: Ledger, now: int
) -> dict[str, Looked]:
    """Every file of the folders media as it was the last time, or as it is now."""
    known = ledger.media
    changed = [file for file in files if not _same(known.get(file.path), file.stamp)]
    again: dict[str, Looked] = {}
    for file, found in zip(changed, crew.each(partial(look, folder), changed), strict=True):
        if isinstance(found, Problem):
            seen = Looked(file.stamp, problem=found)
        else:
            seen = Looked(file.stamp, found.digest, found.size, found.width, found.height)
        again[file.path] = _settled(seen, now)
    return {file.path: again.get(file.path) or known[file.path] for file in files}


def _with_facts(file: Media, seen: Looked) -> Media:
    facts = {"digest": seen.digest, "size": seen.size, "width": seen.width, "height": seen.height}
    return replace(file, **facts)  # type: ignore[arg-type]


def _settled(known: Known, now: int) -> Known:
    """Without its stamp where the file is so new that it may change and keep it."""
    return known if max(known.stamp[:2]) < now - SETTLED else known._replace(stamp=())


def _same(known: Judged | Looked | None, stamp: Stamp) -> bool:
    return known is not None and known.stamp == stamp
