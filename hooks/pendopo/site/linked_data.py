"""Structured data of a page, as JSON-LD with terms of schema.org (release of 2026-08-20)."""

import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.site.page import Link, LinkedBase

HARMFUL = str.maketrans(
    {each: f"\\u{ord(each):04x}" for each in ("<", ">", "&", "\u2028", "\u2029")}
)


def script(things: Sequence[dict[str, Any]]) -> Markup:
    """Serializes things for a script element, safely escaped; empty if there are none."""
    if not things:
        return Markup()
    whole = {"@context": "https://schema.org", "@graph": things}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(HARMFUL)
    return Markup(text)  # noqa: S704  (characters with a meaning in HTML are escaped)


def breadcrumbs(trail: Sequence[Link], base: LinkedBase) -> dict[str, Any]:
    """The breadcrumbs of a page, which is the last link of `trail` and gets no address."""
    steps: list[dict[str, Any]] = [
        {"@type": "ListItem", "position": number, "name": link.label, "item": base(link.address)}
        for number, link in enumerate(trail, 1)
    ]
    del steps[-1]["item"]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def reference(agency: Agency, base: LinkedBase) -> dict[str, Any]:
    """A reference to an agency, with its name only."""
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{base(addresses.profile(agency.id))}#instansi",
        "name": agency.name,
    }


def stated(found: dict[str, Any]) -> dict[str, Any]:
    """The mapping without empty values, also within nested objects."""
    return {
        key: stated(value) if isinstance(value, dict) else value
        for key, value in found.items()
        if value not in (None, [], (), "")
    }
