"""Builds as tests run them: into folders of their own, compared byte for byte."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from pendopo.build import manifest as ledger
from pendopo.build.build import Build, Outcome
from pendopo.build.manifest import Platform
from pendopo.build.pool import Crew
from pendopo.build.workspace import Place, alone
from pendopo.problems.problem import Problem, faults
from pendopo.site.shell import Frame, Publication, Shell, gap

FRAME = Frame.of("\n".join(map(gap, (*Shell._fields, "content", "root"))))
PUBLICATION = Publication("Portal", "https://example.org/")


def place(folder: Path, *, in_place: bool = False) -> Place:
    """`site` in `folder`, with its workshop beside it."""
    return Place(f"{folder}/site", f"{folder}/.site.pendopo", in_place)


def built(  # noqa: PLR0913
    data: Path,
    where: Place,
    today: date,
    publication: Publication = PUBLICATION,
    frame: Frame = FRAME,
    *,
    crew: Callable[[str], Crew] = lambda folder: Crew(folder, size=1),
) -> Outcome | list[Problem]:
    """One whole build without MkDocs, as in a process of its own; its problems where there are."""
    ledger._kept.clear()
    with alone(where.workshop), crew(str(data)) as hands:
        build = Build(data, where, today, hands)
        if problems := faults(build.read()):
            return problems
        build.compare()
        build.set_publication(publication)
        build.render(frame)
        if problems := faults(build.finish(lambda pages, share: None)):
            return problems
        return build.publish(Platform(), None)


def contents(folder: Path | str) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    root = Path(folder)
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
