"""The rooms of the package: imports go from higher ones to lower ones, and never in a circle."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pendopo
from conftest import ROOT

PACKAGE = Path(pendopo.__file__).parent
ROOMS = (
    *(
        "basics",
        "problems",
        "stores",
        "reading",
        "pictures",
        "records",
        "government",
        "site",
        "kinds",
    ),
    *("rendering", "build", "history", "difference", "publishing", "entrances"),
)
"""From the lowest to the highest. What staff write of a kind, its `record`, lies below government;
the rest of a kind lies above the site. The entrances are the commands and the adapter to MkDocs."""
FOR_TYPES = {"pendopo.government.derived", "pendopo.site.kind"}
"""These import others for type checkers alone, under `TYPE_CHECKING`."""


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def room(name: str) -> str:
    first, *inner = [*name.split(".")[1:], ""]
    if first == "kinds" and inner[1:2] == ["record"]:
        return "records"
    return first if first in ROOMS else "entrances"


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in MODULES else str(node.module)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


MODULES = {name_of(path): path for path in PACKAGE.rglob("*.py")}
IMPORTS = {name: {*imported(path)} for name, path in MODULES.items()}


def test_every_import_leads_to_the_same_room_or_a_lower_one() -> None:
    upwards = [
        f"{name} imports {other}"
        for name, found in IMPORTS.items()
        for other in found & MODULES.keys() - {"pendopo"}
        if ROOMS.index(room(other)) > ROOMS.index(room(name))
    ]
    assert upwards == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {
        name: found & MODULES.keys() for name, found in IMPORTS.items() if name not in FOR_TYPES
    }
    assert len([*TopologicalSorter(graph).static_order()]) >= len(graph)


def test_the_adapter_alone_imports_mkdocs() -> None:
    users = {
        name
        for name, found in IMPORTS.items()
        if any(each.split(".")[0] == "mkdocs" for each in found)
    }
    assert users
    assert {name for name in users if not name.startswith("pendopo.mkdocs.")} == set()


def test_tests_stand_in_a_folder_of_their_room() -> None:
    """What belongs to no room is tested in one of the folders that CONTRIBUTING.md tells of."""
    own = {"adapter", "browser", "formats", "pages", "repository"}
    rooms = {each.name for each in PACKAGE.iterdir() if each.is_dir()}
    tests = {path.relative_to(ROOT / "tests").parts for path in (ROOT / "tests").rglob("test_*.py")}
    assert {len(each) for each in tests} == {2}
    folders = {each[0] for each in tests}
    assert folders - own <= rooms
    assert own <= folders
