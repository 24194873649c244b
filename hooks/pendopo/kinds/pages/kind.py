"""Declaration of the kind `pages`: everything that free pages add to the site."""

from pendopo.basics.translations import N_
from pendopo.kinds.pages import machines, pages
from pendopo.kinds.pages.record import FREE_PAGE
from pendopo.kinds.pages.rules import menu_is_short, page_rules, titles_differ
from pendopo.kinds.pages.sentences import SENTENCES
from pendopo.site.kind import Kind, always

KIND = Kind(
    name="pages",
    record=FREE_PAGE,
    title=N_("Free page"),
    section="about",
    sentences=SENTENCES,
    kept=always,
    rules=page_rules,
    link_rules=(titles_differ, menu_is_short),
    pages=(pages.pages,),
    names=frozenset({pages.NAME}),
    panels=(pages.PANEL,),
    weight=pages.weight,
    api=machines.API,
)
