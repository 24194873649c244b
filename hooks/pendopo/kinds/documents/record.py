"""Model of a document: documents/name.yml."""

import textwrap
from collections.abc import Sequence
from typing import Annotated, Literal, NamedTuple, Self

from pendopo.basics.items import Item
from pendopo.basics.locations import Location
from pendopo.basics.markdown import plain
from pendopo.reading.entry import Entry
from pendopo.reading.fields import (
    NAME,
    Day,
    DocumentName,
    Line,
    Prose,
    Statement,
    WebAddress,
    Year,
    described,
    matching,
)
from pendopo.reading.record import Model, Source, written
from pendopo.reading.record_type import RecordType

DocumentType = Literal[
    "peraturan",
    "keputusan",
    "instruksi",
    "surat-edaran",
    "perencanaan",
    "laporan-kinerja",
    "laporan-keuangan",
    "laporan-lain",
    "anggaran",
    "perjanjian-kinerja",
    "sop",
    "standar-pelayanan",
    "formulir",
    "data",
    "kajian",
    "notulen",
    "kontrak",
    "lainnya",
]
RegulationKind = Literal[
    "perda",
    "pergub",
    "perbup",
    "perwali",
    "perdes",
    "perkades",
    "kepgub",
    "kepbup",
    "kepwal",
    "kepkades",
    "keputusan-kepala",
    "peraturan-kepala",
    "instruksi",
    "surat-edaran",
    "lainnya",
]
Force = Literal["berlaku", "diubah", "dicabut"]
Category = Literal["berkala", "serta-merta", "setiap-saat", "dikecualikan"]
Form = Literal["cetak", "elektronik"]
EXCLUDED = "dikecualikan"
LONGEST_SUMMARY = 300

Reference = Annotated[
    Line,
    matching("document-reference", rf"(?:(?:{NAME.pattern}/){{1,12}})?{NAME.pattern}"),
]
"""A document of the same agency by its name, or of another one as `agency-id/name`."""


class Regulation(Model):
    """What a document is as a regulation."""

    kind: RegulationKind = described("Kind", "Kind of regulation.", "perda")
    number: Line = described("Number", "Its number.", "2")
    year: Year = described("Year", "Year of its enactment.", "2026")
    status: Force = described("Status", "Whether it is in force.", "berlaku", "berlaku")


class Made(Model):
    """When and where a document was made."""

    time: Line | None = described(
        "Time made",
        "When it was made, where that is not the day of the document.",
        "Januari 2026",
        None,
    )
    place: Line | None = described("Place", "Where it was made.", "Binjai", None)


class Exclusion(Model):
    """Why the public may not read a document, and for how long."""

    ground: Statement = described(
        "Ground", "The law and its article.", "UU 14/2008 Pasal 17 huruf h"
    )
    test_number: Line = described(
        "Number of the test", "Number of the report on the test of consequences.", "5/UK/2026"
    )
    test_day: Day = described("Day of the test", "Day of the test of consequences.", "2026-01-12")
    until: Day | None = described(
        "Until", "Last day; leave it out where the law names none.", "2056-01-12", None
    )


class DocumentRecord(Model):
    """One document, whether the public may read it or not."""

    title: Line = described("Title", "What the document is called.", "Retribusi Pelayanan Pasar")
    type: DocumentType = described("Type", "Kind of document.", "peraturan")
    regulation: Regulation | None = described(
        "Regulation",
        "Kind, number and year of a regulation.",
        {"kind": "perda", "number": "2", "year": "2026"},
        None,
    )
    number: Line | None = described(
        "Number", "Number of a document that is no regulation.", "050/12/2026", None
    )
    day: Day | None = described("Day", "Day of the document itself.", "2026-01-05", None)
    published: Day | None = described(
        "Published", "Day on which it was made public.", "2026-01-12", None
    )
    unit: Line | None = described("Unit", "The unit that holds it.", "Bagian Hukum", None)
    officer: Line | None = described(
        "Officer", "The post that is responsible for it.", "Kepala Bagian Hukum", None
    )
    made: Made | None = described("Made", "When and where it was made.", {"place": "Binjai"}, None)
    form: tuple[Form, ...] = described(
        "Form", "The forms in which the agency has it.", ["cetak", "elektronik"], ()
    )
    category: Category = described(
        "Category", "The category of public information by law.", "setiap-saat"
    )
    exclusion: Exclusion | None = described(
        "Exclusion",
        "Why the public may not read it; only with category dikecualikan.",
        {
            "ground": "UU 14/2008 Pasal 17 huruf h",
            "test_number": "5/UK/2026",
            "test_day": "2026-01-12",
        },
        None,
    )
    licence: Line | None = described("Licence", "What others may do with it.", "CC BY 4.0", None)
    retention: Line | None = described(
        "Retention", "How long the agency keeps it.", "5 tahun", None
    )
    summary: Prose | None = described(
        "Summary",
        "What the document says, for those who cannot open it.",
        "Tarif pasar **tidak naik** tahun ini.",
        None,
    )
    file: DocumentName | None = described(
        "File", "Name of the document in the folder media.", "perda-2-2026.pdf", None
    )
    url: WebAddress | None = described(
        "Address",
        "Where it can be read on another site, instead of file.",
        "https://jdih.example.go.id/perda-2-2026",
        None,
    )
    covers: tuple[Item, ...] = described(
        "Covers",
        "Which information that the law wants published it contains.",
        ["regulations"],
        (),
    )
    changes: tuple[Reference, ...] = described(
        "Changes", "Documents that it changes.", ["perda-1-2020"], ()
    )
    revokes: tuple[Reference, ...] = described(
        "Revokes", "Documents that it revokes.", ["perda-1-2020"], ()
    )
    sources: tuple[Source, ...] = described(
        "Sources",
        "Where this record was taken from.",
        [{"title": "JDIH Kota Binjai"}],
        (),
    )
    updated: Day | None = described(
        "Updated", "Day on which the record was last checked.", "2026-01-20", None
    )


