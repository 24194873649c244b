"""Joins the shares of a build: what they have made counts as kept from the last build."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pendopo.basics.addresses import INDEX
from pendopo.basics.digests import digest
from pendopo.build import parts
from pendopo.build.compare import Compared
from pendopo.build.division import Part, ShareRefusedError
from pendopo.build.manifest import PageGroup
from pendopo.build.output import Writer, WrittenFile
from pendopo.reading.files import content


class Given(NamedTuple):
    """A file of a share: the folder of the share, its path in it, and the digest of its content."""

    folder: str
    path: str
    digest: str


def joined(compared: Compared, settings: str) -> Compared:
    """The published files with those of all shares, which are written into the next folder.

    `settings` is the fingerprint of what all pages depend on besides the data. Raises
    `ShareRefusedError` if a share does not belong to this build or is damaged, and `OSError` where
    a file cannot be written.
    """
    division = compared.read.setup.division
    if not division.parts:
        return compared
    try:
        with compared.read.setup.timings.of("compare"):
            return _joined(compared, settings, division.parts)
    except ShareRefusedError:
        division.refused = True
        raise


def _joined(compared: Compared, settings: str, found: Sequence[Part]) -> Compared:
    read = compared.read
    ours = parts.origin(read.setup, read.reading, settings)
    for part in found:
        if said := parts.of_another(part.origin, ours):
            raise ShareRefusedError(said, share=part.share, commit=part.origin.commit or "-")
    given = _given(found)
    kept = compared.kept
    new = [
        each for path, each in given.items() if path not in kept or kept[path].digest != each.digest
    ]
    written = dict(_written(new, compared))
    renewed = {_shard_of(path) for path in given} - {""}
    old = {
        path: each
        for path, each in compared.manifest.outputs.items()
        if path in given or _shard_of(path) not in renewed
    }
    groups: dict[str, PageGroup] = {**compared.manifest.groups}
    for part in found:
        groups |= part.manifest.groups
    manifest = replace(compared.manifest, groups=groups, outputs={**old, **written}, common="")
    return replace(
        compared,
        manifest=manifest,
        present={**compared.present, **{path: each.stamp for path, each in written.items()}},
        missing=compared.missing - given.keys(),
        joined=True,
    )


def _given(found: Sequence[Part]) -> dict[str, Given]:
    """All files of all shares by their path. Raises `ShareRefusedError` where two contradict."""
    given: dict[str, Given] = {}
    for part in found:
        for path, file in part.manifest.outputs.items():
            # Two may have one picture: its name depends on its content.
            known = given.setdefault(path, Given(part.folder, path, file.digest))
            if known.digest != file.digest:
                raise parts.damaged(f"{known.folder}/{path}")
    return given


def _written(given: Sequence[Given], compared: Compared) -> Iterator[tuple[str, WrittenFile]]:
    """Writes files of shares into the next folder; yields each with its path."""
    setup = compared.read.setup
    made = setup.pool.each(partial(copied, setup.workspace.next), given)
    for each, file in zip(given, made, strict=True):
        if file is None:
            raise parts.damaged(f"{each.folder}/{each.path}")
        yield each.path, file


def copied(root: str, given: Given) -> WrittenFile | None:
    """Copies a file of a share below `root`; returns None if it is not as it was written."""
    # Not linked: on its way from another machine it may have lost its mode. At the top level of the
    # module and with one value for an argument: it is pickled for the pool.
    found = content(Path(given.folder), given.path, sys.maxsize, "file-size")
    if not isinstance(found, bytes) or digest(found) != given.digest:
        return None
    return WrittenFile(given.digest, Writer(root).write(given.path, found))


def _shard_of(path: str) -> str:
    """The name of the shard of the search index that a file is of; empty for other files."""
    return path.removeprefix(INDEX).partition("/")[0] if path.startswith(INDEX) else ""
