"""Data folders that grow by one list or one kind of reference, and what is made of them."""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from conftest import AGENCY, PORTAL, TODAY
from markup import renderer_of, whole
from pendopo.basics.translations import translations
from pendopo.problems.report import lines
from places import site_of

KOTA, BELOW = "agencies/kota-uji", "agencies/kota-uji/camat"
HEAD = {"type": "RPJMD", "title": "RPJMD", "period": {"start": "2025", "end": "2029"}}
ABOVE = "kota-uji/2025-2029"
Tree = Mapping[str, Any]


@dataclass(frozen=True)
class Cost:
    """The cost of a data folder: steps of the interpreter, and characters that are said or written.

    Steps stand for time; they are the same at each run.
    """

    steps: int
    messages: int
    written: int


def cost(folder: Path, files: Mapping[str, Tree | str]) -> Cost:
    """The cost of checking and rendering a folder of these files, without its pictures."""
    for path, text in as_text({"portal.yml": PORTAL, **files}).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text)
    steps, (messages, written) = counted(lambda: _made(folder))
    return Cost(steps, messages, written)


def as_text(files: Mapping[str, Tree | str]) -> dict[str, bytes]:
    """The files as they are written."""
    texts = {
        path: content if isinstance(content, str) else json.dumps(content)
        for path, content in files.items()
    }
    return {path: text.encode() for path, text in texts.items()}


def _made(folder: Path) -> tuple[int, int]:
    site, problems = site_of(folder, TODAY)
    translate = translations("id").gettext
    said = sum(len(line) for each in problems for line in lines(each, "data/", translate))
    renderer = renderer_of(site)
    pages = sum(len(whole(renderer.page(page))) for page in site.pages)
    return said, pages + sum(len(file.text) for file in site.files)


def counted(made: Callable[[], tuple[int, int]]) -> tuple[int, tuple[int, int]]:
    """The lines of Python that a function runs, each as often as it runs, and its result."""
    steps = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal steps
        steps += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        result = made()
    finally:
        sys.settrace(before)
    return steps, result


def plan(*goals: Tree, **more: Any) -> Tree:
    """A plan with these goals."""
    return {**HEAD, "goals": {"statements": [*goals]}, **more}


def many(count: int, word: str, **more: Any) -> list[Tree]:
    """Statements that differ by their number."""
    return [{"statement": f"{word} {number}", **more} for number in range(1, count + 1)]


def agencies(**plans: Tree) -> dict[str, Tree | str]:
    """A city with an agency below it; `above` and `below` are their plans."""
    places = {"above": KOTA, "below": BELOW}
    return {
        f"{KOTA}/agency.yml": AGENCY,
        f"{BELOW}/agency.yml": "type: kecamatan\nname: Kecamatan Uji\n",
        **{f"{places[name]}/plans/2025-2029.yml": each for name, each in plans.items()},
    }


def with_missions(count: int) -> Tree:
    """A plan with so many missions."""
    return {**HEAD, "missions": {"statements": many(count, "Misi")}}


def articles(count: int, **more: Any) -> dict[str, Tree | str]:
    """So many articles of one agency."""
    return {
        f"{KOTA}/agency.yml": AGENCY,
        **{
            f"{KOTA}/news/2026-01-15-kabar-{number}.yml": {
                "title": f"Kabar {number}",
                "published": "2026-01-15",
                "body": "Isi.",
                **more,
            }
            for number in range(count)
        },
    }


def dated(folder: str, count: int, **more: Any) -> dict[str, Tree | str]:
    """So many announcements or events of one agency, with one of an agency below it."""
    files = agencies()
    for number in range(count):
        files[f"{KOTA}/{folder}/2026-01-15-a-{number}.yml"] = {"title": f"A {number}", **more}
    return files


PAPER = {"title": "Dokumen", "type": "sop", "category": "berkala", "form": ["cetak"]}


def documents(
    count: int, changed: Callable[[int], list[str]] = lambda number: [], **more: Any
) -> dict[str, Tree | str]:
    """So many documents of one agency, each with those that it changes."""
    return {
        f"{KOTA}/agency.yml": AGENCY,
        **{
            f"{KOTA}/documents/d-{number}.yml": {**PAPER, "changes": changed(number), **more}
            for number in range(count)
        },
    }


