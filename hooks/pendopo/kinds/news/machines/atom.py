"""Articles in Atom feeds, with their full texts."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from pendopo.basics import addresses, markdown
from pendopo.basics.translations import long_date, translations
from pendopo.government.agency import Agency, Attached
from pendopo.kinds.news.record import Article
from pendopo.reading.record import Picture
from pendopo.site.atom import Base, Feed, Post, atom


@dataclass(frozen=True)
class Item:
    """An article of the feed: its id, agency, addresses of its pictures by file, and documents."""

    id: str
    agency: Agency
    entry: Article
    pictures: Mapping[str, str]
    documents: tuple[Attached, ...]


def news(feed: Feed) -> str:
    """Return a feed of articles as XML text."""
    return atom(feed, _post)


def _post(item: Item, feed: Feed, base: Base) -> Post:
    article, brief = item.entry.record, item.entry.brief
    agency = item.agency.brief.name
    return Post(
        id=item.id,
        title=article.title,
        published=brief.published,
        updated=brief.updated or brief.day,
        address=addresses.article(item.agency.id, item.entry.name),
        authors=(article.byline, agency) if article.byline else (agency,),
        content=_content(item, feed.language, base),
        documents=item.documents,
        topics=article.topics,
        summary=article.summary or "",
    )


def _content(item: Item, language: str, base: Base) -> Markup:
    """Return the article as HTML with picture, corrections and source, as on its page."""
    article, translate = item.entry.record, translations(language).gettext
    parts = [Markup(markdown.render(article.body, 1))]  # noqa: S704  (render cleans it)
    if article.dateline:
        places = filter(None, (article.dateline.place, article.dateline.outlet))
        parts.insert(0, Markup("<p>{}</p>").format(", ".join(places)))
    if article.picture and article.picture.file in item.pictures:
        parts.insert(0, _picture(article.picture, item, base))
    for further in article.pictures:
        if further.file in item.pictures:
            parts.append(_picture(further, item, base))
            parts += [Markup("<p>{}</p>").format(further.caption)] if further.caption else []
    if article.corrections:
        parts.append(Markup("<h2>{}</h2>").format(translate("Corrections")))
    for each in article.corrections:
        parts.append(Markup("<p>{}: {}</p>").format(long_date(each.day, language), each.text))
    if source := article.source:
        title = Markup('<a href="{}">{}</a>').format(source.url, source.title)
        shown = title if source.url else source.title
        parts.append(Markup("<p>{} {}</p>").format(translate("Source:"), shown))
    return Markup("\n").join(parts)


def _picture(picture: Picture, item: Item, base: Base) -> Markup:
    address = item.pictures[picture.file or ""]
    return Markup('<p><img src="{}" alt="{}"></p>').format(base(address), picture.alt or "")