class DocumentBrief(NamedTuple):
    """All that lists show of a document; days as `2026-11-22`, missing values as empty text.

    `summary` is plain text of one line, cut short. `made` is time and place. `kind` is that of a
    regulation, and `number` and `year` are too where there is one. `exclusion` has its ground, the
    number and the day of the test, and the last day.
    """

    title: str
    type: DocumentType
    kind: str
    number: str
    year: int
    force: str
    day: str
    published: str
    updated: str
    unit: str
    officer: str
    made: tuple[str, str]
    form: tuple[str, ...]
    category: Category
    exclusion: tuple[str, ...]
    retention: str
    summary: str
    file: str
    url: str
    covers: tuple[Item, ...]
    changes: tuple[str, ...]
    revokes: tuple[str, ...]

    @property
    def sorted_by(self) -> str:
        """The day by which documents are sorted; empty if none is known."""
        return self.day or self.published

    @property
    def state(self) -> str:
        """The day on which the record was last known to be right."""
        return max(self.updated, self.published, self.day)

    @property
    def changed_on(self) -> str:
        """The day of the last change that the document announces."""
        return max(self.updated, self.published)

    @property
    def of_year(self) -> str:
        """The year of the document, empty if it is not known."""
        return self.sorted_by[:4] or (str(self.year) if self.year else "")

    @property
    def excluded(self) -> bool:
        """Whether the public may not read it."""
        return self.category == EXCLUDED

    @property
    def shown_form(self) -> tuple[str, ...]:
        """The forms in which there is a document; one to download is electronic."""
        return self.form or (("elektronik",) if self.file or self.url else ())

    @classmethod
    def of(cls, document: DocumentRecord) -> Self:
        """Return the brief of `document`."""
        regulation, made = document.regulation, document.made
        summary = plain(document.summary) if document.summary else ""
        return cls(
            title=document.title,
            type=document.type,
            kind=regulation.kind if regulation else "",
            number=(regulation.number if regulation else document.number) or "",
            year=regulation.year if regulation else 0,
            force=regulation.status if regulation else "",
            day=written(document.day),
            published=written(document.published),
            updated=written(document.updated),
            unit=document.unit or "",
            officer=document.officer or "",
            made=((made.time or "", made.place or "") if made else ("", "")),
            form=document.form,
            category=document.category,
            exclusion=_exclusion(document.exclusion) if document.exclusion else (),
            retention=document.retention or "",
            summary=textwrap.shorten(summary, LONGEST_SUMMARY, placeholder=" …"),
            file=document.file or "",
            url=document.url or "",
            covers=document.covers,
            changes=document.changes,
            revokes=document.revokes,
        )


def _exclusion(found: Exclusion) -> tuple[str, ...]:
    return found.ground, found.test_number, written(found.test_day), written(found.until)


def newest_first(
    entries: Sequence[Entry[DocumentRecord, DocumentBrief]],
) -> Sequence[Entry[DocumentRecord, DocumentBrief]]:
    """Sort documents, newest first; those without a day come last."""
    return sorted(entries, key=age, reverse=True)


def age(entry: Entry[DocumentRecord, DocumentBrief]) -> tuple[str, str]:
    """Return what sorts documents, the oldest first: the day, then the name of the file."""
    return entry.brief.sorted_by, entry.name


def shown_from(document: DocumentBrief) -> tuple[str, Location]:
    """Return the day from which a document is shown, and where it stands."""
    return document.published, ("published",)


DOCUMENT = RecordType(
    "document",
    DocumentRecord,
    DocumentBrief,
    folder="documents",
    arrange=newest_first,
    dated=shown_from,
    changed="updated",
)
Document = Entry[DocumentRecord, DocumentBrief]
