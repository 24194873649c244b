"""Look-up of topics by the names that articles use."""

from collections.abc import Mapping

from pendopo.government.derived import Derived
from pendopo.government.directory import Directory
from pendopo.kinds.topics.record import TOPICS, Topic


def topics(directory: Directory) -> Mapping[str, Topic]:
    """Return the topics of the portal by casefolded name."""
    records = (entry.record for entry in directory.records(TOPICS))
    return {topic.name.casefold(): topic for record in records for topic in record.topics}


TOPICS_BY_NAME = Derived("topics", topics)
"""The topics by name; every page may show all of them."""


def topic(directory: Directory, name: str) -> Topic | None:
    """Return the topic that an article names, or None."""
    return directory.fact(TOPICS_BY_NAME).get(name.casefold())
