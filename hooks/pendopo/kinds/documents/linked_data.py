"""Linked data (schema.org) of a document."""

from collections.abc import Sequence
from typing import Any, Protocol

from pendopo.government.agency import Agency, Attached
from pendopo.kinds.documents import places
from pendopo.kinds.documents.labels import REGULATIONS, citation
from pendopo.kinds.documents.record import Document
from pendopo.site.linked_data import reference, stated
from pendopo.site.page import Link, LinkedBase

LANGUAGE = "id"
REPORTS = {"laporan-kinerja", "laporan-keuangan", "laporan-lain"}
FORCES = {"berlaku": "InForce", "diubah": "PartiallyInForce", "dicabut": "NotInForce"}


class Related(Protocol):
    """What the page of a document knows of it besides its record."""

    @property
    def file(self) -> Attached | None:
        """The file to download."""

    @property
    def changes(self) -> Sequence[Link]:
        """The documents that it changes."""

    @property
    def revokes(self) -> Sequence[Link]:
        """The documents that it revokes."""


def document(agency: Agency, entry: Document, view: Related, base: LinkedBase) -> dict[str, Any]:
    """Return a regulation as Legislation, a report as Report, else a DigitalDocument."""
    brief = entry.brief
    kind = "Report" if brief.type in REPORTS else "DigitalDocument"
    found: dict[str, Any] = {
        "@type": "Legislation" if brief.kind else kind,
        "@id": f"{base(places.document(agency.id, entry.name))}#dokumen",
        "name": brief.title,
        "description": brief.summary,
        "dateCreated": brief.day,
        "datePublished": brief.published,
        "dateModified": brief.updated,
        "inLanguage": LANGUAGE,
        "publisher": reference(agency, base),
        "mainEntityOfPage": base(places.document(agency.id, entry.name)),
        "url": brief.url,
        "identifier": "" if brief.kind else brief.number,
        "encoding": _file(view.file, base),
    }
    return stated(found | (_legislation(entry, view, base) if brief.kind else {}))


def _file(file: Attached | None, base: LinkedBase) -> dict[str, Any]:
    if file is None:
        return {}
    return {
        "@type": "MediaObject",
        "contentUrl": base(file.address),
        "encodingFormat": file.type,
        "contentSize": str(file.size),
    }


def _legislation(entry: Document, view: Related, base: LinkedBase) -> dict[str, Any]:
    brief = entry.brief
    return {
        "legislationIdentifier": citation(brief),
        "legislationType": REGULATIONS[brief.kind],
        "legislationDate": brief.day,
        "legislationLegalForce": f"https://schema.org/{FORCES[brief.force]}",
        "legislationChanges": [_other(each, base) for each in view.changes],
        "legislationRepeals": [_other(each, base) for each in view.revokes],
    }


def _other(link: Link, base: LinkedBase) -> dict[str, Any]:
    return {
        "@type": "Legislation",
        "@id": f"{base(link.address)}#dokumen",
        "name": link.label,
    }
