"""News as Atom feeds (RFC 4287), with full texts and ids that do not depend on the site's host.

The data contain days without times: each day is written as its first second in UTC, which falls on
the same day everywhere in Indonesia.
"""

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from pendopo.basics import addresses, markdown
from pendopo.basics.translations import long_date, translations
from pendopo.government.agency import Agency, Attached
from pendopo.kinds.news.record import Article

NAMESPACE = "http://www.w3.org/2005/Atom"
TYPE = "application/atom+xml"
Base = Callable[[str], str]


@dataclass(frozen=True)
class Item:
    """An article of the feed with its id, agency, address of its picture, and documents."""

    id: str
    agency: Agency
    entry: Article
    picture: str
    documents: tuple[Attached, ...]


@dataclass(frozen=True)
class Feed:
    """The data of one feed: at least one article, newest first.

    `address` is the feed's own address and `page` that of the list with the same news; `name` is
    unique among all feeds, and `author` is who is responsible for the feed.
    """

    address: str
    page: str
    name: str
    title: str
    author: str
    rights: str
    language: str
    site_url: str
    items: tuple[Item, ...]


def atom(feed: Feed) -> str:
    """Return the feed as XML text; addresses are absolute if the site's own address is known."""
    base = addresses.base(feed.site_url, feed.address)
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    _add(root, "id", addresses.urn(feed.name))
    _add(root, "title", feed.title)
    _add(root, "updated", max(map(_updated, feed.items)))
    if feed.site_url:
        SubElement(root, "link", {"rel": "self", "type": TYPE, "href": base(feed.address)})
    _link(root, base(feed.page))
    _author(root, feed.author)
    if feed.rights:
        _add(root, "rights", feed.rights)
    for item in feed.items:
        _entry(SubElement(root, "entry"), item, feed, base)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _entry(node: Element, item: Item, feed: Feed, base: Base) -> None:
    article, brief = item.entry.record, item.entry.brief
    address = addresses.article(item.agency.id, item.entry.name)
    _add(node, "id", item.id)
    _add(node, "title", article.title)
    if brief.published:
        _add(node, "published", _moment(brief.published))
    _add(node, "updated", _updated(item))
    _link(node, base(address))
    for each in item.documents:
        enclosed = {"type": each.type, "length": str(each.size), "href": base(each.address)}
        SubElement(node, "link", {"rel": "enclosure", **enclosed})
    if article.byline:
        _author(node, article.byline)
    _author(node, item.agency.brief.name)
    for topic in article.topics:
        SubElement(node, "category", {"term": topic})
    if article.summary:
        _add(node, "summary", article.summary)
    content = _add(node, "content", _content(item, feed.language, base))
    content.set("type", "html")


def _content(item: Item, language: str, base: Base) -> Markup:
    """Return the article as HTML with picture, corrections and source, as on its page."""
    article, translate = item.entry.record, translations(language).gettext
    parts = [Markup(markdown.render(article.body, 1))]  # noqa: S704  (render cleans it)
    if article.dateline:
        places = filter(None, (article.dateline.place, article.dateline.outlet))
        parts.insert(0, Markup("<p>{}</p>").format(", ".join(places)))
    if article.picture and item.picture:
        picture = Markup('<p><img src="{}" alt="{}"></p>')
        parts.insert(0, picture.format(base(item.picture), article.picture.alt or ""))
    if article.corrections:
        parts.append(Markup("<h2>{}</h2>").format(translate("Corrections")))
    for each in article.corrections:
        parts.append(Markup("<p>{}: {}</p>").format(long_date(each.day, language), each.text))
    if source := article.source:
        title = Markup('<a href="{}">{}</a>').format(source.url, source.title)
        shown = title if source.url else source.title
        parts.append(Markup("<p>{} {}</p>").format(translate("Source:"), shown))
    return Markup("\n").join(parts)


def _updated(item: Item) -> str:
    """Return the time of the last change to an article, or else its own day."""
    return _moment(item.entry.brief.updated or item.entry.brief.day)


def _moment(day: str) -> str:
    """Format a day as an RFC 3339 timestamp."""
    return f"{day}T00:00:00Z"


def _link(node: Element, address: str) -> None:
    SubElement(node, "link", {"rel": "alternate", "type": "text/html", "href": address})


def _author(node: Element, name: str) -> None:
    _add(SubElement(node, "author"), "name", name)


def _add(node: Element, name: str, text: str) -> Element:
    added = SubElement(node, name)
    added.text = str(text)
    return added
