"""The manifest that a build leaves for the next one: the files it read and those it wrote."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from pendopo.build.output import WrittenFile
from pendopo.problems.problem import Problem, faults
from pendopo.reading.entry import Entry
from pendopo.reading.files import Stamp


class ReadFile(NamedTuple):
    """A file that was read: its stamp at that time, its record if it is sound, and its problems."""

    stamp: Stamp
    entry: Entry[Any, Any] | None
    problems: tuple[Problem, ...] = ()


class ReadMedia(NamedTuple):
    """A media file that was examined: its stamp at that time, and what `media.look` found.

    `size` is in bytes; `width` and `height` are in pixels, 0 for a file that is no picture.
    """

    stamp: Stamp
    digest: str = ""
    size: int = 0
    width: int = 0
    height: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether the file may be published."""
        return not faults(self.problems)


class PageRow(NamedTuple):
    """A page that was written: its cache key, and its day of update (empty if unknown).

    `kind` and `years` are for the search: what it shows of the page, and filters by.
    """

    address: str
    key: str = ""
    updated: str = ""
    kind: str = ""
    years: str = ""


class PageGroup(NamedTuple):
    """The pages of one agency, or of the portal, with the cache key of their plan."""

    key: str
    rows: tuple[PageRow, ...]
    problems: tuple[Problem, ...] = ()


class Platform(NamedTuple):
    """MkDocs's own part of a site: the frame around all pages, its files and its pages."""

    key: str = ""
    frame: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    pages: tuple[PageRow, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """All that is known about the last build.

    `base` is the fingerprint of the code, `folder` the data folder (also where a sound one was read
    in its place: a file that is linked to both has one stamp), `common` the fingerprint of
    everything besides the data that all pages depend on. `outputs` are all published files.
    """

    base: str = ""
    folder: str = ""
    files: Mapping[str, ReadFile] = field(default_factory=dict)
    media: Mapping[str, ReadMedia] = field(default_factory=dict)
    common: str = ""
    groups: Mapping[str, PageGroup] = field(default_factory=dict)
    platform: Platform = field(default_factory=Platform)
    outputs: Mapping[str, WrittenFile] = field(default_factory=dict)

    @property
    def settled(self) -> bool:
        """Whether each file of the data is known by its stamp, and need not be read next time."""
        stamp = attrgetter("stamp")
        return all(map(stamp, chain(self.files.values(), self.media.values())))
