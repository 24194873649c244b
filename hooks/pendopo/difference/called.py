"""What records are called: as their pages are, in the state of the data that they belong to."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from pendopo.basics.markdown import shortened
from pendopo.difference.models import name_of
from pendopo.difference.records import AnyEntry
from pendopo.difference.states import State
from pendopo.site.page import Page

LONGEST_TITLE = 80
HEADS = ("agency", "portal")
"""Types of the records that stand for an agency, or the portal, itself."""


@dataclass(frozen=True)
class Called:
    """What the records of one state are called."""

    state: State

    def record(self, entry: AnyEntry) -> str:
        """What a record is called within its agency; empty for agency.yml and portal.yml."""
        if entry.type.name in HEADS:
            return ""
        if not entry.type.folder:
            page = self._pages.get(entry.path)
            return page.title if page else entry.path.rpartition("/")[2]
        title = shortened(getattr(entry.brief, "title", "") or name_of(entry.record), LONGEST_TITLE)
        return f"{self.kind(entry)} “{title}”"

    def kind(self, entry: AnyEntry) -> str:
        """What a kind of record is called, as search calls it; else the name of its folder."""
        page = self._pages.get(entry.path)
        return (page.kind if page else "") or entry.type.folder

    @cached_property
    def _pages(self) -> dict[str, Page]:
        """The page of each file of the data: the last that has its name, else the first."""
        found: dict[str, Page] = {}
        for page in self.state.site.pages:
            name = PurePosixPath(page.source).stem
            if page.source not in found or (page.kind and page.address.endswith(f"/{name}/")):
                found[page.source] = page
        return found
