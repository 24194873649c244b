"""What schema.org says of a page, as JSON-LD (schema.org of 2026-08-20)."""

import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from pendopo.basics import addresses
from pendopo.government.directory import Agency, Directory
from pendopo.kinds.agency.record import Address, AgencyRecord
from pendopo.kinds.news.record import ArticleRecord
from pendopo.reading.load import Entry
from pendopo.site.page import Alternate, Link, LinkedBase

HARMFUL = str.maketrans(
    {each: f"\\u{ord(each):04x}" for each in ("<", ">", "&", "\u2028", "\u2029")}
)


def script(things: Sequence[dict[str, Any]]) -> Markup:
    """Things as the content of a script element, where nothing can end it; empty for none."""
    if not things:
        return Markup()
    whole = {"@context": "https://schema.org", "@graph": things}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(HARMFUL)
    return Markup(text)  # noqa: S704  (what HTML could take for markup is escaped)


def breadcrumbs(trail: Sequence[Link], base: LinkedBase) -> dict[str, Any]:
    """The way to a page, which is the last of `trail` and needs no address."""
    steps: list[dict[str, Any]] = [
        {"@type": "ListItem", "position": number, "name": link.label, "item": base(link.address)}
        for number, link in enumerate(trail, 1)
    ]
    del steps[-1]["item"]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def organization(
    agency: Agency, record: AgencyRecord, directory: Directory, base: LinkedBase
) -> dict[str, Any]:
    """An agency with how to reach it and what is above it."""
    above = directory.above(agency)
    reached = {"telephone": [*record.phones], "email": [*record.emails]}
    found: dict[str, Any] = {
        **reference(agency, base),
        "name": record.name,
        "alternateName": record.short_name,
        "slogan": record.tagline,
        "url": base(addresses.profile(agency.id)),
        "logo": base(agency.emblem.large) if agency.emblem else None,
        "identifier": [
            {"@type": "PropertyValue", "propertyID": name, "value": code}
            for name, code in (
                ("kode_wilayah_kemendagri", record.region_code),
                ("kode_bps", record.bps_code),
            )
            if code
        ],
        "parentOrganization": reference(above[-1], base) if above else None,
        "areaServed": _area([agency, *above[::-1]]),
        **reached,
        "contactPoint": {"@type": "ContactPoint", "contactType": "customer service", **reached}
        if any(reached.values())
        else None,
        "sameAs": [
            *([record.website] if record.website else []),
            *(account.url for account in record.social),
        ],
        "address": record.address and _address(record.address),
    }
    return _known(found)


def _area(agencies: Sequence[Agency]) -> dict[str, Any] | None:
    """The area of the first of `agencies` that has a code."""
    served = next((each for each in agencies if each.brief.region_code), None)
    if served is None:
        return None
    code = served.brief.region_code
    return {"@type": "AdministrativeArea", "name": served.name, "identifier": code}


def _address(address: Address) -> dict[str, Any]:
    return {
        "@type": "PostalAddress",
        "streetAddress": ", ".join(filter(None, (address.street, address.village))),
        "addressLocality": ", ".join(filter(None, (address.district, address.regency))),
        "addressRegion": address.province,
        "postalCode": address.postal_code,
        "addressCountry": "ID",
    }


def article(
    agency: Agency,
    entry: Entry[ArticleRecord],
    description: str,
    language: str,
    base: LinkedBase,
) -> dict[str, Any]:
    """A news article; who wrote it is the agency where no name is known."""
    brief, byline = entry.brief, entry.record.byline
    picture = agency.picture(brief.picture)
    publisher = reference(agency, base) | {"url": base(addresses.profile(agency.id))}
    if agency.emblem:
        publisher["logo"] = base(agency.emblem.large)
    return _known(
        {
            "@type": "NewsArticle",
            "headline": brief.title,
            "description": description,
            "datePublished": brief.published,
            "dateModified": brief.updated,
            "author": {"@type": "Person", "name": byline} if byline else publisher,
            "publisher": publisher,
            "image": base(picture.large) if picture else None,
            "mainEntityOfPage": base(addresses.article(agency.id, entry.name)),
            "inLanguage": language,
        }
    )


def reference(agency: Agency, base: LinkedBase) -> dict[str, Any]:
    """An agency by its name alone."""
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{base(addresses.profile(agency.id))}#instansi",
        "name": agency.name,
    }


def dataset(  # noqa: PLR0913
    *,
    title: str,
    description: str,
    agency: Agency,
    period: tuple[int, int],
    measured: Sequence[tuple[str, str]],
    files: Sequence[Alternate],
    updated: str,
    base: LinkedBase,
) -> dict[str, Any]:
    """The indicators of a plan; `measured` are their names and units."""
    return _known(
        {
            "@type": "Dataset",
            "name": title,
            "description": description,
            "creator": reference(agency, base),
            "temporalCoverage": f"{period[0]}/{period[1]}" if period[0] else None,
            "dateModified": updated or None,
            "variableMeasured": [
                _known({"@type": "PropertyValue", "name": name, "unitText": unit or None})
                for name, unit in measured
            ],
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": each.type,
                    "contentUrl": base(each.address),
                }
                for each in files
            ],
        }
    )


def _known(found: dict[str, Any]) -> dict[str, Any]:
    return {
        key: _known(value) if isinstance(value, dict) else value
        for key, value in found.items()
        if value not in (None, [], (), "")
    }
