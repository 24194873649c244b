"""Model of services/NAME.yml: one public service with its standard.

The six parts that a standard publishes and the eight of its management are those of Undang-Undang
25/2009, article 21, and Peraturan Menteri PANRB 15/2014.
"""

from typing import NamedTuple, Self

from pendopo.kinds.agency.record.contacts import Address
from pendopo.kinds.agency.record.hours import OpeningHours
from pendopo.kinds.services.record.fee import Fee, ends
from pendopo.kinds.services.record.parts import (
    Basis,
    Decree,
    Duration,
    Online,
    Requirement,
    Status,
    Step,
)
from pendopo.reading.entry import Entry
from pendopo.reading.fields import Day, Email, Key, Line, Prose, Statement, described
from pendopo.reading.record import Attachment, Model, Source, written
from pendopo.reading.record_type import RecordType
from pendopo.reading.telephones import PhoneEntry

MANAGED = (
    *("legal_basis", "facilities", "competence", "supervision", "staff", "guarantee", "safety"),
    "evaluation",
)
"""The fields of the eight parts of management, in the order of the law."""


class ServiceRecord(Model):
    """One service."""

    title: Line = described("Title", "What it is called.", "Kartu Keluarga baru")
    summary: Statement = described(
        "Summary", "What one gets, in a sentence.", "Kartu Keluarga untuk keluarga yang baru."
    )
    topics: tuple[Line, ...] = described(
        "Topics", "What it is about: names of topics.yml.", ["Kependudukan"], ()
    )
    audience: tuple[Line, ...] = described(
        "Audience", "For whom it is.", ["Penduduk yang baru menikah"], ()
    )
    status: Status | None = described(
        "Status",
        "Only where it is not open.",
        {"state": "tutup-sementara", "reason": "Gedung diperbaiki."},
        None,
    )
    requirements: tuple[Requirement, ...] = described(
        "Requirements", "What must be brought or fulfilled.", ["KTP elektronik asli"]
    )
    procedure: tuple[Step, ...] = described(
        "Procedure", "The steps in their order.", ["Pemohon menyerahkan berkas."]
    )
    time: Duration = described("Time", "How long it takes.", {"amount": "3", "unit": "hari kerja"})
    fee: Fee = described("Fee", "gratis, an amount, or amounts with what they are for.", "gratis")
    product: Statement = described("Product", "What one gets in the end.", "Kartu Keluarga")
    complaints: Prose | None = described(
        "Complaints",
        "Where to complain and how it is answered; left out, where the agency is reached.",
        "Loket pengaduan, dijawab dalam 5 hari kerja.",
        None,
    )
    online: Online | None = described(
        "Online", "Where to apply online.", {"url": "https://layanan.example.go.id/"}, None
    )
    place: Address | None = described(
        "Place",
        "Where to go; left out, the agency's address.",
        {"street": "Jalan Jenderal Sudirman 6"},
        None,
    )
    hours: tuple[OpeningHours, ...] = described(
        "Hours",
        "When it is open; left out, the agency's opening hours.",
        [{"first_day": "senin", "last_day": "kamis", "opens": "08:00", "closes": "15:00"}],
        (),
    )
    unit: Line | None = described(
        "Unit", "Who in the agency answers for it.", "Seksi Pelayanan Umum", None
    )
    phones: tuple[PhoneEntry, ...] = described(
        "Telephone", "Telephone numbers of the office, none of a person.", ["061-8821234"], ()
    )
    emails: tuple[Email, ...] = described(
        "E-mail", "Official e-mail addresses.", ["layanan@binjaikota.go.id"], ()
    )
    forms: tuple[Attachment, ...] = described(
        "Forms",
        "Forms to fill in, of the folder media.",
        [{"title": "Formulir F-1.01", "file": "formulir-f-1.01.pdf"}],
        (),
    )
    legal_basis: tuple[Basis, ...] = described(
        "Legal basis", "Regulations.", [{"title": "Peraturan Presiden Nomor 96 Tahun 2018"}], ()
    )
    facilities: Prose | None = described(
        "Facilities", "Rooms and equipment, also for the disabled.", "Ruang tunggu, jalur landai.",
        None,
    )  # fmt: skip
    competence: Prose | None = described(
        "Competence", "What those who serve are able to do.", "Memahami aplikasi SIAK.", None
    )
    supervision: Prose | None = described(
        "Supervision", "Who supervises.", "Dilakukan oleh atasan langsung.", None
    )
    staff: Prose | None = described("Staff", "How many serve.", "3 orang", None)
    guarantee: Prose | None = described(
        "Guarantee", "What is promised, and what follows if it is not kept.", "Tepat waktu.", None
    )
    safety: Prose | None = described(
        "Safety", "What keeps people, papers and data safe.", "Data pribadi dirahasiakan.", None
    )
    evaluation: Prose | None = described(
        "Evaluation", "How the work is evaluated.", "Survei sekali setahun.", None
    )
    decree: Decree | None = described(
        "Decree",
        "The decree that sets this standard.",
        {"title": "Keputusan Camat tentang Standar Pelayanan", "number": "188.4/12/2026"},
        None,
    )
    related: tuple[Key, ...] = described(
        "Related", "Other services of this agency: names of their files.", ["kartu-keluarga"], ()
    )
    documents: tuple[Attachment, ...] = described(
        "Documents",
        "Documents to download, of the folder media.",
        [{"title": "Standar Pelayanan 2026", "file": "standar-pelayanan.pdf"}],
        (),
    )
    sources: tuple[Source, ...] = described(
        "Sources",
        "Documents that this record was taken from.",
        [{"title": "Keputusan Camat tentang Standar Pelayanan"}],
        (),
    )
    updated: Day | None = described(
        "Updated", "Day on which the record was last checked.", "2026-01-22", None
    )

    @property
    def left_out(self) -> list[str]:
        """The fields of the parts of management that the record does not have."""
        return [name for name in MANAGED if not getattr(self, name)]


class ServiceBrief(NamedTuple):
    """What lists show of a service; days as `2026-11-22`, missing values as empty text.

    `lowest` and `highest` are what may have to be paid, in rupiah. `office` is the
    responsible unit.
    """

    title: str
    summary: str
    topics: tuple[str, ...]
    amount: int
    until: int
    unit: str
    lowest: str
    highest: str
    state: str
    reason: str
    closed_until: str
    related: tuple[str, ...]
    office: str
    updated: str

    @property
    def is_open(self) -> bool:
        """Whether the service can be had."""
        return self.state == "buka"

    @classmethod
    def of(cls, service: ServiceRecord) -> Self:
        """Return the brief of `service`."""
        status = service.status
        return cls(
            service.title,
            service.summary,
            service.topics,
            service.time.amount,
            service.time.until or 0,
            service.time.unit,
            *ends(service.fee.amounts),
            status.state if status else "buka",
            (status.reason if status else None) or "",
            written(status.until) if status else "",
            service.related,
            service.unit or "",
            written(service.updated),
        )


SERVICE = RecordType("service", ServiceRecord, ServiceBrief, folder="services", changed="updated")
Service = Entry[ServiceRecord, ServiceBrief]
