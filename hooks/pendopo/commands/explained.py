"""What `pendopo check --explain` prints of a code."""

from collections.abc import Iterator
from difflib import get_close_matches

from pendopo.basics.translations import Translate, of_terminal
from pendopo.commands import MISUSED
from pendopo.mkdocs import sentences as of_settings
from pendopo.problems.explained import explanation
from pendopo.problems.problem import printable
from pendopo.problems.sentences import SENTENCES, general
from pendopo.rendering import sentences as of_templates
from pendopo.starter import sentences as of_tables

KNOWN = {
    **SENTENCES,
    **of_settings.SENTENCES,
    **of_templates.SENTENCES,
    **of_tables.SENTENCES,
}
"""Also those that no check of data tells."""


def explain(code: str, translate: Translate) -> int:
    """Prints what a code means and how to mend it, with lines that are wrong and right."""
    if code not in KNOWN:
        near = ", ".join(get_close_matches(code[:100], KNOWN, cutoff=0.1))
        print(
            translate("There is no code {code}. Near: {near}").format(
                code=printable(code), near=near
            )
        )
        return MISUSED
    print("\n".join(_explained(code, translate)))
    return 0


def _explained(code: str, translate: Translate) -> Iterator[str]:
    wrong, mend = (general(translate(each)) for each in KNOWN[code][:2])
    yield wrong
    found = explanation(code)
    if found:
        yield found.meaning[of_terminal()]
    yield mend
    if found:
        for label, text in ((translate("Wrong:"), found.wrong), (translate("Right:"), found.right)):
            if text:
                yield from (
                    "",
                    label,
                    *(f"    {printable(line, None)}".rstrip() for line in text.split("\n")),
                )
    if KNOWN[code].warning:
        yield from ("", *_acknowledging(code, translate))


def _acknowledging(code: str, translate: Translate) -> Iterator[str]:
    """How a warning is acknowledged for good where nothing is to be mended."""
    reason = translate("the reason")
    yield translate("If it may stay: write the reason on its line or the one above:")
    yield f"    # periksa: {code} {reason}"
    yield translate("And within a text:")
    yield f"    <!-- periksa: {code} {reason} -->"
