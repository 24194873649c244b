"""Problems as SARIF 2.1.0, the format in which services for code collect findings."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from pendopo import __version__
from pendopo.basics.translations import Translate
from pendopo.problems.formats.rows import LEFT_OUT, Row, by_severity, quoted
from pendopo.problems.problem import Severity
from pendopo.problems.sentences import SENTENCES, general

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
"""The name by which readers of SARIF know the root of the repository."""
MOST_RESULTS = 25_000
"""Results of a run that GitHub accepts; it refuses a file with more."""
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "information": "note"}


def sarif(found: Iterable[Row], language: str, translate: Translate) -> str:
    """One run with all problems, the errors first, and a rule for each code among them.

    It is plain ASCII: whatever the encoding of the terminal, the text stays JSON.
    """
    known = by_severity(found)
    shown = known[:MOST_RESULTS]
    codes = sorted({row.code for row in shown})
    rules = [_rule(code, translate) for code in codes]
    positions = {code: index for index, code in enumerate(codes)}
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "Pendopo", "version": __version__, "rules": rules}},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": [_result(row, positions[row.code]) for row in shown],
    }
    if known[MOST_RESULTS:]:
        run["invocations"] = _invocations(known[MOST_RESULTS:], translate)
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: str, translate: Translate) -> dict[str, Any]:
    sentence = SENTENCES[code]
    severity: Severity = "information" if sentence.information else "error"
    severity = "warning" if sentence.warning else severity
    return {
        "id": code,
        "shortDescription": _message(general(translate(sentence.wrong))),
        "help": _message(general(translate(sentence.mend))),
        "defaultConfiguration": {"level": LEVELS[severity]},
    }


def _result(row: Row, rule: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _location(row.path)}
    if row.line is not None:
        place["region"] = {"startLine": row.line, "startColumn": row.column}
    return {
        "ruleId": row.code,
        "ruleIndex": rule,
        "level": LEVELS[row.severity],
        "message": _message(f"{row.message}\n{row.remedy}"),
        "locations": [{"physicalLocation": place}],
    }


def _location(path: str) -> dict[str, str]:
    if path.startswith("/"):
        return {"uri": f"file://{quoted(path)}"}
    return {"uri": quoted(path), "uriBaseId": ROOT}


def _invocations(left_out: Sequence[Row], translate: Translate) -> list[dict[str, Any]]:
    said = translate(LEFT_OUT).format(count=len(left_out))
    notice = {"level": "warning", "message": _message(said)}
    return [{"executionSuccessful": True, "toolExecutionNotifications": [notice]}]


def _message(text: str) -> dict[str, str]:
    """A message in which nothing is a link or a gap: SARIF writes `[…](…)` and `{0}` for those."""
    return {"text": re.sub(r"[\[\]\\]", r"\\\g<0>", text).replace("{", "{{").replace("}", "}}")}
