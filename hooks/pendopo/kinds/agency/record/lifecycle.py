"""What became of an agency: its former names, and how it ended."""

from datetime import date
from typing import Annotated, Literal, NamedTuple, Self, get_args

from pendopo.reading.fields import NAME, Day, Line, Prose, WebAddress, described, matching
from pendopo.reading.record import Model, written

State = Literal["berganti-nama", "digabung", "dipecah", "ditutup", "digantikan"]
RENAMED = "berganti-nama"
"""The one state in which an agency lives on."""
ENDED = frozenset(get_args(State)) - {RENAMED}

AgencyId = Annotated[Line, matching("agency-id", rf"({NAME.pattern}/)*{NAME.pattern}")]
"""An agency by its folder below `agencies/`: `kota-binjai/dinas-kesehatan`."""


class Law(Model):
    """The law by which an agency was changed."""

    title: Line = described(
        "Title", "Kind, number and year.", "Peraturan Daerah Nomor 1 Tahun 2025"
    )
    url: WebAddress | None = described(
        "Address", "Where it can be read.", "https://example.go.id/perda-1-2025.pdf", None
    )


class FormerName(Model):
    """A name that the agency had earlier."""

    name: Line = described("Name", "The official name of that time.", "Dinas Kebersihan")
    until: Day | None = described("Until", "Last day of that name.", "2025-01-02", None)
    law: Law | None = described(
        "Law",
        "The law that changed the name.",
        {"title": "Peraturan Daerah Nomor 1 Tahun 2025"},
        None,
    )


class Status(Model):
    """What became of the agency, from the day `since` on."""

    state: State = described("State", "What became of the agency.", "digabung")
    since: Day = described("Since", "First day on which it holds.", "2025-01-03")
    law: Law | None = described(
        "Law", "The law that says so.", {"title": "Peraturan Daerah Nomor 1 Tahun 2025"}, None
    )
    successors: tuple[AgencyId, ...] = described(
        "Successors", "Folders of the agencies that took over.", ["kota-binjai"], ()
    )
    former_names: tuple[FormerName, ...] = described(
        "Former names", "Names that the agency had earlier.", [{"name": "Dinas Kebersihan"}], ()
    )
    note: Prose | None = described(
        "Note", "What else citizens should know.", "Layanan pindah ke kantor baru.", None
    )


class StatusBrief(NamedTuple):
    """What pages of other agencies may show of a status; without a state there is none."""

    state: str = ""
    since: str = ""
    successors: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The day `since`. Raises `ValueError` if there is no status."""
        return date.fromisoformat(self.since)

    @property
    def ends(self) -> bool:
        """Whether the agency has ended, or will on the day `since`."""
        return self.state in ENDED

    def has_ended(self, today: date) -> bool:
        """Whether the agency has ended by `today`."""
        return self.ends and self.holds(today)

    def holds(self, today: date) -> bool:
        """Whether there is a status, and its day has come."""
        return bool(self.state) and self.since <= today.isoformat()

    @classmethod
    def of(cls, status: Status | None) -> Self:
        """Return the brief of `status`."""
        if status is None:
            return cls()
        names = tuple(each.name for each in status.former_names)
        return cls(status.state, written(status.since), status.successors, names)
