"""Declaration of the kind `services`: everything that services add to the site."""

from pendopo.basics.translations import N_
from pendopo.kinds.services import machines
from pendopo.kinds.services.evidence import evidence
from pendopo.kinds.services.labels import CHOICES, FOR_TEMPLATES
from pendopo.kinds.services.pages import addresses, of_agency, of_all, panel, service
from pendopo.kinds.services.record.service import SERVICE
from pendopo.kinds.services.rules import reopened, service_link_rules, service_rules
from pendopo.kinds.services.sentences import SENTENCES
from pendopo.site.kind import Kind, always

KIND = Kind(
    name="services",
    record=SERVICE,
    title=N_("Service"),
    section="services",
    sentences=SENTENCES,
    kept=always,
    rules=service_rules,
    link_rules=(service_link_rules,),
    timely_rules=(reopened,),
    portal_pages=(of_all.pages,),
    pages=(of_agency.pages, service.pages),
    portal_files=(machines.files,),
    portal_names=frozenset({addresses.NAME}),
    names=frozenset({addresses.NAME}),
    panels=(panel.PANEL,),
    evidence=evidence,
    weight=service.weight,
    labels=FOR_TEMPLATES,
    about=of_all.about,
    links=of_all.links,
    api=machines.API,
    choices=CHOICES,
)
