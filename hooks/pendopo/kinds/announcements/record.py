"""Model of an announcement: announcements/YYYY-MM-DD-name.yml."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple, Self

from pendopo.basics.locations import Location
from pendopo.reading.entry import Entry
from pendopo.reading.fields import NAME, Day, Line, Prose, Statement, Time, described
from pendopo.reading.record import Attachment, Model, Picture, written
from pendopo.reading.record_type import RecordType

LONGEST = 160
"""Most characters of a notice: it stands on every page."""

Level = Literal["info", "penting", "darurat"]
EmergencyKind = Literal[
    "bencana-alam",
    "bencana-non-alam",
    "bencana-sosial",
    "penyakit-menular",
    "racun-pangan",
    "gangguan-utilitas",
]


class Banner(Model):
    """A notice on every page of the agency and of all agencies below it."""

    level: Level = described(
        "Level",
        "info, penting or darurat; darurat stands on the portal's pages too if the agency is at "
        "the top.",
        "penting",
    )
    text: Line = described(
        "Text", "One sentence of at most 160 characters.", "Air mati sampai Senin."
    )
    until: Day = described("Until", "Last day on which it stands there.", "2026-03-02")


class Emergency(Model):
    """What must be announced at once (Peraturan Komisi Informasi 1/2021): eight parts."""

    kind: EmergencyKind = described("Kind", "What threatens.", "bencana-alam")
    hazard: Prose | None = described(
        "Hazard", "What may happen, and how bad it may be.", "Sungai dapat meluap.", None
    )
    affected: Prose | None = described(
        "Affected", "Who may be affected.", "Warga bantaran sungai.", None
    )
    evacuation: Prose | None = described(
        "Evacuation", "How and where to go to safety.", "Ke balai warga, lewat jalan utara.", None
    )
    avoid: Prose | None = described(
        "Avoid", "How to avoid the danger.", "Jangan menyeberangi jembatan.", None
    )
    help: Prose | None = described(
        "Help", "How to get help from the government.", "Telepon 112, bebas pulsa.", None
    )
    announcer: Prose | None = described(
        "Announcer", "Who has to announce it.", "Badan Penanggulangan Bencana.", None
    )
    procedure: Prose | None = described(
        "Procedure", "How it is announced.", "Pengeras suara, radio, dan situs ini.", None
    )
    response: Prose | None = described(
        "Response", "What is done about it.", "Pompa dan perahu disiagakan.", None
    )


class AnnouncementRecord(Model):
    """One announcement."""

    title: Line = described("Title", "What it is about.", "Air mati di Jalan Percobaan")
    published: Day = described(
        "Published", "Day of publication; before that day it is nowhere.", "2026-03-01"
    )
    time: Time | None = described(
        "Time of day", "Time of day of that; of two of a day the later leads.", "14:30", None
    )
    ends: Day | None = described(
        "Ends", "Last day on which it counts; then lists show it as ended.", "2026-03-02", None
    )
    updated: Day | None = described(
        "Updated", "Day on which it was last changed.", "2026-03-02", None
    )
    summary: Statement | None = described(
        "Summary", "The announcement in one or two sentences.", "Air mati sampai Senin …", None
    )
    body: Prose = described("Body", "The text, paragraphs parted by empty lines.", "Sehubungan …")
    picture: Picture | None = described(
        "Picture", "A picture.", {"file": "a.jpg", "alt": "Peta jalan yang ditutup."}, None
    )
    documents: tuple[Attachment, ...] = described(
        "Documents",
        "Documents to download, of the folder media.",
        [{"title": "Surat edaran", "file": "edaran.pdf"}],
        (),
    )
    topics: tuple[Line, ...] = described(
        "Topics", "What it is about: names of topics.yml.", ["Air bersih"], ()
    )
    banner: Banner | None = described(
        "Banner",
        "A notice on every page of the agency and of all below it.",
        {"level": "penting", "text": "Air mati sampai Senin.", "until": "2026-03-02"},
        None,
    )
    emergency: Emergency | None = described(
        "Emergency",
        "What the law wants to be said at once where people are in danger.",
        {"kind": "bencana-alam", "hazard": "Sungai dapat meluap."},
        None,
    )


class AnnouncementBrief(NamedTuple):
    """The fields of an announcement that other pages show; days as `2026-11-22`.

    Missing values are empty texts. `level`, `text` and `until` are those of its notice; `emergency`
    is the kind of emergency.
    """

    title: str
    published: str
    time: str
    ends: str
    updated: str
    summary: str
    topics: tuple[str, ...]
    picture: str
    level: str
    text: str
    until: str
    emergency: str

    @property
    def changed(self) -> str:
        """The day of its last change, which may be that of its publication."""
        return max(self.updated, self.published)

    def has_ended(self, today: date) -> bool:
        """Return whether it ended before `today`."""
        return bool(self.ends) and self.ends < today.isoformat()

    def stands(self, today: date) -> bool:
        """Return whether its notice stands on pages `today`."""
        return self.until >= today.isoformat()

    @classmethod
    def of(cls, record: AnnouncementRecord) -> Self:
        """Return the brief of `record`."""
        banner, picture = record.banner, record.picture
        return cls(
            record.title,
            written(record.published),
            record.time or "",
            written(record.ends),
            written(record.updated),
            record.summary or "",
            record.topics,
            (picture.file if picture else None) or "",
            banner.level if banner else "",
            banner.text if banner else "",
            written(banner.until if banner else None),
            record.emergency.kind if record.emergency else "",
        )


Announcement = Entry[AnnouncementRecord, AnnouncementBrief]


def age(brief: AnnouncementBrief, name: str) -> tuple[str, str, str]:
    """Return what sorts announcements, the oldest first: the day, the time, then the file."""
    return brief.published, brief.time, name


def newest_first(entries: Sequence[Announcement]) -> Sequence[Announcement]:
    """Sort announcements, newest first."""
    return sorted(entries, key=lambda each: age(each.brief, each.name), reverse=True)


def shown_from(brief: AnnouncementBrief) -> tuple[str, Location]:
    """Return the day from which an announcement is shown, and where it stands."""
    return brief.published, ("published",)


ANNOUNCEMENT = RecordType(
    "announcement",
    AnnouncementRecord,
    AnnouncementBrief,
    folder="announcements",
    names=re.compile(rf"\d{{4}}-\d\d-\d\d-{NAME.pattern}", re.ASCII),
    misnamed="file-announcement-name",
    arrange=newest_first,
    shown_below=True,
    dated=shown_from,
    changed="updated",
)
