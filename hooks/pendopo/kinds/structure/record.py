"""Model of structure.yml: the duties of an agency, its units and its posts."""

from typing import NamedTuple, Self

from pendopo.kinds.plans.record.plan import LegalBasis
from pendopo.reading.entry import Entry
from pendopo.reading.fields import Day, Flag, Key, Line, Prose, Statement, Whole, described
from pendopo.reading.record import Model, Source, written
from pendopo.reading.record_type import RecordType

BASIS = [{"title": "Peraturan Wali Kota Nomor 12 Tahun 2021"}]


class Unit(Model):
    """A part of the agency: a secretariat, a division, a section."""

    id: Key = described(
        "Id", "Its short name: small letters, digits and hyphens.", "subbagian-umum"
    )
    name: Line = described("Name", "Its full name.", "Subbagian Umum dan Kepegawaian")
    part_of: Key | None = described(
        "Part of", "Id of the unit above; left out directly below the head.", "sekretariat", None
    )
    duties: Prose | None = described(
        "Duties", "Its duties, word for word.", "Mengurus surat, arsip, dan kepegawaian.", None
    )
    functions: tuple[Statement, ...] = described(
        "Functions", "Its functions, one by one.", ["pengelolaan surat masuk dan keluar"], ()
    )
    legal_basis: tuple[LegalBasis, ...] = described(
        "Legal basis", "The regulation that says so, if it is another one.", BASIS, ()
    )


class Post(Model):
    """A post, whoever holds it."""

    id: Key = described("Id", "Its short name, which officials name.", "kasubbag-umum")
    title: Line = described("Title", "The full title of the post.", "Kepala Subbagian Umum")
    unit: Key | None = described("Unit", "Id of the unit that it is in.", "subbagian-umum", None)
    head: Flag = described("Head", "ya for the head of the agency.", "ya", False)
    reports_to: Key | None = described(
        "Reports to",
        "Id of the post above; left out the first post of the unit, or of the unit above.",
        "sekretaris",
        None,
    )
    level: Line | None = described("Level", "Its level.", "eselon IV.b", None)
    count: Whole | None = described(
        "Count", "How many hold it, if it is a post of several.", "4", None
    )


class StructureRecord(Model):
    """How an agency is organised."""

    legal_basis: tuple[LegalBasis, ...] = described(
        "Legal basis", "The regulation of duties and structure.", BASIS, ()
    )
    duties: Prose | None = described(
        "Duties", "The duties of the agency, word for word.", "Camat membantu wali kota …", None
    )
    functions: tuple[Statement, ...] = described(
        "Functions", "The functions of the agency, one by one.", ["pelayanan kependudukan"], ()
    )
    units: tuple[Unit, ...] = described(
        "Units", "Its units, in their order.", [{"id": "sekretariat", "name": "Sekretariat"}], ()
    )
    posts: tuple[Post, ...] = described(
        "Posts", "Its posts, in their order.", [{"id": "camat", "title": "Camat", "head": "ya"}], ()
    )
    chart_note: Prose | None = described(
        "Chart note", "What is to be said below the chart.", "Dua seksi digabung sejak 2024.", None
    )
    sources: tuple[Source, ...] = described(
        "Sources", "Where this was taken from.", [{"title": "Perwali Nomor 12 Tahun 2021"}], ()
    )
    updated: Day | None = described("Updated", "Day of the last change.", "2026-11-22", None)


class PostBrief(NamedTuple):
    """A post in a brief; `holders` is how many may hold it at once."""

    id: str
    title: str
    holders: int


class StructureBrief(NamedTuple):
    """What is known of a structure without its record.

    `units` are their names, `head` is the id of the head's post.
    """

    states_duties: bool
    units: tuple[str, ...]
    post_rows: tuple[tuple[str, str, int], ...]
    head: str
    updated: str

    @property
    def posts(self) -> list[PostBrief]:
        """The posts in the order of the file."""
        return [*map(PostBrief._make, self.post_rows)]

    @classmethod
    def of(cls, record: StructureRecord) -> Self:
        """Return the brief of `record`."""
        return cls(
            bool(record.duties or record.functions)
            or any(each.duties or each.functions for each in record.units),
            tuple(each.name for each in record.units),
            tuple((each.id, each.title, max(each.count or 1, 1)) for each in record.posts),
            next((each.id for each in record.posts if each.head), ""),
            written(record.updated),
        )


STRUCTURE = RecordType("structure", StructureRecord, StructureBrief, changed="updated")
Structure = Entry[StructureRecord, StructureBrief]
