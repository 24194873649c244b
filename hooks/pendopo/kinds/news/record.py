"""Model of a news article: news/YYYY-MM-DD-name.yml or .md."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Self

from pendopo.basics.locations import Location
from pendopo.basics.markdown import plain, shortened
from pendopo.kinds.agency.record.agency import AgencyBrief
from pendopo.reading.entry import Entry
from pendopo.reading.fields import NAME, Day, Flag, Line, Prose, Statement, Time, described
from pendopo.reading.former import FormerFiles
from pendopo.reading.record import Attachment, Model, Picture, Source, written
from pendopo.reading.record_type import RecordType


class Dateline(Model):
    """The place of a report, as printed before its first word."""

    place: Line = described("Place", "Place of the report.", "Binjai")
    outlet: Line | None = described("Outlet", "Who reports.", "InfoPublik", None)


class Correction(Model):
    """A public correction: what was wrong, and what is right."""

    day: Day = described("Day", "Day of the correction.", "2018-04-27")
    text: Statement = described(
        "Text", "What was wrong and what is right.", "Jumlah tamu 30 orang, bukan 13."
    )


class ArticleRecord(Model):
    """One news article."""

    title: Line = described("Title", "Headline.", "Sekretariat Jenderal DPR RI Kunjungi Binjai")
    event_date: Day | None = described(
        "Event date", "Day on which it happened.", "2018-04-25", None
    )
    published: Day | None = described(
        "Published", "Day on which it was first published; never guessed.", "2018-04-26", None
    )
    time: Time | None = described(
        "Time of day",
        "Time of day of that; of two articles of a day the later leads.",
        "14:30",
        None,
    )
    updated: Day | None = described(
        "Updated", "Day on which something was added.", "2018-04-27", None
    )
    corrections: tuple[Correction, ...] = described(
        "Corrections",
        "What was wrong in an earlier version; readers see it.",
        [{"day": "2018-04-27", "text": "Jumlah tamu 30 orang, bukan 13."}],
        (),
    )
    featured: Flag = described(
        "Featured", "ya where it stands before all others on first pages.", "ya", False
    )
    expires: Day | None = described(
        "Expires", "Last day on which it counts; then first pages leave it out.", "2018-05-31", None
    )
    place: Line | None = described(
        "Place", "Where it happened.", "Ruang Binjai Command Center", None
    )
    dateline: Dateline | None = described(
        "Dateline", "Place and outlet before the first word.", {"place": "Binjai"}, None
    )
    byline: Line | None = described("Byline", "Who wrote it.", "Ismail", None)
    summary: Statement | None = described(
        "Summary", "The news in one or two sentences.", "Tamu dari Jakarta meninjau …", None
    )
    body: Prose = described("Body", "The article, paragraphs parted by empty lines.", "Rabu …")
    picture: Picture | None = described(
        "Picture", "The picture of the article.", {"file": "a.jpg", "alt": "Tamu disambut."}, None
    )
    pictures: tuple[Picture, ...] = described(
        "Pictures",
        "Further pictures, shown after the text.",
        [{"file": "b.jpg", "alt": "Tamu meninjau ruang kendali."}],
        (),
    )
    documents: tuple[Attachment, ...] = described(
        "Documents",
        "Documents to download, of the folder media.",
        [{"title": "Undangan", "file": "undangan.pdf"}],
        (),
    )
    topics: tuple[Line, ...] = described(
        "Topics", "What it is about: names of topics.yml.", ["Kota cerdas"], ()
    )
    source: Source | None = described(
        "Source", "Where the article was taken from.", {"title": "Berita Pemko Binjai"}, None
    )
    formerly: FormerFiles = described(
        "Formerly",
        "The former name of its file, or several: the old address leads to the new one.",
        ["2018-04-25-nama-lama"],
        (),
    )


class ArticleBrief(NamedTuple):
    """The fields of an article that lists show; days as `2026-11-22`, missing values as empty text.

    `revised` is the day of the last addition or correction, `time` the time of publication as
    `14:30`, `excerpt` the beginning of the text where nobody wrote a summary.
    """

    title: str
    published: str
    event_date: str
    summary: str
    picture: str
    topics: tuple[str, ...]
    featured: bool
    expires: str
    revised: str
    time: str = ""
    excerpt: str = ""
    formerly: tuple[str, ...] = ()

    @property
    def day(self) -> str:
        """The day by which articles are sorted."""
        return self.published or self.event_date

    @property
    def updated(self) -> str:
        """The day of the last change that the article announces."""
        return max(self.revised, self.published)

    def has_expired(self, today: date) -> bool:
        """Return whether the article expired before `today`."""
        return bool(self.expires) and self.expires < today.isoformat()

    @classmethod
    def of(cls, article: ArticleRecord) -> Self:
        """Return the brief of `article`."""
        return cls(
            article.title,
            written(article.published),
            written(article.event_date),
            article.summary or "",
            (article.picture.file if article.picture else None) or "",
            article.topics,
            article.featured,
            written(article.expires),
            max(written(article.updated), *(written(each.day) for each in article.corrections), ""),
            article.time or "",
            "" if article.summary else _beginning(article.body),
            article.formerly,
        )


def _beginning(body: str) -> str:
    """The first words of the first paragraph: lists need no more, and a whole text takes time."""
    return shortened(plain(body.split("\n\n", 1)[0]))


def newest_first(
    entries: Sequence[Entry[ArticleRecord, ArticleBrief]],
) -> Sequence[Entry[ArticleRecord, ArticleBrief]]:
    """Sort dated articles, newest first; an article without a date is an error and is left out."""
    dated = (each for each in entries if each.brief.day)
    return sorted(dated, key=lambda each: age(each.brief, each.name), reverse=True)


def age(article: ArticleBrief, name: str) -> tuple[str, str, str]:
    """Return what sorts articles, the oldest first: the day, the time, then the name of the file.

    Staff who number the files of a day need no times.
    """
    return article.day, article.time, name


def shown_from(article: ArticleBrief) -> tuple[str, Location]:
    """Return the day from which an article is shown, and where it stands."""
    return article.day, ("published",) if article.published else ("event_date",)


def shown_above(agency: AgencyBrief) -> bool:
    """Return whether an agency's news list includes the news of all agencies below it."""
    return agency.news_from_below


ARTICLE = RecordType(
    "article",
    ArticleRecord,
    ArticleBrief,
    folder="news",
    suffixes=(".yml", ".md"),
    names=re.compile(rf"\d{{4}}-\d\d-\d\d-{NAME.pattern}", re.ASCII),
    misnamed="file-article-name",
    arrange=newest_first,
    shown_above=shown_above,
    dated=shown_from,
    changed="revised",
    former="formerly",
)
Article = Entry[ArticleRecord, ArticleBrief]
