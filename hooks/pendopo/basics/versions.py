"""Fingerprints of the code, of the libraries' versions and of other files.

They depend only on contents and on names within the package, so that a build produces the same
bytes wherever the code is installed.
"""

import sys
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

LIBRARIES = (
    *("babel", "cmarkgfm", "jinja2", "markupsafe", "nh3", "pagefind", "pillow", "pydantic"),
    *("pyyaml", "zxing-cpp"),
)
PACKAGE = Path(__file__).parents[1]


@cache
def code() -> str:
    """Fingerprint of the package, its catalogues, and the versions of the libraries it uses.

    Python's version is excluded, since it alone does not change the published site.
    """
    files = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.po")]
    return contents(PACKAGE, files, *(f"{name} {version(name)}" for name in LIBRARIES))


@cache
def environment() -> str:
    """Fingerprint of the code and Python's version, on which files kept by a build depend."""
    return f"{code()} {sys.version_info.major}.{sys.version_info.minor}"


def contents(root: Path, files: Iterable[Path], *more: str) -> str:
    """Fingerprint of files below `root`, by relative name and content, and of the texts `more`."""
    found = blake2b(digest_size=16)
    for name, file in sorted((file.relative_to(root).as_posix(), file) for file in files):
        found.update(f"{name}\0{file.stat().st_size}\0".encode())
        found.update(file.read_bytes())
    for text in more:
        found.update(f"{text}\0".encode())
    return found.hexdigest()
