"""Builds as tests run them: into folders of their own, compared byte for byte."""

import stat
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from pendopo.build import manifest_file
from pendopo.build.compare import compare
from pendopo.build.division import Division
from pendopo.build.manifest import Platform
from pendopo.build.plan import plan_folder
from pendopo.build.pool import Pool
from pendopo.build.publish import Outcome, publish
from pendopo.build.read import read
from pendopo.build.render import finish, render
from pendopo.build.setup import Setup
from pendopo.build.workspace import Workspace
from pendopo.government.standing import Standing
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import Problem, faults
from pendopo.rendering.template_files import Templates
from pendopo.site.assets import Asset, Drawing, assets, drawings
from pendopo.site.kind import Registry
from pendopo.site.planning import Site
from pendopo.site.shell import Frame, Publication, Shell, gap

FRAME = Frame.of("\n".join(map(gap, (*Shell._fields, "content", "root"))))
PUBLICATION = Publication("Portal", "https://example.org/")


def site_of(folder: Path, today: date, kinds: Registry = KINDS) -> tuple[Site, list[Problem]]:
    """The site of a data folder before it is rendered, and all that is wrong with the data."""
    return plan_folder(folder, today, kinds, size=1)


def pool_of(folder: Path | str, size: int | None = 1, start: str | None = None) -> Pool:
    """A pool for a data folder, of this process alone unless a size is given."""
    return Pool(str(folder), KINDS, size, start)


def assets_of(site: Site) -> tuple[Asset, ...]:
    """The files of a whole site that are neither pages nor for machines."""
    return tuple(assets(site.context.directory))


def drawings_of(site: Site) -> tuple[Drawing, ...]:
    """The pictures and cards of a whole site."""
    return tuple(drawings(site.context.directory))


def place(folder: Path, *, in_place: bool = False) -> Workspace:
    """`site` in `folder`, with what builds need beside it."""
    return Workspace(f"{folder}/site", f"{folder}/.site.pendopo", in_place)


def built(  # noqa: PLR0913
    data: Path,
    where: Workspace,
    today: date,
    publication: Publication = PUBLICATION,
    frame: Frame = FRAME,
    *,
    pool: Callable[[str], Pool] = pool_of,
    templates: Templates | None = None,
    standing: Mapping[str, Standing] | None = None,
    commit: str = "",
    home: Path | None = None,
    division: Division | None = None,
) -> Outcome | list[Problem]:
    """One whole build without MkDocs, as in a process of its own; its problems where there are."""
    manifest_file._known.clear()
    with where.locked(), pool(str(data)) as workers:
        setup = Setup(
            data, where, today, workers, standing=standing or {}, commit=commit, home=home
        )
        found = read(replace(setup, division=division or Division()))
        if problems := faults(found.problems):
            return problems
        rendering = render(compare(found), publication, frame, templates)
        rendered = finish(rendering, lambda pages, share: None)
        if problems := faults(rendered.problems):
            return problems
        return publish(rendered, Platform(), None).outcome


def contents(folder: Path | str) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    root = Path(folder)
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


Tree = dict[str, tuple[int, bytes]]


def tree(site: Path) -> Tree:
    """Mode and content of every file and folder."""
    return {
        path.relative_to(site).as_posix(): (
            stat.S_IMODE(path.stat().st_mode),
            path.read_bytes() if path.is_file() else b"",
        )
        for path in [site, *site.rglob("*")]
    }
