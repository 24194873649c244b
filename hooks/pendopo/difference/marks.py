"""What a text holds that leads people to money or to others: numbers, addresses, hosts of links."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from pydantic import BaseModel

from pendopo.reading.values import is_checked

URL = re.compile(r"https?://[^\s<>\"'\\^`{|}\])]+", re.IGNORECASE)
CALLING = re.compile(r"(?:wa\.me/|phone=)\+?(\d{7,15})", re.IGNORECASE | re.ASCII)
"""The number in a link that begins a conversation."""
MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.ASCII)
DIGITS = re.compile(r"(?<![\w,])\+?\(?\d(?:[ .()-]{0,2}\d){6,24}(?![\w,]\d)", re.ASCII)
"""A run of digits, parted by single signs or not."""
AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+", re.ASCII)
MONEY = re.compile(r"(?:rp\.?|rupiah|idr)\s*$", re.IGNORECASE)
DAY = re.compile(r"\d{4}-\d\d-\d\d|\d\d?[-. ]\d\d?[-. ]\d{4}|\d{4} ?- ?\d{4}", re.ASCII)
TELEPHONE = re.compile(r"(?:62|0)\d{6,13}|\d{7,8}|1\d{4,7}", re.ASCII)
BANK = re.compile(
    r"\b(?:no\.?\s?rek|rek(?:ening|\.)?|bank|bca|bri|bni|btn|bsi|mandiri|cimb|permata|virtual|va|"
    r"dana|ovo|gopay|go-pay|shopeepay|linkaja|qris|dompet|e-?wallet|transfer|setor|bayar|"
    r"pembayaran)\b",
    re.IGNORECASE,
)
BEFORE, BEHIND = 80, 40
"""Letters before and behind a number within which a word says that it is one of an account."""
FEWEST = 10
"""Digits from which a number that is no telephone may be one of an account, whatever is said."""


class Marks(NamedTuple):
    """What texts hold, each as it is compared: digits alone, letters in lower case."""

    contacts: frozenset[str] = frozenset()
    accounts: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()


def marks(value: object, *, checked: bool = False) -> Marks:
    """What all texts of a value hold: of a text, a record, a list.

    In those of a field whose form is `checked`, as a code, no number is one of an account.
    """
    contacts, accounts, hosts = set[str](), set[str](), set[str]()
    for text, known in _texts(value, checked):
        links = [each for each in URL.findall(text) if not CALLING.search(each)]
        hosts |= {host for each in links if (host := _host(each))}
        bare = "" if known else URL.sub(_number_of, text)
        contacts |= {each.lower() for each in MAIL.findall(bare)}
        for number, of_account in _numbers(MAIL.sub(" ", bare)):
            (accounts if of_account else contacts).add(number)
    return Marks(frozenset(contacts), frozenset(accounts), frozenset(hosts))


def texts(value: Any) -> Iterator[str]:
    """Every text of a value, however deep."""
    return (text for text, _ in _texts(value, False))


def _texts(value: Any, checked: bool) -> Iterator[tuple[str, bool]]:
    match value:
        case str():
            yield value, checked
        case BaseModel():
            for name, info in type(value).model_fields.items():
                yield from _texts(getattr(value, name), is_checked(info))
        case tuple() | list():
            for each in value:
                yield from _texts(each, checked)
        case dict():
            for each in value.values():
                yield from _texts(each, checked)


def _numbers(text: str) -> Iterator[tuple[str, bool]]:
    """Each number of a telephone or an account, with whether it is one of an account."""
    for found in DIGITS.finditer(text):
        before, behind = text[: found.start()], text[found.end() :]
        written, digits = found[0], re.sub(r"\D", "", found[0])
        if AMOUNT.fullmatch(written) or DAY.fullmatch(written) or MONEY.search(before[-10:]):
            continue
        if BANK.search(before[-BEFORE:]) or BANK.search(behind[:BEHIND]):
            yield digits, True
        elif TELEPHONE.fullmatch(digits):
            yield re.sub(r"^62", "0", digits), False
        elif len(digits) >= FEWEST:
            yield digits, True


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _number_of(link: re.Match[str]) -> str:
    """The number that a link calls; nothing for other links."""
    number = CALLING.search(link[0])
    return f" {number[1]} " if number else " "
