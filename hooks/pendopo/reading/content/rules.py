"""Judges what the texts of a record say, as far as code can.

Nearly all texts are sound, so a rule reads those of a file only where a look at the whole file
shows that it may find something.
"""

from collections.abc import Callable, Iterator, Sequence, Set

from pydantic import BaseModel

from pendopo.basics.list_marks import BULLETS
from pendopo.reading.content import residue, words
from pendopo.reading.content.area_codes import without_area
from pendopo.reading.content.births import TOKENS as OF_BIRTHS
from pendopo.reading.content.births import births
from pendopo.reading.content.links import TOKENS as OF_LINKS
from pendopo.reading.content.links import links, may_have_links
from pendopo.reading.content.mail import private_mail
from pendopo.reading.content.weekdays import TOKENS, may_have_weekdays, weekdays
from pendopo.reading.finding import Finding
from pendopo.reading.values import Text, texts_in

Rule = Callable[[Text], Iterator[Finding]]
ANY = TOKENS | OF_BIRTHS | OF_LINKS | residue.DRAFTED | residue.SIGNS | residue.NUMBERS
"""Words that a rule looks for."""


def content(record: BaseModel, source: str) -> Iterator[Finding]:
    """What a careful colleague would ask about the texts of a record, whose file is `source`."""
    yield from private_mail(record, source)
    yield from without_area(record, source)
    rules = dict.fromkeys(_rules(source))
    for text in texts_in(record) if rules else ():
        if not text.checked:
            for rule in rules:
                yield from rule(text)


def _rules(source: str) -> Iterator[Rule]:
    """The rules that may find something in a file."""
    tokens: Sequence[str] = source.split()
    if not ANY.isdisjoint(tokens):
        yield from _with_tokens(source, {*tokens} & ANY)
    if any(each in source for each in BULLETS):
        yield residue.typed_signs
    if words.may_be_doubled(tokens):
        yield words.doubled
    if words.may_have_capitals(tokens):
        yield words.capitals
    links_at = source.split("](")[:-1]
    if may_have_links(source, links_at):
        yield links
    if "\xa0" in source or residue.ENTITY.search(source):
        yield residue.pasted
    if "\t" in source:
        yield residue.tabbed
    if residue.may_have_markdown([*links_at, *source.split("**")[:-1]]):
        yield residue.markdown_in_plain_text


def _with_tokens(source: str, found: Set[str]) -> Iterator[Rule]:
    """The rules that look for certain words, of which a file has some."""
    if may_have_weekdays(source, found & TOKENS):
        yield weekdays
    if found & OF_BIRTHS:
        yield births
    if found & residue.DRAFTED:
        yield residue.placeholders
    if found & residue.SIGNS:
        yield residue.typed_signs
    if found & residue.NUMBERS:
        yield residue.typed_numbers
    if found & OF_LINKS:
        yield links
