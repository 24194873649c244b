"""Declaration of the kind `albums`: everything that albums add to the site."""

from pendopo.basics.translations import N_
from pendopo.kinds.albums import machines, pages
from pendopo.kinds.albums.record import ALBUM
from pendopo.kinds.albums.rules import album_rules
from pendopo.kinds.albums.sentences import SENTENCES
from pendopo.site.kind import Kind

KIND = Kind(
    name="albums",
    record=ALBUM,
    title=N_("Album"),
    section="news",
    sentences=SENTENCES,
    rules=album_rules,
    pages=(pages.pages,),
    names=frozenset({pages.NAME}),
    panels=(pages.PANEL,),
    weight=pages.weight,
    api=machines.API,
)
