"""Atom feeds (RFC 4287) of any kind of dated record, with ids that do not depend on the host.

The data contain days without times: each day is written as its first second in UTC, which falls on
the same day everywhere in Indonesia.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from pendopo.basics import addresses
from pendopo.government.agency import Agency, Attached
from pendopo.site.context import Context
from pendopo.site.page import Alternate

NAMESPACE = "http://www.w3.org/2005/Atom"
TYPE = "application/atom+xml"
Base = Callable[[str], str]


@dataclass(frozen=True)
class Feed:
    """The data of one feed: at least one item, newest first.

    `address` is the feed's own address and `page` that of the list with the same records; `name` is
    unique among all feeds, and `author` is who is responsible for the feed. `items` are of any type
    with content to compare: what is written of each is made only when the feed is written.
    """

    address: str
    page: str
    name: str
    title: str
    author: str
    rights: str
    language: str
    site_url: str
    items: tuple[Any, ...]


class Post(NamedTuple):
    """What a feed writes of one item; days as `2026-11-22`, `content` is HTML.

    `address` is that of its page, `published` may be empty.
    """

    id: str
    title: str
    published: str
    updated: str
    address: str
    authors: Sequence[str]
    content: str
    documents: Sequence[Attached] = ()
    topics: Sequence[str] = ()
    summary: str = ""


Told = Callable[[Any, Feed, Base], Post]
"""Makes the post of one item of a feed."""


def feed(
    context: Context, agency: Agency | None, known: Alternate, page: str, items: tuple[Any, ...]
) -> Feed:
    """The feed of an agency, or of the portal, that others know as `known`."""
    portal = context.directory.portal
    return Feed(
        address=known.address,
        page=page,
        name=agency.lasting(known.address) if agency else f"{portal.name}: {known.address}",
        title=f"{known.title} – {agency.name if agency else portal.name}",
        author=agency.brief.name if agency else portal.publisher or portal.name,
        rights=portal.licence.title if portal.licence else "",
        language=context.language,
        site_url=context.site_url,
        items=items,
    )


def atom(feed: Feed, told: Told) -> str:
    """The feed as XML text; addresses are absolute if the site's own address is known."""
    base = addresses.base(feed.site_url, feed.address)
    posts = [told(each, feed, base) for each in feed.items]
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    _add(root, "id", addresses.urn(feed.name))
    _add(root, "title", feed.title)
    _add(root, "updated", max(_moment(each.updated) for each in posts))
    if feed.site_url:
        SubElement(root, "link", {"rel": "self", "type": TYPE, "href": base(feed.address)})
    _link(root, base(feed.page))
    _author(root, feed.author)
    if feed.rights:
        _add(root, "rights", feed.rights)
    for post in posts:
        _entry(SubElement(root, "entry"), post, base)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _entry(node: Element, post: Post, base: Base) -> None:
    _add(node, "id", post.id)
    _add(node, "title", post.title)
    if post.published:
        _add(node, "published", _moment(post.published))
    _add(node, "updated", _moment(post.updated))
    _link(node, base(post.address))
    for each in post.documents:
        enclosed = {"type": each.type, "length": str(each.size), "href": base(each.address)}
        SubElement(node, "link", {"rel": "enclosure", **enclosed})
    for name in post.authors:
        _author(node, name)
    for topic in post.topics:
        SubElement(node, "category", {"term": topic})
    if post.summary:
        _add(node, "summary", post.summary)
    _add(node, "content", post.content).set("type", "html")


def _moment(day: str) -> str:
    """A day as an RFC 3339 timestamp."""
    return f"{day}T00:00:00Z"


def _link(node: Element, address: str) -> None:
    SubElement(node, "link", {"rel": "alternate", "type": "text/html", "href": address})


def _author(node: Element, name: str) -> None:
    _add(SubElement(node, "author"), "name", name)


def _add(node: Element, name: str, text: str) -> Element:
    added = SubElement(node, name)
    added.text = str(text)
    return added
