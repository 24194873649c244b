"""A build that goes on: agencies with faults are published as they last were without them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from sys import maxsize

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from pendopo.basics import clock
from pendopo.basics.translations import N_, long_date, translations
from pendopo.basics.versions import environment
from pendopo.build.manifest import Manifest
from pendopo.build.manifest_file import read_manifest
from pendopo.build.plan import plan_reading
from pendopo.build.pool import Pool
from pendopo.build.records import read_folder
from pendopo.government.standing import Standing
from pendopo.history.files import folder_of
from pendopo.history.search import Sound, search
from pendopo.kinds.registry import KINDS
from pendopo.mkdocs import settings
from pendopo.mkdocs.run import CONFIGURATION, run
from pendopo.mkdocs.session import KEPT_GOING, KeptGoing
from pendopo.problems.problem import Problem, faults, printable
from pendopo.site.context import Context

FAULTY = 1
"""Exit code of a build whose data have faults, published or not."""


def build(*options: str, quiet: bool = False) -> tuple[int, Sequence[str]]:
    """Runs `mkdocs build`, and where data have faults once more with what is sound of them.

    Returns the exit code, and a line on each agency that is not published as it is now.
    """
    going = KeptGoing()
    token = KEPT_GOING.set(going)
    try:
        code = run("build", *options, quiet=quiet)
        # Where nothing is faulty, nothing more is done.
        if not code or not going.faults:
            return code, ()
        whole = _Whole(load_config(CONFIGURATION))
        going.sound = whole.sound(going.faults)
        if not going.sound or (code := run("build", *options, quiet=quiet)):
            return code or FAULTY, ()
        return FAULTY, [*_told(going.sound.standing, whole.contexts[-1])]
    finally:
        KEPT_GOING.reset(token)


class _Whole:
    """Checks whole data folders as a build does, each time reading only what has changed."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.config = config
        self.data = settings.data_folder(config)
        self.workspace = settings.workspace(config, serving=False)
        self.known: Manifest | None = None
        """What the last check has read; before the first, what the last build has."""
        self.contexts: list[Context] = []
        """Of each folder that was checked, in order."""

    def sound(self, found: Sequence[Problem]) -> Sound | None:
        """A sound folder in place of the data folder, which has the faults `found`."""
        workshop = Path(self.workspace.folder)
        with self.workspace.locked():
            return search(self.data, workshop, KINDS, self.faults, found)

    def faults(self, folder: Path) -> list[Problem]:
        """All faults of a data folder, also beside the pages written by hand."""
        days = clock.days()
        known = self.known or read_manifest(
            self.workspace.manifest, environment(), str(self.data), KINDS.types, str(folder)
        )
        with Pool(str(folder), KINDS) as pool:
            # Nobody but this process changes the folder, so every stamp of a file holds.
            reading = read_folder(folder, pool, known, maxsize)
        self.known = replace(known, files=reading.files, media=reading.media)
        whole = Context(reading.directory, days["WIB"], KINDS, days=days)
        site, problems = plan_reading(reading, whole, settings.files_by_hand(self.config))
        self.contexts.append(site.context)
        return faults([*problems, *settings.taken(self.config, site.by_address)])


def _told(standing: Mapping[str, Standing], context: Context) -> Iterator[str]:
    """A line on each agency that stands at an earlier state or is left out."""
    translate = translations(context.language).gettext
    for owner, each in sorted(standing.items()):
        agency = context.directory.agencies.get(owner)
        day = long_date(date.fromisoformat(each.day), context.language) if each.day else ""
        yield translate(_sentence(owner, each)).format(
            agency=agency.name if agency else printable(folder_of(owner).rstrip("/")),
            above=folder_of(each.above).rstrip("/"),
            day=day,
            commit=each.commit[:7],
        )


def _sentence(owner: str, standing: Standing) -> str:
    if standing.commit and not owner:
        return N_(
            "The portal's own files are published as they were on {day} (commit {commit}): the "
            "newest have faults."
        )
    if standing.commit:
        return N_(
            "{agency} is published as it was on {day} (commit {commit}): its newest files have "
            "faults."
        )
    if standing.above:
        return N_("{agency} is not published, because {above} above it is not.")
    return N_(
        "{agency} is not published: it has faults, and no state without faults was found in the "
        "history of the repository."
    )
