"""Examines two governments, the tests' and the demonstration's: their pages, and their data."""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from browsing import opened, served
from kind_samples import MINIATURE, PAGES
from places import site_of

from . import axe, editors, html_validate, lighthouse, nu
from .choice import chosen
from .findings import Finding, told

ROOT = Path(__file__).parents[2]
MODULES = ROOT / ".venv" / "audit" / "node_modules"
SITES = {"miniature": MINIATURE, "demonstration": ROOT / "data"}
TODAY = date(2026, 2, 1)
TOOLS = ("axe", "nu", "html-validate")
ROW = "{:62}{:>5}{:>5}{:>15}{:>13}{:>15}{:>16}{:>5}{:>7}"


def build(data: Path, site: Path, address: str) -> None:
    """The site as it will be published at `address`, on the day that the tests live in."""
    settings = {"PENDOPO_DATA": str(data), "SITE_URL": address, "SOURCE_DATE_EPOCH": "1769900000"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir"]
    subprocess.run([*command, str(site)], cwd=ROOT, env=os.environ | settings, check=True)


def measured(name: str, pages: Sequence[str]) -> list[str]:
    """The `pages` that Lighthouse measures; the others see every page."""
    if name == "miniature":
        return list(PAGES.values())
    return chosen(site_of(SITES[name], TODAY)[0].pages, pages)


def leads_on(page: Path) -> bool:
    """Whether a page is left for another before anybody could look at it."""
    return 'http-equiv="refresh"' in page.read_text(encoding="utf-8")


def examine(name: str, site: Path) -> list[Finding]:
    """All that the tools have against a site; prints how each page fares."""
    with served(site) as address:
        build(SITES[name], site, address)
        found = list(nu.errors(MODULES / "vnu-jar/build/dist/vnu.jar", site))
        found += html_validate.errors(MODULES, site)
        files = [each for each in sorted(site.rglob("*.html")) if not leads_on(each)]
        pages = [each.relative_to(site).as_posix().removesuffix("index.html") for each in files]
        with opened() as browser:
            found += axe.violations(browser, MODULES / "axe-core/axe.min.js", address, pages)
        print(ROW.format(f"{name}, {len(pages)} pages", *TOOLS, *lighthouse.MARKS, "shift"))
        for page, measure in lighthouse.measured(MODULES, address, measured(name, pages)):
            found += lighthouse.findings(page, measure)
            counts = Counter(each.tool for each in found if each.page == page)
            of_tools = [counts[tool] for tool in TOOLS]
            row = f"/{page}", *of_tools, *measure.scores.values(), measure.shift
            print(ROW.format(*row), flush=True)
    return found


def main() -> int:
    """Examines both sites and their data; 1 where anything has been found."""
    begun = time.monotonic()
    with TemporaryDirectory() as folder:
        found = [each for name in SITES for each in examine(name, Path(folder, name))]
    found += editors.findings(MODULES, ROOT, SITES)
    print("", *told(found), sep="\n")
    print(f"{len(found)} findings in {time.monotonic() - begun:.0f} seconds")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
