"""Documents, one page each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from pendopo.government.agency import Agency, Attached
from pendopo.kinds.documents import linked_data, places
from pendopo.kinds.documents.labels import TYPES, citation
from pendopo.kinds.documents.record import DOCUMENT, Document, DocumentRecord
from pendopo.kinds.documents.relations import RELATIONS, End, Relation
from pendopo.site.context import Context
from pendopo.site.page import Link, LinkedBase, Page


@dataclass(frozen=True)
class View:
    """The data that the template prints; `host` is where a document elsewhere is read.

    `changes` and `revokes` are what the document does to others, `changed` and `revoked` are those
    that do it to this one.
    """

    entry: Document
    citation: str
    file: Attached | None
    suffix: str
    host: str
    changes: list[Link]
    revokes: list[Link]
    changed: list[Link]
    revoked: list[Link]

    @property
    def document(self) -> DocumentRecord:
        """The document itself."""
        return self.entry.record


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield one page per document."""
    _ = context.translate
    for entry in agency.records(DOCUMENT):
        yield Page(
            address=places.document(agency.id, entry.name),
            title=entry.brief.title,
            describe=partial(_described, context, agency, entry),
            source=entry.path,
            template="documents/document",
            view=partial(_view, context, agency, entry),
            agency=agency,
            trail=(Link(_("Documents"), places.documents(agency.id)),),
            updated=entry.brief.changed_on,
            kind=_("Document"),
            years=entry.brief.of_year,
            linked=partial(_linked, context, agency, entry),
        )


def weight(agency: Agency) -> int:
    """Number of pages about documents: one per document."""
    return len(agency.records(DOCUMENT))


def _described(context: Context, agency: Agency, entry: Document) -> str:
    label = context.translate(TYPES[entry.brief.type])
    return entry.brief.summary or f"{label}, {agency.name}: {entry.brief.title}"


def _view(context: Context, agency: Agency, entry: Document) -> View:
    brief = entry.brief
    relations = _related(context, agency).get(entry.name, [])
    own = (agency.id, entry.name)
    return View(
        entry=entry,
        citation=citation(brief),
        file=agency.attached(entry).get(brief.file),
        suffix=brief.file.rpartition(".")[2].upper(),
        host=(urlsplit(brief.url).hostname or "") if brief.url else "",
        changes=_links(each.of for each in relations if _by(each, own, "changes")),
        revokes=_links(each.of for each in relations if _by(each, own, "revokes")),
        changed=_links(each.by for each in relations if _to(each, own, "changes")),
        revoked=_links(each.by for each in relations if _to(each, own, "revokes")),
    )


def _by(relation: Relation, own: tuple[str, str], deed: str) -> bool:
    return relation.deed == deed and relation.by[:2] == own


def _to(relation: Relation, own: tuple[str, str], deed: str) -> bool:
    return relation.deed == deed and relation.of[:2] == own


def _links(ends: Iterator[End]) -> list[Link]:
    found = (Link(each.title, places.document(each.agency, each.name)) for each in ends)
    return [*dict.fromkeys(found)]


def _related(context: Context, agency: Agency) -> Mapping[str, list[Relation]]:
    """Return the relations of an agency's documents that are shown by now, by their names."""
    return context.once(f"relations {agency.id}", partial(_by_name, context, agency))


def _by_name(context: Context, agency: Agency) -> Mapping[str, list[Relation]]:
    today = context.today_of(agency).isoformat()
    found: dict[str, list[Relation]] = defaultdict(list)
    for each in context.directory.fact(RELATIONS).of.get(agency.id, ()):
        if max(each.by.shown_from, each.of.shown_from) <= today:
            for end in (each.by, each.of):
                if end.agency == agency.id:
                    found[end.name].append(each)
    return found


def _linked(
    context: Context, agency: Agency, entry: Document, base: LinkedBase
) -> list[dict[str, Any]]:
    return [linked_data.document(agency, entry, _view(context, agency, entry), base)]
