"""The context from which every page is planned."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from pendopo.basics.translations import Translate, translations
from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.site.kind import Registry

T = TypeVar("T")


@dataclass(frozen=True)
class Context:
    """The government, the date, the kinds of record, and the site's address (empty if unknown).

    `today` is the date in Jakarta; `days` are the dates in the time zones of Indonesia by name.
    """

    directory: Directory
    today: date
    kinds: Registry
    site_url: str = ""
    days: Mapping[str, date] = field(default_factory=dict)
    _made: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def language(self) -> str:
        """The language of all labels."""
        return self.directory.portal.language

    @cached_property
    def translate(self) -> Translate:
        """The translation function for the site's language."""
        return translations(self.language).gettext

    def once(self, key: str, make: Callable[[], T]) -> T:
        """The result of `make`, computed once, since several pages of an agency use it."""
        if key not in self._made:
            self._made[key] = make()
        made: T = self._made[key]
        return made

    @property
    def living(self) -> Directory:
        """The directory without agencies that have ended, for lists: see `Directory.living`."""
        return self.once("living", lambda: self.directory.living(self.today))

    def today_of(self, agency: Agency) -> date:
        """The date where an agency is; in Jakarta if its time zone is not known."""
        return self.days.get(self.directory.time_zone(agency), self.today)

    def within(self, directory: Directory) -> "Context":
        """A copy of the context for another part of the directory."""
        return replace(self, directory=directory)

    def __getstate__(self) -> dict[str, Any]:
        state = self.__dict__ | {"_made": {}}
        state.pop("translate", None)
        return state
