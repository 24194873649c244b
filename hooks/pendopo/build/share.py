"""Writes a share: the pages and pictures of its agencies, and their part of the search index."""

from collections.abc import Iterator, Mapping
from threading import Event

from pendopo.basics import addresses
from pendopo.build import parts
from pendopo.build.assets import AssetWriter
from pendopo.build.division import Part, Share
from pendopo.build.manifest import Manifest
from pendopo.build.output import Outputs, WrittenFile
from pendopo.build.render import Rendered
from pendopo.build.search.index import Indexer
from pendopo.build.search.shards import (
    BASE,
    NAMES,
    IndexedPage,
    Shard,
    Who,
    documents,
    shards,
    weight,
)


def share_files(rendered: Rendered, share: Share) -> dict[str, WrittenFile]:
    """Every file of a share by its path; those of an earlier build are not written again.

    Raises `OSError` where a file cannot be written or Pagefind fails.
    """
    compared = rendered.rendering.compared
    setup, directory = compared.read.setup, rendered.rendering.context.directory
    wanted: dict[str, WrittenFile] = {}
    with setup.timings.of("write"):
        for row in rendered.rows:
            path = addresses.path(row.address)
            wanted[path] = rendered.written.get(path) or compared.manifest.outputs[path]
        files = AssetWriter(setup.data, setup.workspace.next, compared.kept)
        wanted |= files.drawings(directory, setup.pool, rendered.groups)
    with setup.timings.of("index"):
        old, missing = compared.manifest.outputs, compared.missing
        context, workspace = rendered.rendering.context, setup.workspace
        indexer = Indexer(context, workspace.next, workspace.folder, Event())
        for made in indexer.parts(_shards(rendered, wanted), old, missing).values():
            wanted |= made
    with setup.timings.of("write"):
        part = _part(rendered, share, wanted)
        return {**wanted, parts.FILE: files.text(parts.FILE, parts.text(part))}


def _shards(rendered: Rendered, written: Outputs) -> list[Shard]:
    """The shards of the whole index whose pages all lie in this share."""
    context = rendered.rendering.context
    own = [*documents(context, rendered.rows, written)]
    # Where other shares have a shard too, their number of pages is estimated. If the estimate is
    # wrong, a shard is made for nothing, or is left to the joining: the key of each tells which.
    found = shards(context, [*own, *_others(rendered, own)])
    return [
        each
        for each in found
        if each.name not in {BASE, NAMES}
        and all(document.who.id in rendered.groups for document in each.documents)
    ]


def _others(rendered: Rendered, own: list[IndexedPage]) -> Iterator[IndexedPage]:
    """Documents in place of those that the other shares have."""
    context, groups = rendered.rendering.context, rendered.groups
    agencies = context.directory.agencies
    expected = {name: context.kinds.weight(each) for name, each in agencies.items()}
    of_own = sum(pages for name, pages in expected.items() if name in groups)
    ratio = weight(own) / of_own if of_own else 1
    for name, pages in expected.items():
        if name not in groups:
            for number in range(max(1, round(pages * ratio))):
                yield IndexedPage(f"{addresses.profile(name)}{number}/", Who(name), "")


def _part(rendered: Rendered, share: Share, files: Mapping[str, WrittenFile]) -> Part:
    rendering = rendered.rendering
    read = rendering.compared.read
    agencies = rendered.groups
    # Also what was read of its agencies, so that the joining reads only the others' records.
    known = {
        path: each
        for path, each in read.reading.files.items()
        if each.entry and each.entry.agency in agencies
    }
    own = {
        each.path
        for name in agencies
        for each in rendering.context.directory.agencies[name].media.values()
    }
    media = {path: each for path, each in read.reading.media.items() if path in own}
    manifest = Manifest(files=known, media=media, groups=agencies, outputs=files)
    found = parts.origin(read.setup, read.reading, rendering.surroundings)
    return Part("", share, found, manifest)
