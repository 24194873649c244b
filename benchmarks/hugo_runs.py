"""Hugo: pages only, then part after part, up to all that Pendopo writes of the same data."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import distribution

from .measure import Cost, run
from .pendopo_runs import SITE_URL
from .searching import pagefind
from .workplace import HERE, Workplace, clear

NAME = "hugo"
ROW = "Hugo"
WHOLE = "Hugo, the whole job"
INDEX = "Pagefind on what Hugo wrote"
ALWAYS_OFF = ("taxonomy", "term", "rss")


@dataclass(frozen=True)
class Part:
    """Something that the templates leave out unless HUGO_PARAMS_PARTS has its name.

    `row` stands for this part with all before it, as most lead to pages of those; `kinds` are pages
    that Hugo itself adds.
    """

    name: str
    row: str
    kinds: tuple[str, ...] = ()


PARTS = (
    Part("plans", "Hugo, and plans with bars, results of all"),
    Part("lists", "Hugo, and contacts, years, topics", ("404",)),
    Part("frame", "Hugo, and menus, breadcrumbs, linked data"),
    Part("files", "Hugo, and JSON, CSV and StratML of plans"),
    Part("feeds", "Hugo, and feeds with full text"),
    Part("api", "Hugo, and the API"),
    Part("sitemap", "Hugo, and a sitemap", ("sitemap", "robotstxt")),
    Part("cards", "Hugo, and cards"),
)


def lay_out(place: Workplace) -> None:
    """Copies the templates and the data to where Hugo works."""
    shutil.copytree(HERE / "hugo", place.of(NAME))
    shutil.copytree(place.data, place.of(NAME) / "data")


def build(place: Workplace, parts: Sequence[Part] = ()) -> Cost:
    """One build from nothing, of pages only or with parts."""
    clear(place.site(NAME))
    clear(place.of(NAME) / "resources")  # Pictures made before would not be made again.
    program = str(distribution("hugo").locate_file("hugo/binaries/hugo"))
    command = [program, "build", "--quiet", "--destination", "site"]
    return run(command, place.of(NAME), _variables(parts) if parts else {})


def steps(place: Workplace) -> Iterator[tuple[str, Cost]]:
    """A build for each part but the last, with all parts before it."""
    for count in range(1, len(PARTS)):
        yield PARTS[count - 1].row, build(place, PARTS[:count])


def whole(place: Workplace) -> Iterator[tuple[str, Cost]]:
    """A build with every part, Pagefind after it, and both together."""
    built = build(place, PARTS)
    yield PARTS[-1].row, built
    indexed = pagefind(place, place.site(NAME))
    yield INDEX, indexed
    yield WHOLE, built + indexed


def _variables(parts: Sequence[Part]) -> dict[str, str]:
    left_out = [kind for part in PARTS if part not in parts for kind in part.kinds]
    return {
        "HUGO_BASEURL": SITE_URL,
        "HUGO_PARAMS_PARTS": " ".join(part.name for part in parts),
        "HUGO_DISABLEKINDS": " ".join([*ALWAYS_OFF, *left_out]),
    }
