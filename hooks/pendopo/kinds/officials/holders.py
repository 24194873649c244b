"""Who holds which post on a day, who held it before, and where persons have their pages."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from pendopo.basics.translations import long_date, month_name
from pendopo.government.agency import Agency
from pendopo.kinds.officials.record import (
    OFFICIAL,
    OfficialBrief,
    Status,
    first_day,
    last_day,
)
from pendopo.kinds.structure.record import STRUCTURE, StructureBrief
from pendopo.pictures.renditions import Renditions
from pendopo.site.context import Context

NAME = "pejabat"


@dataclass(frozen=True)
class Holding:
    """A person in a post, as lists show it.

    `id` is the name of the person's file, `since` and `until` are as that has them, `until` empty
    while it lasts; `period` says both in the language of the site.
    """

    id: str
    person: OfficialBrief
    address: str
    portrait: Renditions | None
    post: str
    title: str
    since: str
    until: str
    status: Status
    period: str

    @property
    def initials(self) -> str:
        """One or two letters in place of a portrait."""
        words = [each for each in self.person.name.split() if each[0].isalnum()] or ["–"]
        return "".join(each[0] for each in dict.fromkeys((words[0], words[-1]))).upper()

    @property
    def full_title(self) -> str:
        """The title of the post with how it is held: `Plt. Camat`."""
        return self.title if self.status == "definitif" else f"{self.status}. {self.title}"


@dataclass(frozen=True)
class Holders:
    """The holders of the posts of an agency on one day, and the earlier ones, by the post's id."""

    current: Mapping[str, Sequence[Holding]]
    earlier: Mapping[str, Sequence[Holding]]

    def of_post(self, post: str) -> Sequence[Holding]:
        """Who holds a post: first the one who holds it, then who stands in for some days."""
        return self.current.get(post, ())

    @cached_property
    def current_of(self) -> Mapping[str, Sequence[Holding]]:
        """The posts that persons hold, by the names of their files, in the order of the posts."""
        return _by_person(self.current)

    @cached_property
    def earlier_of(self) -> Mapping[str, Sequence[Holding]]:
        """The posts that persons held before, in the order of the posts."""
        return _by_person(self.earlier)

    def before(self, post: str) -> Sequence[Holding]:
        """Who held a post before, the last first."""
        return self.earlier.get(post, ())


def _by_person(posts: Mapping[str, Sequence[Holding]]) -> Mapping[str, Sequence[Holding]]:
    persons: dict[str, list[Holding]] = defaultdict(list)
    for found in posts.values():
        for each in found:
            persons[each.id].append(each)
    return persons


def list_address(agency: Agency) -> str:
    """The address of the list of officials; empty if the agency names none."""
    return f"{agency.id}/{NAME}/" if agency.records(OFFICIAL) else ""


def address(agency: Agency, name: str) -> str:
    """The address of the page of one official."""
    return f"{agency.id}/{NAME}/{name}/"


def structure_of(agency: Agency) -> StructureBrief | None:
    """What is known of the agency's structure, if it states one."""
    return next((each.brief for each in agency.records(STRUCTURE)), None)


def holders(context: Context, agency: Agency) -> Holders:
    """Return who holds which post today, where the agency is."""
    return context.once(f"holders {agency.id}", partial(_holders, context, agency))


def _holders(context: Context, agency: Agency) -> Holders:
    today = context.today_of(agency).isoformat()
    structure = structure_of(agency)
    current: dict[str, Sequence[Holding]] = {}
    earlier: dict[str, Sequence[Holding]] = {}
    begun = _begun(context, agency, structure, today)
    for post in structure.posts if structure else ():
        found = sorted(begun.get(post.id, ()), key=lambda each: first_day(each.since))[::-1]
        shown = _current(found, post.holders, today)
        kept = {id(each) for each in shown}
        current[post.id] = shown
        earlier[post.id] = [each for each in found if id(each) not in kept]
    return Holders(current, earlier)


def _current(found: Sequence[Holding], room: int, today: str) -> list[Holding]:
    """Who holds a post today, of those whose terms have begun, the last first."""
    lasting = [each for each in found if not each.until or last_day(each.until) >= today]
    # On the day of a change both hold the post: the one who comes does.
    steady = [each for each in lasting if each.status != "Plh"][:room]
    if room > 1:
        steady.sort(key=lambda each: each.person.name.casefold())
    return [*steady, *(each for each in lasting if each.status == "Plh")]


def _begun(
    context: Context, agency: Agency, structure: StructureBrief | None, today: str
) -> Mapping[str, Sequence[Holding]]:
    """The terms that have begun by `today`, by their posts."""
    titles = {each.id: each.title for each in structure.posts} if structure else {}
    found: dict[str, list[Holding]] = defaultdict(list)
    for entry in agency.records(OFFICIAL):
        for term in entry.brief.terms:
            if term.post in titles and term.begins <= today:
                found[term.post].append(
                    Holding(
                        entry.name,
                        entry.brief,
                        address(agency, entry.name),
                        agency.picture(entry.named(entry.brief.portrait)),
                        term.post,
                        titles[term.post],
                        *(term.since, term.until, term.status),
                        period(context, term.since, term.until),
                    )
                )
    return found


def period(context: Context, since: str, until: str) -> str:
    """`since 20 May 2024`, or `2016 – 31 December 2020`."""
    if until:
        return f"{_said(since, context.language)} – {_said(until, context.language)}"
    return context.translate("since {day}").format(day=_said(since, context.language))


def _said(moment: str, language: str) -> str:
    match len(moment):
        case 4:
            return moment
        case 7:
            return month_name(first_day(moment), language)
    return long_date(date.fromisoformat(moment), language)