def services(count: int, **more: Any) -> dict[str, Tree | str]:
    """So many services of one agency, below a vocabulary of topics."""
    sound = {
        "title": "Kartu",
        "summary": "Kartu.",
        "requirements": ["KTP"],
        "procedure": ["Serahkan berkas."],
        "time": {"amount": "3", "unit": "hari"},
        "fee": "gratis",
        "product": "Kartu",
    }
    return {
        f"{KOTA}/agency.yml": AGENCY,
        "topics.yml": topics(9),
        **{f"{KOTA}/services/s-{n}.yml": {**sound, **more} for n in range(count)},
    }


def topics(count: int, word: str = "Topik") -> Tree:
    """A vocabulary of so many topics."""
    return {"topics": [{"key": f"t-{n}", "name": f"{word} {n}"} for n in range(count)]}


def redirects(count: int, new: Callable[[int], str]) -> dict[str, Tree | str]:
    """So many old addresses of an agency."""
    rows = [{"old": f"lama-{number}", "new": new(number)} for number in range(count)]
    return {f"{KOTA}/agency.yml": AGENCY, f"{KOTA}/redirects.yml": {"redirects": rows}}


def supporting(count: int, parts: Callable[[int], list[str]], missions: int) -> dict[str, Any]:
    """So many goals below, each with the parts above that it supports."""
    goals = [
        {"statement": f"Tujuan {n}", "supports": [f"{ABOVE}#{part}" for part in parts(n)]}
        for n in range(count)
    ]
    return agencies(above=with_missions(missions), below=plan(*goals))


def chain(levels: int, goals: int) -> dict[str, Tree | str]:
    """Agencies below one another, whose goals all serve all goals of the agency above."""
    files: dict[str, Tree | str] = {}
    place, above = "agencies", ""
    for level in range(levels):
        place += f"/a{level}"
        parts = [f"{above}/x#tujuan-{number + 1}" for number in range(goals)] if level else []
        files[f"{place}/agency.yml"] = AGENCY
        files[f"{place}/plans/x.yml"] = plan(*many(goals, "Tujuan", supports=parts))
        above = f"{above}/a{level}".lstrip("/")
    return files


def measured(rows: int, years: int = 5, **more: Any) -> Tree:
    """A goal with so many indicators."""
    values = [str(number) for number in range(years)]
    row = {"unit": "orang", "polarity": "higher", "targets": values, **more}
    return {
        "statement": "T",
        "indicators": [{"name": f"Indikator {n}", **row} for n in range(rows)],
    }


SESSION = {"first_day": "senin", "opens": "08:00", "closes": "12:00"}


def contacts(**more: Any) -> dict[str, Tree | str]:
    """A city with these contacts, and an agency below it for which they hold too."""
    city = {"type": "kota", "name": "Kota Uji", **more}
    return {f"{KOTA}/agency.yml": city, f"{BELOW}/agency.yml": AGENCY}


def ended(state: str, **more: Any) -> Tree:
    """An agency of which its file says what became of it."""
    return {
        "type": "kota",
        "name": "Kota",
        "status": {"state": state, "since": "2025-01-03", **more},
    }


HEADED = [{"id": "kepala", "title": "Kepala", "head": "ya"}]


def structure(**parts: list[dict[str, str]]) -> dict[str, Tree | str]:
    """An agency with these units and posts."""
    return {f"{KOTA}/agency.yml": AGENCY, f"{KOTA}/structure.yml": parts}


def officials(count: int, terms: Callable[[int], list[dict[str, str]]]) -> dict[str, Tree | str]:
    """So many persons with terms in the posts of an agency."""
    posts = [*HEADED, {"id": "staf", "title": "Staf", "count": "900"}]
    posts += [{"id": f"lama-{i}", "title": "P"} for i in range(90)]
    return {
        **structure(posts=posts),
        **{
            f"{KOTA}/officials/p-{i}.yml": {"name": f"Nama {i}", "terms": terms(i)}
            for i in range(count)
        },
    }


