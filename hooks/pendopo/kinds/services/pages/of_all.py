"""All services of the portal: by topic, and by agency."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from pendopo.government.agency import Agency
from pendopo.kinds.services.pages import addresses
from pendopo.kinds.services.pages.items import Item, by_topic, of_all
from pendopo.kinds.topics.record import Topic
from pendopo.kinds.topics.vocabulary import VOCABULARY
from pendopo.site.context import Context
from pendopo.site.page import Link, Page, latest
from pendopo.site.paging import below, parts
from pendopo.site.sublists import Sublist, sublists

FEW = 60
"""With more services than this, the page does not list those of each agency."""
PER_PAGE = 100


@dataclass(frozen=True)
class Office:
    """An agency with the number of its services; `items` are these where they are few in all."""

    link: Link
    count: int
    items: Sequence[Item]


@dataclass(frozen=True)
class View:
    """The data that the template prints; `branches` have pages of their own."""

    count: int
    topics: list[tuple[Link, int]]
    offices: list[Office]
    branches: list[tuple[Link, int]]
    csv: str


@dataclass(frozen=True)
class TopicView:
    """The services of one topic, and the pages before and after this one."""

    description: str
    items: Sequence[Item]
    previous: str | None
    next: str | None


def pages(context: Context) -> Iterator[Page]:
    """Yield the list of topics and agencies, then the services of each topic."""
    if of_all(context):
        yield from _of_agencies(context)
        for topic in context.directory.fact(VOCABULARY).topics:
            yield from _of_topic(context, topic)


def topics(context: Context) -> list[tuple[Link, int]]:
    """Return the topics that have services, each with its page and their number."""
    found = by_topic(context)
    return [
        (Link(each.name, addresses.topic(each.key)), len(found[each.key]))
        for each in context.directory.fact(VOCABULARY).topics
        if each.key in found
    ]


def links(context: Context) -> Iterator[Link]:
    """Yield the link to the list of all services, if there are any."""
    if of_all(context):
        yield Link(context.translate("All services"), addresses.ALL)


def about(context: Context, key: str) -> Link | None:
    """Return the link to the services of a topic, if there are any."""
    count = len(by_topic(context).get(key, ()))
    label = context.translate("Services ({count})").format(count=count)
    return Link(label, addresses.topic(key)) if count else None


def _of_agencies(context: Context) -> Iterator[Page]:
    _ = context.translate
    by_agency: dict[str, list[Item]] = defaultdict(list)
    for item in of_all(context):
        by_agency[item.agency.id].append(item)
    agencies = [context.directory.agencies[each] for each in by_agency]
    for sublist in sublists(context.directory, agencies):
        within = sublist.within
        title = (
            _("Services of agencies below {agency}").format(agency=within.name) if within else ""
        )
        yield Page(
            address=addresses.within(within.id if within else ""),
            title=title or _("All services"),
            describe=partial(
                _("Public services of all agencies in {portal}.").format,
                portal=context.directory.portal.name,
            ),
            source="portal.yml",
            template="services/all",
            view=partial(_view, context, sublist, by_agency),
            menu="" if within else _("Services"),
            trail=(Link(_("All services"), addresses.ALL),) if within else (),
            updated=latest(
                each.service.updated for office in sublist.listed for each in by_agency[office.id]
            ),
        )


def _view(context: Context, sublist: Sublist, by_agency: dict[str, list[Item]]) -> View:
    count = len(of_all(context))
    few = count <= FEW
    return View(
        count,
        [] if sublist.within else topics(context),
        [_office(each, by_agency[each.id], few=few) for each in sublist.listed],
        [(Link(each.name, addresses.within(each.id)), n) for each, n in sublist.branches],
        "" if sublist.within else addresses.CSV,
    )


def _office(agency: Agency, items: list[Item], *, few: bool) -> Office:
    link = Link(agency.name, addresses.of_agency(agency.id))
    return Office(link, len(items), items if few else ())


def _of_topic(context: Context, topic: Topic) -> Iterator[Page]:
    _ = context.translate
    items = by_topic(context).get(topic.key, [])
    title = _("Services: {topic}").format(topic=topic.name)
    described = _("Services about {topic}.").format(topic=topic.name)
    first = addresses.topic(topic.key)
    for part in parts(items, below(first), PER_PAGE) if items else ():
        yield Page(
            address=part.address,
            title=part.title(title, _),
            describe=partial(str, topic.description or described),
            source="topics.yml",
            template="services/topic",
            view=partial(TopicView, topic.description or "", part.items, part.previous, part.next),
            trail=(
                Link(_("All services"), addresses.ALL),
                *(() if part.first else (Link(title, first),)),
            ),
            previous=part.previous,
            next=part.next,
            updated=latest(each.service.updated for each in part.items),
        )
