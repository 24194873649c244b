"""Declaration of the kind `news`: everything that articles add to the site."""

from pendopo.basics.translations import N_
from pendopo.kinds.news.lasting_ids import FIRST_ADDRESSES
from pendopo.kinds.news.machines import api, feeds
from pendopo.kinds.news.pages import archive, article, lists, panel
from pendopo.kinds.news.record import ARTICLE
from pendopo.kinds.news.rules import article_link_rules, article_rules
from pendopo.kinds.news.sentences import SENTENCES
from pendopo.site.kind import Kind

KIND = Kind(
    name="news",
    record=ARTICLE,
    title=N_("News article"),
    section="news",
    sentences=SENTENCES,
    rules=article_rules,
    link_rules=(article_link_rules,),
    derived=(FIRST_ADDRESSES,),
    portal_pages=(lists.of_all, archive.of_all),
    pages=(lists.pages, archive.pages, article.pages),
    portal_files=(feeds.of_all, api.of_all),
    files=(feeds.files,),
    portal_names=frozenset({"berita"}),
    names=frozenset({"berita"}),
    quoted=feeds.quoted,
    panels=(panel.PANEL,),
    weight=article.weight,
    feed=feeds.alternate,
    links=lists.links,
    api=api.API,
)
