"""Data as VS Code shows it to staff: no mistake where none is, and help where it is needed."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from .findings import Finding
from .language_server import Server

TOOL = "yaml-language-server"
FOLDER = "data/agencies/kota-bantuan"
"""An agency that is in no data."""


class Place(NamedTuple):
    """A text below `FOLDER`; help is asked for at the sign `|` in it, which is no part of it.

    `wanted` are words of the label and of the explanation that are expected there.
    """

    path: str
    text: str
    wanted: tuple[str, ...]

    @property
    def position(self) -> tuple[int, int]:
        """Line and column, from 0."""
        before = self.text.partition("|")[0]
        return before.count("\n"), len(before) - before.rfind("\n") - 1


COMPLETIONS = (
    Place("news/2026-01-01-a.yml", "title: A\npub|\n", ("published", "Hari pertama kali terbit")),
    Place("a/agency.yml", "type: |\n", ("rumah-sakit", "Rumah sakit")),
    Place("b/agency.yml", "type: kota\nname: A\nhours:\n  - first_day: |\n", ("jumat", "Jumat")),
    Place("plans/a.yml", "type: |\n", ("Renstra", "Rencana strategis instansi")),
    Place("documents/a.yml", "title: A\ncovers:\n  - |\n", ("wealth-reports", "LHKPN")),
    Place("events/2026-01-01-a.yml", "title: A\nall_day: |\n", ("tidak",)),
    Place("c/agency.yml", "type: kota\ncover:\n  file: a.jpg\n  fo|\n", ("focus", "Titik")),
    Place("d/agency.yml", "type: kota\ntype_names:\n  kec|\n", ("kecamatan",)),
)
HOVERS = (
    Place("news/2026-01-02-a.yml", "ti|tle: A\n", ("Judul", "Judul berita.")),
    Place("e/agency.yml", "ty|pe: kota\n", ("Jenis instansi", "Rumah sakit")),
    Place("services/a.yml", "title: A\nfe|e: gratis\n", ("Biaya", "gratis, satu tarif")),
)
MISTAKES = (
    Place("f/agency.yml", "type: kota\nname: A\n|nama: B\n", ("nama",)),
    Place("g/agency.yml", "type: |desa adat\nname: A\n", ("kelurahan",)),
    Place("h/agency.yml", "type: kota\nname: A\nwebsite: |a.id\n", ("Awali dengan https://",)),
    Place("news/2026-01-03-a.yml", "title: A\nbody: B\npublished: |kemarin\n", ("2018-04-25",)),
    Place("faq.yml", "questions:\n  - |question: A\n", ("answer",)),
)


def findings(modules: Path, root: Path, folders: Mapping[str, Path]) -> Iterator[Finding]:
    """Where the editor finds fault with sound data in `folders`, or does not help as it should."""
    with Server(modules, root) as server:
        yield from _of_sound_data(server, folders)
        for place in COMPLETIONS:
            yield from missing("completes", place, _labels(_answer(server, "completion", place)))
        for place in HOVERS:
            yield from missing("explains", place, [str(_answer(server, "hover", place))])
        for place in MISTAKES:
            yield from missing("underlines", place, _told_at(server, place))


def missing(what: str, place: Place, offered: list[str]) -> Iterator[Finding]:
    """A finding where nothing that is offered has all words that are wanted."""
    if not any(all(word in each for word in place.wanted) for each in offered):
        rule = f"{what} with {', '.join(place.wanted)}"
        yield Finding(TOOL, rule, place.path, f"{len(offered)} offered: {offered[:3]}")


def _of_sound_data(server: Server, folders: Mapping[str, Path]) -> Iterator[Finding]:
    for name, folder in folders.items():
        for path in sorted(folder.rglob("*.yml")):
            within = path.relative_to(folder).as_posix()
            opened = within.replace("agencies/", f"agencies/{name}/", 1)
            for each in server.opened(f"data/{opened}", path.read_text("utf-8")):
                line = each["range"]["start"]["line"] + 1
                yield Finding(TOOL, "finds fault with sound data", within, f"line {line}: {each}")


def _answer(server: Server, what: str, place: Place) -> Any:
    path = f"{FOLDER}/{place.path}"
    server.opened(path, place.text.replace("|", "", 1))
    return server.at(what, path, *place.position)


def _labels(answer: Any) -> list[str]:
    items = (answer or {}).get("items", [])
    return [f"{each['label']} {each.get('documentation')}" for each in items]


def _told_at(server: Server, place: Place) -> list[str]:
    told = server.opened(f"{FOLDER}/{place.path}", place.text.replace("|", "", 1))
    starts = [(each["range"]["start"], each["message"]) for each in told]
    return [said for at, said in starts if (at["line"], at["character"]) == place.position]
