"""Rules that check news articles."""

from collections.abc import Collection, Iterator

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.news.record import ARTICLE, Article, ArticleRecord
from pendopo.kinds.topics.record import TOPICS
from pendopo.kinds.topics.vocabulary import VOCABULARY
from pendopo.problems.problem import Problem, problem
from pendopo.reading.finding import Finding
from pendopo.reading.record import picture_rules


def article_rules(article: ArticleRecord) -> Iterator[Finding]:
    """An article has a date, none of its other dates is earlier, and its picture has a text.

    The text of a picture is its alternative text or its caption.
    """
    if not (article.published or article.event_date):
        yield Finding((), "article-date")
    first = article.published or article.event_date
    days = {("updated",): article.updated, ("expires",): article.expires} | {
        ("corrections", index, "day"): each.day for index, each in enumerate(article.corrections)
    }
    for location, day in days.items():
        if first and day and day < first:
            yield Finding(location, "article-early", {"value": day, "first": first})
    if article.picture:
        yield from picture_rules(article.picture, ("picture",))


def article_link_rules(
    agency: Agency, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """Check an agency's articles with all rules that depend on other files.

    Topics are not checked while topics.yml has errors.
    """
    sound = [each.whole for each in directory.records(TOPICS)]
    judged = all(sound) and (bool(sound) or "topics.yml" not in paths)
    for article in agency.records(ARTICLE):
        yield from _date_of_name(article)
        if judged:
            yield from _topics_known(article, directory)


def _date_of_name(article: Article) -> Iterator[Problem]:
    """The date in the name of a news file is the publication or event date of the article."""
    if not article.whole:
        return
    day = article.name[:10]
    if day not in (article.brief.event_date, article.brief.published):
        yield problem(article.path, "article-name-date", value=day)


def _topics_known(article: Article, directory: Directory) -> Iterator[Problem]:
    """The topics of an article are listed in topics.yml."""
    vocabulary = directory.fact(VOCABULARY)
    for index, name in enumerate(article.brief.topics):
        if vocabulary.topic(name):
            continue
        location = ("topics", index)
        if near := vocabulary.names.nearest(name):
            yield article.problem(location, "topic-unknown-nearest", value=name, nearest=near)
        elif not vocabulary.names:
            yield article.problem(location, "topic-none", value=name)
        else:
            known = vocabulary.names.listed
            yield article.problem(location, "topic-unknown", value=name, known=known)
