"""Telephone numbers as links."""

import pytest

from pendopo.basics.telephones import link, mobile, whatsapp


@pytest.mark.parametrize(
    ("number", "dials"),
    [
        ("061-8821234", "tel:+62618821234"),
        ("(061) 8821234", "tel:+62618821234"),
        ("+62 (0)61 8821234", "tel:+62618821234"),
        ("0062 61 8821234", "tel:+62618821234"),
        ("62 61 8821234", "tel:+62618821234"),
        ("112", "tel:112"),
        ("1500-123", "tel:1500123"),
    ],
)
def test_a_number_is_dialled_from_anywhere(number: str, dials: str) -> None:
    assert link(number) == dials
    assert link(number, "12") == f"{dials};ext=12"


@pytest.mark.parametrize("number", ["0812-3456-7890", "+62 812 3456 7890", "6281234567890"])
def test_whatsapp_has_the_digits_of_a_mobile_number(number: str) -> None:
    assert whatsapp(number) == "https://wa.me/6281234567890"


@pytest.mark.parametrize(
    "number", ["061-8821234", "112", "0812", "+60 12 345 6789", "08123456789012"]
)
def test_other_numbers_are_not_mobile(number: str) -> None:
    assert mobile(number) == ""
