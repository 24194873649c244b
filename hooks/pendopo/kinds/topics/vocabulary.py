"""The topics as articles name them."""

from collections.abc import Mapping

from pendopo.government.derived import Derived
from pendopo.government.directory import Directory
from pendopo.kinds.topics.record import TOPICS, Topic


def topics(directory: Directory) -> Mapping[str, Topic]:
    """The topics of the portal by their names in small letters."""
    records = (entry.record for entry in directory.records(TOPICS))
    return {topic.name.casefold(): topic for record in records for topic in record.topics}


TOPICS_BY_NAME = Derived("topics", topics)
"""All pages may show all of them."""


def topic(directory: Directory, name: str) -> Topic | None:
    """The topic that an article names."""
    return directory.fact(TOPICS_BY_NAME).get(name.casefold())
