"""Field types: they check text as typed and convert it to values.

Each validator raises `PydanticCustomError(code, ...)` with the code of a registered sentence; its
context fills the sentence. The refused text is always available as `value`.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from pendopo.basics.colours import LIGHT, READABLE, contrast
from pendopo.basics.days import day_in
from pendopo.basics.markdown import faults
from pendopo.basics.numbers import (
    AMBIGUOUS,
    MisreadError,
    bare_number,
    english_reading,
    parse_amount,
    parse_number,
)
from pendopo.reading.accepts import Accepts
from pendopo.reading.meant import plain_name
from pendopo.reading.signs import invisible

EMPTY_LINES = re.compile(r"\A(?:[ \t]*\n)+")
JOINERS = "\u200c\u200d"
FLAGS = {"ya": True, "yes": True, "true": True, "tidak": False, "no": False, "false": False}
FILE_NAME = r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\."
PICTURE_NAME = rf"{FILE_NAME}(?i:jpg|jpeg|png|webp)"
DOCUMENT_NAME = rf"{FILE_NAME}(?i:pdf|csv|docx|xlsx|pptx|odt|ods|odp)"
ANY_MEDIA_NAME = rf"{PICTURE_NAME}|{DOCUMENT_NAME}"
NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")


def described(
    title: str, description: str, example: object, default: Any = ..., *, published: bool = True
) -> Any:
    """A pydantic field with the title, description and example that data editors show.

    What is not `published` is in no file of the API, nor in its schemas.
    """
    return Field(
        default,
        title=title,
        description=description,
        examples=[example],
        exclude=None if published else True,
    )


def refuse(code: str, **values: object) -> PydanticCustomError:
    """Creates the error that a validator raises."""
    return PydanticCustomError(code, "see messages", values)


@dataclass(frozen=True)
class Text:
    """The validator of text: it has at most `limit` characters, perhaps all on one line.

    `brief` text has a few as a rule, whatever its limit: forms give it little room.
    """

    limit: int
    one_line: bool = False
    markdown: bool = False
    brief: bool = field(default=False, compare=False)

    def __call__(self, value: object) -> object:
        """Return `value` without what surrounds it. Raises `PydanticCustomError`."""
        if not isinstance(value, str):
            return value
        # Spaces before the first line say how its paragraph or list is indented.
        text = EMPTY_LINES.sub("", value).rstrip() if self.markdown else value.strip()
        if not text.strip(JOINERS):
            raise refuse("text-empty")
        if found := invisible(text):
            raise refuse("text-character", character=f"U+{ord(found[0]):04X}")
        if self.one_line and "\n" in text:
            raise refuse("text-line")
        if len(text) > self.limit:
            raise refuse("text-long", length=len(text), limit=self.limit)
        if self.markdown and (found_faults := faults(text)):
            skipped = value[: value.index(text)].count("\n")
            raise refuse("markup", faults=found_faults, skipped=skipped)
        return text


Line = Annotated[str, BeforeValidator(Text(300, one_line=True))]
"""Plain text on one line, shown as typed."""

ShortLine = Annotated[str, BeforeValidator(Text(100, one_line=True))]
"""Plain text of a few words, such as a name within a list."""

Statement = Annotated[str, BeforeValidator(Text(2_000, one_line=True))]
"""An official sentence: plain text, shown word for word."""

Lines = Annotated[str, BeforeValidator(Text(2_000))]
"""Plain text whose line ends are kept."""

Prose = Annotated[str, BeforeValidator(Text(20_000, markdown=True))]
"""GitHub-flavoured Markdown without HTML and pictures, of several paragraphs."""


@dataclass(frozen=True)
class Matching(Accepts):
    """The validator that refuses, with `code`, text that `pattern` does not fully match."""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, which is read once."""
        return re.compile(self.pattern, re.ASCII)

    def __call__(self, value: str) -> str:
        """Return `value`. Raises `PydanticCustomError`."""
        if not self.compiled.fullmatch(value):
            raise refuse(self.code)
        return value


def matching(code: str, pattern: str) -> AfterValidator:
    """Creates a validator that refuses, with `code`, text that `pattern` does not fully match."""
    return AfterValidator(Matching(code, pattern))


RegionCode = Annotated[Line, matching("region-code", r"\d\d(\.\d\d(\.\d\d(\.[123]\d{3})?)?)?")]
"""Code of the Ministry of Home Affairs: province, regency or city, district, village."""

BpsCode = Annotated[Line, matching("bps-code", r"\d{2}(\d{2}(\d{3}(\d{3})?)?)?")]
PostalCode = Annotated[Line, matching("postal-code", r"\d{5}")]
NUMBER = re.compile(r"1[0-9]{2,5}|\+?[0-9(][0-9() .-]{3,24}[0-9]", re.ASCII)
MOST_DIALLED = 15
"""Digits of a telephone number (ITU-T E.164)."""
WITHIN = re.compile(r"\+?\(?[0-9][0-9() .-]{3,24}[0-9]", re.ASCII)
"""A telephone number in a text that has more."""


