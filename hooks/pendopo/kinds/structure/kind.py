"""Declaration of the kind `structure`: everything that structure.yml adds to the site."""

from pendopo.basics.translations import N_
from pendopo.kinds.structure import machines, pages
from pendopo.kinds.structure.record import STRUCTURE
from pendopo.kinds.structure.rules import structure_rules
from pendopo.kinds.structure.sentences import SENTENCES
from pendopo.site.kind import Kind, always

KIND = Kind(
    name="structure",
    record=STRUCTURE,
    title=N_("Organisational structure"),
    sentences=SENTENCES,
    kept=always,
    rules=structure_rules,
    pages=(pages.pages,),
    names=frozenset({pages.CHART, pages.DUTIES}),
    evidence=pages.evidence,
    weight=pages.weight,
    api=machines.API,
)
