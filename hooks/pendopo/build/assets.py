"""The files of a site beside its pages of data: what is there already is kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pendopo.build.manifest import Looked
from pendopo.build.output import Writer, Written, digest
from pendopo.build.pool import Crew
from pendopo.government.directory import Directory
from pendopo.site.planning import Drawing, assets, drawings
from pendopo.site.sitemap import sitemaps

Made = Iterator[tuple[str, Written]]
"""Files by their path in the published folder."""


@dataclass
class Assets:
    """Files below `root` of the data folder `data`; `there` has those that stand there as known."""

    data: Path
    root: str
    there: Mapping[str, Written]
    writer: Writer = field(init=False)

    def __post_init__(self) -> None:
        self.writer = Writer(self.root)

    def platform(self, paths: Iterable[str], made: str | None) -> Made:
        """What MkDocs has made in the folder `made`, None where it had nothing to do."""
        for path in paths:
            if made is None:
                yield path, self.there[path]
                continue
            mark = digest(Path(made, path).read_bytes())
            known = self.there.get(path)
            if known and known.digest == mark:
                yield path, known
            else:
                yield path, Written(mark, self.writer.move(f"{made}/{path}", path))

    def sitemaps(self, pages: Iterable[tuple[str, str]], site_url: str) -> Made:
        """The sitemaps of pages, given by address and day of update."""
        for address, text in sitemaps(sorted(pages), site_url):
            yield address, self._text(address, text)

    def of(self, directory: Directory, media: Mapping[str, Looked]) -> Made:
        """Stylesheets of agencies, emblems, and documents to download."""
        for asset in assets(directory):
            if asset.media:
                path = asset.media.path
                read = (self.data / path).read_bytes
                yield asset.address, self._file(asset.address, media[path].digest, read)
            else:
                yield asset.address, self._text(asset.address, asset.text)

    def drawings(self, directory: Directory, crew: Crew) -> Made:
        """Pictures and cards; what is there by its name is as it should be."""
        missing: list[Drawing] = []
        for each in drawings(directory):
            if self.there.keys() >= {*each.addresses}:
                yield from ((path, self.there[path]) for path in each.addresses)
            else:
                missing.append(each)
        for found in crew.each(partial(draw, self.data, self.root), missing):
            yield from found

    def _text(self, path: str, text: str) -> Written:
        return self._file(path, digest(text.encode()), text.encode)

    def _file(self, path: str, mark: str, read: Callable[[], bytes]) -> Written:
        known = self.there.get(path)
        if known and known.digest == mark:
            return known
        return Written(mark, self.writer.write(path, read()))


def draw(data: Path, root: str, drawing: Drawing) -> list[tuple[str, Written]]:
    """Makes pictures of the data folder and writes them below `root`."""
    writer = Writer(root)
    return [
        (path, Written(digest(made), writer.write(path, made))) for path, made in drawing.make(data)
    ]
