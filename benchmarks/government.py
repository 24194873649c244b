"""A made-up government of any size as the files of a data folder, the same for the same seed."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from . import language, records
from .offices import Office, Shape, offices
from .yaml_text import dump

PORTAL = {
    "name": "Profil Instansi Provinsi Rekaan",
    "introduction": "Di sini warga menemukan **instansi** rekaan, janjinya, dan kabarnya.",
    "notice": "Semua nama dan angka di situs ini rekaan.",
}


def files(pages: int, seed: int, shape: Shape = "government") -> Iterator[tuple[str, str]]:
    """Path and text of each file of a government that fills about `pages` pages."""
    yield "portal.yml", dump(PORTAL)
    topics = [{"key": each.replace(" ", "-"), "name": each} for each in sorted(language.THINGS)]
    yield "topics.yml", dump({"topics": topics})
    for office in offices(pages, seed, shape):
        yield from _files_of(office, Random(f"{seed}/{office.id}"))  # noqa: S311  (no secret)


def write(folder: Path, pages: int, seed: int, shape: Shape = "government") -> None:
    """Writes such a government into `folder`."""
    for path, text in files(pages, seed, shape):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def _files_of(office: Office, random: Random) -> Iterator[tuple[str, str]]:
    folder = f"agencies/{office.id}"
    yield f"{folder}/agency.yml", dump(records.agency(office, random))
    if office.has_plan:
        yield f"{folder}/plans/{records.PLAN}.yml", dump(records.plan(office, random))
    for name, record in records.articles(office, random):
        yield f"{folder}/news/{name}.yml", dump(record)
