"""topics.yml: the topics that news may have, the same for all agencies."""

from collections.abc import Iterator

from pendopo.reading.fields import Key, Line, Statement, described
from pendopo.reading.record import Finding, Part


class Topic(Part):
    """One topic."""

    key: Key = described("Key", "Its address: small letters, digits and hyphens.", "lingkungan")
    name: Line = described("Name", "Its name, as articles write it.", "Lingkungan hidup")
    description: Statement | None = described(
        "Description", "What belongs to it.", "Taman, sampah, air, dan udara.", None
    )


class TopicsRecord(Part):
    """The vocabulary of topics."""

    topics: tuple[Topic, ...] = described(
        "Topics", "All topics.", [{"key": "lingkungan", "name": "Lingkungan hidup"}]
    )


def topics_rules(record: TopicsRecord) -> Iterator[Finding]:
    """No topic stands twice."""
    for field in ("key", "name"):
        known: set[str] = set()
        for index, topic in enumerate(record.topics):
            value = str(getattr(topic, field))
            if value.casefold() in known:
                yield Finding(("topics", index, field), "topic-twice", {"value": value})
            known.add(value.casefold())
