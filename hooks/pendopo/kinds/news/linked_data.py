"""Linked data (schema.org) of a news article."""

from typing import Any

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.kinds.news.record import Article
from pendopo.site.linked_data import reference, stated
from pendopo.site.page import LinkedBase


def article(
    agency: Agency,
    entry: Article,
    description: str,
    language: str,
    base: LinkedBase,
) -> dict[str, Any]:
    """Return a news article; without a byline, the agency is the author."""
    brief, byline = entry.brief, entry.record.byline
    pictures = [base(each.large) for each in agency.pictures(entry).values()]
    publisher = reference(agency, base) | {"url": base(addresses.profile(agency.id))}
    if agency.emblem:
        publisher["logo"] = base(agency.emblem.large)
    return stated(
        {
            "@type": "NewsArticle",
            "headline": brief.title,
            "description": description,
            "datePublished": brief.published,
            "dateModified": brief.updated,
            "author": {"@type": "Person", "name": byline} if byline else publisher,
            "publisher": publisher,
            "image": pictures if len(pictures) > 1 else "".join(pictures),
            "mainEntityOfPage": base(addresses.article(agency.id, entry.name)),
            "inLanguage": language,
        }
    )
