"""Rules that check announcements."""

from collections.abc import Collection, Iterator

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.announcements.record import (
    ANNOUNCEMENT,
    LONGEST,
    AnnouncementRecord,
    Banner,
    Emergency,
)
from pendopo.kinds.topics.known import unknown_topics
from pendopo.problems.problem import Problem, problem
from pendopo.reading.finding import Finding
from pendopo.reading.record import picture_rules


def announcement_rules(record: AnnouncementRecord) -> Iterator[Finding]:
    """All rules of one announcement."""
    yield from _days(record)
    if record.banner:
        yield from _banner(record, record.banner)
    if record.emergency:
        yield from _whole(record.emergency)
    if record.picture:
        yield from picture_rules(record.picture, ("picture",))


def _days(record: AnnouncementRecord) -> Iterator[Finding]:
    """An announcement neither ends nor changes before it is published."""
    for name, day in {"ends": record.ends, "updated": record.updated}.items():
        if day and day < record.published:
            values = {"value": day, "first": record.published}
            yield Finding((name,), "announcement-early", values)


def _banner(record: AnnouncementRecord, banner: Banner) -> Iterator[Finding]:
    """A notice is short, and stands no longer than its announcement counts."""
    if len(banner.text) > LONGEST:
        size = {"length": len(banner.text), "limit": LONGEST}
        yield Finding(("banner", "text"), "text-long", size)
    if banner.until < record.published:
        values = {"value": banner.until, "first": record.published}
        yield Finding(("banner", "until"), "announcement-early", values)
    if record.ends and banner.until > record.ends:
        days = {"value": banner.until, "last": record.ends}
        yield Finding(("banner", "until"), "announcement-banner-late", days)


def _whole(emergency: Emergency) -> Iterator[Finding]:
    """An emergency is announced with all eight parts that the law wants."""
    missing = [name for name in Emergency.model_fields if not getattr(emergency, name)]
    if missing:
        yield Finding(("emergency",), "announcement-parts", {"missing": ", ".join(missing)})


def announcement_link_rules(
    agency: Agency, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """The name of its file says its day of publication, and its topics are known."""
    entries = agency.records(ANNOUNCEMENT)
    for entry in entries:
        day = entry.name[:10]
        if entry.whole and day != entry.brief.published:
            values = {"value": day, "published": entry.brief.published}
            yield problem(entry.path, "announcement-name-date", **values)
    yield from unknown_topics(entries, directory, paths)
