"""Telephone numbers as they are dialled from anywhere."""

import re

SHORTEST_WITH_COUNTRY = 10
"""Fewest digits of a number that begins with 62, Indonesia's code, for that to be the code."""
MOBILE = re.compile(r"\+(628\d{8,11})", re.ASCII)


def dialled(number: str) -> str:
    """An Indonesian number with the country's code, `+62618821234`; short ones stay `112`."""
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    if number.startswith("+"):
        return f"+{digits}"
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    if digits.startswith("62") and len(digits) >= SHORTEST_WITH_COUNTRY:
        return f"+{digits}"
    return f"+62{digits[1:]}" if digits.startswith("0") else digits


def link(number: str, extension: str | None = None) -> str:
    """A link that dials a number: `tel:+62618821234;ext=12` (RFC 3966)."""
    return f"tel:{dialled(number)}" + (f";ext={extension}" if extension else "")


def mobile(number: str) -> str:
    """The digits of an Indonesian mobile number, `6281234567890`; empty for any other number."""
    found = MOBILE.fullmatch(dialled(number))
    return found[1] if found else ""


def whatsapp(number: str) -> str:
    """A link that opens WhatsApp with a mobile number."""
    return f"https://wa.me/{mobile(number)}"
