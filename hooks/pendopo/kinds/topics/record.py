"""Model of topics.yml: the topics that news may have, shared by all agencies."""

from pendopo.reading.fields import Key, Line, Statement, described
from pendopo.reading.record import Model
from pendopo.reading.record_type import NoBrief, RecordType


class Topic(Model):
    """One topic."""

    key: Key = described("Key", "Its address: small letters, digits and hyphens.", "lingkungan")
    name: Line = described("Name", "Its name, as articles write it.", "Lingkungan hidup")
    description: Statement | None = described(
        "Description", "What belongs to it.", "Taman, sampah, air, dan udara.", None
    )


class TopicsRecord(Model):
    """The controlled vocabulary of topics."""

    topics: tuple[Topic, ...] = described(
        "Topics", "All topics.", [{"key": "lingkungan", "name": "Lingkungan hidup"}]
    )


TOPICS = RecordType("topics", TopicsRecord, NoBrief, in_agencies=False, in_portal=True)
