"""Declaration of the kind `faq`: everything that faq.yml adds to the site."""

from pendopo.basics.translations import N_
from pendopo.kinds.faq import machines, pages
from pendopo.kinds.faq.record import FAQ
from pendopo.kinds.faq.rules import faq_rules
from pendopo.kinds.faq.sentences import SENTENCES
from pendopo.site.kind import Kind, always

KIND = Kind(
    name="faq",
    record=FAQ,
    title=N_("Questions and answers"),
    section="services",
    sentences=SENTENCES,
    kept=always,
    rules=faq_rules,
    pages=(pages.pages,),
    names=frozenset({pages.NAME}),
    panels=(pages.PANEL,),
    weight=pages.weight,
    api=machines.API,
)