def _phone(value: str) -> str:
    if NUMBER.fullmatch(value):
        return value
    if re.fullmatch(r"\(?0\d{2,3}\)?\s?/\s?\d{5,8}", value, re.ASCII):
        raise refuse("phone-label", number=re.sub(r"\s?/\s?", "-", value))
    words = re.split(r"(?i)\b(?:ext|pesawat|psw|ekst)\b", value)
    found = [each.strip() for each in WITHIN.findall(words[0])]
    if not found or any(sum(map(str.isdigit, each)) > MOST_DIALLED for each in found):
        raise refuse("phone")
    if len(found) > 1:
        raise refuse("phone-several", numbers=", ".join(found))
    if len(words) > 1:
        extension = re.search(r"\d{1,7}", words[1], re.ASCII)
        raise refuse(
            "phone-extension", number=found[0], extension=extension[0] if extension else "…"
        )
    if re.search(r"(?i)\bw\.?a\b|whats ?app", value):
        raise refuse("phone-whatsapp", number=found[0])
    raise refuse("phone-label", number=found[0])


Phone = Annotated[Line, Accepts("phone", NUMBER.pattern), AfterValidator(_phone)]
EMAIL = r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@([A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}"


def small(address: str) -> str:
    """A mail address in small letters where it ends in capitals, as letterheads print it."""
    return address.lower() if address[-1].isupper() else address


Email = Annotated[Line, matching("email", EMAIL), AfterValidator(small)]


class MediaUse(Enum):
    """The use of a file of the folder media, which decides how it is published."""

    EMBLEM = "emblem"
    COVER = "cover"
    PICTURE = "picture"
    DOCUMENT = "document"


class _FileName(Matching):
    """The validator of names of files, whose pattern begins with `FILE_NAME`."""

    def __call__(self, value: str) -> str:
        """Return `value`. Raises `PydanticCustomError`."""
        stem, _, ending = value.rpartition(".")
        suffix = self.pattern.removeprefix(FILE_NAME)
        name = re.sub(r"^(?:\./)?media[/\\]", "", value)
        if name != value and self.compiled.fullmatch(name):
            raise refuse("media-folder", meant=name)
        sound = self.compiled.fullmatch(value) or not re.fullmatch(suffix, ending, re.ASCII)
        if sound or "/" in value or "\\" in value:
            return super().__call__(value)
        meant = plain_name(stem)[:100] or "berkas"
        raise refuse("media-signs", meant=f"{meant}.{ending}")


_PICTURE = AfterValidator(_FileName("media-name", PICTURE_NAME))
_DOCUMENT = AfterValidator(_FileName("document-name", DOCUMENT_NAME))
EmblemName = Annotated[Line, _PICTURE, MediaUse.EMBLEM]
CoverName = Annotated[Line, _PICTURE, MediaUse.COVER]
PictureName = Annotated[Line, _PICTURE, MediaUse.PICTURE]
DocumentName = Annotated[Line, _DOCUMENT, MediaUse.DOCUMENT]
Key = Annotated[Line, matching("key", NAME.pattern)]
"""One segment of an address: lowercase letters, digits and hyphens."""


def is_web_address(text: str) -> bool:
    """Whether `text` is an absolute http(s) address without user name or unsafe characters."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(host and re.fullmatch(r"[A-Za-z0-9.-]+", host))
        and "@" not in parts.netloc
        and not re.search(r"[\s\\<>\"`{}|^]", text)
    )


def _web_address(value: str) -> str:
    if not is_web_address(value):
        raise refuse("url")
    return value


ADDRESS = r"(?i:https?)://[A-Za-z0-9.-]+(?::\d*)?(?:[/?#][^\s\\<>\"`{}|^]*)?"
WebAddress = Annotated[Line, Accepts("url", ADDRESS), AfterValidator(_web_address)]


def _colour(value: str) -> str:
    colour = value.lower()
    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        raise refuse("colour")
    ratio = contrast(colour, LIGHT)
    if ratio < READABLE:
        raise refuse("colour-contrast", ratio=f"{ratio:.2f}")
    return colour


Colour = Annotated[Line, Accepts("colour", "#[0-9A-Fa-f]{6}"), AfterValidator(_colour)]
"""`#rrggbb`, dark enough for white text on it, and for text in it on white."""


def _number(value: object) -> object:
    if not isinstance(value, str):
        return value
    parsed = parse_number(value)
    if parsed is None:
        if reading := english_reading(value):
            raise refuse("number-english", reading=reading)
        raise refuse("number")
    return parsed


def _amount(value: str) -> str:
    try:
        parse_amount(value)
    except MisreadError as misread:
        if misread.reading:
            raise refuse("number-english", reading=misread.reading) from None
        raise refuse("amount") from None
    return value


_AMOUNT = BeforeValidator(Text(2_000, one_line=True, brief=True))
Amount = Annotated[str, _AMOUNT, AfterValidator(_amount)]
"""The value of an indicator as printed: a number, a range or words (`numbers.parse_amount`)."""


def _whole(value: object) -> object:
    try:
        number = _number(value)
    except PydanticCustomError as refused:
        if refused.type == "number":
            raise refuse("number-whole") from None
        raise
    if not isinstance(number, Decimal):
        return number
    if (
        not re.fullmatch(r"\d{1,3}(\.\d{3})*|\d+", str(value), re.ASCII)
        or number < 0
        or number != number.to_integral_value()
        or number > 10**15
    ):
        raise refuse("number-whole")
    return int(number)


def year(value: object) -> object:
    """Converts text to a calendar year, 1945 to 2100. Raises `PydanticCustomError` otherwise."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{4}", value, re.ASCII) or not 1945 <= int(value) <= 2100:
        raise refuse("year")
    return int(value)


