"""Writes the files of a site other than its pages; those already published are kept."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pendopo.basics.digests import digest
from pendopo.build.manifest import ReadMedia
from pendopo.build.output import Writer, WrittenFile
from pendopo.build.pool import Pool
from pendopo.government.directory import Directory
from pendopo.reading.examined import examined
from pendopo.site.assets import Drawing, assets, drawings
from pendopo.site.sitemap import sitemaps

Files = Iterator[tuple[str, WrittenFile]]
"""Files, each with its path in the published folder."""


@dataclass
class AssetWriter:
    """Writes assets from the data folder `data` below `root`.

    `kept` are published files by path, which are not written again if their content is the same.
    """

    data: Path
    root: str
    kept: Mapping[str, WrittenFile]
    writer: Writer = field(init=False)

    def __post_init__(self) -> None:
        self.writer = Writer(self.root)

    def platform(self, paths: Iterable[str], made: str | None) -> Files:
        """The files of MkDocs at `paths` in the folder `made`, None if it had nothing to do."""
        for path in paths:
            if made is None:
                yield path, self.kept[path]
                continue
            mark = digest(Path(made, path).read_bytes())
            known = self.kept.get(path)
            if known and known.digest == mark:
                yield path, known
            else:
                yield path, WrittenFile(mark, self.writer.move(f"{made}/{path}", path))

    def sitemaps(self, pages: Iterable[tuple[str, str]], site_url: str) -> Files:
        """The sitemaps of pages, given by address and day of update."""
        for address, text in sitemaps(sorted(pages), site_url):
            yield address, self.text(address, text)

    def assets(self, directory: Directory, media: Mapping[str, ReadMedia]) -> Files:
        """Stylesheets of agencies, and documents to download.

        Raises `ChangedError` if a document is not the one that was examined.
        """
        for asset in assets(directory):
            if asset.media:
                read = partial(examined, self.data, asset.media)
                mark = media[asset.media.path].digest
                yield asset.address, self._file(asset.address, mark, read)
            else:
                yield asset.address, self.text(asset.address, asset.text)

    def text(self, path: str, text: str) -> WrittenFile:
        """A file of the given text."""
        return self._file(path, digest(text.encode()), text.encode)

    def drawings(
        self, directory: Directory, pool: Pool, agencies: Collection[str] | None = None
    ) -> Files:
        """Pictures and cards, of some agencies or of all, drawn if they are not published yet."""
        # Their names have a digest of the source and of the code, so a file of that name is up to
        # date and need not be read.
        missing: list[Drawing] = []
        for each in drawings(directory, agencies):
            if self.kept.keys() >= {*each.addresses}:
                yield from ((path, self.kept[path]) for path in each.addresses)
            else:
                missing.append(each)
        for found in pool.each(partial(draw, self.data, self.root), missing):
            yield from found

    def _file(self, path: str, mark: str, read: Callable[[], bytes]) -> WrittenFile:
        known = self.kept.get(path)
        if known and known.digest == mark:
            return known
        return WrittenFile(mark, self.writer.write(path, read()))


def draw(data: Path, root: str, drawing: Drawing) -> list[tuple[str, WrittenFile]]:
    """Draws pictures and writes them below `root`. Raises `ChangedError` if a source changed."""
    writer = Writer(root)
    return [
        (path, WrittenFile(digest(made), writer.write(path, made)))
        for path, made in drawing.make(data)
    ]
