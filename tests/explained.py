"""The examples of the explanations, each made whole: what they leave out is sound."""

import re
from pathlib import Path
from textwrap import indent

from conftest import AGENCY, PORTAL, TODAY
from pendopo.problems.explained import Explanation
from pendopo.problems.problem import Problem
from places import site_of
from texts import checked, record_text, type_named

KIND = re.compile(r"(\w+)(\.bare|\.md)?")
FILE = re.compile(r"(?m)^# ([^\n:]+\.\w+)\n")
"""The remark above each file of an example, with its path in an agency's folder or the data."""
ARTICLE = "title: Kabar\npublished: 2026-01-15\nbody: Warga berkumpul.\n"
PLAN = (
    "type: Renstra\ntitle: Renstra\nperiod: {start: 2021, end: 2026}\nvision: {statement: Teduh}\n"
)
SERVICE = (
    "title: Kartu Keluarga\nsummary: Kartu Keluarga baru.\nrequirements: [KTP asli]\n"
    "procedure: [Petugas memeriksa berkas.]\ntime: {amount: 3, unit: hari kerja}\nfee: gratis\n"
    "product: Kartu Keluarga\n"
)
SURVEY = (
    "title: Survei 2025\nperiod: {start: 2025-01-01, end: 2025-12-31}\nrespondents: 412\n"
    "elements: {persyaratan: '3,5', prosedur: '3,4', waktu: '3,2', biaya: '3,9', produk: '3,5', "
    "kompetensi: '3,5', perilaku: '3,6', pengaduan: '3,425', sarana: '3,3'}\n"
    'stated: {value: "87,01", grade: B}\n'
)
INDICATOR = "name: Kunjungan\nunit: orang\npolarity: higher\ntargets: [10, 20, 30, 40, 50]\n"
BASES = {
    "agency": "type: kota\nname: Kota Contoh\n",
    "album": "title: A\npictures:\n  - {file: a.jpg, alt: Warga menanam pohon.}\n",
    "announcement": "title: A\npublished: 2026-01-02\nbody: B\n",
    "article": ARTICLE,
    "document": "title: A\ntype: lainnya\ncategory: berkala\nform: [cetak]\nsummary: B\n",
    "event": "title: A\nstart: {day: 2026-03-01, time: 09:00}\n",
    "indicator": INDICATOR,
    "office": "type: dinas\nname: Dinas Arsip\n",
    "official": "name: Siti\nterms:\n  - {post: kepala, since: 2025}\n",
    "plan": PLAN,
    "portal": PORTAL,
    "service": SERVICE,
    "survey": SURVEY,
}
"""What a record of a kind, or a part of one, must say."""
RECORDS = {"indicator": "plan", "office": "agency"}
"""The kinds of the records of examples that are not named after one."""


def problems(example: Explanation, text: str, folder: Path) -> list[Problem]:
    """The problems of the example, where `text` is its wrong or its right side."""
    if not example.kind or FILE.match(example.wrong):
        return _of_files(text, folder)
    found = KIND.fullmatch(example.kind)
    assert found, example.kind
    kind, shape = found[1], found[2] or ""
    whole = f"{text}\n" + ("" if shape else _rest(BASES.get(kind, ""), example))
    if kind == "indicator":
        part = indent(whole, " " * 10).lstrip()
        goals = "goals:\n  statements:\n    - statement: T\n      indicators:\n        - "
        whole = f"{PLAN}{goals}{part}"
    record = type_named(RECORDS.get(kind, kind))
    name = "a.md" if shape == ".md" else "a.yml"
    return checked(record_text(record, name, "kota-contoh", "a", whole))[1]


def _rest(base: str, example: Explanation) -> str:
    """The keys of the base that no side of the example writes by itself, nor names as absent."""
    written = {*re.findall(r"(?m)^(\w+):", f"{example.wrong}\n{example.right}")}
    return "".join(
        each for each in re.split(r"(?m)^(?=\w)", base) if each.partition(":")[0] not in written
    )


def _of_files(text: str, folder: Path) -> list[Problem]:
    sources = {"portal.yml": PORTAL, "agencies/kota-contoh/agency.yml": AGENCY}
    _, *parts = FILE.split(f"{text}\n")
    for path, content in zip(parts[::2], parts[1::2], strict=True):
        outside = path.startswith("agencies/") or path in ("portal.yml", "topics.yml")
        sources[path if outside else f"agencies/kota-contoh/{path}"] = content
    for path, content in sources.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    return site_of(folder, TODAY)[1]