def _date(value: object) -> object:
    if not isinstance(value, str):
        return value
    day = day_in(value.strip())
    if not day or not 1945 <= day.year <= 2100:
        raise refuse("date")
    return day


def _flag(value: object) -> object:
    if isinstance(value, str):
        if value.lower() not in FLAGS:
            raise refuse("flag")
        return FLAGS[value.lower()]
    return value


CLOCK = r"([01]?\d|2[0-3])[:.][0-5]\d"


def _time(value: str) -> str:
    if not re.fullmatch(CLOCK, value, re.ASCII):
        raise refuse("time")
    return value.replace(".", ":").zfill(5)


def _end_time(value: str) -> str:
    return "24:00" if value in ("24:00", "24.00") else _time(value)


def _size(value: object) -> object:
    if isinstance(value, str) and AMBIGUOUS.fullmatch(value):
        whole, behind = re.split("[.,]", value)
        raise refuse("number-ambiguous", decimal=f"{whole},{behind}0", thousands=whole + behind)
    number = _number(value)
    if isinstance(number, Decimal) and number <= 0:
        raise refuse("number-positive")
    return number


def _quantity(value: object) -> object:
    number = _number(bare_number(value.strip())) if isinstance(value, str) else value
    if isinstance(number, Decimal) and number < 0:
        raise refuse("number-negative")
    return number


def _percent(value: object) -> object:
    if isinstance(value, str) and AMBIGUOUS.fullmatch(bare := bare_number(value.strip())):
        return Decimal(bare.replace(",", "."))
    return _quantity(value)


WITH_DIGITS = r".*\d.*"
Rupiah = Annotated[Decimal, Accepts("number", WITH_DIGITS, 0), BeforeValidator(_quantity)]
"""A number of 0 or more, with or without `Rp`."""

Percent = Annotated[Decimal, Accepts("number", WITH_DIGITS, 0), BeforeValidator(_percent)]
"""A number of 0 or more, with or without `%`; `96.153` is a decimal fraction."""

Number = Annotated[Decimal, Accepts("number", r"\d[\d.,]*", 0), BeforeValidator(_size)]
"""A number above 0."""

Whole = Annotated[int, Accepts("number-whole", r"\d[\d.]*", 0, 10**15), BeforeValidator(_whole)]
Year = Annotated[int, Accepts("year", r"\d{4}", 1945, 2100), BeforeValidator(year)]
Flag = Annotated[bool, Accepts("flag", f"(?i:{'|'.join(FLAGS)})"), BeforeValidator(_flag)]
"""`ya` or `tidak`, `true` or `false`."""

_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20|21)\d\d"
DAY = (
    rf"{_YEAR}[-/]{_MONTH}[-/]{_DAY}|{_DAY}[-/.]{_MONTH}[-/.]{_YEAR}"
    rf"|{_DAY}[ -][A-Za-z]{{3,9}}\.?[ -]{_YEAR}"
)
Day = Annotated[date, Accepts("date", DAY), BeforeValidator(_date)]
"""`2018-04-25`; `25/4/2018` and `25 April 2018` are understood too."""
Time = Annotated[Line, Accepts("time", CLOCK), AfterValidator(_time)]
"""`HH:MM`; `8.00` is understood too."""

EndTime = Annotated[Line, Accepts("time", rf"{CLOCK}|24[:.]00"), AfterValidator(_end_time)]
"""`HH:MM`; `24:00` is the end of a day."""
