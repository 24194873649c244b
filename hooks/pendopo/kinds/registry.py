"""All kinds of record, in the order of the menus: one line registers a kind."""

from pendopo.kinds.agency.kind import KIND as AGENCY
from pendopo.kinds.news.kind import KIND as NEWS
from pendopo.kinds.plans.kind import KIND as PLANS
from pendopo.kinds.portal.kind import KIND as PORTAL
from pendopo.kinds.redirects.kind import KIND as REDIRECTS
from pendopo.kinds.topics.kind import KIND as TOPICS
from pendopo.site.kind import Registry

KINDS = Registry((PORTAL, AGENCY, PLANS, NEWS, TOPICS, REDIRECTS))
