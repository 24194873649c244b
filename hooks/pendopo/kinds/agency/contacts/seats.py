"""Addresses as people write them on a letter, and the map of a place."""

import re
from typing import NamedTuple

from pendopo.kinds.agency.record.agency import AgencyBrief
from pendopo.kinds.agency.record.contacts import Address, GeoLocation

VILLAGE = re.compile(
    r"(?i)(?:kel|ds|kelurahan|desa|kalurahan|kampung|nagari|gampong|pekon|tiyuh|negeri|lembang)\b"
)
DISTRICT = re.compile(r"(?i)(?:kec|kecamatan|distrik|kapanewon|kemantren)\b")
REGENCY = re.compile(r"(?i)(?:kab|kabupaten|kota)\b")
WORDS = {"kabupaten": "Kab.", "kota": "Kota"}


class Seat(NamedTuple):
    """An address in lines, and its map; each may be empty."""

    lines: tuple[str, ...] = ()
    map: str = ""


def seat(
    address: Address | None, location: GeoLocation | None, chain: tuple[AgencyBrief, ...]
) -> Seat:
    """The address of an office of the first agency of `chain`, which leads upwards."""
    lines = _lines(address, chain) if address else ()
    return Seat(lines, map_link(location) if location else "")


def seat_at(address: Address | None, chain: tuple[AgencyBrief, ...]) -> Seat:
    """An address with its own point on the map, as in `seat`."""
    return seat(address, address.location if address else None, chain)


def map_link(location: GeoLocation) -> str:
    """The place on OpenStreetMap."""
    latitude, longitude = (
        f"{round(each, 6):f}" for each in (location.latitude, location.longitude)
    )
    return (
        f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}"
        f"#map=17/{latitude}/{longitude}"
    )


def _lines(address: Address, chain: tuple[AgencyBrief, ...]) -> tuple[str, ...]:
    regency = _regency(address.regency, chain) if address.regency else ""
    lines = (
        (address.street,),
        (
            _with_word(address.village, VILLAGE, _village_word(regency, chain)),
            _with_word(address.district, DISTRICT, "Kec."),
        ),
        (regency, " ".join(filter(None, (address.province, address.postal_code)))),
    )
    return tuple(", ".join(filter(None, each)) for each in lines if any(each))


def _with_word(name: str | None, known: re.Pattern[str], word: str) -> str:
    """A name with the word for what it is, unless it begins with such a word."""
    if not name or known.match(name):
        return name or ""
    return f"{word} {name}"


def _village_word(regency: str, chain: tuple[AgencyBrief, ...]) -> str:
    if chain[0].type == "desa":
        return "Desa"
    return "Kel." if chain[0].type == "kelurahan" or regency.startswith("Kota") else "Kel./Desa"


def _regency(name: str, chain: tuple[AgencyBrief, ...]) -> str:
    """The name with its word, which an agency of that name tells where the name does not."""
    if not REGENCY.match(name):
        for each in chain:
            if each.type in WORDS and each.shown_name.lower().endswith(f" {name.lower()}"):
                return f"{WORDS[each.type]} {name}"
    return name