GROWING: Mapping[str, Callable[[int], Mapping[str, Tree | str]]] = {
    "unknown topics": lambda n: {
        **articles(1, topics=[f"Tak {i}" for i in range(n)]),
        "topics.yml": topics(90),
    },
    "known topics": lambda n: {
        **articles(1, topics=[f"Tak {i}" for i in range(9)]),
        "topics.yml": topics(n),
    },
    "topics of an article": lambda n: {
        **articles(1, topics=[f"Topik {i}" for i in range(n)]),
        "topics.yml": topics(n),
    },
    "articles": articles,
    "services": lambda n: services(n, topics=["Topik 1"]),
    "related services": lambda n: services(n, related=[f"s-{i}" for i in range(3, 6)]),
    "unknown services": lambda n: services(1, related=[f"tak-{i}" for i in range(n)]),
    "requirements": lambda n: services(1, requirements=[f"Syarat {i}" for i in range(n)]),
    "fees": lambda n: services(
        1, fee={"table": [{"what": f"W {i}", "amount": "1"} for i in range(n)]}
    ),
    "corrections": lambda n: articles(1, corrections=[{"day": "2026-01-16", "text": "R"}] * n),
    "missing documents": lambda n: articles(
        1, documents=[{"title": f"D {i}", "file": f"d{i}.pdf"} for i in range(n)]
    ),
    "refused documents": lambda n: articles(1, documents=[{"title": "D", "file": "x"}] * n),
    "unknown keys": lambda n: articles(1, **{f"zzz{i}": "x" for i in range(n)}),
    "announcements": lambda n: dated(
        "announcements",
        n,
        published="2026-01-15",
        body="Isi.",
        banner={"level": "info", "text": "Isi.", "until": "2026-03-01"},
    ),
    "events": lambda n: dated("events", n, start={"day": "2026-01-15", "time": "09:00"}),
    "events to come": lambda n: dated(
        "events", n, start={"day": "2026-01-15"}, end={"day": "2026-03-15"}, all_day="ya"
    ),
    "participants": lambda n: dated(
        "events",
        1,
        start={"day": "2026-01-15", "time": "09:00"},
        participants=[f"Peserta {i}" for i in range(n)],
    ),
    "redirects to pages": lambda n: redirects(n, lambda i: "/kota-uji/"),
    "redirects to nowhere": lambda n: redirects(n, lambda i: f"nihil-{i}"),
    "a chain of redirects": lambda n: redirects(n, lambda i: f"lama-{i + 1}"),
    "a circle of redirects": lambda n: redirects(n, lambda i: f"lama-{(i + 1) % n}"),
    "goals that serve": lambda n: supporting(n, lambda i: ["misi-1"], 3),
    "parts that are served": lambda n: supporting(
        3, lambda i: [f"misi-{j + 1}" for j in range(n)], n
    ),
    "goals and what they serve": lambda n: supporting(n, lambda i: [f"misi-{i + 1}"], n),
    "unknown parts": lambda n: supporting(3, lambda i: [f"misi-{500 + j}" for j in range(n)], 90),
    "unknown parts of many": lambda n: supporting(3, lambda i: ["misi-900"] * 5, n),
    "missions": lambda n: agencies(above=with_missions(n)),
    "missions and goals": lambda n: agencies(
        above=plan(
            *({"statement": f"T {i}", "mission": str(i + 1)} for i in range(n)),
            missions={"statements": many(n, "Misi")},
        )
    ),
    "objectives": lambda n: agencies(above=plan({"statement": "T", "objectives": many(n, "S")})),
    "indicators": lambda n: agencies(above=plan(measured(n))),
    "shared targets": lambda n: agencies(
        above=plan(
            measured(
                1,
                same_targets=[
                    {"name": f"I {i}", "unit": "orang", "polarity": "higher"} for i in range(n)
                ],
            )
        )
    ),
    "programmes": lambda n: agencies(
        above=plan(
            measured(1),
            programmes=[
                {"name": f"P {i}", "serves": ["tujuan-1"], "indicators": [{"name": "I"}]}
                for i in range(n)
            ],
        )
    ),
    "goals of a programme": lambda n: agencies(
        above=plan(
            *many(n, "T"),
            programmes=[{"name": "P", "serves": [f"tujuan-{i + 1}" for i in range(n)]}],
        )
    ),
    "programmes and goals": lambda n: agencies(
        above=plan(
            *many(n, "T"),
            programmes=[{"name": f"P {i}", "serves": [f"tujuan-{i + 1}"]} for i in range(n)],
        )
    ),
    "unknown goals of a programme": lambda n: agencies(
        above=plan(*many(90, "T"), programmes=[{"name": "P", "serves": ["tujuan-999"] * n}])
    ),
    "budgets": lambda n: agencies(
        above={
            **HEAD,
            "programmes": [
                {
                    "name": "P",
                    "budget": [
                        {"year": "2025", "source": f"S {i}", "ceiling": "1"} for i in range(n)
                    ],
                }
            ],
        }
    ),
    "agencies below": lambda n: {
        f"{KOTA}/agency.yml": AGENCY,
        **{f"{KOTA}/a-{i}/agency.yml": f"type: desa\nname: Desa {i}\n" for i in range(n)},
    },
    "plans": lambda n: {
        f"{KOTA}/agency.yml": AGENCY,
        **{
            f"{KOTA}/plans/p-{i}.yml": {
                **plan(measured(1)),
                "period": {"start": str(1950 + i % 70), "end": str(1954 + i % 70)},
            }
            for i in range(n)
        },
    },
    "faults of markup": lambda n: articles(1, body="\n\n".join(["Satu <b>dua</b>"] * n)),
    "documents of an agency": lambda n: {
        f"{KOTA}/agency.yml": {
            "type": "kota",
            "name": "Kota Uji",
            "sources": [{"title": f"Sumber {i}"} for i in range(n)],
            "phones": [f"061-{1_000_000 + i}" for i in range(n)],
        }
    },
    "closed days": lambda n: contacts(
        closed=[
            {"day": f"{1950 + i // 300}-{i // 25 % 12 + 1:02}-{i % 25 + 1:02}"} for i in range(n)
        ]
    ),
    "closed days that overlap": lambda n: contacts(closed=[{"day": "2026-02-05"}] * n),
    "other hours that overlap": lambda n: contacts(
        other_hours=[{"name": "R", "from": "2026-02-05", "until": "2026-02-05", "hours": [SESSION]}]
        * n
    ),
    "sessions that overlap": lambda n: contacts(hours=[SESSION] * n),
    "places": lambda n: contacts(places=[{"name": f"T {i}", "hours": [SESSION]} for i in range(n)]),
    "complaint channels": lambda n: contacts(
        complaints=[{"name": f"K {i}", "place": "L"} for i in range(n)]
    ),
    "former names": lambda n: {
        f"{KOTA}/agency.yml": ended(
            "berganti-nama", former_names=[{"name": f"N {i}"} for i in range(n)]
        )
    },
    "unknown successors": lambda n: {
        f"{KOTA}/agency.yml": ended("digabung", successors=[f"tiada-{i}" for i in range(n)])
    },
    "ended agencies in a line": lambda n: {
        f"{KOTA}/agency.yml": AGENCY,
        **{
            f"agencies/a-{i}/agency.yml": ended("digabung", successors=[f"a-{i + 1}"])
            for i in range(n)
        },
        f"agencies/a-{n}/agency.yml": AGENCY,
    },
    "news from below": lambda n: {
        **{f"{KOTA}/{path}": each for path, each in below_with_news(n).items()},
        f"{KOTA}/agency.yml": f"{AGENCY}news_from_below: ya\n",
    },
    "agencies that serve": lambda n: {
        **agencies(above=with_missions(3)),
        **{f"{KOTA}/d-{i}/agency.yml": f"type: desa\nname: Desa {i}\n" for i in range(n)},
        **{
            f"{KOTA}/d-{i}/plans/x.yml": {**plan(*many(1, "T", supports=[f"{ABOVE}#misi-1"]))}
            for i in range(n)
        },
    },
    "plans that derive": lambda n: {
        **agencies(above=with_missions(3)),
        **{f"{KOTA}/d-{i}/agency.yml": f"type: desa\nname: Desa {i}\n" for i in range(n)},
        **{f"{KOTA}/d-{i}/plans/x.yml": {**HEAD, "derives_from": ABOVE} for i in range(n)},
    },
    "plans that derive from nothing": lambda n: {
        **agencies(above=with_missions(3)),
        **{f"{KOTA}/d-{i}/agency.yml": f"type: desa\nname: Desa {i}\n" for i in range(n)},
        **{f"{KOTA}/d-{i}/plans/x.yml": {**HEAD, "derives_from": "kota/x"} for i in range(n)},
    },
    "documents": documents,
    "documents that change others": lambda n: documents(n, lambda i: ["d-0", f"d-{i // 2}"]),
    "documents that one changes": lambda n: {
        **documents(n),
        f"{KOTA}/documents/baru.yml": {**PAPER, "changes": [f"d-{i}" for i in range(n)]},
    },
    "a circle of documents": lambda n: documents(n, lambda i: [f"d-{(i + 1) % n}"]),
    "unknown documents": lambda n: documents(n, lambda i: [f"tak-{i}", f"kota-uji/tak-{i}"]),
    "what a document covers": lambda n: documents(1, covers=["assets"] * n),
    "agencies of which items are expected": lambda n: {
        **documents(1),
        **{f"{KOTA}/d-{i}/agency.yml": f"type: dinas\nname: Dinas {i}\n" for i in range(n)},
    },
    "strategies": lambda n: agencies(
        above=plan({"statement": "T", "strategies": many(n, "Strategi")})
    ),
    "pictures of an article": lambda n: articles(1, pictures=[{"caption": "C"}] * (n + 60)),
    "free pages": lambda n: {
        f"{KOTA}/agency.yml": AGENCY,
        **{f"{KOTA}/pages/h-{i}.yml": {"title": f"H {i}", "body": "Isi."} for i in range(n)},
    },
    "free pages of one title": lambda n: {
        f"{KOTA}/agency.yml": AGENCY,
        **{f"{KOTA}/pages/h-{i}.yml": {"title": "H", "body": "Isi."} for i in range(n)},
    },
    "albums": lambda n: {
        f"{KOTA}/agency.yml": AGENCY,
        **{
            f"{KOTA}/albums/a-{i}.yml": {"title": f"A {i}", "pictures": [{"caption": "C"}]}
            for i in range(n)
        },
    },
    "videos of an album": lambda n: {
        f"{KOTA}/agency.yml": AGENCY,
        f"{KOTA}/albums/a.yml": {
            "title": "A",
            "videos": [{"title": "V", "url": f"https://uji.example/{i}"} for i in range(n)],
        },
    },
    "questions": lambda n: {
        f"{KOTA}/agency.yml": AGENCY,
        f"{KOTA}/faq.yml": {
            "questions": [
                {"question": f"Apa {i}?", "answer": "A", "topic": f"T {i}"} for i in range(n)
            ]
        },
    },
    "questions with one name": lambda n: {
        f"{KOTA}/agency.yml": AGENCY,
        f"{KOTA}/faq.yml": {"questions": [{"question": "?", "answer": "A"} for i in range(n)]},
    },
    "officials": lambda n: officials(
        n, lambda i: [{"post": "kepala", "since": f"{1946 + i % 60}"}]
    ),
    "officials after each other": lambda n: officials(
        n,
        lambda i: [
            {
                "post": "kepala",
                "since": f"{1950 + i // 12}-{1 + i % 12:02}-01",
                "until": f"{1950 + i // 12}-{1 + i % 12:02}-28",
            }
        ],
    ),
    "officials of a post of many": lambda n: officials(
        n, lambda i: [{"post": "staf", "since": "2020"}]
    ),
    "terms of an official": lambda n: officials(
        1, lambda i: [{"post": f"x{j}", "since": "2020"} for j in range(n)]
    ),
    "units": lambda n: structure(units=[{"id": f"u{i}", "name": f"U {i}"} for i in range(n)]),
    "units within units": lambda n: structure(
        units=[{"id": f"u{i}", "name": "U", "part_of": f"u{i + 1}"} for i in range(n)]
    ),
    "posts": lambda n: structure(
        units=[{"id": f"u{i % 9}", "name": "U"} for i in range(9)],
        posts=[*HEADED, *({"id": f"p{i}", "title": "P", "unit": f"u{i % 9}"} for i in range(n))],
    ),
    "posts in a circle": lambda n: structure(
        posts=[
            *HEADED,
            *({"id": f"p{i}", "title": "P", "reports_to": f"p{(i + 1) % n}"} for i in range(n)),
        ]
    ),
    "unknown posts": lambda n: structure(
        posts=[
            *HEADED,
            *({"id": f"lama-{i}", "title": "P"} for i in range(90)),
            *({"id": f"p{i}", "title": "P", "reports_to": f"x{i}"} for i in range(n)),
        ]
    ),
    "years of an indicator": lambda n: agencies(
        above=plan(
            {
                "statement": "T",
                "indicators": [
                    {
                        "name": "I",
                        "unit": "x",
                        "targets": {str(1945 + i % 156): "1" for i in range(n)},
                    }
                ],
            }
        )
    ),
}


def below_with_news(count: int) -> dict[str, Tree | str]:
    """So many agencies, each with an article."""
    files: dict[str, Tree | str] = {}
    for number in range(count):
        files[f"d-{number}/agency.yml"] = f"type: desa\nname: Desa {number}\n"
        files[f"d-{number}/news/2026-01-15-kabar.yml"] = {
            "title": f"Kabar {number}",
            "published": "2026-01-15",
            "body": "Isi.",
        }
    return files
