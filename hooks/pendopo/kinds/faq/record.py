"""faq.yml: what people ask an agency, and its answers."""

from typing import NamedTuple, Self

from pendopo.reading.entry import Entry
from pendopo.reading.fields import Day, Line, Prose, described
from pendopo.reading.record import Model, Source, written
from pendopo.reading.record_type import RecordType


class Question(Model):
    """A question and its answer."""

    question: Line = described("Question", "As people ask it.", "Apa syarat membuat KTP?")
    answer: Prose = described("Answer", "The answer, in full sentences.", "Bawa kartu keluarga.")
    topic: Line | None = described(
        "Topic", "The heading below which it stands with others.", "Kependudukan", None
    )


class FaqRecord(Model):
    """The questions that an agency answers."""

    questions: tuple[Question, ...] = described(
        "Questions",
        "All questions, the most frequent first.",
        [{"question": "Apa syarat membuat KTP?", "answer": "Bawa kartu keluarga."}],
    )
    sources: tuple[Source, ...] = described(
        "Sources", "Where the answers were taken from.", [{"title": "Standar pelayanan"}], ()
    )
    updated: Day | None = described(
        "Updated", "Day on which the answers were last checked.", "2026-11-22", None
    )


class FaqBrief(NamedTuple):
    """The questions, in their order, and the day of the last change; empty if unknown."""

    questions: tuple[str, ...]
    updated: str

    @classmethod
    def of(cls, record: FaqRecord) -> Self:
        """Return the brief of `record`."""
        return cls(tuple(each.question for each in record.questions), written(record.updated))


FAQ = RecordType("faq", FaqRecord, FaqBrief, changed="updated")
Faq = Entry[FaqRecord, FaqBrief]
