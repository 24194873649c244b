"""The records of one office: identity, plan and articles, of the length that real ones have."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from . import language
from .goals import goals
from .language import aim, headline, paragraph, person, place, sentence
from .offices import Office

PLAN = "2025-2029"
PLAN_TYPES = {"kota": "RPJMD", "kabupaten": "RPJMD", "desa": "RPJMDes"}
COLOURS = ("#14532d", "#6a1b9a", "#ad1457", "#1b5e20", "#00695c", "#4a148c", "#7c2d12", "#1e3a8a")
FIRST_DAY = date(2022, 1, 3)
DAYS = 1400

Record = dict[str, Any]


def agency(office: Office, random: Random) -> Record:
    """agency.yml."""
    host = f"{office.id.rpartition('/')[2]}.example"
    record: Record = {"type": office.type, "name": office.name}
    if not office.above:
        record |= {"name": f"Pemerintah {office.name}", "short_name": office.name}
        record |= {"time_zone": random.choice(("WIB", "WITA", "WIT"))}
        primary, accent = random.sample(COLOURS, 2)
        record |= {"colours": {"primary": primary, "accent": accent}}
    if office.code:
        record |= {"region_code": office.code, "bps_code": office.bps_code}
        record |= {"area": {"km2": f"{random.randint(1, 400)},{random.randint(1, 9)}"}}
        people = f"{random.randint(1, 90)}.{random.randint(100, 999)}"
        record |= {"population": {"people": people, "year": 2024, "source": "Sensus rekaan"}}
    return record | {
        "tagline": f"{random.choice(language.QUALITIES).capitalize()} untuk semua",
        "introduction": f"{paragraph(random, 4, 6)}\n\n{paragraph(random, 3, 5)}\n",
        "address": {
            "street": f"Jalan {place(random)} {random.randint(1, 200)}",
            "village": place(random),
            "regency": (office.above or (office,))[0].name,
            "province": "Provinsi Rekaan",
            "postal_code": str(random.randint(90000, 99999)),
        },
        "phones": [f"0999-{random.randint(100000, 999999)}" for _ in range(random.randint(1, 2))],
        "emails": [f"kantor@{host}"],
        "website": f"https://{host}/",
        "social": [{"network": "Jejaring Warga", "url": f"https://jejaring.example/{host}"}],
        "hours": [
            {"first_day": "senin", "last_day": "kamis", "opens": "08:00", "closes": "16:00"},
            {"first_day": "jumat", "opens": "08:00", "closes": "11:30", "note": "loket saja"},
        ],
        "sources": [{"title": f"Profil {office.name} 2025", "url": f"https://{host}/profil.pdf"}],
        "updated": _day(random, 2026).isoformat(),
    }


def plan(office: Office, random: Random) -> Record:
    """The plan of the years 2025 to 2029, which derives from that of the office above."""
    missions = random.randint(4, 8)
    kind = PLAN_TYPES.get(office.type, "Renstra")
    title = f"{kind} {office.name} 2025–2029"
    record: Record = {"type": kind, "title": title, "period": {"start": 2025, "end": 2029}}
    if office.above and office.above[-1].has_plan:
        record["derives_from"] = f"{office.above[-1].id}/{PLAN}"
    return record | {
        "legal_basis": [
            {"title": f"Peraturan {office.name} Nomor {random.randint(1, 90)} Tahun 2025"},
            {"title": "Undang-Undang Rekaan Nomor 1", "url": "https://hukum.example/1"},
        ],
        "vision": {
            "introduction": f"{paragraph(random)}\n\n{paragraph(random)}\n",
            "lead_in": f"Visi {office.name} 2025–2029 adalah:",
            "statement": f"{office.name} {aim(random, 'yang')}",
            "explanation": _list(random) + f"\n\n{paragraph(random)}\n",
        },
        "missions": {
            "introduction": f"{paragraph(random)}\n",
            "lead_in": f"Terdapat {missions} misi:",
            "statements": [_mission(random) for _ in range(missions)],
            "elaboration_lead_in": "Dengan penjabaran sebagai berikut:",
        },
        "goals": goals(office, missions, random),
        "closing": f"{paragraph(random)}\n",
        "sources": [
            {"title": title, "retrieved": _day(random, 2026).isoformat(), "note": "Bab II"}
        ],
        "updated": _day(random, 2026).isoformat(),
    }


def articles(office: Office, random: Random) -> Iterator[tuple[str, Record]]:
    """The articles by the name of their file."""
    known: set[str] = set()
    for _ in range(office.articles):
        happened = FIRST_DAY + timedelta(days=random.randrange(DAYS))
        published = happened + timedelta(days=random.randrange(3))
        title = headline(random)
        name = f"{published}-{'-'.join(title.lower().replace('-', ' ').split()[:5])}"
        while name in known:
            name += "-lagi"
        known.add(name)
        record: Record = {"title": title, "event_date": happened.isoformat()}
        record |= {"published": published.isoformat(), "place": f"Balai {place(random)}"}
        if random.random() < 0.5:
            record |= {"dateline": {"place": place(random), "outlet": "Warta Rekaan"}}
        record |= {"byline": person(random), "summary": sentence(random)}
        record |= {"topics": random.sample(language.THINGS, 2)}
        yield name, record | {"source": {"title": "Warta Rekaan"}, "body": _body(random)}


def _mission(random: Random) -> Record:
    elaboration = f"{paragraph(random)}\n\n{paragraph(random, 2, 3)}\n"
    statement = aim(random, "Mewujudkan")
    return {
        "statement": statement,
        "heading": statement.upper(),
        "elaboration": elaboration,
    }


def _body(random: Random) -> str:
    """Two or three thousand characters of Markdown that end with a paragraph."""
    parts = [paragraph(random) for _ in range(random.randint(2, 4))]
    if random.random() < 0.5:
        parts.insert(2, f"## {headline(random)}")
    if random.random() < 0.5:
        parts.insert(2, _list(random))
    if random.random() < 0.15:
        parts.insert(2, _table(random))
    return "\n\n".join([*parts, f"{sentence(random)} {sentence(random)}"]) + "\n"


def _list(random: Random) -> str:
    things = random.sample(language.THINGS, 3)
    return "\n".join(f"- **{thing.capitalize()}**: {sentence(random)}" for thing in things)


def _table(random: Random) -> str:
    rows = [f"| {place(random)} | {random.randint(1, 99)} |" for _ in range(4)]
    return "\n".join(["| Dusun | Peserta |", "| --- | ---: |", *rows])


def _day(random: Random, year: int) -> date:
    return date(year, 1, 1) + timedelta(days=random.randrange(200))
