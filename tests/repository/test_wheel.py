"""The wheel holds what the tree holds, and one installation brings all that a site needs."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import pendopo
from conftest import ROOT

PACKAGE = ROOT / "hooks/pendopo"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, check=True, cwd=ROOT, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


def in_tree() -> dict[str, bytes]:
    """The files that belong into the wheel, by their path in it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    found = {}
    for path in filter(None, listed):
        for root, inner in (("hooks/pendopo/", "pendopo/"), ("overrides/", "pendopo/overrides/")):
            if path.startswith(root) and (ROOT / path).exists():
                found[inner + path.removeprefix(root)] = (ROOT / path).read_bytes()
    others = {"requirements.txt": "requirements/base.txt", "CHANGELOG.md": "CHANGELOG.md"}
    return found | {f"pendopo/{name}": (ROOT / path).read_bytes() for name, path in others.items()}


def test_the_wheel_equals_the_tree(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = [each for each in archive.namelist() if ".dist-info/" not in each]
        held = {name: archive.read(name) for name in names}
    tree = in_tree()
    assert len(tree) > 250
    assert held.keys() == tree.keys()
    assert {name for name in tree if held[name] != tree[name]} == set()


def test_the_wheel_asks_for_all_that_a_site_needs_and_for_nothing_unpinned(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [each for each in archive.namelist() if each.endswith("/METADATA")]
        metadata = archive.read(name).decode()
        (scripts,) = [each for each in archive.namelist() if each.endswith("/entry_points.txt")]
        assert "pendopo = pendopo.commands:main" in archive.read(scripts).decode()
    assert f"\nVersion: {pendopo.__version__}\n" in metadata
    # An extra is what a publisher adds to the pins; its packages are no part of every build.
    needed = [each for each in metadata.splitlines() if "; extra == " not in each]
    wanted = set(re.findall(r"(?m)^Requires-Dist: ([\w-]+)", "\n".join(needed)))
    assert re.findall(r"(?m)^Requires-Dist: ([\w-]+).*extra == 'dask'", metadata) == ["distributed"]
    pinned = set(
        re.findall(r"(?m)^([\w-]+)(?:\[\w+\])?==", (ROOT / "requirements/base.txt").read_text())
    )
    assert {"mkdocs", "mkdocs-material", "markdown", "click"} <= wanted
    assert wanted <= pinned


def test_two_wheels_of_one_tree_are_equal(wheel: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, check=True, cwd=ROOT, capture_output=True)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_the_changelog_has_a_section_of_this_version() -> None:
    sections = re.findall(r"(?m)^## (.+)", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert any(each.split()[0] == pendopo.__version__ for each in sections)
