"""What a table of regions says of an agency: its type, by the depth of its code, and its name."""

import re

from pendopo.kinds.agency.record.agency import AgencyType

FIRST_CITY = 71
"""Codes of cities begin here, those of regencies before it."""
WORDS = {
    "prov": "Provinsi",
    "kab": "Kabupaten",
    "kec": "Kecamatan",
    "kel": "Kelurahan",
    "ds": "Desa",
    "adm": "Administrasi",
}
"""What stands for abbreviated words at the beginning of names."""
ABBREVIATED = re.compile(rf"({'|'.join(WORDS)})(?:\.\s*|\s+)", re.IGNORECASE)
AS_THEY_ARE = re.compile(r"^DK?I\b|\b[IVX]+\b", re.ASCII)
"""Words of capitals that stay so: numbers, and what stands before the names of two provinces."""
SMALL = {"Dan": "dan", "Di": "di"}
"""Words that are small within a title."""


def type_of(code: str) -> AgencyType:
    """The type of the agency that has a region code."""
    _, *inner = code.split(".")
    match inner:
        case []:
            return "provinsi"
        case [second]:
            return "kota" if int(second) >= FIRST_CITY else "kabupaten"
        case [_, _]:
            return "kecamatan"
        case _:
            return "kelurahan" if inner[-1].startswith("1") else "desa"


def name_of(written: str) -> str:
    """The name of an agency: abbreviations written out, and capitals alone set as in a title."""
    words, rest = [], " ".join(written.split())
    while found := ABBREVIATED.match(rest):
        words.append(WORDS[found[1].lower()])
        rest = rest[found.end() :]
    if rest.isupper():
        rest = _as_in_a_title(rest)
    return " ".join([*words, rest]).strip()


def _as_in_a_title(capitals: str) -> str:
    kept = {found.start() for found in AS_THEY_ARE.finditer(capitals)}

    def word(found: re.Match[str]) -> str:
        if found.start() in kept:
            return found[0]
        title = found[0].capitalize()
        return SMALL.get(title, title) if found.start() else title

    # What follows an apostrophe is of the same word: Ma'rang.
    return re.sub(r"[^\W\d_]['’\w]*", word, capitals)
