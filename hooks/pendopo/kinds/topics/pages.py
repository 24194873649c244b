"""The topics of the news, each with the articles of all agencies about it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pendopo.basics import addresses
from pendopo.kinds.news.pages.article import Teaser, listed
from pendopo.kinds.news.pages.lists import List, pages_of
from pendopo.kinds.topics.record import Topic
from pendopo.site.page import Context, Link, Page


@dataclass(frozen=True)
class View:
    """What the template prints: each topic, its page if it has articles, and their number."""

    topics: list[tuple[Topic, str, int]]


def pages(context: Context) -> Iterator[Page]:
    """The list of all topics, and the news of each that has some."""
    _ = context.translate
    directory = context.directory
    if not directory.topics:
        return
    by_topic: dict[str, list[Teaser]] = defaultdict(list)
    for teaser in listed(context):
        for key in {
            topic.key for name in teaser.article.topics if (topic := directory.topic(name))
        }:
            by_topic[key].append(teaser)
    counted = [
        (each, addresses.topic(each.key) if by_topic[each.key] else "", len(by_topic[each.key]))
        for each in directory.topics
    ]
    yield Page(
        address=addresses.topics(),
        title=_("Topics of the news"),
        describe=lambda: ", ".join(topic.name for topic in directory.topics),
        source="topics.yml",
        template="topics",
        view=lambda: View(counted),
        trail=(Link(_("All news"), addresses.all_news()),) if listed(context) else (),
    )
    for topic in directory.topics:
        described = _("News about {topic}.").format(topic=topic.name)
        kind = List(
            title=topic.name,
            describe=partial(str, topic.description or described),
            source="topics.yml",
            address=partial(addresses.topic, topic.key),
            news=by_topic[topic.key],
            menu=False,
            trail=(
                Link(_("All news"), addresses.all_news()),
                Link(_("Topics of the news"), addresses.topics()),
            ),
            introduction=topic.description or "",
        )
        yield from pages_of(context, kind)
