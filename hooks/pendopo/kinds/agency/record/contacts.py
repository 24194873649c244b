"""Where an agency is reached: its address, its other places, and its accounts."""

import re
from decimal import Decimal
from typing import Annotated, Self

from pydantic import BeforeValidator, model_validator

from pendopo.kinds.agency.record.hours import OpeningHours
from pendopo.reading.accepts import Accepts
from pendopo.reading.fields import Email, Line, PostalCode, WebAddress, described, refuse
from pendopo.reading.record import Model
from pendopo.reading.telephones import PhoneEntry

SOUTH, NORTH, WEST, EAST = -11.5, 6.5, 94, 142
"""Degrees between which all of Indonesia lies."""


def _degrees(value: object) -> object:
    if not isinstance(value, str):
        return value
    typed = value.strip().replace("−", "-").replace(",", ".")
    if not re.fullmatch(r"[-+]?\d{1,3}(\.\d{1,15})?", typed, re.ASCII):
        raise refuse("location-degrees")
    return Decimal(typed)


Degrees = Annotated[
    Decimal,
    Accepts("location-degrees", r"[-+−]?\d{1,3}([.,]\d{1,15})?", -90, 180),
    BeforeValidator(_degrees),
]
"""Decimal degrees, with a dot or a comma before the decimals."""


def _is_inside(latitude: Decimal, longitude: Decimal) -> bool:
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST


class GeoLocation(Model):
    """A point on the map of Indonesia, in decimal degrees (WGS 84)."""

    latitude: Degrees = described("Latitude", "Negative south of the equator.", "-3.600123")
    longitude: Degrees = described("Longitude", "Degrees east.", "98.485214")

    @model_validator(mode="after")
    def _in_indonesia(self) -> Self:
        values = {"latitude": f"{self.latitude:f}", "longitude": f"{self.longitude:f}"}
        if _is_inside(self.longitude, self.latitude):
            raise refuse("location-swapped", **values)
        if not _is_inside(self.latitude, self.longitude):
            raise refuse("location-outside", **values)
        return self


class Address(Model):
    """The address of an office."""

    street: Line = described("Street", "Street and number.", "Jalan Jenderal Sudirman 6")
    village: Line | None = described("Village", "Kelurahan or desa.", "Tangsi", None)
    district: Line | None = described("District", "Kecamatan.", "Binjai Kota", None)
    regency: Line | None = described("Regency", "Kabupaten or kota.", "Kota Binjai", None)
    province: Line | None = described("Province", "Province.", "Sumatera Utara", None)
    postal_code: PostalCode | None = described("Postal code", "Five digits.", "20714", None)
    location: GeoLocation | None = described(
        "Location",
        "Where the entrance is on the map.",
        {"latitude": "3.600123", "longitude": "98.485214"},
        None,
    )


class Place(Model):
    """Another place where people are served: a branch, a counter, a hall."""

    name: Line = described("Name", "What the place is called.", "Mal Pelayanan Publik")
    address: Address | None = described(
        "Address", "Where it is.", {"street": "Jalan Jenderal Sudirman 6"}, None
    )
    location: GeoLocation | None = described(
        "Location",
        "Where it is on the map.",
        {"latitude": "3.600123", "longitude": "98.485214"},
        None,
    )
    phones: tuple[PhoneEntry, ...] = described(
        "Telephone", "Telephone numbers of the place.", ["061-8821234"], ()
    )
    emails: tuple[Email, ...] = described(
        "E-mail", "E-mail addresses of the place.", ["mpp@binjaikota.go.id"], ()
    )
    hours: tuple[OpeningHours, ...] = described(
        "Opening hours",
        "When the place serves visitors.",
        [{"first_day": "senin", "last_day": "kamis", "opens": "08:00", "closes": "16:00"}],
        (),
    )
    note: Line | None = described("Note", "What else to know.", "Lantai 2, loket 4", None)

    @property
    def point(self) -> GeoLocation | None:
        """Where it is on the map: its own location, or that of its address."""
        return self.location or (self.address.location if self.address else None)


class SocialAccount(Model):
    """An account of the agency on a social network."""

    network: Line = described("Network", "Name of the network.", "Instagram")
    url: WebAddress = described(
        "Address", "Address of the account.", "https://www.instagram.com/pemkobinjai/"
    )
