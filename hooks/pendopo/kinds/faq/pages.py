"""The page of an agency's questions and answers, and the panel of the first ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from pendopo.basics.markdown import plain
from pendopo.government.agency import Agency
from pendopo.kinds.faq.anchors import anchors
from pendopo.kinds.faq.record import FAQ, Faq, Question
from pendopo.site.context import Context
from pendopo.site.page import Link, LinkedBase, Page
from pendopo.site.panel import Panel, Rank

NAME = "tanya-jawab"
ON_FIRST_PAGE = 5
"""Questions in the panel."""


class Asked(NamedTuple):
    """A question and the id of its heading."""

    id: str
    question: Question


class Group(NamedTuple):
    """Questions below one heading and its id; both are empty where no question has a topic."""

    id: str
    topic: str
    asked: list[Asked]


@dataclass(frozen=True)
class View:
    """The data that the template prints; `others` is the heading of questions without a topic."""

    entry: Faq
    others: str

    @property
    def groups(self) -> list[Group]:
        """The questions by topic, in the order of the first of each."""
        by_topic: dict[str, list[Asked]] = {}
        for each in asked(self.entry):
            by_topic.setdefault(each.question.topic or "", []).append(each)
        if [*by_topic] == [""]:
            return [Group("", "", by_topic[""])]
        ids = anchors((topic or self.others for topic in by_topic), "topik")
        return [
            Group(id_, topic or self.others, found)
            for id_, (topic, found) in zip(ids, by_topic.items(), strict=True)
        ]


@dataclass(frozen=True)
class PanelView:
    """The data of the panel: the first questions, and the address of all."""

    questions: tuple[Link, ...]
    all: str


def place(agency: Agency) -> str:
    """Return where an agency's questions stand."""
    return f"{agency.id}/{NAME}/"


def asked(entry: Faq) -> list[Asked]:
    """Return all questions with the ids of their headings."""
    ids = anchors(entry.brief.questions, "tanya")
    return [Asked(*each) for each in zip(ids, entry.record.questions, strict=True)]


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the page of questions, if the agency has any."""
    _ = context.translate
    for entry in _answered(agency):
        yield Page(
            address=place(agency),
            title=_("Questions and answers"),
            describe=partial(
                _("What people ask {agency}, with answers.").format, agency=agency.name
            ),
            source=entry.path,
            template="faq/questions",
            view=partial(View, entry, _("Other questions")),
            agency=agency,
            menu=_("Questions and answers"),
            updated=entry.brief.updated,
            qr_code=True,
            kind=_("Questions and answers"),
            linked=partial(_linked, agency, entry),
        )


def _answered(agency: Agency) -> list[Faq]:
    """Return the record of an agency, unless all of its questions had to be left out."""
    return [each for each in agency.records(FAQ) if each.brief.questions]


def _linked(agency: Agency, entry: Faq, base: LinkedBase) -> list[dict[str, Any]]:
    """Return the questions as a FAQPage of schema.org."""
    return [
        {
            "@type": "FAQPage",
            "url": base(place(agency)),
            "mainEntity": [
                {
                    "@type": "Question",
                    "url": f"{base(place(agency))}#{id_}",
                    "name": each.question,
                    "acceptedAnswer": {"@type": "Answer", "text": plain(each.answer).strip()},
                }
                for id_, each in asked(entry)
            ],
        }
    ]


def _panel(context: Context, agency: Agency | None) -> PanelView | None:
    found = _answered(agency) if agency else []
    if not agency or not found:
        return None
    questions = found[0].brief.questions
    ids = anchors(questions, "tanya")
    links = tuple(
        Link(question, f"{place(agency)}#{id_}")
        for question, id_ in zip(questions, ids, strict=True)
    )
    return PanelView(links[:ON_FIRST_PAGE], place(agency))


PANEL = Panel(Rank.BACKGROUND, "faq/panel", _panel)


def weight(agency: Agency) -> int:
    """Return the number of an agency's pages of questions: one or none."""
    return len(_answered(agency))
