"""Declaration of the kind `announcements`: everything that announcements add to the site."""

from pendopo.basics.translations import N_
from pendopo.kinds.announcements.evidence import evidence
from pendopo.kinds.announcements.labels import CHOICES, LABELS
from pendopo.kinds.announcements.listed import PLACE
from pendopo.kinds.announcements.machines import api, feeds
from pendopo.kinds.announcements.notices import notices
from pendopo.kinds.announcements.pages import announcement, lists, panel
from pendopo.kinds.announcements.record import ANNOUNCEMENT
from pendopo.kinds.announcements.rules import announcement_link_rules, announcement_rules
from pendopo.kinds.announcements.sentences import SENTENCES
from pendopo.site.kind import Kind

KIND = Kind(
    name="announcements",
    record=ANNOUNCEMENT,
    title=N_("Announcement"),
    section="news",
    sentences=SENTENCES,
    rules=announcement_rules,
    link_rules=(announcement_link_rules,),
    portal_pages=(lists.of_all,),
    pages=(lists.pages, announcement.pages),
    portal_files=(feeds.of_all,),
    files=(feeds.files,),
    portal_names=frozenset({PLACE}),
    names=frozenset({PLACE}),
    quoted=feeds.quoted,
    notices=notices,
    panels=(panel.PANEL,),
    evidence=evidence,
    weight=announcement.weight,
    labels=LABELS,
    links=lists.links,
    api=api.API,
    choices=CHOICES,
)
