"""The search index. Each shard that has changed is indexed by a process of Pagefind."""

import gzip
import json
import re
import shutil
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

from pendopo.basics.addresses import INDEX
from pendopo.basics.digests import digest
from pendopo.build.output import Writer, WrittenFile
from pendopo.build.search import pagefind
from pendopo.build.search.labels import SEARCH
from pendopo.build.search.shards import BASE, IndexedPage, Shard, shards
from pendopo.build.search.text import indexed_text
from pendopo.site.context import Context

LIST = f"{INDEX}daftar.json"
"""The list of shards: the only file of the index whose name does not depend on its content."""
MOST_AT_ONCE = 2
"""Shards indexed at the same time; each takes about 0.2 GB of memory."""
# Published of Pagefind's files: the index, and once its program. Not its user interfaces, nor the
# WebAssembly for languages without stemming.
MADE = re.compile(
    r"(fragment|index)/[^/]+\.pf_\1|pagefind-entry\.json|[^/]+\.pf_meta|[0-9a-f]{32}\.json"
)
PROGRAM = re.compile(r"pagefind(-worker)?\.js|wasm\.(?!unknown).*")
NAMED = re.compile(rb"id_[0-9a-f]+")
"""The name of a fragment, the file with what a search result shows: a hash of its content. Pagefind
does not write a fragment whose file already exists."""
MARK = b"pagefind_dcd"
"""The bytes that the decompressed files of Pagefind begin with."""

Files = Mapping[str, WrittenFile]


@dataclass(frozen=True)
class Indexer:
    """Builds the index of the pages below `root`; `temporary` is a folder for temporary files."""

    context: Context
    root: str
    temporary: str
    halted: Event

    def files(
        self, found: Iterable[IndexedPage], outputs: Files, missing: Collection[str]
    ) -> Iterator[tuple[str, WrittenFile]]:
        """Every file of the index with its path.

        A shard is kept if `outputs` has its files and none of them is `missing`. Raises `OSError`
        if Pagefind fails, and `HaltedError` soon after `halted` is set.
        """
        wanted = shards(self.context, [*found])
        files = self.parts(wanted, outputs, missing)
        for shard in wanted:
            yield from files[shard.name].items()
        text = self._list(wanted, files).encode()
        known = None if LIST in missing else outputs.get(LIST)
        if known is None or known.digest != digest(text):
            known = WrittenFile(digest(text), Writer(self.root).write(LIST, text))
        yield LIST, known

    def parts(
        self, wanted: Sequence[Shard], outputs: Files, missing: Collection[str]
    ) -> Mapping[str, Files]:
        """The files of each of the shards by its name; see `files`."""
        files: dict[str, Files] = {**_by_part(outputs)}
        broken = _by_part(dict.fromkeys(missing)).keys()
        # The key of a shard is the name of one of its files, so the outputs alone show whether it
        # is up to date; nothing else has to be stored.
        changed = [
            shard
            for shard in wanted
            if shard.name in broken or _facets_path(shard) not in files.get(shard.name, {})
        ]
        sound = {name: each for name, each in files.items() if name not in broken}
        files |= self._all(changed, sound)
        return {shard.name: files[shard.name] for shard in wanted}

    def _all(self, changed: Sequence[Shard], known: Mapping[str, Files]) -> dict[str, Files]:
        folder = Path(self.temporary, "search")
        shutil.rmtree(folder, ignore_errors=True)
        try:
            with ThreadPoolExecutor(MOST_AT_ONCE) as pool:
                # Threads are enough: each only waits for a process of Pagefind.
                made = [
                    *pool.map(
                        lambda shard: self._made(
                            shard, folder / shard.name, known.get(shard.name, {})
                        ),
                        changed,
                    )
                ]
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return {shard.name: found for shard, found in zip(changed, made, strict=True)}

    def _made(self, shard: Shard, folder: Path, known: Files) -> Files:
        """The files of one shard, built in `folder` and then moved below the root.

        Fragments among `known` that are still needed stay as they are.
        """
        if self.halted.is_set():
            raise pagefind.HaltedError
        at = f"{INDEX}{shard.name}/"
        # Pagefind skips fragments that exist, and compressing them is a good part of its work. Hard
        # links put the old ones before it without copying; it only ever creates files, so the
        # published ones behind the links are safe.
        linker = Writer(str(folder))
        for path in known:
            if (name := path.removeprefix(at)).startswith("fragment/"):
                linker.link(f"{self.root}/{path}", name)
        # Pagefind gets stripped pages and not the published ones: it spends half of its time on
        # tables, drawings and attributes, which add nothing to the index.
        pages = {f"/{each.address}": each for each in shard.documents}
        texts = ((url, indexed_text(each, self.root)) for url, each in pages.items())
        pagefind.index(texts, folder, self.halted)
        urls = _urls(folder)
        if known and {*urls.values()} != pages.keys():
            # The hash in a name has 28 bits, so an old fragment may have the name of a new one with
            # another text, and Pagefind has kept the old. Without old fragments that cannot be.
            shutil.rmtree(folder)
            return self._made(shard, folder, {})
        (folder / f"{shard.key}.json").write_bytes(_facets(shard, urls).encode())
        publisher = Writer(self.root)
        files: dict[str, WrittenFile] = {}
        for name in sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.*")):
            path = f"{at}{name}"
            if name.startswith("fragment/") and path in known:
                files[path] = known[path]
            elif MADE.fullmatch(name) or (shard.name == BASE and PROGRAM.fullmatch(name)):
                content = digest((folder / name).read_bytes())
                files[path] = WrittenFile(content, publisher.move(str(folder / name), path))
        return files

    def _list(self, wanted: Sequence[Shard], files: Mapping[str, Files]) -> str:
        """JSON of labels and shards: what each covers, and about how many bytes a search loads."""
        rows = [
            {
                "name": shard.name,
                "key": shard.key,
                "covers": shard.covers,
                "size": _size(files[shard.name]),
            }
            for shard in wanted
        ]
        labels = {name: self.context.translate(label) for name, label in SEARCH.items()}
        return json.dumps({"labels": labels, "parts": rows}, ensure_ascii=False)


