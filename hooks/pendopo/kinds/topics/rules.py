"""Rules that check the topics."""

from collections.abc import Iterator

from pendopo.kinds.topics.record import TopicsRecord
from pendopo.reading.finding import Finding


def topics_rules(record: TopicsRecord) -> Iterator[Finding]:
    """No two topics have the same key or name."""
    for field in ("key", "name"):
        known: set[str] = set()
        for index, topic in enumerate(record.topics):
            value = str(getattr(topic, field))
            if value.casefold() in known:
                yield Finding(("topics", index, field), "topic-twice", {"value": value})
            known.add(value.casefold())
