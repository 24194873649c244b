"""Rules that check questions."""

from collections.abc import Iterator

from pendopo.kinds.faq.record import FaqRecord
from pendopo.reading.finding import Finding


def faq_rules(record: FaqRecord) -> Iterator[Finding]:
    """There is a question, and none is asked twice."""
    if not record.questions:
        yield Finding(("questions",), "faq-empty")
    known: set[str] = set()
    for index, each in enumerate(record.questions):
        asked = " ".join(each.question.casefold().rstrip(" ?").split())
        if asked in known:
            yield Finding(
                ("questions", index, "question"), "question-twice", {"value": each.question}
            )
        known.add(asked)
