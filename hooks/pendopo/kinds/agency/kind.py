"""Declaration of the kind `agency`: everything that agency.yml adds to the site."""

from pendopo.kinds.agency import machines, pages
from pendopo.kinds.agency.labels import FOR_TEMPLATES
from pendopo.kinds.agency.record.agency import AGENCY
from pendopo.kinds.agency.rules import agency_rules, code_of_parent, types_named
from pendopo.kinds.agency.sentences import SENTENCES
from pendopo.site.kind import Kind

KIND = Kind(
    name="agency",
    record=AGENCY,
    sentences=SENTENCES,
    rules=agency_rules,
    link_rules=(code_of_parent, types_named),
    pages=(pages.pages,),
    portal_files=(machines.of_all,),
    files=(machines.of_agency,),
    weight=pages.weight,
    labels=FOR_TEMPLATES,
)
