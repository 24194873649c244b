"""Model of surveys/NAME.yml: how satisfied the public is with a service (SKM, IKM).

Nine elements are asked for, on a scale of 1 to 4. Source: Peraturan Menteri PANRB 14/2017.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import AfterValidator, BeforeValidator

from pendopo.basics.numbers import parse_amount
from pendopo.reading.accepts import Accepts
from pendopo.reading.entry import Entry
from pendopo.reading.fields import Day, Key, Line, Percent, Statement, Whole, described, refuse
from pendopo.reading.record import Attachment, Model, Source, written
from pendopo.reading.record_type import RecordType

ELEMENTS = (
    *("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku"),
    *("pengaduan", "sarana"),
)
"""The nine elements, in the order of the regulation."""
NINTH = "1/9"
ROUNDED = "0,11"
"""The weights that reports use: the exact one, and the rounded one."""
WEIGHTS = {NINTH: Fraction(1, 9), ROUNDED: Fraction(11, 100)}
Grade = Literal["A", "B", "C", "D"]
LOWEST: tuple[tuple[Grade, Decimal], ...] = (
    ("A", Decimal("88.31")),
    ("B", Decimal("76.61")),
    ("C", Decimal("65.00")),
    ("D", Decimal(0)),
)
"""The lowest value of each grade, best first."""
OLD: tuple[tuple[Grade, Decimal], ...] = (
    ("A", Decimal("81.26")),
    ("B", Decimal("62.51")),
    ("C", Decimal("43.76")),
    ("D", Decimal(0)),
)
"""The same on the scale that was replaced (Keputusan Menteri PAN 25/2004)."""


def _average(value: object) -> object:
    if not isinstance(value, str):
        return value
    number = parse_amount(value, "decimal") if set(value) <= set("0123456789.,") else value
    if not isinstance(number, Decimal):
        raise refuse("survey-average")
    if 25 <= number <= 100:
        raise refuse("survey-converted")
    if not 1 <= number <= 4:
        raise refuse("survey-average")
    return number


Average = Annotated[
    Decimal, Accepts("survey-average", r"0*[1-4](?:[.,]\d+)?", 1, 4), BeforeValidator(_average)
]
"""An average of answers from 1 to 4; `3.425` is a decimal fraction."""


def _weight(value: str) -> str:
    found = value.replace(" ", "").replace(".", ",")
    if found not in WEIGHTS:
        raise refuse("survey-weight")
    return found


Weight = Annotated[Line, Accepts("survey-weight", "1 */ *9|0 *[.,] *1 *1"), AfterValidator(_weight)]
"""`1/9` or `0,11`."""


class Elements(Model):
    """The average of the answers to each element."""

    persyaratan: Average = described("Requirements", "U1, requirements.", "3,5")
    prosedur: Average = described("Procedure", "U2, procedure.", "3,5")
    waktu: Average = described("Time", "U3, time taken.", "3,5")
    biaya: Average = described("Fee", "U4, fee.", "3,5")
    produk: Average = described("Product", "U5, what one gets.", "3,5")
    kompetensi: Average = described("Competence", "U6, competence of the staff.", "3,5")
    perilaku: Average = described("Conduct", "U7, conduct of the staff.", "3,5")
    pengaduan: Average = described("Complaints", "Handling of complaints.", "3,5")
    sarana: Average = described("Facilities", "Rooms and equipment.", "3,5")

    def averages(self) -> dict[str, Decimal]:
        """The averages by the names of the elements."""
        return {name: getattr(self, name) for name in ELEMENTS}


class Period(Model):
    """When people were asked."""

    start: Day = described("Start", "First day of the survey.", "2025-01-01")
    end: Day = described("End", "Last day of the survey.", "2025-12-31")


class Stated(Model):
    """What the report of the survey states."""

    value: Percent = described("Value", "The value of 25 to 100.", "86,63")
    grade: Grade = described("Grade", "A, B, C or D.", "B")


class SurveyRecord(Model):
    """One survey."""

    title: Line = described("Title", "What it is called.", "Survei Kepuasan Masyarakat 2025")
    period: Period = described(
        "Period", "When people were asked.", {"start": "2025-01-01", "end": "2025-12-31"}
    )
    respondents: Whole = described("Respondents", "How many answered.", "412")
    elements: Elements = described(
        "Elements", "The average of each element, from 1 to 4.", dict.fromkeys(ELEMENTS, "3,5")
    )
    weight: Weight = described(
        "Weight", "1/9, or 0,11 where the report calculates so.", "0,11", NINTH
    )
    stated: Stated | None = described(
        "Stated",
        "Value and grade as the report states them; they are calculated again.",
        {"value": "86,63", "grade": "B"},
        None,
    )
    followups: tuple[Statement, ...] = described(
        "Follow-ups", "What is done to do better.", ["Menambah kursi di ruang tunggu."], ()
    )
    service: Key | None = described(
        "Service", "The service asked about: the name of its file.", "kartu-keluarga", None
    )
    documents: tuple[Attachment, ...] = described(
        "Documents",
        "Documents to download, of the folder media.",
        [{"title": "Laporan SKM 2025", "file": "laporan-skm-2025.pdf"}],
        (),
    )
    sources: tuple[Source, ...] = described(
        "Sources",
        "Documents that this record was taken from.",
        [{"title": "Laporan Survei Kepuasan Masyarakat 2025"}],
        (),
    )
    updated: Day | None = described(
        "Updated", "Day on which the record was last checked.", "2026-01-22", None
    )

    def calculated(self, weight: str = "") -> Decimal:
        """The value of 25 to 100 with two decimals, by the weight of the record or another one."""
        total = sum(map(Fraction, self.elements.averages().values()), Fraction(0))
        return rounded(25 * total * WEIGHTS[weight or self.weight])

    @property
    def value(self) -> Decimal:
        """The value as the report states it, or as it is calculated."""
        return self.stated.value if self.stated else self.calculated()

    @property
    def grade(self) -> Grade:
        """The grade as the report states it, or as it follows from the value."""
        return self.stated.grade if self.stated else grade(self.value)


def rounded(value: Fraction) -> Decimal:
    """Return `value` with two decimals, half of the last one rounded up."""
    return Decimal(floor(value * 100 + Fraction(1, 2))).scaleb(-2)


def grade(value: Decimal, scale: Sequence[tuple[Grade, Decimal]] = LOWEST) -> Grade:
    """Return the grade of a value, which is rounded to two decimals before."""
    exact = rounded(Fraction(value))
    return next(name for name, lowest in scale if exact >= lowest)


class SurveyBrief(NamedTuple):
    """What lists show of a survey; days as `2026-11-22`, `value` as `86.63`."""

    title: str
    start: str
    end: str
    value: str
    grade: str
    respondents: int
    service: str
    updated: str

    @property
    def years(self) -> str:
        """The years in which people were asked: `2025`, or `2025-2026`."""
        first, last = self.start[:4], self.end[:4]
        return first if first == last else f"{first}-{last}"

    @classmethod
    def of(cls, survey: SurveyRecord) -> Self:
        """Return the brief of `survey`."""
        return cls(
            survey.title,
            written(survey.period.start),
            written(survey.period.end),
            f"{survey.value:f}",
            survey.grade,
            survey.respondents,
            survey.service or "",
            written(survey.updated),
        )


def newest_first(
    entries: Sequence[Entry[SurveyRecord, SurveyBrief]],
) -> Sequence[Entry[SurveyRecord, SurveyBrief]]:
    """Sort surveys by the days on which they ended, the newest first."""
    return sorted(entries, key=lambda each: (each.brief.end, each.name), reverse=True)


SURVEY = RecordType(
    "survey",
    SurveyRecord,
    SurveyBrief,
    folder="surveys",
    arrange=newest_first,
    changed="updated",
)
Survey = Entry[SurveyRecord, SurveyBrief]


def latest(records: Callable[[RecordType[Any, Any]], Sequence[Survey]]) -> SurveyBrief | None:
    """Return the newest survey of an agency, which `records` returns by their type.

    One about the whole agency is preferred to one about a single service.
    """
    briefs = [each.brief for each in records(SURVEY)]
    return next((each for each in briefs if not each.service), briefs[0] if briefs else None)
