"""Parts of a service: requirements, steps, time, whether it is open, and the like."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from pendopo.reading.accepts import Short
from pendopo.reading.fields import (
    Day,
    DocumentName,
    Line,
    Statement,
    WebAddress,
    Whole,
    described,
)
from pendopo.reading.record import Model

Unit = Literal["menit", "jam", "hari", "hari kerja", "minggu", "bulan"]
State = Literal["buka", "tutup-sementara", "dihentikan"]


class RequirementRecord(Model):
    """One thing that is required."""

    text: Statement = described("Text", "What is required.", "KTP elektronik asli")
    form: DocumentName | None = described(
        "Form to fill in",
        "The form for it, a document of the folder media.",
        "formulir-f-1.01.pdf",
        None,
    )


class StepRecord(Model):
    """One step of the procedure."""

    step: Statement = described("Step", "Who does what.", "Petugas memeriksa berkas.")
    time: Line | None = described("Time", "How long it takes.", "15 menit", None)


def _requirement(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


def _step(value: object) -> object:
    return {"step": value} if isinstance(value, str) else value


Requirement = Annotated[RequirementRecord, Short("text"), BeforeValidator(_requirement)]
"""A sentence, or a mapping that has a form with it."""

Step = Annotated[StepRecord, Short("step"), BeforeValidator(_step)]
"""A sentence, or a mapping that has a time with it."""


class Duration(Model):
    """How long a service takes: `amount`, or from `amount` to `until`."""

    amount: Whole = described("Amount", "The number.", "3")
    until: Whole | None = described("Until", "The number at the most.", "5", None)
    unit: Unit = described("Unit of time", "Of what.", "hari kerja")
    note: Statement | None = described(
        "Note", "From when it counts.", "Sejak berkas dinyatakan lengkap", None
    )

    @property
    def most(self) -> int:
        """The longest time, in its unit."""
        return self.until or self.amount


class Status(Model):
    """Whether the service can be had."""

    state: State = described("State", "Open, closed for now, or ended.", "tutup-sementara")
    reason: Statement | None = described(
        "Reason", "Why it is not open, and where to turn instead.", "Gedung diperbaiki.", None
    )
    since: Day | None = described("Since", "Day from which it is so.", "2026-01-05", None)
    until: Day | None = described("Until", "Last day on which it is so.", "2026-03-31", None)


class Online(Model):
    """Where the service is had without going anywhere."""

    url: WebAddress = described("Address", "Where to apply.", "https://layanan.example.go.id/")
    note: Statement | None = described(
        "Note", "What to know before.", "Siapkan nomor telepon dan foto KTP.", None
    )


class Basis(Model):
    """A regulation on which the service is based."""

    title: Statement = described(
        "Title", "Kind, number, year and subject.", "Peraturan Presiden Nomor 96 Tahun 2018"
    )
    url: WebAddress | None = described(
        "Address", "Where the regulation can be read.", "https://jdih.example.go.id/", None
    )


class Decree(Model):
    """The decree that sets the standard of the service."""

    title: Statement = described(
        "Title", "What it is called.", "Keputusan Camat tentang Standar Pelayanan"
    )
    number: Line | None = described("Number", "Its number.", "188.4/12/2026", None)
    date: Day | None = described("Date", "The day of its signature.", "2026-01-05", None)
