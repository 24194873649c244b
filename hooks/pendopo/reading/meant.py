"""What is meant by a value that no field accepts, where that can be known."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import NamedTuple

from pendopo.basics.days import day_meant
from pendopo.basics.numbers import RUPIAH, RUPIAH_SCALES

CLOCK = r"(\d{1,2})(?:[.:](\d\d))?(?:[.:]\d\d)?"
ZONE = r"\s*(?:wib|wita|wit)?\.?"
TIMES = re.compile(rf"(?i:pukul|jam|pkl\.?)?\s*{CLOCK}(?i:{ZONE})", re.ASCII)
SPAN = re.compile(
    rf"(?i:pukul|jam|pkl\.?)?\s*{CLOCK}(?i:{ZONE})\s*(?:[-–—]|s\.?\s?/?d\.?|sampai)\s*"
    rf"{CLOCK}(?i:{ZONE})",
    re.ASCII,
)
"""Two times of day: when something begins and when it ends."""
UNIT = re.compile(r"[A-Za-z%]*[2²]?\.?")
"""What may stand behind a number and says nothing of its size."""
YES = {"y", "iya", "ada", "1", "benar", "on", "v", "✓"}
NO = {"n", "tdk", "tidak ada", "0", "salah", "off"}


class Meant(NamedTuple):
    """What is meant, and whether that is certain."""

    text: str
    certain: bool = True


def meant(code: str, value: str) -> Meant | None:
    """What is meant by a value that was refused with `code`; None if nobody can know."""
    guess = GUESSES.get(code)
    found = guess(value.strip()) if guess else None
    return found if found and found.text != value else None


def plain_name(text: str, kept: str = "A-Za-z0-9") -> str:
    """The text in letters without accents and digits, with hyphens between its parts.

    Only the signs `kept`, a class of a regular expression, stay as they are.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(f"[{kept}]+", plain))


def span(value: str) -> tuple[str, str] | None:
    """Beginning and end as `08:00`, of a text such as `08.00 - 16.00 WIB`."""
    found = SPAN.fullmatch(value.strip())
    if not found:
        return None
    times = _clock(found[1], found[2]), _clock(found[3], found[4])
    return times if all(times) else None


def _clock(hours: str, minutes: str | None) -> str:
    fits = int(hours) < 24 and int(minutes or 0) < 60
    return f"{int(hours):02}:{minutes or '00'}" if fits else ""


def _time(value: str) -> Meant | None:
    if value in ("24.00", "24:00"):
        return Meant("00:00", certain=False)
    found = TIMES.fullmatch(value) or TIMES.match(value)
    if not found or (found.end() < len(value) and not SPAN.fullmatch(value)):
        return None
    time = _clock(found[1], found[2])
    return Meant(time, bool(found[2])) if time else None


def _day(value: str) -> Meant | None:
    found = day_meant(value)
    return Meant(found.isoformat()) if found and 1945 <= found.year <= 2100 else None


def _email(value: str) -> Meant | None:
    bare = re.sub(r"\s*@\s*", "@", re.sub(r"^(?:mailto:|surel:?|e-?mail:?)\s*", "", value.lower()))
    found = re.search(r"[^\s<>,;@]+@[^\s<>,;@]+\.[a-z]{2,24}", bare)
    whole = found and found[0] == bare
    return Meant(found[0], bool(whole)) if found and bare.count("@") == 1 else None


def _region(value: str) -> Meant | None:
    digits = re.sub(r"[.\s,-]", "", value)
    if not re.fullmatch(r"\d{2}(\d{2}(\d{2}(\d{4})?)?)?", digits, re.ASCII):
        return None
    parts = [digits[:2], digits[2:4], digits[4:6], digits[6:]]
    return Meant(".".join(filter(None, parts)))


def _digits(*lengths: int) -> Callable[[str], Meant | None]:
    def guess(value: str) -> Meant | None:
        digits = re.sub(r"[.\s-]", "", value)
        fits = re.fullmatch(r"\d+", digits, re.ASCII) and len(digits) in lengths
        return Meant(digits) if fits else None

    return guess


def _colour(value: str) -> Meant | None:
    short = re.fullmatch(r"#?([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])", value)
    if short:
        return Meant("#" + "".join(each * 2 for each in short.groups()).lower())
    return Meant(f"#{value.lower()}") if re.fullmatch(r"[0-9a-fA-F]{6}", value) else None


def _web_address(value: str) -> Meant | None:
    mended = re.sub(r"^(https?)\s*:?\s*/{1,3}\s*", r"\1://", value, flags=re.IGNORECASE)
    mended = mended[0].lower() + mended[1:] if mended.lower().startswith("http") else mended
    if re.match(r"https?://[^\s/]+\.[^\s]+$", mended):
        return Meant(mended, certain=False)
    bare = re.fullmatch(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,24}(?:/\S*)?", value)
    return Meant(f"https://{value}", certain=False) if bare else None


def _year(value: str) -> Meant | None:
    found = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", value)
    return Meant(found[0]) if len(found) == 1 else None


def _flag(value: str) -> Meant | None:
    lower = value.lower()
    return Meant("ya") if lower in YES else Meant("tidak") if lower in NO else None


def _number(value: str) -> Meant | None:
    bare = re.sub(r"(?:,-|,00)$", "", RUPIAH.sub("", value))
    found = re.fullmatch(r"(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s*(.*)", bare, re.ASCII)
    if not found:
        return None
    if scale := RUPIAH_SCALES.get(found[2].lower()):
        return _scaled(found[1], scale) if bare != value or len(found[2]) > 1 else None
    return Meant(found[1]) if UNIT.fullmatch(found[2]) else None


def _scaled(digits: str, scale: int) -> Meant | None:
    whole, _, decimals = digits.replace(".", "").partition(",")
    if len(decimals) > scale:
        return None
    number = int(f"{whole}{decimals}") * 10 ** (scale - len(decimals))
    return Meant(f"{number:,}".replace(",", "."))


def _key(value: str) -> Meant | None:
    name = plain_name(value.lower())[:64].strip("-")
    return Meant(name) if name else None


GUESSES: Mapping[str, Callable[[str], Meant | None]] = {
    "date": _day,
    "official-moment": _day,
    "time": _time,
    "email": _email,
    "contact": _email,
    "region-code": _region,
    "bps-code": _digits(2, 4, 7, 10),
    "postal-code": _digits(5),
    "colour": _colour,
    "url": _web_address,
    "year": _year,
    "flag": _flag,
    "number": _number,
    "number-whole": _number,
    "key": _key,
}
