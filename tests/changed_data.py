"""The data of a small government, and changes of it that pages show."""

from collections.abc import Callable
from pathlib import Path

from conftest import AGENCY
from samples import JPEG, OTHER_JPEG, OTHER_PNG, PDF, PNG

HEAD = AGENCY + "introduction: Teduh.\nemblem: {file: lambang.png, alt: Perisai hijau}\n"
PLAN = (
    "type: RPJMD\ntitle: RPJMD\nperiod: {start: 2025, end: 2029}\nvision: {statement: Maju}\n"
    "goals: {statements: [{statement: Tujuan}]}\n"
)
FILES: dict[str, str | bytes] = {
    "agencies/kota-uji/agency.yml": HEAD + "cover: {file: balai.jpg, alt: Balai kota}\n",
    "agencies/kota-uji/media/lambang.png": PNG,
    "agencies/kota-uji/media/balai.jpg": JPEG,
    "agencies/kota-uji/plans/2025-2029.yml": PLAN,
    "agencies/kota-uji/media/foto.jpg": JPEG,
    "agencies/kota-uji/media/surat.pdf": PDF,
    "agencies/kota-uji/news/2026-01-15-a.yml": (
        "title: A\npublished: 2026-01-15\nbody: Teks.\npicture: {file: foto.jpg, alt: Pohon}\n"
        "documents: [{title: Surat, file: surat.pdf}]\n"
    ),
    "agencies/kota-uji/news/2026-01-16-b.yml": "title: B\npublished: 2026-01-16\nbody: Teks.\n",
    "agencies/kota-uji/desa-a/agency.yml": "type: desa\nname: Desa A\n",
    "agencies/kota-uji/desa-a/plans/2025.yml": (
        "type: Renstra\ntitle: Renstra\nperiod: {start: 2025, end: 2029}\n"
        "derives_from: kota-uji/2025-2029\n"
    ),
}


def edited(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        text = (folder / path).read_text()
        assert old in text
        (folder / path).write_text(text.replace(old, new))

    return edit


def renamed(old: str, new: str) -> Callable[[Path], None]:
    def rename(folder: Path) -> None:
        (folder / old).rename(folder / new)

    return rename


def replaced(path: str, content: bytes) -> Callable[[Path], None]:
    def replace_(folder: Path) -> None:
        (folder / path).write_bytes(content)

    return replace_


CITY = "agencies/kota-uji"
CHANGES: dict[str, Callable[[Path], None]] = {
    "portal": edited("portal.yml", "Portal Uji", "Portal Lain"),
    "introduction": edited("portal.yml", "Untuk", "Demi"),
    "language": edited("portal.yml", "name:", "language: en\nname:"),
    "name": edited(f"{CITY}/agency.yml", "Kota Uji", "Kota Lain"),
    "text": edited(f"{CITY}/agency.yml", "Teduh", "Ramai"),
    "colour": edited(f"{CITY}/agency.yml", "type", "colours: {primary: '#14532d'}\ntype"),
    "alt": edited(f"{CITY}/agency.yml", "alt: Perisai hijau", "alt: Perisai biru"),
    "emblem": replaced(f"{CITY}/media/lambang.png", OTHER_PNG),
    "cover": replaced(f"{CITY}/media/balai.jpg", OTHER_JPEG),
    "focus": edited(f"{CITY}/news/2026-01-15-a.yml", "alt: Pohon", "alt: Pohon, focus: 0% 20%"),
    "picture": replaced(f"{CITY}/media/foto.jpg", OTHER_JPEG),
    "document": replaced(f"{CITY}/media/surat.pdf", PDF + bytes(5000)),
    "title": edited(f"{CITY}/news/2026-01-15-a.yml", "title: A", "title: C"),
    "day": edited(
        f"{CITY}/news/2026-01-15-a.yml", "2026-01-15", "2026-01-17\nevent_date: 2026-01-15"
    ),
    "below": edited(f"{CITY}/desa-a/agency.yml", "Desa A", "Desa B"),
    "type": edited(f"{CITY}/desa-a/agency.yml", "type: desa", "type: kelurahan"),
    "vision": edited(f"{CITY}/plans/2025-2029.yml", "Maju", "Teduh"),
    "goal": edited(f"{CITY}/plans/2025-2029.yml", "Tujuan", "Sasaran"),
    "period": edited(f"{CITY}/plans/2025-2029.yml", "end: 2029", "end: 2030"),
    "title of a plan": edited(f"{CITY}/plans/2025-2029.yml", "title: RPJMD", "title: Rencana"),
    "article renamed": renamed(f"{CITY}/news/2026-01-15-a.yml", f"{CITY}/news/2026-01-15-c.yml"),
    "plan renamed": renamed(f"{CITY}/desa-a/plans/2025.yml", f"{CITY}/desa-a/plans/2026.yml"),
    "agency renamed": renamed(f"{CITY}/desa-a", f"{CITY}/desa-b"),
    "article removed": lambda folder: (folder / f"{CITY}/news/2026-01-15-a.yml").unlink(),
    "plan removed": lambda folder: (folder / f"{CITY}/desa-a/plans/2025.yml").unlink(),
}
