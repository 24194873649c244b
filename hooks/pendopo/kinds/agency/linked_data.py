"""Linked data (schema.org) of an agency."""

from typing import Any

from pendopo.basics import addresses
from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.agency.contacts.linked_data import places, postal_address
from pendopo.reading.telephones import in_words
from pendopo.site.context import Context
from pendopo.site.linked_data import reference, stated
from pendopo.site.page import LinkedBase


def organization(agency: Agency, context: Context, base: LinkedBase) -> dict[str, Any]:
    """Return an agency with its contact details and the agency directly above it."""
    record, above = agency.record, context.directory.above(agency)
    status = agency.brief.status
    former = status.former_names if status.holds(context.today) else ()
    others = [*filter(None, (record.short_name, *former))]
    reached = {"telephone": [*map(in_words, record.phones)], "email": [*record.emails]}
    found: dict[str, Any] = {
        **reference(agency, base),
        "name": record.name,
        "alternateName": others if former else record.short_name,
        "additionalType": context.directory.type_name(agency),
        "dissolutionDate": status.since if agency.brief.has_ended(context.today) else None,
        "slogan": record.tagline,
        "url": base(addresses.profile(agency.id)),
        "image": base(agency.cover.large) if agency.cover else None,
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
        "areaServed": area_served(agency, context.directory),
        **reached,
        "contactPoint": {"@type": "ContactPoint", "contactType": "customer service", **reached}
        if any(reached.values())
        else None,
        "sameAs": [
            *([record.website] if record.website else []),
            *(account.url for account in record.social),
        ],
        "address": record.address and postal_address(record.address),
        "location": places(context, agency),
    }
    return stated(found)


def area_served(agency: Agency, directory: Directory) -> dict[str, Any] | None:
    """Return the area of an agency, or of the nearest above that has a region code, or None."""
    agencies = [agency, *reversed(directory.above(agency))]
    served = next((each for each in agencies if each.brief.region_code), None)
    if served is None:
        return None
    code = served.brief.region_code
    return {"@type": "AdministrativeArea", "name": served.name, "identifier": code}
