"""Declaration of the kind `portal`: portal.yml and the portal's own pages."""

from pendopo.basics.translations import N_
from pendopo.kinds.portal.labels import CHOICES
from pendopo.kinds.portal.machines import api, input_schemas, robots, security
from pendopo.kinds.portal.pages import agencies, front, panel, search
from pendopo.kinds.portal.record import PORTAL
from pendopo.kinds.portal.rules import expiry, portal_rules
from pendopo.kinds.portal.sentences import SENTENCES
from pendopo.site.kind import Kind, always

KIND = Kind(
    name="portal",
    record=PORTAL,
    title=N_("Portal"),
    sentences=SENTENCES,
    kept=always,
    rules=portal_rules,
    site_rules=(expiry,),
    portal_pages=(front.pages, agencies.pages, search.pages),
    portal_files=(api.of_all, input_schemas.of_all, robots.of_all, security.of_all),
    portal_names=frozenset({"instansi", "cari"}),
    panels=(panel.PANEL,),
    links=agencies.links,
    choices=CHOICES,
)
