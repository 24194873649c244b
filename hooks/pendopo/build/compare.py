"""Stage 2: what is published is compared with what the manifest says."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pendopo.basics.digests import digest
from pendopo.build.manifest import Manifest, Platform
from pendopo.build.output import Outputs, WrittenFile
from pendopo.build.read import Read
from pendopo.reading.files import Stamp, content


@dataclass(frozen=True)
class Compared:
    """What is published, beside what the manifest says of it.

    `present` are all published files; `missing` those of the manifest that are not as it says, and
    `foreign` those that it does not know.
    """

    read: Read
    manifest: Manifest
    present: Mapping[str, Stamp]
    missing: frozenset[str]
    foreign: frozenset[str]

    @property
    def kept(self) -> Outputs:
        """The published files that are as the manifest says."""
        outputs = self.manifest.outputs
        return {path: outputs[path] for path in outputs.keys() - self.missing}

    def platform(self, key: str) -> Platform | None:
        """What MkDocs made last time, if `key` says that it would make the same again."""
        known = self.manifest.platform
        return known if known.key == key and self.missing.isdisjoint(known.files) else None


def compare(read: Read) -> Compared:
    """Compares the published files with the manifest.

    Files that were copied, as from a cache, have other stamps; they are recognised by content.
    """
    setup = read.setup
    with setup.timings.of("compare"):
        present = read.published()
        outputs = dict(read.manifest.outputs)
        missing = {path for path in outputs if present.get(path) != outputs[path].stamp}
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
        manifest = replace(read.manifest, outputs=outputs)
        if same_size:
            manifest.write(setup.workspace.manifest)
        foreign = present.keys() - outputs.keys()
        return Compared(read, manifest, present, frozenset(missing), frozenset(foreign))


def has_content(root: str, known: tuple[str, str]) -> bool:
    """Whether a file below `root`, by its path, has the content of this digest."""
    path, expected = known
    found = content(Path(root), path, sys.maxsize, "file-size")
    return isinstance(found, bytes) and digest(found) == expected
