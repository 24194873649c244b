"""axe-core on every page, in every width and colour scheme."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from .findings import Finding

VIEWS = [(width, scheme) for width in (360, 1280) for scheme in ("light", "dark")]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RUN = """
tags => axe.run({runOnly: tags, resultTypes: ["violations"]}).then(found => found.violations.map(
  each => [`${each.id}: ${each.help}`, each.nodes[0].html.slice(0, 160)]))
"""


def violations(
    browser: Browser, script: Path, address: str, pages: Sequence[str]
) -> Iterator[Finding]:
    """The violations that axe finds on the `pages` of the site at `address`."""
    axe = script.read_text(encoding="utf-8")
    for width, scheme in VIEWS:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        page = context.new_page()
        for path in pages:
            page.goto(address + path)
            page.evaluate(axe)
            for rule, element in page.evaluate(RUN, TAGS):
                yield Finding("axe", rule, path, f"at {width} px, {scheme}: {element}")
        context.close()
