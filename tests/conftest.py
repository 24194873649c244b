"""Fixtures of several test modules: a miniature government, data folders written by a test."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from _pytest.mark import ParameterSet
from filelock import FileLock
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from playwright.sync_api import Browser, Page

import budgets
import kind_samples
from browsing import opened, served
from markup import parse, renderer_of, whole
from pendopo.build.publish import Outcome
from pendopo.problems.problem import faults
from pendopo.rendering.renderer import Renderer
from pendopo.site.planning import Site
from places import built as build_alone
from places import place, site_of
from sites import ELSEWHERE

ROOT = Path(__file__).parents[1]
MINIATURE = kind_samples.MINIATURE
EPOCH = "1769900000"
TODAY = date(2026, 2, 1)
PORTAL = "name: Portal Uji\nintroduction: Untuk pengujian.\n"
AGENCY = "type: kota\nname: Kota Uji\n"

SITE_URL = "https://contoh.example/repo/"
at_length = pytest.mark.thorough_only
VIEWS = [
    *((320, "dark"), (1280, "light")),
    *(
        pytest.param(view, marks=at_length)
        for view in ((320, "light"), (768, "light"), (768, "dark"), (1280, "dark"))
    ),
]
"""Widths and colour schemes; the first two have the least, the most, and each scheme."""


def often(cases: Iterable[str], every: int) -> list[ParameterSet]:
    """Cases of a test, of which a quick run tries one of so many."""
    names = [*cases]
    return [pytest.param(each, marks=() if each in names[::every] else at_length) for each in names]


in_light = pytest.mark.parametrize(
    "page",
    [(320, "light"), pytest.param((1280, "light"), marks=at_length)],
    indirect=True,
    ids=str,
)
"""For what does not depend on colours."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--thorough", action="store_true", help="try all that there is to try")


def pytest_configure(config: pytest.Config) -> None:
    # Tests start hundreds of processes, each of which would compile the package anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    budgets.choose("thorough" if config.getoption("thorough") else "quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out of a quick run what only a thorough one tries."""
    if not budgets.thorough():
        left_out = [each for each in items if each.get_closest_marker("thorough_only")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [each for each in items if each not in left_out]


Write = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """All commands run on the same day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture(scope="session")
def miniature() -> Site:
    """The site of the miniature government, in which nothing stops a publication."""
    site, problems = site_of(MINIATURE, TODAY)
    assert faults(problems) == []
    return site


@pytest.fixture(scope="session")
def renderer(miniature: Site) -> Renderer:
    """Renders pages of the miniature site."""
    return Renderer(miniature)


@pytest.fixture(scope="session")
def trees(miniature: Site) -> dict[str, Element]:
    """Every page of the miniature site with its shell, by address."""
    renderer = renderer_of(miniature)
    return {page.address: parse(whole(renderer.page(page))) for page in miniature.pages}


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
    _, problems = site_of(folder, TODAY)
    return [f"{problem.place()} {problem.code}" for problem in faults(problems)]


def warnings(folder: Path) -> list[str]:
    """`path:line:column code` of every warning about a data folder."""
    _, problems = site_of(folder, TODAY)
    return [f"{problem.place()} {problem.code}" for problem in problems if problem.warning]


def configuration(data: Path, site: Path, root: Path = ROOT, **changes: Any) -> MkDocsConfig:
    """The settings of mkdocs.yml with a data folder and a folder to write to."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), strict=True, **changes)
    config.extra["pendopo"] = {"data": str(data)}
    return config


def once_a_run(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that one process of this run makes for all of them, to be read only."""
    base = factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = base / name
    with FileLock(base / f"{name}.lock"):
        if not folder.exists():
            make(base / f"{name}.new")
            (base / f"{name}.new").rename(folder)
    return folder


def miniature_site(root: Path, **changes: Any) -> None:
    """Builds the miniature site with MkDocs into `root/repo`, for the address /repo/."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        build_with_mkdocs(configuration(MINIATURE, root / "repo", **changes))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature site as `mkdocs build --strict` writes it, with links to its repository."""

    def make(root: Path) -> None:
        miniature_site(
            root,
            site_url=f"{ELSEWHERE}/repo/",
            repo_url="https://github.com/contoh/profil",
            edit_uri="edit/main/docs/",
        )

    return once_a_run(tmp_path_factory, "built", make) / "repo"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of `data/` as `mkdocs build --strict` writes it; a government has its own there."""

    def make(root: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
            config = configuration(ROOT / "data", root / "site", site_url=f"{ELSEWHERE}/")
            build_with_mkdocs(config)

    return once_a_run(tmp_path_factory, "published", make) / "site"


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The miniature site, served below /repo/ on this machine."""
    root = once_a_run(
        tmp_path_factory, "served", lambda root: miniature_site(root, site_url=SITE_URL)
    )
    with served(root) as address:
        yield f"{address}repo/"


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A government of 150 pages in `data`, and its site made by one process; to be read only."""
    from benchmarks.government import write as write_government  # noqa: PLC0415  (few need it)

    def make(root: Path) -> None:
        write_government(root / "data", 150, 1)
        assert isinstance(build_alone(root / "data", place(root), TODAY), Outcome)

    return once_a_run(tmp_path_factory, "alone", make)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of all that MkDocs reads: a site that is served is written beside mkdocs.yml."""
    folder = tmp_path / "project"
    for part in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="module")
def samples_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the files of the sample records, which are not yet written."""
    from hostile import sample_folder  # noqa: PLC0415  (it imports this module)

    return sample_folder(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with opened() as browser:
        yield browser


@pytest.fixture(params=VIEWS, ids=str)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of one width and one colour scheme."""
    width, scheme = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, locale="id-ID"
    )
    yield context.new_page()
    context.close()
