"""Reads and links a data folder. Files unchanged since the last build are not opened."""

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
from pendopo.reading.folder import Found, scan
from pendopo.reading.media import Media, look
from pendopo.reading.texts import RecordFile

Known = TypeVar("Known", ReadFile, ReadMedia)

SETTLED = 2_000_000_000
"""Nanoseconds after which a further change is sure to give a file another stamp.

2 s is the resolution of times on FAT, the coarsest in use.
"""


@dataclass(frozen=True)
class Reading:
    """The contents of a data folder, and all problems that show before its pages are planned."""

    files: Mapping[str, ReadFile]
    media: Mapping[str, ReadMedia]
    directory: Directory
    problems: Sequence[Problem]


def read_folder(folder: Path, pool: Pool, manifest: Manifest, now: int = 0) -> Reading:
    """Reads what has changed since `manifest`. `now` is the time of the file system's clock in ns.

    Files changed within `SETTLED` before `now` are read again next time. Raises `OSError` where the
    folder cannot be read.
    """
    return read_found(folder, scan(folder, pool.kinds.types), pool, manifest, now)


def read_found(folder: Path, found: Found, pool: Pool, manifest: Manifest, now: int = 0) -> Reading:
    """Reads what has changed of the files that were `found` in a folder: see `read_folder`."""
    kinds = pool.kinds
    files = _files(found.files, pool, manifest, now)
    media = _media(folder, found.media, pool, manifest, now)
    problems = {*found.problems}
    problems |= {each for known in files.values() for each in known.problems}
    problems |= {each for known in media.values() for each in known.problems}
    paths = {*files, *(each.path for each in problems)}
    entries = [each.entry for each in files.values() if each.entry]
    # A broken picture is left out, but its path is among `paths`: a record that names it is not
    # reported as well.
    sound = [_with_facts(each, media[each.path]) for each in found.media if media[each.path].sound]
    directory, unlinked = link(entries, sound, paths, kinds.links)
    return Reading(files, media, directory, sorted({*problems, *unlinked}))


def _files(
    files: Sequence[RecordFile], pool: Pool, manifest: Manifest, now: int
) -> dict[str, ReadFile]:
    """Every file as read by an earlier build if its stamp is the same, otherwise as read now."""
    # A stamp holds both times, the size and the inode: an edit within one tick of the clock that
    # keeps all of them is caught by SETTLED, and a file moved here by its inode and change time.
    known = manifest.files
    changed = [file for file in files if not _same(known.get(file.path), file.stamp)]
    again = {file.path: _settled(found, now) for file, found in pool.read(changed)}
    return {file.path: again.get(file.path) or known[file.path] for file in files}


def _media(
    folder: Path, files: Sequence[Media], pool: Pool, manifest: Manifest, now: int
) -> dict[str, ReadMedia]:
    """Every file of the media folders as found by an earlier build, or examined now."""
    known = manifest.media
    changed = [file for file in files if not _same(known.get(file.path), file.stamp)]
    again: dict[str, ReadMedia] = {}
    for file, found in zip(changed, pool.each(partial(look, folder), changed), strict=True):
        seen = ReadMedia(file.stamp, problems=found.problems)
        if facts := found.media:
            seen = ReadMedia(
                file.stamp, facts.digest, facts.size, facts.width, facts.height, found.problems
            )
        again[file.path] = _settled(seen, now)
    return {file.path: again.get(file.path) or known[file.path] for file in files}


def _with_facts(file: Media, seen: ReadMedia) -> Media:
    facts = {"digest": seen.digest, "size": seen.size, "width": seen.width, "height": seen.height}
    return replace(file, **facts)  # type: ignore[arg-type]


def _settled(known: Known, now: int) -> Known:
    """`known`, without its stamp if the file is so new that another edit might not change it."""
    # No file has an empty stamp, so the next build reads this one again. The later of its times
    # counts: a file just unpacked or copied may have an old modification time.
    return known if max(known.stamp[:2]) < now - SETTLED else known._replace(stamp=())


def _same(known: ReadFile | ReadMedia | None, stamp: Stamp) -> bool:
    return known is not None and known.stamp == stamp
