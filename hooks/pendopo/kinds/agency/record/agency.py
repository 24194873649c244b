"""Model of agency.yml: the identity and the contact details of an agency."""

import re
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import AfterValidator

from pendopo.kinds.agency.record.complaints import ComplaintChannel, InformationOfficer
from pendopo.kinds.agency.record.contacts import Address, Place, SocialAccount
from pendopo.kinds.agency.record.hours import ClosedDays, OpeningHours, OtherHours
from pendopo.kinds.agency.record.lifecycle import Status, StatusBrief
from pendopo.kinds.agency.record.look import Colours, Cover, Emblem
from pendopo.kinds.agency.record.passed_on import PassedOn
from pendopo.kinds.agency.record.pledge import ServicePledge
from pendopo.reading.accepts import Accepts
from pendopo.reading.fields import (
    BpsCode,
    Day,
    Email,
    Flag,
    Line,
    Number,
    Prose,
    RegionCode,
    ShortLine,
    WebAddress,
    Whole,
    Year,
    described,
    refuse,
)
from pendopo.reading.former import FormerFolders
from pendopo.reading.record import Attachment, Model, Source, written
from pendopo.reading.record_type import RecordType
from pendopo.reading.telephones import PhoneEntry

AgencyType = Literal[
    "provinsi",
    "kabupaten",
    "kota",
    "sekretariat",
    "inspektorat",
    "badan",
    "dinas",
    "bagian",
    "kecamatan",
    "kelurahan",
    "desa",
    "rumah-sakit",
    "puskesmas",
    "uptd",
    "lainnya",
]
"""The types in the order of protocol, which lists of agencies follow."""
TimeZone = Literal["WIB", "WITA", "WIT"]


ACCOUNT = re.compile(r"@?([A-Za-z0-9][\w-]{0,38}(?:/[A-Za-z0-9][\w.-]{0,99})?)", re.ASCII)


def _account(value: str) -> str:
    if found := ACCOUNT.fullmatch(value):
        return f"@{found[1]}"
    raise refuse("account")


Account = Annotated[Line, Accepts("account", ACCOUNT.pattern), AfterValidator(_account)]
"""Somebody on GitHub, `@name`, or a team, `@organisation/team`; YAML would have `@` in quotes, so
that it may be left out."""


class Area(Model):
    """The size of the agency's area."""

    km2: Number = described("Square kilometres", "Size of the area.", "90,23")
    year: Year | None = described("Year", "Year of the figure.", "2024", None)
    source: Line | None = described("Source", "Who published the figure.", "BPS Kota Binjai", None)


class Population(Model):
    """The number of people who live in the agency's area."""

    people: Whole = described("People", "Number of inhabitants.", "315.609")
    year: Year | None = described("Year", "Year of the figure.", "2024", None)
    source: Line | None = described("Source", "Who published the figure.", "Dukcapil", None)


