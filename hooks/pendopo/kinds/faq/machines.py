"""The questions and answers of an agency in the API."""

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from pendopo.government.agency import Agency
from pendopo.kinds.faq.pages import asked, place
from pendopo.kinds.faq.record import FAQ
from pendopo.site import api
from pendopo.site.context import Context


class QuestionRow(TypedDict):
    """A question with its answer."""

    question: str
    answer: Annotated[str, Field(description="GitHub-flavoured Markdown.")]
    topic: NotRequired[str]
    page: api.Url


def _rows(context: Context, agency: Agency, base: api.Base) -> list[QuestionRow]:
    return [
        {
            "question": each.question,
            "answer": each.answer,
            "topic": each.topic or "",
            "page": f"{base(place(agency))}#{id_}",
        }
        for entry in agency.records(FAQ)
        for id_, each in asked(entry)
    ]


API = api.Api("questions", QuestionRow, _rows)
