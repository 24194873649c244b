"""The topics, each with the news of all agencies about it and links to what else there is."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pendopo.basics import addresses
from pendopo.kinds.news.pages.article import Teaser, listed
from pendopo.kinds.news.pages.lists import List, pages_of
from pendopo.kinds.topics.record import Topic
from pendopo.kinds.topics.vocabulary import VOCABULARY
from pendopo.site.context import Context
from pendopo.site.page import Link, Page


@dataclass(frozen=True)
class View:
    """The data that the template prints: topics, with page (if any) and number of articles.

    The last of each are links to what else there is about it.
    """

    topics: list[tuple[Topic, str, int, list[Link]]]


def pages(context: Context) -> Iterator[Page]:
    """Yield the list of all topics, and the news list of each topic that has articles."""
    _ = context.translate
    directory = context.directory
    known = directory.fact(VOCABULARY)
    topics = known.topics
    if not topics:
        return
    by_topic: dict[str, list[Teaser]] = defaultdict(list)
    for teaser in listed(context):
        for key in {each.key for name in teaser.article.topics if (each := known.topic(name))}:
            by_topic[key].append(teaser)
    counted = [_counted(context, each, len(by_topic[each.key])) for each in topics]
    yield Page(
        address=addresses.topics(),
        title=_("Topics of the news"),
        describe=lambda: ", ".join(each.name for each in topics),
        source="topics.yml",
        template="topics/topics",
        view=lambda: View(counted),
        trail=(Link(_("All news"), addresses.all_news()),) if listed(context) else (),
    )
    for each in topics:
        described = _("News about {topic}.").format(topic=each.name)
        kind = List(
            title=each.name,
            describe=partial(str, each.description or described),
            source="topics.yml",
            address=partial(addresses.topic, each.key),
            news=by_topic[each.key],
            menu=False,
            trail=(
                Link(_("All news"), addresses.all_news()),
                Link(_("Topics of the news"), addresses.topics()),
            ),
            introduction=each.description or "",
            beside=context.kinds.about(context, each.key),
        )
        yield from pages_of(context, kind)


def _counted(context: Context, topic: Topic, count: int) -> tuple[Topic, str, int, list[Link]]:
    address = addresses.topic(topic.key) if count else ""
    return topic, address, count, context.kinds.about(context, topic.key)


def links(context: Context) -> Iterator[Link]:
    """Yield the link to the list of all topics, if there are any."""
    if context.directory.fact(VOCABULARY).topics:
        yield Link(context.translate("Topics of the news"), addresses.topics())
