"""Model of plans/NAME.yml: a plan for one period, from the vision to the targets."""

from typing import Literal, Self

from pydantic import model_validator

from pendopo.kinds.plans.record.goals import Goals, elements
from pendopo.kinds.plans.record.notation import read_values
from pendopo.kinds.plans.record.programmes import Programme, works
from pendopo.kinds.plans.record.references import PlanReference
from pendopo.reading.fields import Day, Line, Prose, Statement, WebAddress, Year, described
from pendopo.reading.former import FormerFiles
from pendopo.reading.record import Attachment, Model, Source

PlanType = Literal[
    "RPJPD", "RPJMD", "RPD", "RKPD", "Renstra", "Renja", "RPJMDes", "RKPDes", "lainnya"
]


class Period(Model):
    """The first and last calendar year of a plan."""

    start: Year = described("Start", "First year.", "2021")
    end: Year = described("End", "Last year.", "2026")


class LegalBasis(Model):
    """The regulation on which a plan is based."""

    title: Statement = described(
        "Title", "Kind, number, year and subject.", "Peraturan Daerah Nomor 4 Tahun 2021"
    )
    url: WebAddress | None = described(
        "Address", "Where the regulation can be read.", "https://jdih.example.go.id/", None
    )


class Vision(Model):
    """The vision and the text around it."""

    heading: Statement | None = described(
        "Heading", "Heading in the document, if not simply “Visi”.", "Visi Organisasi", None
    )
    introduction: Prose | None = described(
        "Introduction", "What the document says before it.", "Visi adalah …", None
    )
    higher_lead_in: Statement | None = described(
        "Lead-in of the higher vision",
        "Words with which the document introduces the vision that it derives from.",
        "Visi Wali Kota Binjai periode 2016–2021 yaitu",
        None,
    )
    lead_in: Statement | None = described(
        "Lead-in",
        "Words directly before the statement.",
        "Visi Wali Kota periode 2021–2026 adalah:",
        None,
    )
    statement: Statement | None = described(
        "Statement", "The vision, word for word, without quotation marks.", "Kota yang …", None
    )
    tagline: Line | None = described("Tagline", "The vision in one word or two.", "ANDALAN", None)
    explanation: Prose | None = described(
        "Explanation", "What the document explains after it.", "Kota mandiri berarti …", None
    )


class Mission(Model):
    """One mission."""

    statement: Statement = described(
        "Statement", "The mission, word for word, without its number.", "Meningkatkan …"
    )
    heading: Statement | None = described(
        "Heading", "Heading of the elaboration, if worded otherwise.", "Peningkatan …", None
    )
    elaboration: Prose | None = described(
        "Elaboration", "What the document explains about it.", "Misi ini bertujuan …", None
    )


class Missions(Model):
    """The missions in order, and the text around them."""

    heading: Statement | None = described(
        "Heading", "Heading in the document, if not simply “Misi”.", "Misi Organisasi", None
    )
    introduction: Prose | None = described(
        "Introduction", "What the document says before them.", "Misi adalah …", None
    )
    higher_lead_in: Statement | None = described(
        "Lead-in of the higher missions",
        "Words with which the document introduces the missions that it derives from.",
        "Misi Wali Kota Binjai periode 2016–2021 yaitu",
        None,
    )
    lead_in: Statement | None = described(
        "Lead-in", "Words directly before the list.", "Terdapat 8 (delapan) misi:", None
    )
    statements: tuple[Mission, ...] = described(
        "Missions", "The missions in their order.", [{"statement": "Meningkatkan …"}], ()
    )
    elaboration_lead_in: Statement | None = described(
        "Lead-in of the elaborations",
        "Words directly before the elaborations.",
        "Dengan penjabaran sebagai berikut:",
        None,
    )


class PlanRecord(Model):
    """One planning document of an agency."""

    type: PlanType = described("Type", "Kind of document.", "Renstra")
    title: Line = described("Title", "Title of the document.", "Rencana Strategis 2021–2026")
    period: Period | None = described(
        "Period",
        "First and last year; leave it out only if the document does not say.",
        {"start": "2021", "end": "2026"},
        None,
    )
    first_target_year: Year | None = described(
        "First target year",
        "The calendar year of the plan's year 1; only if the document says so.",
        "2022",
        None,
    )
    derives_from: PlanReference | None = described(
        "Derives from", "Plan of an agency above, as agency/name.", "kota-binjai/2016-2021", None
    )
    superseded_by: Statement | None = described(
        "Superseded by", "The document that has replaced this one.", "RPJMD 2025–2029", None
    )
    legal_basis: tuple[LegalBasis, ...] = described(
        "Legal basis", "Regulations that it rests on.", [{"title": "Perda Nomor 4 Tahun 2021"}], ()
    )
    heading: Statement | None = described(
        "Heading", "Heading of vision and mission in the document.", "Visi Misi", None
    )
    vision: Vision | None = described("Vision", "The vision.", {"statement": "Kota …"}, None)
    missions: Missions | None = described(
        "Missions", "The missions.", {"statements": [{"statement": "Meningkatkan …"}]}, None
    )
    closing: Prose | None = described(
        "Closing", "What the document says at the end.", "Dengan adanya visi …", None
    )
    goals: Goals | None = described(
        "Goals", "The goals.", {"statements": [{"statement": "Mewujudkan …"}]}, None
    )
    programmes: tuple[Programme, ...] = described(
        "Programmes", "Programmes, activities and sub-activities.", [{"name": "Program …"}], ()
    )
    documents: tuple[Attachment, ...] = described(
        "Documents",
        "Documents to download, of the folder media.",
        [{"title": "Renstra 2021–2026", "file": "renstra-2021-2026.pdf"}],
        (),
    )
    sources: tuple[Source, ...] = described(
        "Sources",
        "Documents that this record was taken from.",
        [{"title": "Renstra Kecamatan Metro Timur"}],
        (),
    )
    updated: Day | None = described(
        "Updated", "Day on which the record was last checked.", "2026-11-22", None
    )
    formerly: FormerFiles = described(
        "Formerly",
        "The former name of its file, or several: old addresses lead to the new ones.",
        ["renstra-lama"],
        (),
    )

    @property
    def year_one(self) -> int | None:
        """The calendar year of the plan's year 1: as stated, or the only year of a yearly plan."""
        if self.first_target_year or self.period is None:
            return self.first_target_year
        return self.period.start if self.period.start == self.period.end else None

    @model_validator(mode="after")
    def _values_read_together(self) -> Self:
        holders = [each.entry for each in elements(self.goals)]
        of_goals = (row for each in holders for row in each.indicators)
        of_works = (row for _, work in works(self.programmes) for row in work.indicators)
        read_values([*of_goals, *of_works])
        return self


def stated(plan: PlanRecord, anchor: str) -> str:
    """Return the statement of a part by its name on the page. Raises `IndexError` for no part."""
    kind, _, numbers = anchor.partition("-")
    first, *second = (int(number) - 1 for number in numbers.split("-"))
    goals, missions = plan.goals or Goals(), plan.missions or Missions()
    match kind, second:
        case "misi", []:
            return missions.statements[first].statement
        case "tujuan", []:
            return goals.statements[first].statement
        case "sasaran", []:
            return goals.objectives[first].statement
    return goals.statements[first].objectives[second[0]].statement
