"""The pin of this version of Pendopo in a repository of content, by address or as a wheel."""

import json
import subprocess
import sys
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import urlsplit
from urllib.request import url2pathname

from pendopo.basics.versions import PACKAGE

INSTALLED = PACKAGE / "requirements.txt"
REQUIREMENTS = INSTALLED if INSTALLED.is_file() else PACKAGE.parents[1] / "requirements/base.txt"
"""Every package that a build needs, with its hashes."""
SOURCE = PACKAGE.parents[1]
"""The repository of Pendopo, if this is no installed package."""
HEADER = """\
# Pendopo dan semua yang diperlukannya; diganti oleh `pendopo upgrade`. Paket lain ditulis pada
# akhir berkas ini, di bawah baris "# Tambahan".
"""
WHEELS = "wheels"
"""Folder of the wheel in a repository of content."""


class NoWheelError(Exception):
    """Pendopo was installed from something other than a wheel, which cannot be pinned by a hash."""


class Pin(NamedTuple):
    """A line for requirements.txt, and the wheel to lay beside it, if it names one."""

    line: str
    wheel: str = ""
    content: bytes = b""


def pinned() -> Pin:
    """The pin of the installed version. Raises `NoWheelError` where it came from no wheel."""
    # Where a package came from stands in this file if not from a registry (PEP 610).
    origin = json.loads(distribution("pendopo").read_text("direct_url.json") or "{}")
    url = urlsplit(origin.get("url", ""))
    if url.scheme == "https" and (digest := _hash(origin)):
        return Pin(f"pendopo @ {url.geturl()} --hash=sha256:{digest}")
    if url.scheme == "file" and url.path.endswith(".whl"):
        return of_wheel(Path(url2pathname(url.path)))
    return _built()


def of_wheel(wheel: Path) -> Pin:
    """The pin of a wheel in a file. Raises `NoWheelError` where it cannot be read."""
    try:
        content = wheel.read_bytes()
    except OSError as error:
        raise NoWheelError from error
    line = f"./{WHEELS}/{wheel.name} --hash=sha256:{sha256(content).hexdigest()}"
    return Pin(line, f"{WHEELS}/{wheel.name}", content)


def requirements(pin: Pin) -> str:
    """requirements.txt of a repository of content: Pendopo, and all that it needs."""
    lines = REQUIREMENTS.read_text("utf-8").splitlines(keepends=True)
    packages = "".join(line for line in lines if not line.startswith("#"))
    return f"{HEADER}{pin.line}\n{packages}"


def _hash(origin: dict[str, dict[str, dict[str, str]]]) -> str:
    return origin.get("archive_info", {}).get("hashes", {}).get("sha256", "")


def _built() -> Pin:
    """The pin of a wheel made of the source tree that this package lies in."""
    if not (SOURCE / "pyproject.toml").is_file():
        raise NoWheelError
    with TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
        done = subprocess.run(  # noqa: S603  (no shell, and no word of the data)
            [*build, "--directory", folder], cwd=SOURCE, capture_output=True, check=False
        )
        if done.returncode:
            raise NoWheelError
        (wheel,) = Path(folder).glob("*.whl")
        return of_wheel(wheel)
