"""The tree of a made-up government: which offices there are and how much each writes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from random import Random
from typing import Literal

from .language import place

Shape = Literal["government", "newsroom"]
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


@dataclass(frozen=True)
class Office:
    """One agency: `id` is its folder, `code` its region code or empty; `above` are the others."""

    id: str
    type: str
    name: str
    code: str
    articles: int
    above: tuple["Office", ...] = ()

    @property
    def bps_code(self) -> str:
        """The code of the statistics office, which has three digits where the ministry has two."""
        province, regency, *lower = self.code.split(".")
        district = f"{int(lower[0]) * 10:03}" if lower else ""
        village = f"{int(lower[1]) % 1000:03}" if lower[1:] else ""
        return province + regency + district + village


def offices(pages: int, seed: int, shape: Shape) -> list[Office]:
    """As many offices, each after the one above it, as make about `pages` pages."""
    if shape == "newsroom":
        rest = pages - PAGES_OF_THE_PORTAL - OFFICES_OF_A_NEWSROOM * (PAGES_OF_AN_OFFICE + 1)
        each = max(1, round(rest / OFFICES_OF_A_NEWSROOM / (1 + 2 / NEWS_PER_PAGE)))
        found = islice(_everywhere(seed), OFFICES_OF_A_NEWSROOM)
        return [replace(office, articles=each) for office in found]
    chosen: list[Office] = []
    count = float(PAGES_OF_THE_PORTAL)
    for office in _everywhere(seed):
        if count >= pages:
            break
        chosen.append(office)
        count += PAGES_OF_AN_OFFICE + 1 + office.articles * (1 + 1 / NEWS_PER_PAGE)
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


def _departments(random: Random, top: Office) -> Iterator[Office]:
    for title in DEPARTMENTS:
        kind, _, _ = title.partition(" ")
        office = _office(random, kind, f"{title.title()} {top.name}", "", (top,))
        yield replace(office, id=f"{top.id}/{title.replace(' ', '-')}")


def _district(random: Random, top: Office, code: str) -> Iterator[Office]:
    """A district and the villages in it."""
    known: set[str] = set()
    district = _office(random, "kecamatan", f"Kecamatan {_new_place(random, known)}", code, (top,))
    district = replace(district, id=f"{district.id}-{code[-2:]}")
    yield district
    kind, first = ("kelurahan", 1001) if top.type == "kota" else ("desa", 2001)
    for index in range(random.randint(6, 12)):
        name = f"{kind.capitalize()} {_new_place(random, known)}"
        yield _office(random, kind, name, f"{code}.{first + index}", (top, district))


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
