"""Services as lists show them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pendopo.government.agency import Agency
from pendopo.kinds.services.labels import fee_text, time_text
from pendopo.kinds.services.pages.addresses import service
from pendopo.kinds.services.record.service import SERVICE, Service, ServiceBrief
from pendopo.kinds.topics.vocabulary import VOCABULARY
from pendopo.site.context import Context


@dataclass(frozen=True)
class Item:
    """A service in a list, with its time and fee in words."""

    agency: Agency
    service: ServiceBrief
    address: str
    time: str
    fee: str


@dataclass(frozen=True)
class Group:
    """Services that stand together below a heading; `title` is empty where there is but one."""

    title: str
    items: Sequence[Item]


def of_agency(context: Context, agency: Agency) -> list[Item]:
    """Return the services of an agency by their names, those that have ended last."""
    items = [_item(context, agency, each) for each in agency.records(SERVICE)]
    return sorted(items, key=lambda each: (each.service.state == "dihentikan", _by_name(each)))


def of_all(context: Context) -> list[Item]:
    """Return the services of all agencies, agency by agency."""
    return context.once(
        "services",
        lambda: [each for agency in context.living.in_order for each in of_agency(context, agency)],
    )


def by_topic(context: Context) -> Mapping[str, list[Item]]:
    """Return the services of all agencies by the keys of their topics, sorted by name."""
    return context.once("services by topic", partial(_by_topic, context))


def grouped(context: Context, items: Sequence[Item], few: int) -> list[Group]:
    """Return more than `few` services by their first topic, in the order of topics.yml."""
    known = context.directory.fact(VOCABULARY)
    groups: dict[str, list[Item]] = {each.name: [] for each in known.topics}
    others: list[Item] = []
    for item in items:
        topic = next(filter(None, map(known.topic, item.service.topics)), None)
        (groups[topic.name] if topic else others).append(item)
    filled = [Group(title, found) for title, found in groups.items() if found]
    if len(items) <= few or not filled:
        return [Group("", items)]
    return filled + ([Group(context.translate("Other services"), others)] if others else [])


def _by_topic(context: Context) -> Mapping[str, list[Item]]:
    known = context.directory.fact(VOCABULARY)
    found: dict[str, list[Item]] = defaultdict(list)
    for item in sorted(of_all(context), key=_by_name):
        for key in {each.key for name in item.service.topics if (each := known.topic(name))}:
            found[key].append(item)
    return found


def _by_name(item: Item) -> tuple[str, str]:
    return item.service.title.casefold(), item.address


def _item(context: Context, agency: Agency, entry: Service) -> Item:
    brief = entry.brief
    return Item(
        agency,
        brief,
        service(agency.id, entry.name),
        time_text(brief, context.translate, context.language),
        fee_text(brief, context.translate, context.language),
    )
