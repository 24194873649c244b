"""albums/NAME.yml: pictures and videos of one occasion."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from pendopo.basics.locations import Location
from pendopo.reading.entry import Entry
from pendopo.reading.fields import Day, Line, Statement, WebAddress, described
from pendopo.reading.record import Model, Picture, written
from pendopo.reading.record_type import RecordType


class Video(Model):
    """A video on another site."""

    title: Line = described("Title", "What the video shows.", "Peresmian taman")
    url: WebAddress = described("Address", "Where to see it.", "https://video.example.go.id/1")


class AlbumRecord(Model):
    """One album."""

    title: Line = described("Title", "What the pictures show.", "Peresmian taman kota")
    day: Day | None = described("Day", "Day on which they were taken.", "2026-01-15", None)
    summary: Statement | None = described(
        "Summary", "The occasion in one or two sentences.", "Warga meresmikan taman.", None
    )
    pictures: tuple[Picture, ...] = described(
        "Pictures",
        "The pictures, the best first.",
        [{"file": "taman.jpg", "alt": "Anak-anak bermain di taman baru."}],
        (),
    )
    videos: tuple[Video, ...] = described(
        "Videos",
        "Videos on other sites; the page links to them.",
        [{"title": "Peresmian taman", "url": "https://video.example.go.id/1"}],
        (),
    )
    updated: Day | None = described(
        "Updated", "Day on which something was added.", "2026-01-16", None
    )


class AlbumBrief(NamedTuple):
    """The fields of an album that lists show; days as `2026-03-01`, missing values are empty.

    `pictures` is the number of those that are not lost.
    """

    title: str
    day: str
    summary: str
    pictures: int
    videos: int
    revised: str

    @property
    def updated(self) -> str:
        """The day of the last change."""
        return max(self.revised, self.day)

    @classmethod
    def of(cls, record: AlbumRecord) -> Self:
        """Return the brief of `record`."""
        return cls(
            record.title,
            written(record.day),
            record.summary or "",
            sum(bool(each.file) for each in record.pictures),
            len(record.videos),
            written(record.updated),
        )


def newest_first(
    entries: Sequence[Entry[AlbumRecord, AlbumBrief]],
) -> Sequence[Entry[AlbumRecord, AlbumBrief]]:
    """Sort albums by day, newest first; those without a day come last."""
    return sorted(entries, key=lambda each: (each.brief.day, each.name), reverse=True)


def shown_from(album: AlbumBrief) -> tuple[str, Location]:
    """Return the day from which an album is shown, and where it stands."""
    return album.day, ("day",)


ALBUM = RecordType(
    "album",
    AlbumRecord,
    AlbumBrief,
    folder="albums",
    arrange=newest_first,
    dated=shown_from,
    changed="revised",
)
Album = Entry[AlbumRecord, AlbumBrief]
