"""The theme's stylesheet without what it says of parts that no page has: two thirds of its weight.

What is kept is the look of text, buttons, notes and code; what goes is that of the theme's own
header, drawer, search and the like, and icons that nothing is left to show.
"""

import re
from collections.abc import Iterator

KEPT = {"md-typeset", "md-button", "md-grid", "md-main", "md-icon"}
COMPONENT = re.compile(r"\.(md-[a-z]+)")
EXTRAS = re.compile(
    r"\.(annotate|arithmatex|code|critic|doc|filename|footnote|glightbox|grid|headerlink|highlight"
    r"|js|keys|linenodiv|linenos|mermaid|no-|result|tabbed|task-list|twemoji)|\[data-md"
)
"""Parts made by extensions of Markdown and by scripts of the theme that are not in use."""
SELECTOR = re.compile(r",(?![^(]*\))")
ICON = re.compile(r'(--md-[\w-]+):url\("[^"]*"\);?')


def without_unused(css: str) -> str:
    """The rules of `css`, minified, that can apply to a page; in the same order."""
    kept = "".join(_used(css))
    return ICON.sub(lambda icon: icon[0] if f"var({icon[1]})" in kept else "", kept)


def _used(css: str) -> Iterator[str]:
    for rule in _rules(css):
        head, _, body = rule.partition("{")
        if head.startswith(("@media", "@supports")):
            if inner := "".join(_used(body[:-1])):
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield rule
        elif selectors := ",".join(filter(_applies, SELECTOR.split(head))):
            yield f"{selectors}{{{body}"


def _rules(css: str) -> Iterator[str]:
    """The outermost rules; a brace within quotation marks is none."""
    depth = start = 0
    for match in re.finditer(r'"[^"]*"|[{}]', css):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if match[0] == "}" and not depth:
            yield css[start : match.end()]
            start = match.end()


def _applies(selector: str) -> bool:
    return KEPT.issuperset(COMPONENT.findall(selector)) and not EXTRAS.search(selector)
