"""Stage 5: publishes all files of the site in one step."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from threading import Event
from typing import NamedTuple

from pendopo.basics import addresses
from pendopo.basics.addresses import INDEX
from pendopo.basics.versions import environment
from pendopo.build import output
from pendopo.build.account import account
from pendopo.build.assets import AssetWriter
from pendopo.build.compare import Compared
from pendopo.build.exchange import exchange
from pendopo.build.hidden import top
from pendopo.build.manifest import Manifest, Platform
from pendopo.build.manifest_file import read_manifest, write_manifest
from pendopo.build.output import Outputs, WrittenFile
from pendopo.build.render import Rendered, unchanged
from pendopo.build.search.index import Indexer
from pendopo.build.search.pagefind import HaltedError
from pendopo.build.search.shards import documents
from pendopo.build.setup import Timings
from pendopo.build.share import share_files
from pendopo.build.sizes import total
from pendopo.problems.problem import faults


class Outcome(NamedTuple):
    """The result of a build: numbers of pages, seconds that each stage took, bytes of the site."""

    built: int
    kept: int
    removed: int
    stages: Mapping[str, float]
    size: int = 0


@dataclass(frozen=True)
class Published:
    """A published site, with the manifest that describes it."""

    rendered: Rendered
    manifest: Manifest
    outcome: Outcome


def publish(rendered: Rendered, platform: Platform, made: str | None) -> Published:
    """Publishes all files in one step.

    `made` is the folder that MkDocs has written to, or None if it had nothing to do. Raises
    `OSError` where a file cannot be written or Pagefind fails.
    """
    rendering = rendered.rendering
    compared = rendering.compared
    setup, old = compared.read.setup, compared.manifest
    timings, workspace = setup.timings, setup.workspace
    if made is None and not compared.foreign and unchanged(compared, rendering.common):
        return Published(rendered, old, _outcome(old.outputs, old.outputs, timings))
    share = setup.division.share
    wanted = share_files(rendered, share) if share else _wanted(rendered, platform, made)
    with timings.of("write"):
        changed = wanted != old.outputs or compared.missing or compared.foreign or compared.joined
        mirrored = _exchange(compared, wanted) if changed else None
        reading = compared.read.reading
        manifest = Manifest(
            base=environment(),
            folder=str(setup.folder),
            files=reading.files,
            media=reading.media,
            common=rendering.common,
            groups=rendered.groups,
            platform=platform,
            outputs=wanted,
        )
        # Written after the exchange: a build killed in between leaves a manifest that does not fit
        # the files, which the next build detects (`compare`).
        if manifest != old:
            write_manifest(manifest, workspace.manifest)
        if mirrored:
            mirrored()
    return Published(rendered, manifest, _outcome(wanted, old.outputs, timings))


def _wanted(rendered: Rendered, platform: Platform, made: str | None) -> dict[str, WrittenFile]:
    """Every file of the site; what has changed is written into the next folder."""
    compared = rendered.rendering.compared
    setup, old = compared.read.setup, compared.manifest
    with setup.timings.of("write"):
        wanted = _files(rendered, platform, made)
    with setup.timings.of("index"):
        # A server shows an edit at once: `renew_index` updates the index when editing pauses.
        if setup.workspace.in_place:
            wanted |= {path: each for path, each in old.outputs.items() if path.startswith(INDEX)}
            # Pages of faulty files stay as they last were, so that somebody can go on reading them.
            if faults([*compared.read.problems, *rendered.problems]):
                wanted = {**compared.kept, **wanted}
        else:
            wanted |= _index(rendered, platform, wanted, old.outputs, compared.missing, Event())
    return wanted


def renew_index(published: Published, halted: Event) -> None:
    """Updates the search index of a served site, unless the site was built again meanwhile.

    Gives up soon after `halted` is set, leaving the index as it was. Raises `OSError` where
    Pagefind fails.
    """
    rendered = published.rendered
    setup = rendered.rendering.compared.read.setup
    workspace = setup.workspace
    with workspace.locked(), suppress(HaltedError):
        types = setup.pool.kinds.types
        manifest = read_manifest(workspace.manifest, environment(), str(setup.folder), types)
        if manifest != published.manifest:
            return
        old = manifest.outputs
        pages = {path: each for path, each in old.items() if not path.startswith(INDEX)}
        wanted = pages | _index(rendered, manifest.platform, pages, old, frozenset(), halted)
        if wanted != old:
            output.remove(workspace.next, [path for path in old if path not in wanted])
            write_manifest(replace(manifest, outputs=wanted), workspace.manifest)


def _files(rendered: Rendered, platform: Platform, made: str | None) -> dict[str, WrittenFile]:
    """Every file of the site except the search index; unchanged files are not written again."""
    rendering = rendered.rendering
    compared = rendering.compared
    setup = compared.read.setup
    wanted: dict[str, WrittenFile] = {}
    for row in rendered.rows:
        path = addresses.path(row.address)
        wanted[path] = rendered.written.get(path) or compared.manifest.outputs[path]
    files = AssetWriter(setup.data, setup.workspace.next, compared.kept)
    by_hand = [(row.address, row.updated) for row in platform.pages]
    directory = rendering.context.directory
    wanted |= files.platform(platform.files, made)
    wanted |= files.sitemaps([*rendered.pages, *by_hand], rendering.publication.site_url)
    wanted |= files.assets(directory, compared.read.reading.media)
    wanted |= files.drawings(directory, setup.pool)
    told = account(wanted, len(directory.agencies), setup)
    return {**wanted, addresses.BUILD: files.text(addresses.BUILD, told)}


def _index(  # noqa: PLR0913, PLR0917
    rendered: Rendered,
    platform: Platform,
    pages: Outputs,
    old: Outputs,
    missing: frozenset[str],
    halted: Event,
) -> dict[str, WrittenFile]:
    """The files of the search index of all `pages`; unchanged shards among `old` are kept."""
    context = rendered.rendering.context
    workspace = rendered.rendering.compared.read.setup.workspace
    found = documents(context, [*rendered.rows, *platform.pages], pages)
    indexer = Indexer(context, workspace.next, workspace.folder, halted)
    return dict(indexer.files(found, old, missing))


def _exchange(compared: Compared, wanted: Outputs) -> Callable[[], object] | None:
    """Completes the new folder and exchanges it with the published one.

    After a first build, returns a function that waits for the mirror that the next one starts from.
    """
    setup, present = compared.read.setup, compared.present
    workspace = setup.workspace
    output.remove(workspace.next, [path for path in present if path not in wanted])
    if not workspace.in_place:
        ours = {top(path) for path in present}
        exchange(workspace.next, workspace.published, ours)
        # After the first exchange there is no next folder. Linking it beside the writing of the
        # manifest costs little here and spares the next build, which should be quick.
        if not present:
            return setup.pool.aside(output.mirror, workspace.published, workspace.next)
    return None


def _outcome(wanted: Outputs, old: Outputs, timings: Timings) -> Outcome:
    pages = {path for path in wanted if path.endswith(".html")}
    built = sum(wanted[path] != old.get(path) for path in pages)
    gone = {path for path in old if path.endswith(".html")} - pages
    return Outcome(built, len(pages) - built, len(gone), timings.seconds, total(wanted))