class AgencyRecord(Model):
    """The identity, contact details and colours of one agency."""

    type: AgencyType = described("Type", "Kind of agency.", "kota")
    name: Line = described("Name", "Official name.", "Pemerintah Kota Binjai")
    short_name: Line | None = described(
        "Short name", "Name as people say it; used in menus and titles.", "Kota Binjai", None
    )
    type_name: ShortLine | None = described(
        "Type name", "What its type is called locally, for this agency alone.", "Kapanewon", None
    )
    type_names: dict[AgencyType, ShortLine] = described(
        "Type names",
        "What types are called locally, here and in all agencies below.",
        {"kecamatan": "Kapanewon", "kelurahan": "Kalurahan"},
        {},
    )
    region_code: RegionCode | None = described(
        "Region code", "Code of the Ministry of Home Affairs, with dots.", "12.75", None
    )
    bps_code: BpsCode | None = described(
        "BPS code", "Code of the statistics office, without dots.", "1276", None
    )
    time_zone: TimeZone | None = described(
        "Time zone", "WIB, WITA or WIT; that of the agency above if left out.", "WIB", None
    )
    tagline: Line | None = described("Tagline", "The agency's motto.", "Ternate Andalan", None)
    introduction: Prose | None = described(
        "Introduction", "Who the agency is, in one to three paragraphs.", "Kota Binjai …", None
    )
    address: Address | None = described(
        "Address", "The agency's seat.", {"street": "Jalan Jenderal Sudirman 6"}, None
    )
    phones: tuple[PhoneEntry, ...] = described(
        "Telephone", "Telephone numbers of the office, none of a person.", ["061-8821234"], ()
    )
    emails: tuple[Email, ...] = described(
        "E-mail", "Official e-mail addresses.", ["info@binjaikota.go.id"], ()
    )
    website: WebAddress | None = described(
        "Website", "The agency's official website.", "https://binjaikota.go.id/", None
    )
    social: tuple[SocialAccount, ...] = described(
        "Social accounts",
        "Accounts that the agency itself runs.",
        [{"network": "Instagram", "url": "https://www.instagram.com/pemkobinjai/"}],
        (),
    )
    hours: tuple[OpeningHours, ...] = described(
        "Opening hours",
        "When the office serves visitors.",
        [{"first_day": "senin", "last_day": "kamis", "opens": "08:00", "closes": "16:00"}],
        (),
    )
    other_hours: tuple[OtherHours, ...] = described(
        "Other hours",
        "Hours that hold between two days, as in Ramadan; agencies below follow them.",
        [{"name": "Ramadan 1447 H", "from": "2026-02-18", "until": "2026-03-19", "hours": []}],
        (),
    )
    closed: tuple[ClosedDays, ...] = described(
        "Closed days",
        "Days on which the office is closed; agencies below are closed too.",
        [{"day": "2026-02-17", "reason": "Tahun Baru Imlek"}],
        (),
    )
    places: tuple[Place, ...] = described(
        "Places",
        "Other places where people are served.",
        [{"name": "Mal Pelayanan Publik", "note": "Lantai 2, loket 4"}],
        (),
    )
    complaints: tuple[ComplaintChannel, ...] = described(
        "Complaints",
        "Where people complain; without any, those of the agency above hold.",
        [{"name": "Loket pengaduan", "place": "Lantai 1, loket 3"}],
        (),
    )
    information_officer: InformationOfficer | None = described(
        "Information officer",
        "The office for requests of public information (PPID); without it, that of the agency "
        "above.",
        {"name": "PPID Kota Binjai", "emails": ["ppid@binjaikota.go.id"]},
        None,
    )
    service_pledge: ServicePledge | None = described(
        "Service pledge",
        "The pledge to keep the standards of its services.",
        {"text": "Dengan ini …", "signed_by": "Camat Binjai Kota", "date": "2026-01-05"},
        None,
    )
    area: Area | None = described("Area", "Size of the area.", {"km2": "90,23"}, None)
    population: Population | None = described(
        "Population", "Number of inhabitants.", {"people": "315.609", "year": "2024"}, None
    )
    emblem: Emblem | None = described(
        "Emblem",
        "Picture of the emblem; without one the initials are drawn.",
        {"file": "lambang.png", "alt": "Lambang Kota Binjai: perisai hijau"},
        None,
    )
    cover: Cover | None = described(
        "Cover",
        "Wide picture at the top of its first page; without one there is none.",
        {"file": "balai.jpg", "alt": "Balai kota dengan atap joglo di tepi alun-alun."},
        None,
    )
    colours: Colours | None = described(
        "Colours", "The agency's own colours.", {"primary": "#1b5e20"}, None
    )
    status: Status | None = described(
        "Status",
        "What became of the agency; leave it out while there is nothing to say.",
        {"state": "digabung", "since": "2025-01-03", "successors": ["kota-binjai"]},
        None,
    )
    formerly: FormerFolders = described(
        "Formerly",
        "The former name of its folder, or several: all old addresses lead to the new ones.",
        ["kecamatan-lama"],
        (),
    )
    news_from_below: Flag = described(
        "News from below",
        "ya where its list of news shows those of all agencies below as well.",
        "ya",
        False,
    )
    maintainers: tuple[Account, ...] = described(
        "Maintainers",
        "Who reviews changes of the agency's folder: names on GitHub. They are not published.",
        ["kota-binjai/kominfo"],
        (),
        published=False,
    )
    sources: tuple[Source, ...] = described(
        "Sources",
        "Documents that this record was taken from.",
        [{"title": "Renstra Kecamatan Metro Timur"}],
        (),
    )
    documents: tuple[Attachment, ...] = described(
        "Documents",
        "Documents to download, of the folder media.",
        [{"title": "Standar Pelayanan 2026", "file": "standar-pelayanan.pdf"}],
        (),
    )
    updated: Day | None = described(
        "Updated", "Day on which the record was last checked.", "2026-11-22", None
    )


class AgencyBrief(NamedTuple):
    """The fields of an agency that pages of other agencies may show; missing values are empty.

    `shows` are the items of `site.evidence` that the record itself has; `passed_on` is what holds
    for agencies below as well (`record.passed_on`).
    `pledged` is the day of its pledge on services, as `2026-11-22`.
    """

    type: str
    name: str
    short_name: str
    region_code: str
    time_zone: str
    tagline: str
    emblem: str
    primary: str
    accent: str
    news_from_below: bool
    updated: str
    shows: tuple[str, ...]
    passed_on: str
    type_name: str = ""
    type_names: tuple[tuple[str, str], ...] = ()
    status_row: tuple[Any, ...] = ()
    pledged: str = ""
    formerly: tuple[str, ...] = ()

    @property
    def status(self) -> StatusBrief:
        """What became of the agency."""
        return StatusBrief(*self.status_row)

    def has_ended(self, today: date) -> bool:
        """Whether the agency has ended by `today`."""
        return bool(self.status_row) and self.status.has_ended(today)

    @property
    def shown_name(self) -> str:
        """The name to show in menus and titles: the short name if there is one."""
        return self.short_name or self.name

    @classmethod
    def of(cls, agency: AgencyRecord) -> Self:
        """Return the brief of `agency`."""
        colours = agency.colours
        return cls(
            agency.type,
            agency.name,
            agency.short_name or "",
            agency.region_code or "",
            agency.time_zone or "",
            agency.tagline or "",
            agency.emblem.file if agency.emblem else "",
            colours.primary if colours else "",
            (colours.accent or colours.primary) if colours else "",
            agency.news_from_below,
            written(agency.updated),
            tuple(item for item, shown in _shown(agency).items() if shown),
            PassedOn.of(agency).text,
            agency.type_name or "",
            tuple(agency.type_names.items()),
            tuple(StatusBrief.of(agency.status)) if agency.status else (),
            written(agency.service_pledge.date) if agency.service_pledge else "",
            agency.formerly,
        )


def _shown(agency: AgencyRecord) -> dict[str, bool]:
    """For each item of `site.evidence`, whether a record has it."""
    officer = agency.information_officer
    reached = (agency.address, agency.phones, agency.emails, agency.website, agency.social)
    return {
        "identity": bool(agency.introduction),
        "contacts": any(reached) or bool(agency.places),
        "hours": bool(agency.hours),
        "complaints": bool(agency.complaints),
        "information-officer": officer is not None,
        "information-procedure": officer is not None and officer.has_procedure,
    }


AGENCY = RecordType("agency", AgencyRecord, AgencyBrief, changed="updated")
