"""Documents as evidence that an agency publishes what the law wants."""

from collections.abc import Iterator

from pendopo.basics.items import Item
from pendopo.government.agency import Agency
from pendopo.kinds.documents import places
from pendopo.kinds.documents.record import DOCUMENT
from pendopo.site.context import Context
from pendopo.site.evidence import Evidence
from pendopo.site.page import latest

BY_TYPE: dict[str, Item] = {
    "peraturan": "regulations",
    "keputusan": "regulations",
    "instruksi": "regulations",
    "surat-edaran": "regulations",
    "perencanaan": "plans",
    "laporan-kinerja": "performance",
}
"""What a document contains by its type alone."""


def of_documents(context: Context, agency: Agency) -> Iterator[Evidence]:
    """Yield what the readable documents contain, and the list of public information itself."""
    entries = agency.records(DOCUMENT)
    for entry in entries:
        brief = entry.brief
        if brief.excluded:
            continue
        items: set[Item] = {*brief.covers}
        if brief.type in BY_TYPE:
            items.add(BY_TYPE[brief.type])
        if brief.category == "serta-merta":
            items.add("immediate")
        for item in sorted(items):
            address = places.document(agency.id, entry.name)
            yield Evidence(item, brief.title, address, brief.state)
    if entries:
        title = context.translate("List of public information")
        day = latest(each.brief.state for each in entries)
        yield Evidence("information-list", title, places.information(agency.id), day)
