"""A build that several machines divide among themselves: each makes a share, one joins them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from pendopo.basics.fingerprints import fingerprint
from pendopo.build.manifest import Manifest
from pendopo.build.records import Reading
from pendopo.build.search.shards import bits_of, lineage
from pendopo.government.directory import Directory
from pendopo.site.kind import Registry

MOST = 256
"""Most shares: as many jobs may one matrix of GitHub have."""
WRITTEN = re.compile(r"([1-9]\d{0,2})/([1-9]\d{0,2})", re.ASCII)


class ShareRefusedError(Exception):
    """Shares that cannot be joined: a sentence to be translated, and its values."""

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values


class Share(NamedTuple):
    """One of `total` shares of a build, from 1."""

    number: int
    total: int

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The share that `text` names, such as `3/8`; None if that is no share."""
        found = WRITTEN.fullmatch(text)
        share = cls(*map(int, found.groups())) if found else None
        return share if share and share.number <= share.total <= MOST else None

    def __str__(self) -> str:
        return f"{self.number}/{self.total}"

    @property
    def folder(self) -> str:
        """The name of its folder: `3-of-8`."""
        return f"{self.number}-of-{self.total}"

    def agencies(self, directory: Directory, kinds: Registry) -> frozenset[str]:
        """Ids of the agencies whose pages are made in this share: about as many pages in each."""
        # In the order in which the search index is divided, so that a cut between two shares goes
        # through one shard of it, and all others lie in one share as a whole.
        agencies = sorted(directory.agencies, key=_order)
        # Each counts for a page more than it has: files for machines, and its card.
        weights = [1 + kinds.weight(directory.agencies[each]) for each in agencies]
        whole, before, own = sum(weights), 0, set[str]()
        for agency, weight in zip(agencies, weights, strict=True):
            # By its middle. Doubled, so that all numbers are whole.
            if (2 * before + weight) * self.total // (2 * whole) == self.number - 1:
                own.add(agency)
            before += weight
        return frozenset(own)


@dataclass(frozen=True)
class Origin:
    """What a share was made of; all shares of one site have the same.

    `environment` is the fingerprint of the code and of its surroundings, `version` its number.
    `days` are the dates in the time zones of Indonesia. `settings` is the fingerprint of what all
    pages depend on besides the data, `data` that of the data folder.
    """

    version: str
    environment: str
    days: tuple[tuple[str, str], ...]
    commit: str
    settings: str
    data: str


@dataclass(frozen=True)
class Part:
    """A share that was written to `folder`, with the manifest of what it has read and made."""

    folder: str
    share: Share
    origin: Origin
    manifest: Manifest


@dataclass
class Division:
    """What a build has to do with shares: it makes the one, joins the others, or has none.

    `data` is the fingerprint of the data folder as it was read first; a build that keeps going
    reads an older state in its place after that. `refused` tells that the parts do not belong to
    this build.
    """

    share: Share | None = None
    parts: Sequence[Part] = ()
    data: str = ""
    refused: bool = False

    @property
    def divided(self) -> bool:
        """Whether the build has to do with shares at all."""
        return self.share is not None or bool(self.parts)

    def seen(self, reading: Reading) -> str:
        """The fingerprint of the data folder as this build has read it first."""
        self.data = self.data or fingerprint([*_contents(reading)])
        return self.data


def _order(agency: str) -> list[str]:
    return [bits_of(each) for each in (*lineage(agency), f"{agency}/")]


def _contents(reading: Reading) -> Iterator[tuple[str, object]]:
    for path, read in sorted(reading.files.items()):
        yield path, read.entry.digest if read.entry else read.problems
    for path, seen in sorted(reading.media.items()):
        yield path, seen.digest or seen.problems
