"""How large a site is: by kind of file, and against what GitHub Pages takes."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from heapq import nsmallest
from pathlib import PurePosixPath
from typing import NamedTuple

from pendopo.basics.addresses import ASSETS, INDEX
from pendopo.basics.translations import N_, file_size, number, translations
from pendopo.build.output import Outputs, files_in
from pendopo.reading.downloads import DOCUMENTS

LIMIT = 1_000_000_000
"""Bytes of a site that GitHub Pages takes. Some of its tools count in powers of two and take more:
the smaller reading of 1 GB is the safe one."""
MUCH, TOO_MUCH = 700_000_000, 900_000_000
"""Bytes from which one is warned, and from which `pendopo size` fails: a site grows by itself."""
KINDS = {
    "pages": N_("pages"),
    "documents": N_("documents to download"),
    "pictures": N_("pictures"),
    "cards": N_("cards for shared links"),
    "search": N_("search index"),
    "theme": N_("look and scripts"),
    "data": N_("open data, feeds and others"),
}
FOLDERS = {INDEX: "search", f"{ASSETS}cards/": "cards", ASSETS: "theme"}
"""The kinds of whole folders; the first that fits counts."""
Sizes = Mapping[str, int]
"""Bytes of published files by their path."""


class Part(NamedTuple):
    """All files of one kind: their number, and their size in bytes."""

    kind: str
    files: int
    size: int


def sizes_in(folder: str) -> dict[str, int]:
    """The sizes of all files of a published folder; `.git` is no part of a site."""
    found = files_in(folder)
    return {path: size for path, (_, size, _) in found.items() if not path.startswith(".git/")}


def total(outputs: Outputs) -> int:
    """The size in bytes of all published files."""
    return sum(each.stamp[1] for each in outputs.values())


def parts(sizes: Sizes) -> list[Part]:
    """The kinds of files that there are, the largest first."""
    files: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for path, each in sizes.items():
        kind = kind_of(path)
        files[kind] += 1
        size[kind] += each
    return sorted((Part(kind, files[kind], size[kind]) for kind in files), key=_largest_first)


def largest(sizes: Sizes, count: int) -> list[tuple[str, int]]:
    """The largest files with their sizes, the largest first."""
    return nsmallest(count, sizes.items(), key=lambda each: (-each[1], each[0]))


def kind_of(path: str) -> str:
    """The kind of a published file, a key of `KINDS`."""
    for folder, kind in FOLDERS.items():
        if path.startswith(folder):
            return kind
    pure = PurePosixPath(path)
    if pure.suffix == ".html":
        return "pages"
    if pure.parent.name != "media":
        return "data"
    return "documents" if pure.suffix.lower() in DOCUMENTS else "pictures"


def share(size: int, language: str) -> str:
    """What `size` takes of GitHub Pages' limit: `12,3 %`."""
    return f"{number(round(Decimal(100 * size) / LIMIT, 1), language)} %"


def told(size: int, language: str) -> str:
    """The size of a site with its share of the limit, in a sentence."""
    said = translations(language).gettext("{size}, {share} of the limit of GitHub Pages.")
    return said.format(size=file_size(size, language), share=share(size, language))


def warned(size: int, language: str) -> str:
    """What to do about a large site, empty for one that is not."""
    if size < MUCH:
        return ""
    said = translations(language).gettext(
        "The site has {size}, and GitHub Pages takes no more than 1 GB. Make the largest documents "
        "smaller (pendopo size lists them), or publish on a server of your own."
    )
    return said.format(size=file_size(size, language))


def _largest_first(part: Part) -> tuple[int, str]:
    return -part.size, part.kind
