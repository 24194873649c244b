"""To whom people turn with complaints, and with requests for public information."""

from typing import Literal

from pendopo.kinds.agency.record.contacts import Address
from pendopo.kinds.agency.record.hours import OpeningHours
from pendopo.reading.fields import Email, Line, Prose, WebAddress, described
from pendopo.reading.record import Model
from pendopo.reading.telephones import PhoneEntry

Subject = Literal["layanan", "penyalahgunaan-wewenang", "lainnya"]


class ComplaintChannel(Model):
    """A way to complain; it has an address, a number or a place."""

    name: Line = described("Name", "What the channel is called.", "Loket pengaduan")
    about: Subject = described(
        "About", "layanan, penyalahgunaan-wewenang or lainnya.", "layanan", "layanan"
    )
    url: WebAddress | None = described(
        "Web address", "Where people complain on the web.", "https://www.lapor.go.id/", None
    )
    phones: tuple[PhoneEntry, ...] = described(
        "Telephone", "Telephone numbers.", ["061-8821234"], ()
    )
    emails: tuple[Email, ...] = described(
        "E-mail", "E-mail addresses.", ["pengaduan@binjaikota.go.id"], ()
    )
    place: Line | None = described("Place", "Where people go.", "Lantai 1, loket 3", None)
    note: Line | None = described("Note", "What else to know.", "Dijawab dalam 5 hari kerja", None)


class InformationOfficer(Model):
    """The office for requests of public information (PPID), and its procedure."""

    name: Line = described("Name", "Title of the post, not of a person.", "PPID Kota Binjai")
    unit: Line | None = described(
        "Unit", "The unit that holds the post.", "Dinas Komunikasi dan Informatika", None
    )
    phones: tuple[PhoneEntry, ...] = described(
        "Telephone", "Telephone numbers.", ["061-8821234"], ()
    )
    emails: tuple[Email, ...] = described(
        "E-mail", "E-mail addresses.", ["ppid@binjaikota.go.id"], ()
    )
    url: WebAddress | None = described(
        "Web address", "Its own website.", "https://ppid.binjaikota.go.id/", None
    )
    address: Address | None = described(
        "Address", "Where its counter is.", {"street": "Jalan Jenderal Sudirman 6"}, None
    )
    hours: tuple[OpeningHours, ...] = described(
        "Opening hours",
        "When its counter serves visitors.",
        [{"first_day": "senin", "last_day": "kamis", "opens": "08:00", "closes": "15:00"}],
        (),
    )
    request: Prose | None = described(
        "Request", "How to ask for information.", "Isi formulir permohonan.", None
    )
    objection: Prose | None = described(
        "Objection", "How to object to an answer.", "Sampaikan keberatan kepada atasan PPID.", None
    )
    dispute: Prose | None = described(
        "Dispute", "How to start a dispute.", "Ajukan sengketa ke Komisi Informasi.", None
    )
    pledge: Prose | None = described(
        "Pledge", "What the office pledges (maklumat).", "Kami sanggup melayani.", None
    )

    @property
    def has_procedure(self) -> bool:
        """Whether it says how to ask, to object or to start a dispute."""
        return bool(self.request or self.objection or self.dispute)
