"""What tells the part of the site that belongs to an agency, or to the portal, from any other."""

from typing import Any

from pendopo.government.directory import Agency, Directory
from pendopo.kinds.news.machines import feeds
from pendopo.site.page import fingerprint


def keys(directory: Directory, common: str) -> dict[str, str]:
    """The key of each agency's part by its id, and of the portal's by the empty text.

    `common` tells what all pages are made of beside the data.
    """
    found = {each.id: _of_agency(each, directory, common) for each in directory.agencies.values()}
    return {**found, "": _of_portal(directory, common)}


def _of_agency(agency: Agency, directory: Directory, common: str) -> str:
    """All that `Directory.around` shows."""
    below = directory.news_below(agency)
    return fingerprint(
        common,
        agency,
        [agency.entry, *agency.entries.items()],
        _media(agency),
        [(each, each.plans) for each in directory.above(agency)],
        directory.below(agency),
        directory.serving_any(agency),
        [(each, _articles(each), _media(each)) for each in below],
        _told(directory, agency) if below else [],
    )


def _of_portal(directory: Directory, common: str) -> str:
    """All briefs, and the records that the portal's own files hold."""
    agencies = [*directory.agencies.values()]
    shown = [(_articles(each), [*map(_brief, each.plans)], _media(each)) for each in agencies]
    told = _told(directory, None)
    return fingerprint(common, directory.portal, directory.redirects, agencies, shown, told)


def _told(directory: Directory, agency: Agency | None) -> list[Any]:
    """The articles whose whole text a feed has."""
    return [entry for _, entry in feeds.entries(directory, agency)]


def _articles(agency: Agency) -> list[Any]:
    return [*map(_brief, agency.articles)]


def _brief(entry: Any) -> Any:
    return entry.name, entry.brief


def _media(agency: Agency) -> list[Any]:
    return [(each.name, each.digest) for each in agency.media.values()]
