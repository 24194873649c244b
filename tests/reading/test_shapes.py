"""The shapes of fields: every field has one, and what it is said to accept is what it accepts."""

import re
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, BeforeValidator, TypeAdapter, ValidationError

from pendopo.kinds.agency.record.agency import Account, AgencyType
from pendopo.kinds.agency.record.contacts import Degrees
from pendopo.kinds.agency.record.hours import AnyWeekday
from pendopo.kinds.officials.record import Moment
from pendopo.kinds.plans.record.indicators import Targets, TargetValue
from pendopo.kinds.plans.record.references import MissionNumbers, PlanYear
from pendopo.kinds.plans.record.terms import Term
from pendopo.kinds.portal.record import Contact
from pendopo.kinds.registry import KINDS
from pendopo.kinds.services.record.fee import Money
from pendopo.kinds.surveys.record import Average, Weight
from pendopo.reading import fields as typed
from pendopo.reading.accepts import Accepts
from pendopo.reading.focus import Focus
from pendopo.reading.record import Picture
from pendopo.reading.shapes import (
    Choice,
    Either,
    Field,
    Listing,
    Part,
    Scalar,
    Table,
    fields,
    parts_in,
    shape_of,
)


def walk(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[Field]:
    """Every field of a model and of its parts."""
    if model in seen:
        return
    seen.add(model)
    for each in fields(model):
        yield each
        for part in parts_in(each.shape):
            yield from walk(part.model, seen)


def test_every_field_of_every_kind_has_a_shape() -> None:
    seen: set[type[BaseModel]] = set()
    found = [each for kind in KINDS for each in walk(kind.record.model, seen)]
    assert len(seen) > 95
    assert len(found) > 500


def test_shapes_say_what_may_be_written() -> None:
    by_key = {each.key: each for each in fields(Picture)}
    assert by_key["file"].shape == shape_of(typed.PictureName)
    assert not by_key["file"].required
    assert shape_of(AgencyType) == Choice(AgencyType)
    assert shape_of(MissionNumbers) == Listing(shape_of(typed.Whole), alone=True)
    assert shape_of(tuple[Picture, ...]) == Listing(Part(Picture))
    target = shape_of(TargetValue)
    assert isinstance(target, Part)
    assert target.short == "value"
    assert shape_of(Targets) == Either((Listing(target), Table(shape_of(Term), target)))
    assert [*parts_in(shape_of(Targets))] == [target, target]


@pytest.mark.parametrize(
    "unsaid",
    [
        int,
        Annotated[Picture, BeforeValidator(str)],
        Annotated[tuple[typed.Line, ...], BeforeValidator(tuple)],
    ],
)
def test_a_type_of_which_nothing_is_said_is_no_shape(unsaid: Any) -> None:
    with pytest.raises(TypeError, match="It is not said what may"):
        shape_of(unsaid)


def pattern_of(annotation: Any) -> str:
    shape = shape_of(annotation)
    assert isinstance(shape, Scalar | Choice)
    accepts = shape.of if isinstance(shape, Scalar) else shape.accepts
    assert isinstance(accepts, Accepts)
    return accepts.pattern


ACCEPTED = [
    (typed.Phone, "112", "061-8821234", "+62 61 8821234", "(061) 88212"),
    (typed.WebAddress, "https://a.go.id", "HTTP://a.go.id:80/é?a=b@c#d", "http://a.go.id?x"),
    (typed.Colour, "#1b5e20", "#1B5E20"),
    (typed.Number, "5", "90,23", "1.234.567", "0.5", "1.234.567,8"),
    (typed.Whole, "0", "315.609", "412"),
    (
        typed.Rupiah,
        "Rp 1.000",
        "Rp25.000,-",
        "Rp. 150.000.000",
        "0",
        "5 (lima ribu)",
    ),
    (typed.Percent, "86,63", "96.153", "100%", "90 persen", "≥ 90"),
    (typed.Year, "1945", "2100"),
    (typed.Flag, "ya", "TIDAK", "Yes", "no", "true", "False"),
    (typed.Day, "2018-04-25", "25/4/2018", "25 April 2018", "1-Agt.-2018", "3.2.2026", "2018/4/25"),
    (typed.Time, "8.00", "08:00", "23:59"),
    (typed.EndTime, "24:00", "24.00", "16.30"),
    (Focus, "50% 20%", "100% 0%"),
    (Money, "gratis", "Tidak Dipungut Biaya", "Rp 5.000", "0"),
    (Average, "3,5", "3.425", "4", "03,5"),
    (Weight, "1/9", "1 / 9", "0,11", "0.11"),
    (Moment, "2024-05-20", "2024-05", "2024", "20 Mei 2024"),
    (Degrees, "-3.600123", "98,485214", "−3.6", "+7"),
    (Account, "@a-b", "kota/kominfo.id"),
    (AnyWeekday, "Senin", "JUM'AT", "jum’at", "Ahad"),
    (Contact, "a@b.go.id", "https://a.go.id/lapor"),
    (PlanYear, "1", "99", "2026"),
    (
        Term,
        *("1", "99", "2026", "2026-Q1", "TW II 2026", "Triwulan I", "Semester 2, 2026", "2026-03"),
        *("maret 2026", "2026 Maret", "2025-2029", "2025 – 2029", "tw.iv 2026", "S1-2026"),
    ),
]


@pytest.mark.parametrize(("annotation", "texts"), [(each[0], each[1:]) for each in ACCEPTED])
def test_what_is_accepted_is_said_to_be(annotation: Any, texts: tuple[str, ...]) -> None:
    for text in texts:
        TypeAdapter(annotation).validate_python(text)
        assert re.fullmatch(pattern_of(annotation), text, re.ASCII), text


@pytest.mark.parametrize(
    ("annotation", "text"),
    [
        (typed.Year, "202"),
        (typed.Whole, "12,5"),
        (typed.Day, "kemarin"),
        (typed.Flag, "mungkin"),
        (typed.Time, "pukul 8"),
        (typed.WebAddress, "www.a.go.id"),
        (typed.Colour, "hijau"),
        (AnyWeekday, "hari senin"),
        (Average, "5"),
        (Term, "tahun 1"),
        (Money, "seikhlasnya"),
    ],
)
def test_what_is_surely_wrong_is_not_said_to_be_accepted(annotation: Any, text: str) -> None:
    assert not re.fullmatch(pattern_of(annotation), text, re.ASCII)
    with pytest.raises(ValidationError):
        TypeAdapter(annotation).validate_python(text)
