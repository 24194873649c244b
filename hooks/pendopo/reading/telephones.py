"""Telephones as records name them: a number alone, or with what else one must know to call it."""

from typing import Annotated

from pydantic import Discriminator, Tag, ValidationInfo, field_validator

from pendopo.basics.telephones import mobile
from pendopo.reading.fields import Flag, Line, Phone, described, matching, refuse
from pendopo.reading.record import Model

Extension = Annotated[Line, matching("phone-extension-digits", r"\d{1,7}")]


class Telephone(Model):
    """A telephone number with its label, its extension, or WhatsApp."""

    number: Phone = described("Number", "The number alone.", "0812-3456-7890")
    label: Line | None = described("Label", "What or whom it reaches.", "Loket pelayanan", None)
    extension: Extension | None = described(
        "Extension", "Digits to dial once connected.", "12", None
    )
    whatsapp: Flag = described(
        "WhatsApp", "ya where the mobile number answers on WhatsApp.", "ya", False
    )

    @field_validator("whatsapp")
    @classmethod
    def _of_a_mobile_number(cls, value: bool, found: ValidationInfo) -> bool:
        number = found.data.get("number")
        if value and number and not mobile(number):
            raise refuse("phone-mobile", value=number)
        return value


def _shape(value: object) -> str:
    return "telephone" if isinstance(value, dict | Telephone) else "number"


PhoneEntry = Annotated[
    Annotated[Phone, Tag("number")] | Annotated[Telephone, Tag("telephone")],
    Discriminator(_shape),
]
"""A telephone number as text, or a `Telephone`."""


def in_words(phone: "str | Telephone") -> str:
    """The number as it is written for people, with its extension: `061-8821234 ext. 12`."""
    if isinstance(phone, str):
        return phone
    return f"{phone.number} ext. {phone.extension}" if phone.extension else phone.number
