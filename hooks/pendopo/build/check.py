"""Checks a data folder as a build does, but renders nothing.

A check may leave what it found to the next one: its verdict, for the case that nothing has changed;
and a manifest without outputs, by which only changed files are read, and only pages that depend on
them are planned.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from filelock import Timeout

from pendopo.basics import addresses
from pendopo.basics.fingerprints import fingerprint
from pendopo.basics.versions import environment
from pendopo.build.cache_keys import cache_keys
from pendopo.build.manifest import Manifest, PageGroup
from pendopo.build.manifest_file import read_manifest, write_manifest
from pendopo.build.pool import Pool
from pendopo.build.records import read_found
from pendopo.build.tasks import Planning, Task
from pendopo.build.verdict import Verdict, verdict_key
from pendopo.build.workspace import Workspace
from pendopo.problems.problem import Problem
from pendopo.problems.settled import settled
from pendopo.reading.folder import Found, scan
from pendopo.site.context import Context
from pendopo.site.dated import as_of_today
from pendopo.site.kind import Registry
from pendopo.site.planning import plan, site_problems


@dataclass(frozen=True)
class Check:
    """The inputs of a check: the data folder, and the dates in the time zones of Indonesia by name.

    `kept` is the folder for what a check leaves to the next one; None to leave nothing.
    """

    data: Path
    days: Mapping[str, date]
    kinds: Registry
    kept: Path | None = None
    size: int | None = None

    def verdict(self) -> Verdict:
        """Reads what has changed, and plans the pages of the agencies that depend on it.

        Raises `OSError` or `ChangedError` where a file cannot be read or changes meanwhile.
        """
        with ExitStack() as stack:
            workspace, begun = self._workspace(stack)
            found = scan(self.data, self.kinds.types)
            if workspace is None:
                return self._judged(found, Manifest())[0]
            file = Path(workspace.folder, "verdict.json")
            key = verdict_key(self.data, found, self.days)
            if known := Verdict.read(file, key):
                return known
            types = self.kinds.types
            old = read_manifest(workspace.manifest, environment(), str(self.data), types)
            verdict, new = self._judged(found, old, begun)
            # What cannot be kept costs the next check its time, not this one.
            with suppress(OSError):
                if new != old:
                    write_manifest(new, workspace.manifest)
                if new.settled:
                    verdict.write(file, key)
            return verdict

    def _judged(self, found: Found, old: Manifest, begun: int = 0) -> tuple[Verdict, Manifest]:
        """The verdict on the files that were found; and what is known of them, for the next check.

        Pages whose cache key is that in `old` are not planned again.
        """
        with Pool(str(self.data), self.kinds, self.size) as pool:
            reading = read_found(self.data, found, pool, old, begun)
            whole = Context(reading.directory, self.days["WIB"], self.kinds, days=self.days)
            context, ahead = as_of_today(whole)
            groups = dict(_planned(context, pool, old))
        new = Manifest(environment(), str(self.data), reading.files, reading.media, groups=groups)
        return _verdict({*reading.problems, *ahead}, context, groups), new

    def _workspace(self, stack: ExitStack) -> tuple[Workspace | None, int]:
        """The folder of what is kept, locked, and its time; None where it cannot be used."""
        links = self.kept and any(each.is_symlink() for each in (self.kept, self.kept.parent))
        if self.kept is not None and not links:
            workspace = Workspace("", str(self.kept))
            # Where another check is at work, this one does without, and nobody waits.
            with suppress(OSError, Timeout):
                stack.enter_context(workspace.locked(wait=False))
                return workspace, workspace.file_system_time()
        return None, 0


def _planned(context: Context, pool: Pool, old: Manifest) -> Iterator[tuple[str, PageGroup]]:
    """The addresses and problems of each agency's pages and of the portal's, by its id.

    Those whose cache key is that in `old` are not planned again.
    """
    names = ["", *context.directory.agencies]
    # Where nothing is kept, nobody would compare the keys.
    keys = _keys(context) if old.base else dict.fromkeys(names, "")
    known = {name: each for name, each in old.groups.items() if keys.get(name) == each.key}
    yield from known.items()
    tasks = [Task(name, keys[name], {}) for name in names if name not in known]
    for result in pool.render(Planning(context), tasks)():
        yield result.agency, result.group


def _keys(context: Context) -> Mapping[str, str]:
    directory = context.directory
    common = fingerprint(directory.portal, context.today, sorted(context.days.items()))
    return cache_keys(directory, context.kinds, common)


def _verdict(known: set[Problem], context: Context, groups: Mapping[str, PageGroup]) -> Verdict:
    live = [row.address for group in groups.values() for row in group.rows]
    pages = [each for each in live if addresses.is_page(each)]
    problems = {each for group in groups.values() for each in group.problems}
    # Of two pages with one address, only the plan of all of them can name the files.
    if len({*pages}) < len(pages):
        problems |= {*plan(context, sorted(known))[1]}
    else:
        problems |= {*site_problems(context, live, sorted(known))}
    told = settled({*known, *problems})
    return Verdict(told, context.language, len(context.directory.agencies), len({*pages}))
