"""Declaration of the kind `events`: everything that events add to the site."""

from pendopo.basics.translations import N_
from pendopo.kinds.events.evidence import evidence
from pendopo.kinds.events.listed import PLACE
from pendopo.kinds.events.machines import api, calendars
from pendopo.kinds.events.pages import event, lists, panel
from pendopo.kinds.events.record import EVENT
from pendopo.kinds.events.rules import event_link_rules, event_rules
from pendopo.kinds.events.sentences import SENTENCES
from pendopo.site.kind import Kind

KIND = Kind(
    name="events",
    record=EVENT,
    title=N_("Event"),
    section="news",
    sentences=SENTENCES,
    rules=event_rules,
    link_rules=(event_link_rules,),
    portal_pages=(lists.of_all,),
    pages=(lists.pages, event.pages),
    portal_files=(calendars.of_all,),
    files=(calendars.files,),
    portal_names=frozenset({PLACE}),
    names=frozenset({PLACE}),
    panels=(panel.PANEL,),
    evidence=evidence,
    weight=event.weight,
    links=lists.links,
    api=api.API,
)
