"""Linked data (schema.org) of officials."""

from collections.abc import Sequence
from typing import Any

from pendopo.government.agency import Agency
from pendopo.kinds.officials.holders import Holding, holders
from pendopo.kinds.officials.record import Official
from pendopo.site.context import Context
from pendopo.site.linked_data import reference, stated
from pendopo.site.page import LinkedBase


def employees(context: Context, agency: Agency, base: LinkedBase) -> dict[str, Any]:
    """Return the agency with those who hold its posts today."""
    found = holders(context, agency).current.values()
    roles = [_role(each, "employee", _person(each, base)) for some in found for each in some]
    return stated({**reference(agency, base), "employee": roles})


def official(
    agency: Agency, entry: Official, held: Sequence[Holding], base: LinkedBase
) -> dict[str, Any]:
    """Return a person with all terms, those of today first."""
    record, portrait = entry.record, agency.picture(entry.named(entry.brief.portrait))
    return stated(
        {
            "@type": "Person",
            "name": record.name,
            "honorificPrefix": record.degrees_before,
            "honorificSuffix": record.degrees_after,
            "jobTitle": [each.full_title for each in held if not each.until],
            "worksFor": [_role(each, "worksFor", reference(agency, base)) for each in held],
            "image": base(portrait.large) if portrait else None,
            "email": [*record.emails],
            "telephone": [*record.phones],
        }
    )


def _role(held: Holding, name: str, value: dict[str, Any]) -> dict[str, Any]:
    """Return a term as the role that stands between a person and an agency."""
    return stated(
        {
            "@type": "EmployeeRole",
            "roleName": held.full_title,
            "startDate": held.since,
            "endDate": held.until,
            name: value,
        }
    )


def _person(held: Holding, base: LinkedBase) -> dict[str, Any]:
    return {"@type": "Person", "name": held.person.printed, "url": base(held.address)}
