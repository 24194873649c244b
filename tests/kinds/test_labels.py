"""A label in every language for each value that a record may choose."""

from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from catalogues import translated
from pendopo.basics.translations import LANGUAGES, translations
from pendopo.kinds.agency.labels import DAYS, TYPES, type_name, type_plural
from pendopo.kinds.agency.record.agency import AgencyType
from pendopo.kinds.agency.record.hours import Weekday
from pendopo.kinds.plans.labels import POLARITIES, STATUSES
from pendopo.kinds.plans.record.indicators import Polarity
from pendopo.kinds.plans.selection import Status
from pendopo.kinds.registry import KINDS
from pendopo.reading.record import models_in


def test_every_value_has_a_label_and_every_label_a_value() -> None:
    assert set(TYPES) == set(get_args(AgencyType))
    assert set(DAYS) == set(get_args(Weekday))
    assert set(STATUSES) == set(get_args(Status))
    assert set(POLARITIES) == set(get_args(Polarity))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_its_own_in_every_language(language: str) -> None:
    translate = translations(language).gettext
    for table in (DAYS, STATUSES, POLARITIES):
        shown = [translate(label) for label in table.values()]
        assert all(shown)
        assert len(set(shown)) == len(shown)
    names = [type_name(each, translate) for each in TYPES]
    plurals = [type_plural(each, translate) for each in TYPES]
    assert all(names)
    assert len(set(names)) == len(names)
    assert len(set(plurals)) == len(plurals)


def test_indonesian_labels_are_not_the_english_ones() -> None:
    translate = translations("id").gettext
    tables = (DAYS, STATUSES, POLARITIES)
    english = [label for table in tables for label in table.values()]
    english += [label for pair in TYPES.values() for label in pair]
    assert [label for label in english if translate(label) == label] == []


@pytest.mark.parametrize(
    ("agency_type", "language", "name", "plural"),
    [
        ("kecamatan", "id", "Kecamatan", "Kecamatan"),
        ("rumah-sakit", "id", "Rumah sakit", "Rumah sakit"),
        ("kecamatan", "en", "District", "Districts"),
        ("puskesmas", "en", "Community health centre", "Community health centres"),
    ],
)
def test_a_type_is_named_for_one_agency_and_for_a_list(
    agency_type: str, language: str, name: str, plural: str
) -> None:
    translate = translations(language).gettext
    assert type_name(agency_type, translate) == name
    assert type_plural(agency_type, translate) == plural


def words() -> set[str]:
    """The titles and descriptions of all fields of all kinds of record, and of their parts."""
    waiting: list[type[BaseModel]] = [each.record.model for each in KINDS]
    seen: set[type[BaseModel]] = set()
    while waiting:
        model = waiting.pop()
        seen.add(model)
        inner = (each for field in model.model_fields.values() for each in field_models(field))
        waiting += [each for each in inner if each not in seen]
    every = [field for model in seen for field in model.model_fields.values()]
    return {each.title or "" for each in every} | {each.description or "" for each in every}


def field_models(field: FieldInfo) -> Iterator[type[BaseModel]]:
    return models_in(field.annotation)


def test_every_field_has_a_title_and_a_description_that_are_translated() -> None:
    found = words()
    assert len(found) > 700
    assert found - {key for kind in ("", *(each.name for each in KINDS)) for key in ids(kind)} == (
        set()
    )


def ids(kind: str) -> set[str]:
    return {each.id for each in translated(kind) if isinstance(each.id, str) and each.string}
