"""pages/NAME.md: a free page of an agency, such as its history, its symbol or its geography."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from pendopo.reading.entry import Entry
from pendopo.reading.fields import Day, Line, Prose, Statement, Whole, described
from pendopo.reading.record import Attachment, Model, Picture, Source, written
from pendopo.reading.record_type import RecordType


class Meaning(Model):
    """The meaning of one part of a symbol."""

    part: Line = described("Part", "A part of the symbol.", "Padi dan kapas")
    meaning: Statement = described("Meaning", "What it stands for.", "Kemakmuran warga.")


class Symbol(Model):
    """The symbol of an agency with the meanings of its parts."""

    picture: Picture = described(
        "Picture", "The symbol.", {"file": "lambang-besar.png", "alt": "Perisai dengan padi."}
    )
    meanings: tuple[Meaning, ...] = described(
        "Meanings",
        "What each part of it stands for.",
        [{"part": "Padi dan kapas", "meaning": "Kemakmuran warga."}],
        (),
    )


class Borders(Model):
    """What a region borders on, in each direction."""

    north: Line = described("North", "What lies to the north.", "Kabupaten Langkat")
    south: Line = described("South", "What lies to the south.", "Kabupaten Deli Serdang")
    east: Line = described("East", "What lies to the east.", "Kabupaten Deli Serdang")
    west: Line = described("West", "What lies to the west.", "Kabupaten Langkat")


class FreePageRecord(Model):
    """One free page."""

    title: Line = described("Title", "What the page is about.", "Sejarah Kota Binjai")
    menu: Line | None = described("Menu", "A shorter title for the menu.", "Sejarah", None)
    order: Whole = described(
        "Order", "Its place in the menu; pages with a small number come first.", "10", 100
    )
    summary: Statement | None = described(
        "Summary", "The page in one or two sentences.", "Binjai menjadi kota pada 1956.", None
    )
    body: Prose = described("Body", "The text, paragraphs parted by empty lines.", "Kota ini …")
    symbol: Symbol | None = described(
        "Symbol",
        "A symbol, shown before the text, and what it means.",
        {"picture": {"file": "lambang-besar.png", "alt": "Perisai dengan padi."}},
        None,
    )
    borders: Borders | None = described(
        "Borders",
        "What the region borders on.",
        {"north": "Langkat", "south": "Deli Serdang", "east": "Deli Serdang", "west": "Langkat"},
        None,
    )
    height: Line | None = described(
        "Height", "How high above the sea the region lies.", "28 m di atas permukaan laut", None
    )
    pictures: tuple[Picture, ...] = described(
        "Pictures",
        "Pictures, shown after the text.",
        [{"file": "pasar.jpg", "alt": "Pedagang di depan pasar lama."}],
        (),
    )
    documents: tuple[Attachment, ...] = described(
        "Documents",
        "Documents to download, of the folder media.",
        [{"title": "Peta", "file": "peta.pdf"}],
        (),
    )
    sources: tuple[Source, ...] = described(
        "Sources", "Where it was taken from.", [{"title": "Binjai dalam Angka"}], ()
    )
    updated: Day | None = described(
        "Updated", "Day of the last change that readers should know of.", "2026-11-22", None
    )


class FreePageBrief(NamedTuple):
    """The fields of a free page that other pages show; missing values are empty."""

    title: str
    menu: str
    order: int
    summary: str
    updated: str

    @classmethod
    def of(cls, record: FreePageRecord) -> Self:
        """Return the brief of `record`."""
        return cls(
            record.title,
            record.menu or record.title,
            record.order,
            record.summary or "",
            written(record.updated),
        )


def in_order(
    entries: Sequence[Entry[FreePageRecord, FreePageBrief]],
) -> Sequence[Entry[FreePageRecord, FreePageBrief]]:
    """Sort pages as the menu shows them: by their order, then by title."""
    return sorted(entries, key=lambda e: (e.brief.order, e.brief.title.casefold(), e.name))


FREE_PAGE = RecordType(
    "page",
    FreePageRecord,
    FreePageBrief,
    folder="pages",
    suffixes=(".md", ".yml"),
    arrange=in_order,
    changed="updated",
)
FreePage = Entry[FreePageRecord, FreePageBrief]
