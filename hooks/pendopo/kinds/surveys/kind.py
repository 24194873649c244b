"""Declaration of the kind `surveys`: everything that surveys add to the site."""

from pendopo.basics.translations import N_
from pendopo.kinds.surveys import machines, pages
from pendopo.kinds.surveys.labels import CHOICES, FOR_TEMPLATES
from pendopo.kinds.surveys.record import SURVEY
from pendopo.kinds.surveys.rules import survey_link_rules, survey_rules
from pendopo.kinds.surveys.sentences import SENTENCES
from pendopo.site.kind import Kind

KIND = Kind(
    name="surveys",
    record=SURVEY,
    title=N_("Public satisfaction survey"),
    section="services",
    sentences=SENTENCES,
    rules=survey_rules,
    link_rules=(survey_link_rules,),
    pages=(pages.pages,),
    files=(machines.files,),
    names=frozenset({pages.NAME}),
    evidence=pages.evidence,
    weight=pages.weight,
    labels=FOR_TEMPLATES,
    api=machines.API,
    choices=CHOICES,
)
