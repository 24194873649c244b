"""The tree of a made-up government: which offices there are and how much each writes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from random import Random
from typing import Literal

from .language import place

Shape = Literal["government", "newsroom", "nation"]
NEWS_PER_PAGE = 20
PAGES_OF_AN_OFFICE = 3
"""Profile, vision and goals of the plan.

The pages of plans and results, which Pendopo alone makes, are not counted."""
PAGES_OF_THE_PORTAL = 9
"""The front page, the directory as a tree and by type, and what is written by hand."""
DEPARTMENTS = (
    *("dinas pendidikan", "dinas kesehatan", "dinas perhubungan", "dinas sosial"),
    *("dinas pertanian", "dinas perikanan", "dinas perdagangan", "dinas lingkungan hidup"),
    *(
        "dinas tenaga kerja",
        "dinas kependudukan",
        "dinas pekerjaan umum",
        "dinas perumahan",
        "dinas pariwisata",
    ),
    *("dinas perpustakaan", "dinas komunikasi", "badan perencanaan", "badan keuangan"),
    *("badan kepegawaian", "badan penanggulangan bencana", "badan kesatuan bangsa"),
)
DISTRICTS = 15
OFFICES_OF_A_NEWSROOM = 60
NATION = (38, 514, 7_285, 83_762)
"""Provinces, regencies, districts and villages of Indonesia (decree of the Minister of Home Affairs
300.2.2-2430 of 2025)."""


@dataclass(frozen=True)
class Office:
    """One agency: `id` is its folder, `code` its region code or empty; `above` are the others.

    Without a plan it has a profile and articles alone.
    """

    id: str
    type: str
    name: str
    code: str
    articles: int
    above: tuple["Office", ...] = ()
    has_plan: bool = True

    @property
    def pages(self) -> float:
        """The pages that every generator makes of it."""
        own = PAGES_OF_AN_OFFICE if self.has_plan else 1
        return own + (1 + self.articles * (1 + 1 / NEWS_PER_PAGE) if self.articles else 0)

    @property
    def bps_code(self) -> str:
        """The code of the statistics office, which has three digits where the ministry has two."""
        province, regency, district, village = (*self.code.split("."), "", "", "")[:4]
        of_district = f"{int(district) * 10:03}" if district else ""
        return province + regency + of_district + (f"{int(village) % 1000:03}" if village else "")


def offices(pages: int, seed: int, shape: Shape) -> list[Office]:
    """As many offices, each after the one above it, as make about `pages` pages."""
    if shape == "newsroom":
        rest = pages - PAGES_OF_THE_PORTAL - OFFICES_OF_A_NEWSROOM * (PAGES_OF_AN_OFFICE + 1)
        each = max(1, round(rest / OFFICES_OF_A_NEWSROOM / (1 + 2 / NEWS_PER_PAGE)))
        found = islice(_everywhere(seed), OFFICES_OF_A_NEWSROOM)
        return [replace(office, articles=each) for office in found]
    chosen: list[Office] = []
    count = float(PAGES_OF_THE_PORTAL)
    for office in _nation(seed) if shape == "nation" else _everywhere(seed):
        if count >= pages:
            break
        chosen.append(office)
        count += office.pages
    return chosen


def _everywhere(seed: int) -> Iterator[Office]:
    """Regency after regency, without end."""
    random = Random(seed)  # noqa: S311  (no secret)
    known: set[str] = set()
    number = 0
    while True:
        kind = "kabupaten" if number % 3 else "kota"
        name = _new_place(random, known)
        code = f"{90 + number // 90}.{number % 90 + 1:02}"
        top = _office(random, kind, f"{kind.capitalize()} {name}", code, ())
        yield top
        yield from _departments(random, top)
        for index in range(1, DISTRICTS + 1):
            yield from _district(random, top, f"{code}.{index:02}")
        number += 1


def _nation(seed: int) -> Iterator[Office]:
    """Every place of a nation, province after province; regencies alone have plans and articles."""
    random = Random(seed)  # noqa: S311  (no secret)
    known: set[str] = set()
    regencies, districts, villages = (_shares(below, above) for above, below in pairwise(NATION))
    for number in range(11, 11 + NATION[0]):
        name = f"Provinsi {_new_place(random, known)}"
        province = _bare(_office(random, "provinsi", name, f"{number}", ()))
        yield province
        for index in range(1, next(regencies) + 1):
            kind = "kabupaten" if index % 5 else "kota"
            name = f"{kind.capitalize()} {_new_place(random, known)}"
            code = f"{number}.{index if index % 5 else 70 + index:02}"
            regency = _office(random, kind, name, code, (province,))
            yield regency
            for each in range(1, next(districts) + 1):
                around = _district(random, regency, f"{code}.{each:02}", next(villages))
                yield from map(_bare, around)


def _shares(total: int, parts: int) -> Iterator[int]:
    """Whole numbers, as equal as can be, that add up to `total`."""
    yield from ((number + 1) * total // parts - number * total // parts for number in range(parts))


def _bare(office: Office) -> Office:
    return replace(office, articles=0, has_plan=False)


def _departments(random: Random, top: Office) -> Iterator[Office]:
    for title in DEPARTMENTS:
        kind, _, _ = title.partition(" ")
        office = _office(random, kind, f"{title.title()} {top.name}", "", (top,))
        yield replace(office, id=f"{top.id}/{title.replace(' ', '-')}")


def _district(
    random: Random, top: Office, code: str, villages: int | None = None
) -> Iterator[Office]:
    """A district and the villages in it, by chance some nine of them."""
    known: set[str] = set()
    name = f"Kecamatan {_new_place(random, known)}"
    district = _office(random, "kecamatan", name, code, (*top.above, top))
    district = replace(district, id=f"{district.id}-{code[-2:]}")
    yield district
    kind, first = ("kelurahan", 1001) if top.type == "kota" else ("desa", 2001)
    for index in range(random.randint(6, 12) if villages is None else villages):
        name = f"{kind.capitalize()} {_new_place(random, known)}"
        yield _office(random, kind, name, f"{code}.{first + index}", (*district.above, district))


def _office(random: Random, kind: str, name: str, code: str, above: tuple[Office, ...]) -> Office:
    around = f"{above[-1].id}/" if above else ""
    own = name.lower().replace(" ", "-")
    return Office(around + own, kind, name, code, random.choice((1, 1, 2, 2, 3)), above)


def _new_place(random: Random, known: set[str]) -> str:
    """The name of a place that is not in `known`, to which it is added."""
    name = place(random)
    while name in known:
        name = f"{place(random)} {random.choice(('Lor', 'Kidul', 'Wetan', 'Kulon'))}"
    known.add(name)
    return name
