"""Declaration of the kind `redirects`: everything that redirects.yml adds to the site."""

from pendopo.basics.translations import N_
from pendopo.kinds.redirects import former, machines
from pendopo.kinds.redirects.former_rules import former_site_rules
from pendopo.kinds.redirects.record import REDIRECTS
from pendopo.kinds.redirects.rules import redirect_site_rules, redirects_rules
from pendopo.kinds.redirects.sentences import SENTENCES
from pendopo.site.kind import Kind

KIND = Kind(
    name="redirects",
    record=REDIRECTS,
    title=N_("Redirects"),
    sentences=SENTENCES,
    rules=redirects_rules,
    site_rules=(redirect_site_rules, former_site_rules),
    derived=(former.SOURCES,),
    portal_files=(machines.of_portal,),
    files=(machines.of_agency,),
    portal_left=(former.of_portal,),
    left=(former.of_agency,),
)
