"""Problems as workflow commands, which GitHub shows as annotations at the lines of a change."""

from collections.abc import Iterable, Iterator
from itertools import islice

from pendopo.basics.translations import N_, Translate
from pendopo.problems.formats.rows import SEVERITIES, Row
from pendopo.problems.problem import Severity, printable

MOST = 10
"""Annotations of one severity that GitHub shows of a step."""
COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "information": "notice"}
TITLES: dict[Severity, str] = {
    "error": N_("To be mended before publication"),
    "warning": N_("Warning"),
    "information": N_("For information"),
}


def annotations(found: Iterable[Row], translate: Translate) -> Iterator[str]:
    """Yields the commands for the first problems of each severity, errors first."""
    known = [*found]
    for severity in SEVERITIES:
        same = (row for row in known if row.severity == severity)
        yield from (_command(row, translate) for row in islice(same, MOST))


def _command(row: Row, translate: Translate) -> str:
    properties = {"title": translate(TITLES[row.severity])}
    if row.line is not None:
        place = {"file": printable(row.path, None), "line": row.line, "col": row.column}
        properties = {name: str(value) for name, value in place.items()} | properties
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    said = _data(f"{row.message}\n{row.remedy}")
    return f"::{COMMANDS[row.severity]} {listed}::{said}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
