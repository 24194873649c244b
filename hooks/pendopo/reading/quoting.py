"""Values that need quotes, or have odd ones, with the line that would be right."""

import re
from collections.abc import Iterator

from pendopo.reading.blocks import STEP, before_key
from pendopo.reading.slip import Slip

CURLY = "“”„‟‘’‚‛«»"
"""Quotes that word processors put for straight ones."""
QUOTES = f"{CURLY}'\""
REMARK = re.compile(r"\s+# .*$")
DIGITS = re.compile(r"\d+:\s")
VALUE = re.compile(r"(\s*(?:- +)*(?:[^\s:#'\"-][^:#]*:\s+)?)(\S.*)$")
"""What stands before a value on its line, and the value."""


def quoted(text: str) -> str:
    """A text between quotes: single ones where that leaves what stands in it as it is."""
    if re.search(r'["\\]', text) and "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def quoted_value(line: str) -> str:
    """The line with quotes around all that stands behind its key or its hyphen."""
    found = VALUE.match(line)
    return f"{found[1]}{quoted(found[2].rstrip())}" if found else line


def within_curly(value: str) -> str:
    """The text that two quotes enclose of which a word processor has made one at least.

    Empty where they enclose a part of it alone, as in `“Satu”, kata Camat`.
    """
    first, inner, last = value[0], value[1:-1], value[-1]
    # An apostrophe within a word is a part of the text.
    others = re.sub(r"\b[‘’]\b", "", inner)
    ends = first in QUOTES and last in QUOTES and (first in CURLY or last in CURLY)
    return "" if not ends or any(sign in CURLY for sign in others) else inner


def quote_slips(line: str, at: int) -> Iterator[Slip]:
    """Quotes of word processors around a value, and one that has no counterpart."""
    before, value, remark = parts_of(line)
    if not value:
        return
    column = len(before)
    inner = within_curly(value)
    right = {at: f"{before}{quoted(inner or value.strip(QUOTES))}{remark}"}
    if inner:
        yield Slip("yaml-curly", at, column, right, True, {"value": value}, sure=True)
    elif value[0] in "'\"" and value[0] not in value[1:]:
        yield Slip("yaml-open", at, column, right, False, {"value": value[0]}, sure=True)


def text_slips(line: str, at: int) -> Iterator[Slip]:
    """A value that YAML reads differently from a person."""
    before, value, remark = parts_of(line)
    if not value:
        return
    right = {at: f"{before}{quoted(_bare(value))}{remark}"}
    slip = Slip("yaml-quote", at, len(before), right, True, {"value": value}, sure=True)
    if value[0] in "[{" and not re.search(r"[\]}]", value):
        closed = f"{before}{value}{']}'[value[0] == '{']}{remark}"
        right = {at: closed} if re.search("[:,]", value) else {}
        values = {"value": value[0]}
        yield slip._replace(code="yaml-open", right=right, certain=False, values=values)
    elif value[0] == "'" and value.count("'") > 2:
        yield slip._replace(code="yaml-single")
    elif value[0] in "'\"":
        escaped = "\\" in value and value.count('"') == len('""')
        yield slip._replace(code="yaml-backslash" if escaped else "yaml-quote-inside")
    elif found := re.match(r"([|>][-+]?) +(\S.*)", value):
        indent = " " * (len(before_key(line)) + STEP)
        right = {at: f"{before}{found[1]}\n{indent}{found[2]}"}
        yield slip._replace(code="yaml-block", right=right)
    elif _signed(value):
        yield slip._replace(values={"value": value, "sign": value[0]})
    elif before.strip() and value[0] not in "[{" and re.search(r":(\s|$)", value):
        # A year before the colon may be the key of a value of that year.
        yield slip._replace(code="yaml-colon-inside", certain=not DIGITS.match(value))


def parts_of(line: str) -> tuple[str, str, str]:
    """What stands before a value, the value, and the remark behind it."""
    found = VALUE.match(line)
    if not found:
        return line, "", ""
    value = found[2].rstrip()
    remark = REMARK.search(value)
    if remark and remark.start():
        return found[1], value[: remark.start()], remark[0]
    return found[1], value, ""


def _bare(value: str) -> str:
    """A value without the quotes that stand around it."""
    if len(value) > 1 and value[0] in "'\"" and value[-1] == value[0]:
        return value[1:-1]
    return value


def _signed(value: str) -> bool:
    """Whether a plain value begins with a sign that means something to YAML."""
    if value[0] + value[-1] in ("[]", "{}") or re.fullmatch(r"[|>][-+0-9]*", value):
        return False
    return value[0] in "@`%*&!|>{}[]," or bool(re.match(r"-(\s|$)", value))
