"""Stage 2: compares the published files with the manifest."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pendopo.basics.digests import digest
from pendopo.build.manifest import Manifest, Platform
from pendopo.build.manifest_file import write_manifest
from pendopo.build.output import Outputs, Writer, WrittenFile, output_stamp
from pendopo.build.read import Read
from pendopo.build.workspace import Workspace
from pendopo.reading.files import Stamp, content


@dataclass(frozen=True)
class Compared:
    """The published files, compared with the manifest.

    `present` has the stamps of all published files; `missing` are the files of the manifest that
    are gone or differ, and `foreign` the published ones that it does not list. `joined` tells that
    files of shares stand in the next folder, which are not published yet.
    """

    read: Read
    manifest: Manifest
    present: Mapping[str, Stamp]
    missing: frozenset[str]
    foreign: frozenset[str]
    joined: bool = False

    @property
    def kept(self) -> Outputs:
        """The published files that match the manifest."""
        outputs = self.manifest.outputs
        return {path: outputs[path] for path in outputs.keys() - self.missing}

    def platform(self, key: str) -> Platform | None:
        """MkDocs's part of the last build; None unless it is complete and its key is `key`."""
        known = self.manifest.platform
        return known if known.key == key and self.missing.isdisjoint(known.files) else None


def compare(read: Read) -> Compared:
    """Compares the published files with the manifest.

    Copied files, such as those restored from a cache, have new stamps and are recognised by their
    content. Raises `OSError` where the manifest cannot be written.
    """
    setup = read.setup
    with setup.timings.of("compare"):
        present = read.published()
        outputs = dict(read.manifest.outputs)
        hidden = [path for path in outputs if path.startswith(".") and path not in present]
        present |= _adopted(setup.workspace, hidden)
        missing = {path for path in outputs if present.get(path) != outputs[path].stamp}
        # Only a file of equal size can have equal content, so no other is read at all.
        same_size = [
            (path, outputs[path].digest)
            for path in sorted(missing)
            if path in present and present[path][1] == outputs[path].stamp[1]
        ]
        recognised = setup.pool.each(partial(has_content, setup.workspace.published), same_size)
        for (path, mark), same in zip(same_size, recognised, strict=True):
            if same:
                outputs[path] = WrittenFile(mark, present[path])
                missing.remove(path)
        # Saved at once: a build that fails later, or has nothing to do, writes no manifest, and the
        # next one would have to read all these files again.
        manifest = replace(read.manifest, outputs=outputs)
        if same_size:
            write_manifest(manifest, setup.workspace.manifest)
        # Remains of a build that was killed, or files from elsewhere: they are removed.
        foreign = present.keys() - outputs.keys()
        return Compared(read, manifest, present, frozenset(missing), frozenset(foreign))


def _adopted(workspace: Workspace, paths: Iterable[str]) -> Iterator[tuple[str, Stamp]]:
    """Links hidden files of the last build into the next folder; yields them with their stamps.

    Where a folder for the next build is missing, its mirror cannot tell whose they are.
    """
    writer = Writer(workspace.next)
    for path in paths:
        file = Path(workspace.published, path)
        linked = any(each.is_symlink() for each in (file, *file.parents[: path.count("/")]))
        if file.is_file() and not linked:
            writer.link(str(file), path)
            yield path, output_stamp(file.stat())


def has_content(root: str, known: tuple[str, str]) -> bool:
    """Whether a file has the expected content; `known` is its path below `root` and the digest."""
    # At the top level of the module and with one pair for an argument: it is pickled for the pool.
    path, expected = known
    found = content(Path(root), path, sys.maxsize, "file-size")
    return isinstance(found, bytes) and digest(found) == expected
