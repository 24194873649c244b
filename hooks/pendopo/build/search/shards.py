"""The documents of the search index, split into shards if there are many."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import NamedTuple

from pendopo.basics.addresses import path, profile
from pendopo.basics.digests import digest
from pendopo.basics.fingerprints import fingerprint
from pendopo.basics.translations import N_
from pendopo.basics.versions import code
from pendopo.build.manifest import PageRow
from pendopo.build.output import WrittenFile
from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.agency.labels import local_names, type_name
from pendopo.site.context import Context

MOST = 1200
"""Most pages in a shard. Each costs Pagefind 0.2 MB of memory and a millisecond at every edit, and
the visitor 8 bytes to load before the first result. See docs/benchmarks.md."""
HEAVY = 128 * 1024
"""A page counts once more for each time that it fills this many bytes."""
BASE = "dasar"
"""The shard that is always loaded: pages of the portal itself, or all pages if they are few."""
NAMES = "nama"
"""The shard with only the names of all agencies, for when their pages are in other shards."""
FORMER = N_("former agency")
"""Stands behind the name of an agency that has ended."""


class Who(NamedTuple):
    """An agency in search results; `above` has the names of the agencies above, nearest first.

    `id` is empty for the portal. `also` has further words by which the agency is known.
    """

    id: str = ""
    name: str = ""
    type: str = ""
    above: str = ""
    also: str = ""


class IndexedPage(NamedTuple):
    """A document to be found: a page, with the digest and the size in bytes of its file.

    A `text`, if given, is indexed in place of the content of the page.
    """

    address: str
    who: Who
    kind: str
    years: str = ""
    digest: str = ""
    size: int = 0
    text: str = ""

    @property
    def branches(self) -> tuple[str, ...]:
        """The branches it is on, from the top agency down to the document itself.

        A slash after an agency stands for that agency without those below it.
        """
        return (*lineage(self.who.id), f"{self.who.id}/", self.address)


@dataclass(frozen=True)
class Shard:
    """Documents that are indexed together.

    `covers` are agencies with all those below them, or without them if a slash follows.
    """

    name: str
    covers: tuple[str, ...]
    documents: Sequence[IndexedPage]

    @cached_property
    def key(self) -> str:
        """Cache key: fingerprint of the code and of the documents."""
        # A document holds the digest of its page, so no page need be opened to find no change.
        return fingerprint(code(), self.documents)


def documents(
    context: Context, rows: Iterable[PageRow], written: Mapping[str, WrittenFile]
) -> Iterator[IndexedPage]:
    """The searchable pages among `rows`, those with a kind; `written` has their files by path."""
    local = local_names(context.living.agencies.values(), context.directory)
    agencies = context.directory.agencies.values()
    known = {each.id: _who(context, each, local) for each in agencies}
    for row in rows:
        if row.kind and (file := written.get(path(row.address))):
            who = known.get(_agency(row.address, context.directory), Who())
            yield IndexedPage(row.address, who, row.kind, row.years, file.digest, file.stamp[1])


def shards(context: Context, found: Sequence[IndexedPage]) -> list[Shard]:
    """All of `found` in one shard, or split by agency into shards of at most `MOST` pages.

    The shard of a page depends on the names of its agencies and not on the number of others, so a
    new page changes one shard.
    """
    # Sorted, so that the keys of the shards do not depend on the order of `found`.
    found = sorted(found)
    if weight(found) <= MOST:
        return [Shard(BASE, (), found)]
    of_agencies = [each for each in found if each.who.id]
    kind = context.translate("Profile")
    names = {
        each.who: IndexedPage(profile(each.who.id), each.who, kind, text=each.who.name)
        for each in of_agencies
    }
    return [
        Shard(BASE, (), [each for each in found if not each.who.id]),
        # Every agency can be found by its name on any page, without loading the shards of them all.
        Shard(NAMES, (), sorted(names.values())),
        *_divided(of_agencies),
    ]


def _divided(found: Sequence[IndexedPage], level: int = 0, bits: str = "") -> Iterator[Shard]:
    """Shards of documents that are on the same branches above `level`.

    The digests of their branches at `level` begin with `bits`.
    """
    # Each split goes by the next bit of a digest of the branch's name. That is fixed for a name,
    # whereas halving a sorted list would move branches from one shard to the next whenever one is
    # added, and all these shards would have to be indexed and loaded again.
    branches = sorted({each.branches[level] for each in found})
    if weight(found) <= MOST or len(found) == 1:
        # At the last level a branch is the address of a document: it is its agency that is covered.
        own = found[0].branches[-2]
        covers = branches if len(found[0].branches) - 1 > level else [own]
        name = digest(f"{found[0].branches[:level]} {bits}".encode())[:8]
        yield Shard(name, tuple(covers), found)
    elif len(branches) == 1:
        yield from _divided(found, level + 1)
    else:
        halves: dict[str, list[IndexedPage]] = {"0": [], "1": []}
        for each in found:
            halves[bits_of(each.branches[level])[len(bits)]].append(each)
        for bit, half in halves.items():
            if half:
                yield from _divided(half, level, bits + bit)


@cache
def lineage(agency: str) -> tuple[str, ...]:
    """Ids of an agency and those above it, from the top down."""
    return tuple(accumulate(agency.split("/"), lambda one, two: f"{one}/{two}"))


@cache
def bits_of(branch: str) -> str:
    """The digest of a branch's name, by whose bits branches are divided."""
    return f"{int(digest(branch.encode()), 16):0128b}"


def weight(found: Iterable[IndexedPage]) -> int:
    """How many pages documents count for."""
    # By size too, since Pagefind takes more time and memory for a long page.
    return sum(1 + each.size // HEAVY for each in found)


def _who(context: Context, agency: Agency, local: Mapping[str, str]) -> Who:
    above = [each.name for each in reversed(context.directory.above(agency))]
    kind, name = type_name(agency.brief.type, context.translate), agency.name
    if shared := local.get(agency.brief.type):
        kind = f"{kind} ({shared})"
    if agency.brief.has_ended(context.today):
        name = f"{name} ({context.translate(FORMER)})"
    status = agency.brief.status
    former = status.former_names if status.holds(context.today) else ()
    also = ", ".join(filter(None, (context.directory.type_name(agency), *former)))
    return Who(agency.id, name, kind, ", ".join(above), also)


def _agency(address: str, directory: Directory) -> str:
    """Id of the agency that a page belongs to; empty for the portal."""
    name = address.rpartition("/")[0]
    while name and name not in directory.agencies:
        name = name.rpartition("/")[0]
    return name
