"""Rules that check news articles."""

from collections.abc import Collection, Iterator

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.news.record import ARTICLE, Article, ArticleRecord
from pendopo.kinds.topics.known import unknown_topics
from pendopo.problems.problem import Problem, problem
from pendopo.reading.finding import Finding
from pendopo.reading.record import picture_rules, pictures_rules


def article_rules(article: ArticleRecord) -> Iterator[Finding]:
    """An article has a date, none of its other dates is earlier, and its pictures have texts.

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
    shown = article.picture.file if article.picture else None
    yield from pictures_rules(article.pictures, ("pictures",), shown)


def article_link_rules(
    agency: Agency, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """Check an agency's articles with all rules that depend on other files."""
    for article in agency.records(ARTICLE):
        yield from _date_of_name(article)
    yield from unknown_topics(agency.records(ARTICLE), directory, paths)


def _date_of_name(article: Article) -> Iterator[Problem]:
    """The date in the name of a news file is the publication or event date of the article."""
    if not article.whole:
        return
    day = article.name[:10]
    if day not in (article.brief.event_date, article.brief.published):
        yield problem(article.path, "article-name-date", value=day)
