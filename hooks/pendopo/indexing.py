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
from html import escape
from pathlib import Path
from typing import Any

from . import addresses
from .labels import SEARCH
from .output import Writer, Written, digest
from .page import Context
from .search import BASE, Document, Part, parts

INDEX = f"{addresses.SEARCH}indeks/"
LIST = f"{INDEX}daftar.json"
"""What parts there are: the one file of the index whose name stays when its content changes."""
LANGUAGE = "id"
"""What agencies write in, and so the language of stems, whatever that of the labels."""
MOST_AT_ONCE = 2
"""Parts that are indexed at the same time: each takes some 0.2 GB."""
CONTENT = ('<div class="content md-typeset">', "</main>")
"""What stands around the content of a page."""
CHROME = (
    *("svg", "table", ".state", ".state-line", ".states", ".status", ".legend", ".chart", ".means"),
    *(".rule", ".label", ".number", ".meta", ".warning", ".on-paper", ".share", ".edit", ".files"),
    *(".columns", ".teasers", ".cards", ".links", ".filter", ".neighbours", ".related", ".others"),
    *(".md-button", ".more", ".higher", ".serves", "#berita", "#di-bawahnya", "#di-atasnya"),
    "#dokumen-lain",
)
"""What a page says of others, what leads elsewhere, and figures: nobody looks there for words."""
MADE = re.compile(r"(fragment|index)/.*|pagefind-entry\.json|.*\.pf_meta|[0-9a-f]{32}\.json")
PROGRAM = re.compile(r"pagefind(-worker)?\.js|wasm\.(?!unknown).*")
MARK = b"pagefind_dcd"
"""What the content of Pagefind's files begins with."""

Files = Mapping[str, Written]


@dataclass(frozen=True)
class Indexing:
    """Makes the index of the pages below `root`; `workshop` is a folder for what that needs."""

    context: Context
    root: str
    workshop: str

    def files(
        self, found: Iterable[Document], outputs: Files, lost: Collection[str]
    ) -> Iterator[tuple[str, Written]]:
        """Every file of the index by its path.

        Parts whose files stand in `outputs`, and of which nothing is `lost`, are kept. Raises
        `OSError` where Pagefind fails.
        """
        wanted = parts(self.context, [*found])
        files: dict[str, Files] = {**_by_part(outputs)}
        broken = _by_part(dict.fromkeys(lost)).keys()
        missing = [
            part
            for part in wanted
            if part.name in broken or _facets_path(part) not in files.get(part.name, {})
        ]
        files |= self._all(missing)
        for part in wanted:
            yield from files[part.name].items()
        text = self._list(wanted, files).encode()
        known = None if LIST in lost else outputs.get(LIST)
        if known is None or known.digest != digest(text):
            known = Written(digest(text), Writer(self.root).write(LIST, text))
        yield LIST, known

    def _all(self, missing: Sequence[Part]) -> dict[str, Files]:
        folder = Path(self.workshop, "search")
        shutil.rmtree(folder, ignore_errors=True)
        try:
            with ThreadPoolExecutor(MOST_AT_ONCE) as pool:
                made = [*pool.map(lambda part: self._made(part, folder / part.name), missing)]
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return {part.name: found for part, found in zip(missing, made, strict=True)}

    def _made(self, part: Part, folder: Path) -> Files:
        """The files of one part, made in `folder` and moved to where they are published."""
        writer = Writer(f"{folder}/pages")
        for each in part.documents:
            writer.write(addresses.path(each.address), self._text(each).encode())
        made = folder / "made"
        _run(folder, made)
        (made / f"{part.key}.json").write_text(_facets(part, made), "utf-8")
        publisher = Writer(self.root)
        files: dict[str, Written] = {}
        for file in sorted(path for path in made.rglob("*") if path.is_file()):
            name = file.relative_to(made).as_posix()
            if MADE.fullmatch(name) or (part.name == BASE and PROGRAM.fullmatch(name)):
                path = f"{INDEX}{part.name}/{name}"
                content = digest(file.read_bytes())
                files[path] = Written(content, publisher.move(str(file), path))
        return files

    def _text(self, document: Document) -> str:
        """What Pagefind is to read of a document."""
        who = document.who
        if document.text:
            content = f"<h1>{escape(document.text)}</h1><p>{escape(f'{who.type}, {who.above}')}</p>"
        else:
            page = Path(self.root, addresses.path(document.address)).read_text("utf-8")
            begin, end = CONTENT
            content = page.partition(begin)[2].partition(end)[0].replace("</dt>", "</dt> ")
        agency = who.above if document.text else ", ".join(filter(None, (who.name, who.above)))
        values = f'data-agency="{escape(agency)}" data-kind="{escape(document.kind)}"'
        meta = f'<i data-pagefind-meta="agency[data-agency],kind[data-kind]" {values}></i>'
        return f"<!doctype html><html><body>{meta}{content}</body></html>"

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
    options = ["--force-language", LANGUAGE, "--exclude-selectors", ", ".join(CHROME)]
    done = subprocess.run(  # noqa: S603  (no shell, and no word of the data)
        [*command, *options], cwd=folder, env={}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ChildProcessError(done.returncode, done.stderr.strip() or "?", "pagefind")


def _facets(part: Part, made: Path) -> str:
    """What results are filtered by: agencies, kinds of page, and for each document its own.

    A document is known by the name of its fragment, which is the `id` of a result; Pagefind's own
    filters come in another order each time.
    """
    agencies = sorted({each.who for each in part.documents})
    kinds = sorted({each.kind for each in part.documents})
    known = {f"/{each.address}": each for each in part.documents}
    pages: dict[str, list[int]] = {}
    for file in sorted((made / "fragment").iterdir()):
        found = known[_unpacked(file)["url"]]
        years = [int(year) for year in found.years.split("-") if year]
        pages[file.stem] = [agencies.index(found.who), kinds.index(found.kind), *years]
    rows = [(each.id, each.name, each.type) for each in agencies]
    facets = {"agencies": rows, "kinds": kinds, "pages": pages}
    return json.dumps(facets, ensure_ascii=False, separators=(",", ":"))


def _unpacked(file: Path) -> Any:
    return json.loads(gzip.decompress(file.read_bytes()).removeprefix(MARK))


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
