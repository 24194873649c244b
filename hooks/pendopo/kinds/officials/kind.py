"""Declaration of the kind `officials`: everything that officials add to the site."""

from pendopo.basics.translations import N_
from pendopo.kinds.officials import holders, machines
from pendopo.kinds.officials.labels import CHOICES, FOR_TEMPLATES
from pendopo.kinds.officials.pages import panel, people, person
from pendopo.kinds.officials.record import OFFICIAL, OfficialBrief
from pendopo.kinds.officials.rules import official_link_rules, official_rules
from pendopo.kinds.officials.sentences import SENTENCES
from pendopo.site.kind import Kind

KIND = Kind(
    name="officials",
    record=OFFICIAL,
    title=N_("Official"),
    sentences=SENTENCES,
    kept=OfficialBrief.serves,
    rules=official_rules,
    link_rules=(official_link_rules,),
    pages=(people.pages, person.pages),
    names=frozenset({holders.NAME}),
    panels=(panel.PANEL,),
    evidence=people.evidence,
    weight=person.weight,
    labels=FOR_TEMPLATES,
    api=machines.API,
    choices=CHOICES,
)
