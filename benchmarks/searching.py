"""Bytes a visitor loads to search a finished site, and Pagefind by itself beside Pendopo."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

from .measure import Cost, run
from .workplace import PROGRAMS, ROOT, Workplace

SCRIPTS = ("search.js", "search-index.js", "search-results.js")
SHOWN = 5
IN_ONE_PIECE = "Pagefind by itself, all pages in one piece"


@dataclass(frozen=True)
class Load:
    """The index: its parts, pages and bytes; and bytes of a first search, compressed.

    `portal` is for one on a page of the portal, `agency` for one on the page of an agency whose
    part is the largest.
    """

    parts: int
    pages: int
    bytes: int
    portal: int
    agency: int


def load(site: Path) -> Load:
    """Bytes that a first search of `site` loads, by the mean sizes of pieces of the index."""
    index = site / "cari/indeks"
    parts = json.loads((index / "daftar.json").read_text("utf-8"))["parts"]
    base, *others = parts
    files = [path for path in index.rglob("*") if path.is_file()]
    fragments = [path.stat().st_size for path in files if path.suffix == ".pf_fragment"]
    program = [*(ROOT / "overrides/assets" / name for name in SCRIPTS), index / "daftar.json"]
    program += [path for path in files if path.suffix in (".js", ".pagefind")]
    always = sum(map(_compressed, program)) + base["size"]
    always += SHOWN * sum(fragments) // len(fragments)
    facets = {
        part["name"]: _compressed(index / part["name"] / f"{part['key']}.json") for part in parts
    }
    names = sum(part["size"] for part in others if not part["covers"])
    within = [part["size"] + facets[part["name"]] for part in others if part["covers"]]
    return Load(
        parts=len(parts),
        pages=len(fragments),
        bytes=sum(path.stat().st_size for path in files),
        portal=always + names,
        agency=always + facets[base["name"]] + max(within, default=0),
    )


def in_one_piece(place: Workplace, site: Path) -> Cost:
    """Pagefind over all pages at once, as it is used without Pendopo."""
    return pagefind(place, site, "--root-selector", "main", "--output-path", place.of("pagefind"))


def pagefind(place: Workplace, site: Path, *options: str | Path) -> Cost:
    """Pagefind over a site as its users run it; by itself it writes its index into that."""
    command = [PROGRAMS / "python", "-m", "pagefind", "--silent", "--site", site, *options]
    return run(command, place.folder, {})


def _compressed(path: Path) -> int:
    content = path.read_bytes()
    return min(len(content), len(gzip.compress(content)))
