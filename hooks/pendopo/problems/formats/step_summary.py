"""Problems as a table for the summary of a step of a GitHub workflow."""

import re
from collections.abc import Iterable
from html import escape

from pendopo.basics.translations import N_, Translate
from pendopo.problems.formats.rows import LEFT_OUT, Row, by_severity, quoted
from pendopo.problems.problem import printable
from pendopo.problems.report import said

MOST_BYTES = 1_000_000
"""Size of a summary; GitHub drops one of more than 1 MiB as a whole."""
HEADS = (N_("Where"), N_("What is wrong"), N_("How to mend it"))
LIVE = re.compile(r"@|#|(?<=:)//|\bwww\b", re.IGNORECASE)
"""What GitHub makes mentions and links of, even in HTML, if it stands in one piece."""


def step_summary(
    found: Iterable[Row], counted: str, blob: str, translate: Translate, room: int = MOST_BYTES
) -> str:
    """The table with errors first, below the sentence `counted`; at most `room` bytes.

    Places are links to the files below the web address `blob`, unless that is empty.
    """
    # A table in HTML and not in Markdown: there is no Markdown in it, so data cannot write any.
    heads = "".join(f"<th>{_text(translate(head))}</th>" for head in HEADS)
    lines = ["", _text(counted), "", f"<table><tr>{heads}</tr>"]
    known = by_severity(found)
    room -= sum(_size(line) for line in [*lines, *_ending(len(known), translate)])
    kept: list[str] = []
    for row in known:
        line = _line(row, blob, translate)
        room -= _size(line)
        if room < 0:
            break
        kept.append(line)
    lines += [*kept, *_ending(len(known) - len(kept), translate)]
    return "\n".join([*lines, ""]) if known else ""


def _ending(left_out: int, translate: Translate) -> list[str]:
    told = translate(LEFT_OUT).format(count=left_out)
    return ["</table>", "", *([_text(told), ""] if left_out else [])]


def _size(line: str) -> int:
    return len(line.encode()) + 1


def _line(row: Row, blob: str, translate: Translate) -> str:
    # An empty line would end the table, and what follows be Markdown.
    remedy = "<br>".join(map(_text, row.remedy.split("\n")))
    message = said(row.severity, row.message, translate)
    cells = (_place(row, blob), _text(message), remedy)
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _place(row: Row, blob: str) -> str:
    place = printable(row.path, None)
    if row.line is None:
        return _text(place)
    place = _text(f"{place}:{row.line}:{row.column}")
    if not blob or row.path.startswith("/"):
        return place
    # Without `plain` GitHub shows a document instead of its lines.
    address = f"{blob}/{quoted(row.path)}?plain=1#L{row.line}"
    return f'<a href="{escape(address)}">{place}</a>'


def _text(text: str) -> str:
    return LIVE.sub(r"<span>\g<0></span>", escape(text))
