"""Declaration of the kind `redirects`: everything that redirects.yml adds to the site."""

from pendopo.kinds.redirects import machines
from pendopo.kinds.redirects.record import REDIRECTS
from pendopo.kinds.redirects.rules import redirect_site_rules, redirects_rules
from pendopo.kinds.redirects.sentences import SENTENCES
from pendopo.site.kind import Kind

KIND = Kind(
    name="redirects",
    record=REDIRECTS,
    sentences=SENTENCES,
    rules=redirects_rules,
    site_rules=(redirect_site_rules,),
    portal_files=(machines.of_portal,),
    files=(machines.of_agency,),
)
