"""What tells this code from any other."""

import sys
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

LIBRARIES = (
    *("babel", "cmarkgfm", "jinja2", "markupsafe", "nh3", "pagefind", "pillow", "pydantic"),
    *("pyyaml", "segno"),
)
PACKAGE = Path(__file__).parent


@cache
def code() -> str:
    """The digest of the package and its catalogues, with the versions of what makes pages."""
    files = sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.po")])
    versions = [f"{name} {version(name)}" for name in LIBRARIES]
    return contents(files, sys.version, *versions)


def contents(files: list[Path], *more: str) -> str:
    """The digest of the names and contents of files, and of further texts."""
    found = blake2b(digest_size=16)
    for file in files:
        found.update(f"{file}\0{file.stat().st_size}\0".encode())
        found.update(file.read_bytes())
    for text in more:
        found.update(f"{text}\0".encode())
    return found.hexdigest()
