"""A data folder, read and linked: what has not changed since the last time is not opened again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from pendopo.build.manifest import Manifest, ReadFile, ReadMedia
from pendopo.build.pool import Pool
from pendopo.government.directory import Directory
from pendopo.government.link import link
from pendopo.problems.problem import Problem
from pendopo.reading.files import Stamp
from pendopo.reading.folder import scan
from pendopo.reading.media import Media, look
from pendopo.reading.texts import RecordFile

Known = TypeVar("Known", ReadFile, ReadMedia)

SETTLED = 2_000_000_000
"""Nanoseconds after which a changed file surely has another stamp, on any file system."""


@dataclass(frozen=True)
class Reading:
    """All that a data folder says, and all that is wrong with it before its pages are planned."""

    files: Mapping[str, ReadFile]
    media: Mapping[str, ReadMedia]
    directory: Directory
    problems: Sequence[Problem]


def read_folder(folder: Path, pool: Pool, manifest: Manifest, now: int = 0) -> Reading:
    """Reads what `manifest` does not know. `now` is the file system's time in ns.

    A file that changed shortly before will be read again the next time: it may change once more
    and keep its stamp.
    """
    kinds = pool.kinds
    found = scan(folder, kinds.types)
    files = _files(found.files, pool, manifest, now)
    media = _media(folder, found.media, pool, manifest, now)
    problems = {*found.problems}
    problems |= {each for known in files.values() for each in known.problems}
    problems |= {each.problem for each in media.values() if each.problem}
    paths = {*files, *(each.path for each in problems)}
    entries = [each.entry for each in files.values() if each.entry]
    sound = [
        _with_facts(each, media[each.path]) for each in found.media if not media[each.path].problem
    ]
    directory, unlinked = link(entries, sound, paths, kinds.links)
    return Reading(files, media, directory, sorted({*problems, *unlinked}))


def _files(
    files: Sequence[RecordFile], pool: Pool, manifest: Manifest, now: int
) -> dict[str, ReadFile]:
    """Every file as it was read the last time, or as it is read now."""
    known = manifest.files
    changed = [file for file in files if not _same(known.get(file.path), file.stamp)]
    again = {file.path: _settled(found, now) for file, found in pool.read(changed)}
    return {file.path: again.get(file.path) or known[file.path] for file in files}


def _media(
    folder: Path, files: Sequence[Media], pool: Pool, manifest: Manifest, now: int
) -> dict[str, ReadMedia]:
    """Every file of the folders media as it was the last time, or as it is now."""
    known = manifest.media
    changed = [file for file in files if not _same(known.get(file.path), file.stamp)]
    again: dict[str, ReadMedia] = {}
    for file, found in zip(changed, pool.each(partial(look, folder), changed), strict=True):
        if isinstance(found, Problem):
            seen = ReadMedia(file.stamp, problem=found)
        else:
            seen = ReadMedia(file.stamp, found.digest, found.size, found.width, found.height)
        again[file.path] = _settled(seen, now)
    return {file.path: again.get(file.path) or known[file.path] for file in files}


def _with_facts(file: Media, seen: ReadMedia) -> Media:
    facts = {"digest": seen.digest, "size": seen.size, "width": seen.width, "height": seen.height}
    return replace(file, **facts)  # type: ignore[arg-type]


def _settled(known: Known, now: int) -> Known:
    """Without its stamp where the file is so new that it may change and keep it."""
    return known if max(known.stamp[:2]) < now - SETTLED else known._replace(stamp=())


def _same(known: ReadFile | ReadMedia | None, stamp: Stamp) -> bool:
    return known is not None and known.stamp == stamp
