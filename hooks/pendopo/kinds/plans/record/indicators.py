"""Indicators: what is measured, the targets for each year, and the actual values."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, Discriminator, Tag

from pendopo.basics.locations import Location
from pendopo.basics.numbers import Amount as Parsed
from pendopo.basics.numbers import parse_amount
from pendopo.kinds.plans.record.terms import Term, Typed, in_order, with_first_year
from pendopo.reading.accepts import Short
from pendopo.reading.fields import (
    Amount,
    Line,
    Lines,
    Percent,
    Statement,
    WebAddress,
    Year,
    described,
)
from pendopo.reading.record import Model

Polarity = Literal["higher", "lower", "range"]
Formula = Literal["difference", "ratio"]
Calculation = Literal["annual", "cumulative"]
IndicatorKind = Literal["IKU", "IKD", "IKK", "outcome", "output", "lainnya"]
NOT_STATED = re.compile(
    r"[-–—.…*]+|n\.?[/.]?[ad]\.?|t\.?a\.?d\.?|"
    r"(?:(?:data|nilai|hasil|angka) )?(?:belum|blm|tidak|tdk|sedang|menunggu|dalam)(?: dapat)? "
    r"(?:ada (?:data|nilai|hasil)|tersedia|(?:di)?rilis|keluar|terbit|diterbitkan|diukur|dihitung|"
    r"dinilai|dievaluasi|dilaporkan|diketahui|proses(?: penilaian| perhitungan)?)"
    r"(?: data| \(.{1,60}\)| oleh .{1,60})?|(?:data|nilai) belum ada|belum ada",
    re.IGNORECASE,
)
"""Texts that say that there is no value. "Tidak ada" alone may mean none, which is a value."""


class Target(Model):
    """The value of one year: a number, a range or words."""

    value: Amount = described("Value", "A number, a range or words.", "85")
    printed: Statement | None = described(
        "Printed", "The text of the document, where it differs.", "85 persen", None
    )
    note: Statement | None = described(
        "Note", "What a reader should know about the value.", "Setelah perubahan", None
    )

    @cached_property
    def amount(self) -> Parsed:
        """The value as a number, a span of numbers, a grade, or words."""
        return parse_amount(self.value)

    def read_as(self, amount: Parsed) -> None:
        """State what the value means in its plan, which is seen only beside its other values."""
        # Fills the cache of `amount`: a private attribute of pydantic made rules twice as slow.
        self.__dict__["amount"] = amount

    @property
    def stated(self) -> bool:
        """Whether there is a value, and not just a dash in its place."""
        return not NOT_STATED.fullmatch(self.value)

    @property
    def text(self) -> str:
        """The value as the document prints it."""
        return self.printed or self.value

    @property
    def whole_text(self) -> str:
        """The printed text, followed by the value if that differs and is not a plain number."""
        if self.printed is None or isinstance(self.amount, Decimal):
            return self.text
        return f"{self.printed} | {self.value}"


class StatedAchievement(Model):
    """An achievement that is stated rather than computed, with the public reason for it."""

    percent: Percent = described("Percent", "The achievement in percent.", "100")
    reason: Statement = described(
        "Reason", "Why it is stated; shown beside it.", "Opini BPK dinilai sebagai tercapai penuh"
    )


class Actual(Target):
    """The actual value of one year."""

    evidence: WebAddress | None = described(
        "Evidence", "Where the value can be verified.", "https://example.go.id/lkjip-2025.pdf", None
    )
    achievement: StatedAchievement | None = described(
        "Achievement",
        "Only where the formula does not apply: the achievement and the public reason.",
        {"percent": "100", "reason": "Opini BPK …"},
        None,
    )


def _whole(value: object) -> object:
    return {"value": value} if isinstance(value, str) else value


def _shape(values: object) -> str:
    return "mapping" if isinstance(values, dict) else "list"


TargetValue = Annotated[Target, Short("value"), BeforeValidator(_whole)]
ActualValue = Annotated[Actual, Short("value"), BeforeValidator(_whole)]
Targets = Annotated[
    Annotated[tuple[TargetValue, ...], Tag("list")]
    | Annotated[dict[Term, TargetValue], Tag("mapping")],
    Discriminator(_shape),
]
Actuals = Annotated[
    Annotated[tuple[ActualValue, ...], Tag("list")]
    | Annotated[dict[Term, ActualValue], Tag("mapping")],
    Discriminator(_shape),
]
"""Values by ordinal year 1, 2, 3 … (a list or a mapping), or by any term (a mapping)."""


class DatedValue(Target):
    """A value with the year to which it belongs."""

    year: Year | None = described("Year", "The calendar year of the value.", "2020", None)


class Series(Model):
    """The values of one group that the indicator also counts by itself: women, a district."""

    name: Line = described("Name", "The group.", "Perempuan")
    targets: Targets = described("Targets", "Its targets.", {"2026": "40"}, ())
    actuals: Targets = described("Actuals", "What was reached in it.", {"2025": "38"}, ())


class Measure(Model):
    """The quantity measured and its method, the baseline before the plan, and the actuals."""

    name: Statement = described("Name", "Name of the indicator.", "Indeks kepuasan masyarakat")
    code: Line | None = described("Code", "Its code in the document.", "IKU-1", None)
    reference_code: Line | None = described(
        "Reference code", "Its code in the national list of indicators.", "01.02.003", None
    )
    kind: IndicatorKind | None = described("Kind", "Kind of indicator.", "IKU", None)
    unit: Line | None = described("Unit of measure", "Unit of the values.", "%", None)
    polarity: Polarity | None = described(
        "Polarity", "higher, lower or range: where the good values lie.", "higher", None
    )
    achievement_by: Formula | None = described(
        "Achievement by",
        "For polarity lower and range: difference, (2T − R) ÷ T, or ratio, T ÷ R.",
        "difference",
        None,
    )
    definition: Statement | None = described(
        "Definition", "What exactly is meant.", "Nilai survei kepuasan masyarakat", None
    )
    formula: Lines | None = described(
        "Formula",
        "How it is calculated; a line of dashes is the bar of a fraction.",
        "Jumlah nilai unsur × bobot × 25",
        None,
    )
    calculation: Calculation | None = described(
        "Calculation",
        "annual: each year has a value of its own; cumulative: the years add up.",
        "cumulative",
        None,
    )
    reason: Statement | None = described(
        "Reason", "Why it was chosen.", "Mengukur manfaat yang dirasakan warga", None
    )
    data_source: Statement | None = described(
        "Data source", "Where the data come from.", "Survei Kepuasan Masyarakat", None
    )
    producer: Statement | None = described(
        "Producer", "Who produces the data.", "Bagian Umum", None
    )
    frequency: Statement | None = described("Frequency", "How often.", "tahunan", None)
    responsible: Statement | None = described(
        "Responsible", "The unit that answers for it.", "Seksi Pelayanan", None
    )
    components: tuple[Statement, ...] = described(
        "Components", "Parts that are measured together.", ["Pengantar KK", "Izin usaha"], ()
    )
    baseline: DatedValue | None = described(
        "Baseline", "The value before the plan.", {"year": "2020", "value": "80"}, None
    )
    actuals: Actuals = described(
        "Actuals",
        "What was reached, for each year that has ended.",
        {"2021": "86", "2022": {"value": "91", "evidence": "https://example.go.id/"}},
        (),
    )
    series: tuple[Series, ...] = described(
        "Series",
        "Its values by group, such as men and women, or districts.",
        [{"name": "Perempuan", "actuals": {"2025": "38"}}],
        (),
    )
    note: Statement | None = described(
        "Note", "What a reader should know about the indicator.", "Baru diukur sejak 2021", None
    )


class Indicator(Measure):
    """An indicator with its row of targets."""

    scale: tuple[Line, ...] = described(
        "Scale",
        "The grades that its values may have, lowest first, if it is no common scale.",
        ["Pratama", "Madya", "Nindya", "Utama"],
        (),
    )

    targets: Targets = described(
        "Targets",
        "A list for the years 1, 2, 3 … of the plan, or a value for each year.",
        ["85", "90", "93", "95", "98"],
        (),
    )
    final: DatedValue | None = described(
        "Final value", "The value at the end of the plan.", {"year": "2026", "value": "98"}, None
    )
    same_targets: tuple[Measure, ...] = described(
        "Same targets",
        "Further indicators for which the document prints the same row of targets.",
        [{"name": "Tingkat partisipasi masyarakat", "unit": "%"}],
        (),
    )


Value = TypeVar("Value", bound=Target)
Values = tuple[Value, ...] | dict[int, Value]


def listed(values: Values[Value]) -> list[Value]:
    """Return the values of all years."""
    return [*(values.values() if isinstance(values, dict) else values)]


def actuals_of(location: Location, measure: Measure) -> Iterator[tuple[Location, Values[Any]]]:
    """Yield the actuals of a measure at `location` and of its groups, each with its place."""
    yield (*location, "actuals"), measure.actuals
    for index, each in enumerate(measure.series):
        yield (*location, "series", index, "actuals"), each.actuals


def targets_of(location: Location, measure: Measure) -> Iterator[tuple[Location, Values[Target]]]:
    """Yield the targets of the groups of a measure at `location`, each with its place."""
    for index, each in enumerate(measure.series):
        yield (*location, "series", index, "targets"), each.targets


def keys_by_year(values: Values[Any], first_year: int | None) -> dict[int, int]:
    """Return the position of each term's value: its index in a list, or its key in a mapping.

    A term is of the calendar if that is known, either because it is written so or from the plan's
    first year; otherwise it is the ordinal number of the plan's year, from 1.
    """
    if isinstance(values, dict):
        keys = {int(term): term for term in in_order(values)}
    else:
        keys = dict(enumerate(range(len(values)), 1))
    if first_year is None:
        return keys
    return {with_first_year(term, first_year): key for term, key in keys.items()}


def by_year(values: Values[Value], first_year: int | None) -> dict[int, Value]:
    """Return the value of each year, keyed by calendar year or ordinal year."""
    if first_year is None and isinstance(values, tuple):
        return dict(enumerate(values, 1))
    return {year: values[key] for year, key in keys_by_year(values, first_year).items()}


def place_of(values: Values[Any], key: int) -> int | str:
    """Return the last component of a value's location in the record."""
    if isinstance(values, dict):
        return key.typed if isinstance(key, Typed) else str(key)
    return key
