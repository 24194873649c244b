"""Small sites to publish, and what must be true of a publication at every moment."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from posixpath import normpath

from pendopo.commands import main

Files = Mapping[str, bytes]
"""Files by path."""
LINK = re.compile(rb'(?:src|href)="([^"]+)"')


def page(*needs: str) -> bytes:
    """A page that needs other files, given by addresses relative to it."""
    return b"<!doctype html>" + b"".join(b'<img src="%s">' % each.encode() for each in needs)


def site(word: str, offices: int = 6) -> dict[str, bytes]:
    """A site whose files all hold `word`, some in their names too, as pictures have digests."""
    mark = word.encode()
    found = {
        "build.json": b'{"digest": "%s"}\n' % mark,
        "sitemap.xml": b"<urlset>%s</urlset>" % mark,
        "assets/tetap.css": b"a{}",
        f"assets/{word}.css": b"a{}" + mark,
        "cari/indeks/dasar/pagefind.js": b"//" + mark,
        f"cari/indeks/dasar/fragment/id_{word}.pf_fragment": mark,
        "index.html": page(f"assets/{word}.css", "assets/tetap.css") + mark,
        "404.html": page("assets/tetap.css"),
        ".well-known/security.txt": mark,
    }
    for number in range(offices):
        office = f"dinas-{number}"
        picture = f"media/foto-{word}-400.webp"
        found[f"{office}/{picture}"] = mark * 100
        found[f"{office}/index.html"] = page(picture, f"../assets/{word}.css") + mark
        found[f"{office}/berita/{word}/index.html"] = page(f"../../{picture}")
        found[f"{office}/berita/atom.xml"] = b"<feed>%s</feed>" % mark
    return found


def laid(folder: Path, files: Files) -> Path:
    """A folder with the files and no others."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


def held(folder: Path) -> dict[str, bytes]:
    """The files of a folder that are for readers."""
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    return public(found)


def public(files: Files) -> dict[str, bytes]:
    """Files without the records of Pendopo."""
    return {path: each for path, each in files.items() if not path.startswith(".pendopo/")}


def missing(files: Files) -> set[str]:
    """Files that a page needs and that are not there."""
    needed = {
        normpath(PurePosixPath(path).parent / link.decode())
        for path, content in files.items()
        if path.endswith(".html")
        for link in LINK.findall(content)
    }
    return needed - files.keys()


def publishing(address: str) -> Callable[..., int]:
    """Runs the command for an address: with the folder of a site, and options."""

    def run(folder: Path, *options: str) -> int:
        return main(["publish", address, "--site", str(folder), *options])

    return run
