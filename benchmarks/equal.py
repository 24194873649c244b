"""Whether Hugo's whole job writes the files that Pendopo writes, and what is not equal."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Difference:
    """Addresses, as a pattern, that may be on one site alone, and why they are."""

    pattern: str
    reason: str

    def covers(self, address: str) -> bool:
        """Whether an address is among them."""
        return bool(re.fullmatch(self.pattern, address))


ADDRESSES = (
    Difference(
        r"(aksesibilitas|lisensi|panduan|privasi|tentang)/.*",
        "Pendopo also renders the guide for staff and what is said of the site, some 30 pages that "
        "are the same for every government.",
    ),
    Difference(
        r"api/(schema/input|v1/schema)/.*\.json",
        "Pendopo also writes the schemas of its data and of its API.",
    ),
    Difference(
        r"(assets/(?!cards/).*|style\.css)",
        "Pendopo copies its style sheets, scripts and pictures of the guide; Hugo copies a style "
        "sheet of three lines.",
    ),
    Difference(
        r"build\.json", "Pendopo also writes what it knows of the build, which the next one reads."
    ),
    Difference(
        r"(cari/indeks|pagefind)/.*",
        "Pendopo's search index is in parts with the agency, kind and years of every page; that of "
        "Hugo's site is Pagefind's own, in one piece, with the interfaces that it brings along.",
    ),
    Difference(
        r"(.+/)?berita/halaman/\d+/index\.html",
        "The lists of news have other numbers: Pendopo's begin with the oldest.",
    ),
)
"""What may be on one site and not on the other."""

WITHIN = (
    "Pendopo checks all data and every link first, and keeps what the next build needs; Hugo does "
    "neither.",
    "Hugo's pages have no table of contents, and do not tell whether an office is open now.",
    "The plans of this government report no results yet, so that a chart is a bar of one state on "
    "both sites.",
    "Hugo's cards are of the same size and say the same, in another font.",
)
"""What differs within files that both write."""


def addresses(site: Path) -> set[str]:
    """The addresses of all files; cards, which are named by digests, are numbered."""
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    cards = {each for each in found if each.startswith("assets/cards/")}
    return found - cards | {f"assets/cards/{number}" for number in range(len(cards))}


def unexplained(ours: Iterable[str], theirs: Iterable[str]) -> list[str]:
    """The addresses on one site alone that no difference explains."""
    alone = set(ours) ^ set(theirs)
    return sorted(each for each in alone if not any(some.covers(each) for some in ADDRESSES))
