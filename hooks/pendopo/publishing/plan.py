"""What goes up and in which order, and what is deleted: from the site and what the store holds."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from pendopo.basics.addresses import APIS, BUILD, INDEX, ROBOTS
from pendopo.publishing.failures import ANOTHER_SITE, TAKEN, PublishingError
from pendopo.publishing.headers import ASKED
from pendopo.publishing.records import Known, Marks
from pendopo.publishing.site import SiteFile

FEW = 20
"""Files that may all be deleted without a question."""
FILES, INDEXES, NEW_PAGES, PAGES, LISTS = range(5)

Group = tuple[int, int]
"""A rank, and how far its pages lie from the deepest."""


@dataclass(frozen=True)
class Plan:
    """Paths to upload, group after group; paths to delete; the number and bytes of files."""

    groups: tuple[tuple[str, ...], ...]
    gone: tuple[tuple[str, ...], ...]
    kept: int
    size: int

    @property
    def uploads(self) -> list[str]:
        """All paths to upload, in their order."""
        return [path for group in self.groups for path in group]

    @property
    def deletions(self) -> list[str]:
        """All paths to delete, in their order."""
        return [path for group in self.gone for path in group]


def plan(files: Mapping[str, SiteFile], marks: Marks) -> Plan:
    """Compares a site with the marks of what Pendopo has put into the store."""
    going = [path for path, each in files.items() if marks.get(path) != each.mark]
    groups: dict[Group, list[str]] = defaultdict(list)
    for path in sorted(going):
        groups[_group(path, files[path], path in marks)].append(path)
    gone = sorted(marks.keys() - files.keys())
    # A page that is gone is no longer referred to, but refers to files that are.
    pages = tuple(path for path in gone if _is_page(path))
    others = tuple(path for path in gone if not _is_page(path))
    return Plan(
        tuple(tuple(groups[key]) for key in sorted(groups)),
        tuple(filter(None, (pages, others))),
        len(files) - len(going),
        sum(files[path].size for path in going),
    )


def check(address: str, found: Plan, marks: Marks) -> None:
    """Raises `PublishingError` where most of what is there would be deleted: another site."""
    gone = len(found.deletions)
    if gone > FEW and gone * 2 > len(marks):
        raise PublishingError(ANOTHER_SITE, address=address, gone=gone, count=len(marks))


def foreign(
    address: str, there: Collection[str], known: Known, files: Collection[str], take_over: bool
) -> int:
    """The number of files in the store that are not Pendopo's and stay.

    Raises `PublishingError` if some would be replaced, unless one takes over.
    """
    others = {path for path in there if path not in known.marks}
    replaced = sorted(others.intersection(files))
    if replaced and not take_over:
        raise PublishingError(TAKEN, address=address, count=len(replaced), file=replaced[0])
    return len(others) - len(replaced)


def _group(path: str, file: SiteFile, there: bool) -> Group:
    if _is_page(path):
        # Nothing leads to a new page yet, so it goes before those that will, as the lists of news
        # or a redirect. The deepest first, the front page last.
        return (PAGES if there else NEW_PAGES, -path.count("/"))
    if path.startswith(INDEX):
        return (INDEXES if file.headers.keeping == ASKED else FILES, 0)
    name = path.rpartition("/")[2]
    listing = path in {BUILD, ROBOTS} or name == "atom.xml" or name.startswith("sitemap")
    return (LISTS if listing or path.startswith(APIS) else FILES, 0)


def _is_page(path: str) -> bool:
    return path.endswith((".html", ".htm"))
