"""Declaration of the kind `agency`: everything that agency.yml adds to the site."""

from pendopo.basics.translations import N_
from pendopo.kinds.agency import machines, pages
from pendopo.kinds.agency.contacts import page as contact_page
from pendopo.kinds.agency.contacts import sentences as of_contacts
from pendopo.kinds.agency.contacts import view
from pendopo.kinds.agency.contacts.rules import periods_far
from pendopo.kinds.agency.labels import CHOICES, FOR_TEMPLATES
from pendopo.kinds.agency.lifecycle import parts
from pendopo.kinds.agency.lifecycle import sentences as of_lifecycle
from pendopo.kinds.agency.lifecycle.lineage import LINEAGE
from pendopo.kinds.agency.lifecycle.rules import status_timely_rules, successors_exist
from pendopo.kinds.agency.record.agency import AGENCY
from pendopo.kinds.agency.rules import agency_rules, code_of_parent, cover_is_large, types_named
from pendopo.kinds.agency.sentences import SENTENCES
from pendopo.site.kind import Kind, always

KIND = Kind(
    name="agency",
    record=AGENCY,
    title=N_("Profile of an agency"),
    sentences={**SENTENCES, **of_contacts.SENTENCES, **of_lifecycle.SENTENCES},
    kept=always,
    rules=agency_rules,
    link_rules=(code_of_parent, types_named, cover_is_large, successors_exist),
    timely_rules=(periods_far, status_timely_rules),
    derived=(LINEAGE,),
    pages=(pages.pages, contact_page.pages),
    portal_files=(machines.of_all,),
    files=(machines.of_agency,),
    names=frozenset({view.NAME}),
    banners=(parts.BANNER,),
    evidence=contact_page.evidence,
    weight=pages.weight,
    labels=FOR_TEMPLATES,
    watched={"address": "contact", "social": "contact", "website": "contact"},
    choices=CHOICES,
)
