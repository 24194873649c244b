"""Judges what the texts of a record say, as far as code can.

Nearly all texts are sound, so a rule reads those of a file only where a look at the whole file
shows that it may find something.
"""

from collections.abc import Callable, Iterator, Sequence
from operator import eq

from pydantic import BaseModel

from pendopo.basics.list_marks import BULLETS
from pendopo.reading.content import residue, words
from pendopo.reading.content.links import TOKENS as OF_LINKS
from pendopo.reading.content.links import links, may_have_links
from pendopo.reading.content.mail import private_mail
from pendopo.reading.content.weekdays import TOKENS, weekdays
from pendopo.reading.finding import Finding
from pendopo.reading.values import Text, texts_in

Rule = Callable[[Text], Iterator[Finding]]


def content(record: BaseModel, source: str) -> Iterator[Finding]:
    """What a careful colleague would ask about the texts of a record, whose file is `source`."""
    yield from private_mail(record, source)
    rules = [*_rules(source)]
    for text in texts_in(record) if rules else ():
        if not text.checked:
            for rule in rules:
                yield from rule(text)


def _rules(source: str) -> Iterator[Rule]:
    """The rules that may find something in a file."""
    tokens: Sequence[str] = source.lower().split()
    if not TOKENS.isdisjoint(tokens):
        yield weekdays
    if not residue.DRAFTED.isdisjoint(tokens):
        yield residue.placeholders
    if not residue.SIGNS.isdisjoint(tokens) or any(each in source for each in BULLETS):
        yield residue.typed_signs
    if any(map(eq, tokens, tokens[1:])):
        yield words.doubled
    if words.IN_CAPITALS.search(source):
        yield words.capitals
    if not OF_LINKS.isdisjoint(tokens) or may_have_links(source):
        yield links
    if "\xa0" in source or residue.ENTITY.search(source):
        yield residue.pasted
    if "](" in source or "**" in source:
        yield residue.markdown_in_plain_text
