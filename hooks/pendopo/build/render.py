"""Stages 3 and 4: renders the pages that have changed, in several processes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial

from pendopo.basics import addresses
from pendopo.basics.fingerprints import fingerprint
from pendopo.build import output
from pendopo.build.cache_keys import cache_keys
from pendopo.build.compare import Compared
from pendopo.build.join import joined
from pendopo.build.manifest import PageGroup, PageRow
from pendopo.build.output import Outputs, WrittenFile
from pendopo.build.tasks import Job, Task, TaskResult
from pendopo.problems.problem import Problem
from pendopo.rendering.template_files import Templates
from pendopo.site.context import Context
from pendopo.site.planning import site_problems
from pendopo.site.shell import Frame, Publication


@dataclass(frozen=True)
class Rendering:
    """Pages that are being rendered.

    `kept` are the groups of pages that have not changed; `common` is the fingerprint of everything
    besides the data that all pages depend on, `surroundings` that of what agencies' pages do.
    """

    compared: Compared
    context: Context
    publication: Publication
    common: str
    surroundings: str
    kept: Mapping[str, PageGroup]
    tasks: Sequence[Task]
    results: Callable[[], Iterator[TaskResult]]


def render(
    compared: Compared, publication: Publication, frame: Frame, templates: Templates | None = None
) -> Rendering:
    """Starts rendering the pages that have changed, with the package's `templates` by default.

    Raises `OSError` where none can be written.
    """
    read = compared.read
    setup = read.setup
    root = setup.workspace.next
    with suppress(FileExistsError):
        output.make_folder(root)
    # The same object where nothing differs: what its pages share may have been computed already.
    context = read.context
    if context.site_url != publication.site_url:
        context = replace(context, site_url=publication.site_url)
    job = Job(context, publication, frame, templates or Templates.of(), root)
    portal = context.directory.portal
    # The introduction is shown on the portal's own pages alone: an edit of it should not render all
    # others again, so it is part of `common` and not of their surroundings. So is `security`.
    settings = portal.model_dump(mode="json", exclude={"introduction", "security"})
    # So is what publishers write for single agencies, which stands in the menus of these alone.
    shared = replace(publication, menus={})
    # In the east of Indonesia a day begins earlier, and with it what is dated that day.
    days = (setup.today, sorted(setup.days.items()))
    surroundings = fingerprint(job.common, job.templates.mark, days, shared, settings)
    compared = joined(compared, surroundings)
    account = (setup.standing, setup.commit)
    common = fingerprint(surroundings, portal, read.ahead, publication.menus, account)
    keys = partial(cache_keys, context.directory, context.kinds, surroundings, publication.menus)
    kept, tasks = _tasks(compared, keys, common)
    results = setup.pool.render(job, tasks)
    return Rendering(compared, context, publication, common, surroundings, kept, tasks, results)


def unchanged(compared: Compared, common: str) -> bool:
    """Whether all inputs are as in the last build, and all its files are still published."""
    # The common case of a server that notices a touched file: it saves computing all cache keys.
    manifest, reading = compared.manifest, compared.read.reading
    same = reading.files == manifest.files and reading.media == manifest.media
    return same and common == manifest.common and not compared.missing


def _tasks(
    compared: Compared, keys: Callable[[], Mapping[str, str]], common: str
) -> tuple[Mapping[str, PageGroup], Sequence[Task]]:
    """The groups of pages that are kept, and a task for each group that may have changed."""
    if unchanged(compared, common):
        return compared.manifest.groups, []
    kept: dict[str, PageGroup] = {}
    tasks: list[Task] = []
    manifest, own = compared.manifest, compared.read.own
    for name, key in keys().items():
        if name not in own:
            continue
        known = manifest.groups.get(name)
        # Pages whose files are gone or were changed by somebody else have to be written again.
        rows = known.rows if known else ()
        sound = [row for row in rows if addresses.path(row.address) not in compared.missing]
        if known and known.key == key and len(sound) == len(rows):
            kept[name] = known
            continue
        digests = {
            row.address: (row.key, manifest.outputs[addresses.path(row.address)].digest)
            for row in sound
        }
        tasks.append(Task(name, key, digests))
    return kept, tasks


@dataclass(frozen=True)
class Rendered:
    """All pages: their rows by group, the files that were written by path, and all problems."""

    rendering: Rendering
    groups: Mapping[str, PageGroup]
    written: Outputs
    problems: Sequence[Problem]

    @cached_property
    def rows(self) -> list[PageRow]:
        """Every page and every file for machines, sorted by address."""
        rows = (row for group in self.groups.values() for row in group.rows)
        return sorted(rows, key=lambda row: row.address)

    @property
    def pages(self) -> list[tuple[str, str]]:
        """Address and day of update of every page of data, sorted by address."""
        return [(row.address, row.updated) for row in self.rows if addresses.is_page(row.address)]


def finish(
    rendering: Rendering, report: Callable[[int, float], None], others: Iterable[str] = ()
) -> Rendered:
    """Waits until all pages are rendered.

    `report` is called with the number of pages and the share (0 to 1) of the work done. `others`
    are the files that come from elsewhere, by their path. Raises `ChangedError` where a file of the
    data has changed since it was read.
    """
    setup = rendering.compared.read.setup
    groups, written = dict(rendering.kept), dict[str, WrittenFile]()
    with setup.timings.of("render"):
        pages = 0
        for count, result in enumerate(rendering.results(), 1):
            groups[result.agency] = result.group
            written |= result.written
            pages += len(result.group.rows)
            report(pages, count / len(rendering.tasks))
        # Drawing and indexing come next and need memory, which the records would take up.
        setup.pool.end()
    problems = {each for group in groups.values() for each in group.problems}
    # One share does not know all addresses: what needs them is checked when shares are joined.
    if not setup.division.share:
        live = (row.address for group in groups.values() for row in group.rows)
        known = rendering.compared.read.problems
        problems |= {*site_problems(rendering.context, live, known, others)}
    return Rendered(rendering, groups, written, sorted(problems))
