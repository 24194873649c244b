"""What several test modules share: a miniature government, and data folders written by a test."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from pendopo.problems import faults
from pendopo.rendering import Renderer
from pendopo.site import Site, build

MINIATURE = Path(__file__).parent / "miniature"
TODAY = date(2026, 2, 1)
PORTAL = "name: Portal Uji\nintroduction: Untuk pengujian.\n"
AGENCY = "type: kota\nname: Kota Uji\n"

Write = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture(scope="session")
def miniature() -> Site:
    """The site of the miniature government, in which nothing stops a publication."""
    site, problems = build(MINIATURE, TODAY)
    assert faults(problems) == []
    return site


@pytest.fixture(scope="session")
def renderer(miniature: Site) -> Renderer:
    """Renders pages of the miniature site."""
    return Renderer(miniature)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a data folder of the given files; a portal.yml is there unless one is given."""

    def write_files(files: Mapping[str, str | bytes]) -> Path:
        for path, content in {"portal.yml": PORTAL, **files}.items():
            target = tmp_path / "data" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path / "data"

    return write_files


def codes(folder: Path) -> list[str]:
    """`path:line:column code` of every problem of a data folder that is no warning."""
    _, problems = build(folder, TODAY)
    return [f"{problem.place()} {problem.code}" for problem in faults(problems)]


def warnings(folder: Path) -> list[str]:
    """`path:line:column code` of every warning about a data folder."""
    _, problems = build(folder, TODAY)
    return [f"{problem.place()} {problem.code}" for problem in problems if problem.warning]
