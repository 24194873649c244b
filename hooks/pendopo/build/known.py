"""What shares have read, for the build that joins them."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from pendopo.basics.digests import digest
from pendopo.build.manifest import Manifest, ReadFile, ReadMedia
from pendopo.build.records import SETTLED
from pendopo.build.setup import Setup
from pendopo.reading.files import Stamp, content, source_stamp, text


def with_known(manifest: Manifest, setup: Setup, now: int) -> Manifest:
    """The manifest, with what shares have read in files that are the same here.

    Files changed within `SETTLED` before `now`, in ns, are left to be read: see `read_folder`.
    """
    if not setup.division.parts:
        return manifest
    files = {**manifest.files, **dict(_files(setup, now))}
    return replace(manifest, files=files, media={**manifest.media, **dict(_media(setup, now))})


def _files(setup: Setup, now: int) -> Iterator[tuple[str, ReadFile]]:
    folder = str(setup.data)
    for part in setup.division.parts:
        for path, known in part.manifest.files.items():
            if known.entry and (stamp := _stamp(setup.data, path, now)):
                found = text(setup.data, path)
                # Anything but a text is a problem, and is read again for it.
                if isinstance(found, str) and digest(found) == known.entry.digest:
                    entry = replace(known.entry, folder=folder)
                    yield path, known._replace(stamp=stamp, entry=entry)


def _media(setup: Setup, now: int) -> Iterator[tuple[str, ReadMedia]]:
    for part in setup.division.parts:
        for path, known in part.manifest.media.items():
            if known.digest and (stamp := _stamp(setup.data, path, now)):
                found = content(setup.data, path, sys.maxsize, "media-size")
                if isinstance(found, bytes) and digest(found) == known.digest:
                    yield path, known._replace(stamp=stamp)


def _stamp(folder: Path, path: str, now: int) -> Stamp:
    """The stamp of a file; empty if it is missing or too new to be known by it."""
    with suppress(OSError, ValueError):
        stamp = source_stamp(os.lstat(folder / path))
        if max(stamp[:2]) < now - SETTLED:
            return stamp
    return ()
