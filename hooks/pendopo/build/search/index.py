"""The search index: made by Pagefind, in a process of its own for each part that has changed."""

import gzip
import json
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

from pendopo.basics import addresses
from pendopo.build.output import Writer, Written, digest
from pendopo.build.search import text as search_text
from pendopo.build.search.shards import BASE, Document, Part, parts
from pendopo.labels import SEARCH
from pendopo.site.page import Context

INDEX = f"{addresses.SEARCH}indeks/"
LIST = f"{INDEX}daftar.json"
"""What parts there are: the one file of the index whose name stays when its content changes."""
LANGUAGE = "id"
"""What agencies write in, and so the language of stems, whatever that of the labels."""
MOST_AT_ONCE = 2
"""Parts that are indexed at the same time: each takes some 0.2 GB."""
MADE = re.compile(r"(fragment|index)/.*|pagefind-entry\.json|.*\.pf_meta|[0-9a-f]{32}\.json")
PROGRAM = re.compile(r"pagefind(-worker)?\.js|wasm\.(?!unknown).*")
NAMED = re.compile(rb"id_[0-9a-f]+")
"""The name of a fragment, what is shown of a page that was found: a hash of what stands in it.
Where a file of that name is there already, Pagefind spares itself to make it."""
MARK = b"pagefind_dcd"
"""What the content of Pagefind's files begins with."""

Files = Mapping[str, Written]


class HaltedError(Exception):
    """An index is not wanted any more."""


@dataclass(frozen=True)
class Indexing:
    """Makes the index of the pages below `root`; `workshop` is a folder for what that needs."""

    context: Context
    root: str
    workshop: str
    halted: Event

    def files(
        self, found: Iterable[Document], outputs: Files, lost: Collection[str]
    ) -> Iterator[tuple[str, Written]]:
        """Every file of the index by its path.

        Parts whose files stand in `outputs`, and of which nothing is `lost`, are kept. Raises
        `OSError` where Pagefind fails, `HaltedError` soon after `halted` is set.
        """
        wanted = parts(self.context, [*found])
        files: dict[str, Files] = {**_by_part(outputs)}
        broken = _by_part(dict.fromkeys(lost)).keys()
        missing = [
            part
            for part in wanted
            if part.name in broken or _facets_path(part) not in files.get(part.name, {})
        ]
        sound = {name: each for name, each in files.items() if name not in broken}
        files |= self._all(missing, sound)
        for part in wanted:
            yield from files[part.name].items()
        text = self._list(wanted, files).encode()
        known = None if LIST in lost else outputs.get(LIST)
        if known is None or known.digest != digest(text):
            known = Written(digest(text), Writer(self.root).write(LIST, text))
        yield LIST, known

    def _all(self, missing: Sequence[Part], known: Mapping[str, Files]) -> dict[str, Files]:
        folder = Path(self.workshop, "search")
        shutil.rmtree(folder, ignore_errors=True)
        try:
            with ThreadPoolExecutor(MOST_AT_ONCE) as pool:
                made = [
                    *pool.map(
                        lambda part: self._made(part, folder / part.name, known.get(part.name, {})),
                        missing,
                    )
                ]
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return {part.name: found for part, found in zip(missing, made, strict=True)}

    def _made(self, part: Part, folder: Path, known: Files) -> Files:
        """The files of one part, made in `folder` and moved to where they are published.

        Fragments among the `known` that it still needs stay as they are.
        """
        writer = Writer(f"{folder}/pages")
        for each in part.documents:
            if self.halted.is_set():
                raise HaltedError
            writer.write(addresses.path(each.address), search_text.of(each, self.root).encode())
        made = folder / "made"
        at = f"{INDEX}{part.name}/"
        linker = Writer(str(made))
        for path in known:
            if (name := path.removeprefix(at)).startswith("fragment/"):
                linker.link(f"{self.root}/{path}", name)
        _run(folder, made)
        urls = _urls(made)
        if known and {*urls.values()} != {f"/{each.address}" for each in part.documents}:
            shutil.rmtree(folder)  # two texts of one name, which is a hash of 28 bits
            return self._made(part, folder, {})
        (made / f"{part.key}.json").write_text(_facets(part, urls), "utf-8")
        publisher = Writer(self.root)
        files: dict[str, Written] = {}
        for name in sorted(file.relative_to(made).as_posix() for file in made.rglob("*.*")):
            path = f"{at}{name}"
            if name.startswith("fragment/") and path in known:
                files[path] = known[path]
            elif MADE.fullmatch(name) or (part.name == BASE and PROGRAM.fullmatch(name)):
                content = digest((made / name).read_bytes())
                files[path] = Written(content, publisher.move(str(made / name), path))
        return files

    def _list(self, wanted: Sequence[Part], files: Mapping[str, Files]) -> str:
        """The parts with what they cover and about how many bytes a first search in each loads."""
        rows = [
            {
                "name": part.name,
                "key": part.key,
                "covers": part.covers,
                "size": _size(files[part.name]),
            }
            for part in wanted
        ]
        labels = {name: self.context.translate(label) for name, label in SEARCH.items()}
        return json.dumps({"labels": labels, "parts": rows}, ensure_ascii=False)


def _run(folder: Path, made: Path) -> None:
    """Lets Pagefind index the folder `pages`; nothing of the environment has a say in it."""
    from pagefind_bin import get_executable  # noqa: PLC0415  (most builds do without)

    command = [get_executable(), "--site", "pages", "--output-path", made, "--silent"]
    done = subprocess.run(  # noqa: S603  (no shell, and no word of the data)
        [*command, "--force-language", LANGUAGE],
        cwd=folder,
        env={},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ChildProcessError(done.returncode, done.stderr.strip() or "?", "pagefind")


def _facets(part: Part, urls: Mapping[str, str]) -> str:
    """What results are filtered by: agencies, kinds of page, and for each document its own.

    `urls` has the path of each document by the name of its fragment, which is the `id` of a result.
    Pagefind's own filters come in another order each time.
    """
    agencies = sorted({each.who for each in part.documents})
    kinds = sorted({each.kind for each in part.documents})
    known = {f"/{each.address}": each for each in part.documents}
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
    (meta,) = made.glob("*.pf_meta")
    named = {name.decode() for name in NAMED.findall(gzip.decompress(meta.read_bytes()))}
    urls: dict[str, str] = {}
    for file in made.glob("fragment/*"):
        if file.stem in named:
            text = gzip.decompress(file.read_bytes()).removeprefix(MARK)
            urls[file.stem] = json.loads(text)["url"]
        else:
            file.unlink()
    return urls


def _size(files: Files) -> int:
    """Bytes of what is always loaded of a part, and of two pieces of its index on the average."""
    pieces = [each.stamp[1] for path, each in files.items() if path.endswith(".pf_index")]
    always = [each.stamp[1] for path, each in files.items() if path.endswith(".pf_meta")]
    return sum(always) + 2 * sum(pieces) // max(1, len(pieces))


def _facets_path(part: Part) -> str:
    return f"{INDEX}{part.name}/{part.key}.json"


def _by_part(outputs: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The files of the index by the name of their part."""
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for path, each in outputs.items():
        if path.startswith(INDEX):
            found[path.removeprefix(INDEX).partition("/")[0]][path] = each
    return found
