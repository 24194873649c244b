"""Look-up of topics by the names that articles use."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pendopo.government.derived import Derived
from pendopo.government.directory import Directory
from pendopo.kinds.topics.record import TOPICS, Topic
from pendopo.problems.nearest import Names


@dataclass(frozen=True)
class Vocabulary:
    """The topics of the portal by casefolded name."""

    by_name: Mapping[str, Topic]

    @property
    def topics(self) -> list[Topic]:
        """All topics in the order of topics.yml."""
        return [*self.by_name.values()]

    def topic(self, name: str) -> Topic | None:
        """Return the topic that an article names, or None."""
        return self.by_name.get(name.casefold())

    @cached_property
    def names(self) -> Names:
        """The names of all topics, for what is said of an unknown one."""
        return Names(each.name for each in self.topics)


def vocabulary(directory: Directory) -> Vocabulary:
    """Return the topics of the portal."""
    records = (entry.record for entry in directory.records(TOPICS))
    return Vocabulary({each.name.casefold(): each for record in records for each in record.topics})


VOCABULARY = Derived("topics", vocabulary)
"""The topics; every page may show all of them."""