def _facets(shard: Shard, urls: Mapping[str, str]) -> str:
    """JSON of the filters: all agencies and kinds of page; for each document its own and its years.

    `urls` maps the name of a fragment, the `id` of a search result, to the document's path.
    """
    # Pagefind's own filters come in another order each time, so builds would not be equal.
    agencies = sorted({each.who for each in shard.documents})
    kinds = sorted({each.kind for each in shard.documents})
    known = {f"/{each.address}": each for each in shard.documents}
    pages: dict[str, list[int]] = {}
    for name, url in sorted(urls.items()):
        found = known[url]
        years = [int(year) for year in found.years.split("-") if year]
        pages[name] = [agencies.index(found.who), kinds.index(found.kind), *years]
    rows = [(each.id, each.name, each.type) for each in agencies]
    facets = {"agencies": rows, "kinds": kinds, "pages": pages}
    return json.dumps(facets, ensure_ascii=False, separators=(",", ":"))


def _urls(made: Path) -> dict[str, str]:
    """The path of each page of an index by the name of its fragment; removes other fragments."""
    # Pagefind leaves linked fragments of pages that are gone. Only the index itself names those
    # that are in use.
    (meta,) = made.glob("*.pf_meta")
    named = {name.decode() for name in NAMED.findall(_unpacked(meta))}
    for file in made.glob("index/*"):
        _unpacked(file)
    urls: dict[str, str] = {}
    for file in made.glob("fragment/*"):
        if file.stem in named:
            urls[file.stem] = json.loads(_unpacked(file))["url"]
        else:
            file.unlink()
    return urls


def _unpacked(file: Path) -> bytes:
    """The content of a file of an index. Raises `ChildProcessError` if it is incomplete."""
    # Pagefind does not tell that a file could not be written whole, as on a full disk.
    with suppress(EOFError, zlib.error, gzip.BadGzipFile):
        content = gzip.decompress(file.read_bytes())
        if content.startswith(MARK):
            return content.removeprefix(MARK)
    raise ChildProcessError(1, f"{file.name} is incomplete", "pagefind")


def _size(files: Files) -> int:
    """Bytes that a search loads of a shard: its metadata and two index pieces of average size."""
    pieces = [each.stamp[1] for path, each in files.items() if path.endswith(".pf_index")]
    always = [each.stamp[1] for path, each in files.items() if path.endswith(".pf_meta")]
    return sum(always) + 2 * sum(pieces) // max(1, len(pieces))


def _facets_path(shard: Shard) -> str:
    return f"{INDEX}{shard.name}/{shard.key}.json"


def _by_part(outputs: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The files of the index, grouped by the name of their shard; others in its folder are none."""
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for path, each in outputs.items():
        shard, _, name = path.removeprefix(INDEX).partition("/")
        if path.startswith(INDEX) and (MADE.fullmatch(name) or PROGRAM.fullmatch(name)):
            found[shard][path] = each
    return found
