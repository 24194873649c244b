"""CSV files for spreadsheets.

UTF-8 with a byte order mark, and lines ending in CR LF (RFC 4180). Text that a spreadsheet would
interpret as a formula is prefixed with an apostrophe. Where lists are separated by semicolons, as
in Indonesia, a spreadsheet parts cells at these, does not see that they stand between quotes, and
takes what follows for a cell of its own: it gets an apostrophe as well.
"""

import re
from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SIGNS = re.compile(f"[{re.escape(''.join(FORMULA))}]")
BEGINS_CELL = re.compile(r"(^[\s\"]++|[;؛|\t\r\n][\s\"]*+)(?=[=+\-@＝＋－＠])")
"""Text before a formula: a separator of cells but the comma, with spaces or quotes.

Where the comma separates, quotes hold: a comma within a cell is none.
"""
NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text of a file with the names of its columns; all cells of `rows` must be `harmless`.

    Every cell is quoted unless it is empty or a number.
    """
    lines = (",".join(map(_cell, row)) for row in rows)
    return "\ufeff" + "".join(f"{line}\r\n" for line in (",".join(columns), *lines))


def _cell(text: str) -> str:
    if not text or NUMBER.fullmatch(text):
        return text
    return '"{}"'.format(text.replace('"', '""'))


def harmless(text: str) -> str:
    """Escapes a cell that a spreadsheet would interpret as a formula; numbers stay unchanged."""
    if not SIGNS.search(text) or NUMBER.fullmatch(text):
        return text
    guarded = BEGINS_CELL.sub(r"\1'", text)
    return f"'{guarded}" if guarded.startswith(FORMULA) else guarded
