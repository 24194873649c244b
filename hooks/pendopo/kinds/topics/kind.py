"""Declaration of the kind `topics`: everything that topics.yml adds to the site."""

from pendopo.basics.translations import N_
from pendopo.kinds.topics import pages
from pendopo.kinds.topics.record import TOPICS
from pendopo.kinds.topics.rules import topics_rules
from pendopo.kinds.topics.sentences import SENTENCES
from pendopo.kinds.topics.vocabulary import VOCABULARY
from pendopo.site.kind import Kind

KIND = Kind(
    name="topics",
    record=TOPICS,
    title=N_("Topics of the news"),
    section="news",
    sentences=SENTENCES,
    rules=topics_rules,
    derived=(VOCABULARY,),
    portal_pages=(pages.pages,),
    links=pages.links,
)
