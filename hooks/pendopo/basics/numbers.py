"""Numbers in Indonesian notation: `1.234.567,8`, `80–90`, `85 %`, `Rp 1,2 M`, or words."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal, NamedTuple

GROUPED = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?", re.ASCII)
PLAIN = re.compile(r"-?\d+([.,]\d+)?", re.ASCII)
ENGLISH = re.compile(r"-?\d{1,3}((,\d{3})+\.\d+|(,\d{3}){2,})", re.ASCII)
AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
"""`3.125` and `3,125`: thousands in one document, a decimal fraction in another."""
MOST_DIGITS = 20
LONGEST = 100
"""Maximum length, in characters, of a text that is parsed as a number or a range."""
SIGN = r"[-−]?\d[\d.,]*"
SCALES = {
    **dict.fromkeys(("rb", "ribu"), 3),
    **dict.fromkeys(("jt", "juta"), 6),
    **dict.fromkeys(("miliar", "milyar"), 9),
    **dict.fromkeys(("triliun", "trilyun"), 12),
}
"""Powers of ten of the words that Indonesian tables write behind a number."""
RUPIAH_SCALES = SCALES | {"m": 9, "t": 12}
SCALED = re.compile(rf"({SIGN})\s*({'|'.join(RUPIAH_SCALES)})\.?", re.IGNORECASE)
RANGE = re.compile(
    rf"({SIGN})\s*(?:%|persen)?\s*(?:[-–—]|s\.?\s?d\.?|s/d|sampai(?: dengan)?|hingga)\s*({SIGN})",
    re.IGNORECASE,
)
ALONE = re.compile(SIGN)
RUPIAH = re.compile(r"^Rp\.?\s*", re.IGNORECASE)
BOUND = re.compile(
    r"^(?:[≥≤><]=?|(?:min|maks|max)\b\.?|(?:minimal|minimum|maksimal|maksimum|paling sedikit|"
    r"paling rendah|paling banyak|paling tinggi|lebih dari|kurang dari|di ?atas|di ?bawah)\b)\s*",
    re.IGNORECASE,
)
BEHIND = re.compile(
    r"\s*(?:%|persen|\*{1,4}\)?|[†‡¹²³⁴-⁹]\)?|\([a-z ]{1,60}\)|/-|,-)$", re.IGNORECASE
)
"""Signs behind a number: a percent sign, the mark of a footnote, the number in words."""
SIGNS = re.compile(r"[.,]")


LONGEST_EXACT = 15
"""Number of digits that every JSON reader preserves."""

Reading = Literal["decimal", "thousands"]
"""The meaning of the one separator in an ambiguous number such as `3.125`."""


class Span(NamedTuple):
    """All numbers from `low` to `high`, both included."""

    low: Decimal
    high: Decimal


class Grade(NamedTuple):
    """A step of an ordered scale: a higher rank is better; `score` may be printed beside it."""

    rank: int
    score: Decimal | None = None


Amount = Decimal | Span | Grade | str
"""The value of a target or an actual: a number, a range, a grade, or words."""


class Marks(NamedTuple):
    """The separators in some texts that are certain to be decimal marks, or to part thousands."""

    decimal: frozenset[str] = frozenset()
    thousands: frozenset[str] = frozenset()

    def joined(self, other: "Marks") -> "Marks":
        """The marks of both."""
        return Marks(self.decimal | other.decimal, self.thousands | other.thousands)

    def reading(self, separator: str) -> Reading | None:
        """The meaning of a separator in a text with these marks; None if they do not tell."""
        other = "." if separator == "," else ","
        decimal = separator in self.decimal or other in self.thousands
        thousands = separator in self.thousands or other in self.decimal
        if decimal == thousands:
            return None
        return "decimal" if decimal else "thousands"


class MisreadError(ValueError):
    """A text looks like a number but is not one; `reading` is the likely meaning, or empty."""

    def __init__(self, reading: str = "") -> None:
        super().__init__(reading)
        self.reading = reading


def parse_number(text: str) -> Decimal | None:
    """Parses `text` as a number; None if it is not one.

    The decimal mark is a comma. Dots between groups of exactly three digits separate thousands
    (`1.000` is a thousand); any other single dot is read as a decimal mark (`12.5`).
    """
    if sum(map(str.isdigit, text)) > MOST_DIGITS:
        return None
    if GROUPED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    return None


def english_reading(text: str) -> str:
    """Converts a number in English notation, `1,000.5`, to Indonesian; empty if it is not one."""
    if not ENGLISH.fullmatch(text):
        return ""
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


@lru_cache(maxsize=4096)
def parse_amount(text: str, reading: Reading | None = None) -> Amount:
    """Parses the value of an indicator as official tables print it.

    `Rp`, a bound (`≥`, `min.`), a percent sign, the mark of a footnote and the number in words
    (`8 (delapan)`) are not part of the number; `Rp 1,2 M` and `1,2 juta` are multiplied. A range
    may be written from its high end. Text that neither is nor looks like a number is returned as
    words. `reading` is that of ambiguous numbers, as in `parse_number` if it is None. Raises
    `MisreadError` for text that looks like a number but is not one.
    """
    if len(text) > LONGEST:
        return text
    bare = bare_number(text)
    if ALONE.fullmatch(bare):
        return _number(bare, reading)
    if found := RANGE.fullmatch(bare):
        low, high = sorted(_number(each, reading) for each in found.groups())
        return Span(low, high)
    if found := SCALED.fullmatch(bare):
        power = (RUPIAH_SCALES if RUPIAH.match(text) else SCALES).get(found[2].lower())
        return text if power is None else _number(found[1], reading).scaleb(power)
    return text


def ambiguous(text: str) -> bool:
    """Whether the value of an indicator has two meanings, as `3.125` and `1,250–1,300` have."""
    if "." not in text and "," not in text:
        return False
    try:
        return parse_amount(text, "decimal") != parse_amount(text, "thousands")
    except MisreadError:
        return False


@lru_cache(maxsize=4096)
def marks(text: str) -> Marks:
    """The separators in `text` whose meaning is certain."""
    found = Marks()
    for token in re.findall(r"\d[\d.,]*\d", text[:LONGEST]):
        if AMBIGUOUS.fullmatch(token):
            continue
        if GROUPED.fullmatch(token):
            found = found.joined(Marks(frozenset(token) & {","}, frozenset(".")))
        elif PLAIN.fullmatch(token):
            found = found.joined(Marks(frozenset(token) & {".", ","}))
    return found


def separators(text: str) -> set[str]:
    """The separators of the ambiguous numbers in `text`."""
    tokens = re.findall(r"\d[\d.,]*\d", text[:LONGEST])
    return {sign for each in tokens if AMBIGUOUS.fullmatch(each) for sign in SIGNS.findall(each)}


def bare_number(text: str) -> str:
    """The number, range or words in `text`, without the signs around them."""
    bare = BOUND.sub("", RUPIAH.sub("", BOUND.sub("", text)))
    for _ in range(3):
        bare = BEHIND.sub("", bare) if bare[:1].isdigit() or bare[:1] in "-−" else bare
    return bare


def _number(text: str, reading: Reading | None) -> Decimal:
    text = text.replace("−", "-")
    if reading and AMBIGUOUS.fullmatch(text):
        return Decimal(SIGNS.sub("." if reading == "decimal" else "", text))
    number = parse_number(text)
    if number is None:
        raise MisreadError(english_reading(text))
    return number


def plain_number(number: Decimal) -> str:
    """Formats a number without exponent and without trailing zeros after the point: `12.5`."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def json_number(number: Decimal) -> Any:
    """Converts a number for JSON; to text if JSON readers would lose digits."""
    text = plain_number(number)
    if len(text.lstrip("-0.")) > LONGEST_EXACT:
        return text
    return float(text) if "." in text else int(text)
