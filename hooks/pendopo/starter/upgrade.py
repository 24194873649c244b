"""Moves a repository of content to another version of Pendopo."""

import json
import re
import shutil
import urllib.request
from collections.abc import Iterator
from filecmp import cmp
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit
from zipfile import BadZipFile, ZipFile

from pendopo.basics.versions import PACKAGE
from pendopo.migrations import Migration, Tree, migrated, number, since
from pendopo.rendering.template_files import TEMPLATES
from pendopo.starter import editors
from pendopo.starter.pin import Pin, of_wheel, requirements

CHANGELOG = PACKAGE / "CHANGELOG.md"
CHANGES = CHANGELOG if CHANGELOG.is_file() else PACKAGE.parents[1] / "CHANGELOG.md"
REQUIREMENTS = "requirements.txt"
LARGEST = 64 * 1024 * 1024
"""Most bytes of a wheel, packed and unpacked."""
PATIENCE = 30.0
"""Seconds to wait for a server."""
PINNED = re.compile(r"(?m)^(?:\./(wheels/)|pendopo @ (https://\S*/))(pendopo-([\w.]+)-\S+\.whl) ")
RELEASES = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+)/releases/download/")
LATEST = "https://api.github.com/repos/{repository}/releases/latest"
NAME = re.compile(r"pendopo-([\w.]+)-py3-none-any\.whl")
ADDED = "\n# Tambahan"
WRITTEN = (".yml", ".md")
"""Endings of the files of a data folder that people write."""


class UpgradeError(Exception):
    """The repository cannot be moved; `reason` is a word for why, `value` is what it is about."""

    def __init__(self, reason: str, value: str = "") -> None:
        super().__init__(reason, value)
        self.reason, self.value = reason, value


class Pinned(NamedTuple):
    """The version that a repository pins; `file` is its wheel, or `address` the folder of it."""

    version: str
    file: str
    address: str


class Wheel(NamedTuple):
    """A wheel of Pendopo: its version, its pin, and its bytes."""

    version: str
    pin: Pin
    content: bytes


def pinned_by(folder: Path) -> Pinned:
    """The version that requirements.txt pins. Raises `UpgradeError` where it pins none."""
    try:
        text = (folder / REQUIREMENTS).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UpgradeError("unpinned") from error
    found = PINNED.search(text)
    if not found:
        raise UpgradeError("unpinned")
    return Pinned(found[4], f"{found[1]}{found[3]}" if found[1] else "", found[2] or "")


def newest(pinned: Pinned) -> str:
    """The address of the newest release, where the pinned one came from.

    Raises `UpgradeError` where that is unknown or does not answer.
    """
    repository = RELEASES.match(pinned.address)
    if not repository:
        raise UpgradeError("unnamed")
    address = LATEST.format(repository=repository[1])
    try:
        release = json.loads(fetched(address))
        found = [each["browser_download_url"] for each in release["assets"]]
    except (ValueError, KeyError, TypeError) as error:
        raise UpgradeError("unreachable", address) from error
    for url in found:
        if NAME.fullmatch(url.rpartition("/")[2]):
            return str(url)
    raise UpgradeError("unreachable", address)


def fetched(address: str) -> bytes:
    """What is at an address of the web. Raises `UpgradeError` where it cannot be had."""
    if urlsplit(address).scheme != "https":
        raise UpgradeError("unreachable", address)
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310  (https)
            content: bytes = answer.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise UpgradeError("unreachable", address) from error
    if len(content) > LARGEST:
        raise UpgradeError("unsound", address)
    return content


def wheel_at(place: str) -> Wheel:
    """The wheel in a file, or at an address. Raises `UpgradeError` where there is no sound one."""
    name = NAME.fullmatch(place.replace("\\", "/").rpartition("/")[2])
    if not name:
        raise UpgradeError("unsound", place)
    if "://" in place:
        content = fetched(place)
        line = f"pendopo @ {place} --hash=sha256:{sha256(content).hexdigest()}"
        return Wheel(name[1], Pin(line), content)
    path = Path(place)
    if not path.is_file() or path.stat().st_size > LARGEST:
        raise UpgradeError("unsound", place)
    pin = of_wheel(path)
    return Wheel(name[1], pin, pin.content)


def unpack(wheel: Wheel, folder: Path) -> None:
    """Unpacks a wheel. Raises `UpgradeError` where it is none of Pendopo of its version."""
    try:
        with ZipFile(BytesIO(wheel.content)) as archive:
            if sum(each.file_size for each in archive.infolist()) > LARGEST:
                raise UpgradeError("unsound", wheel.pin.line)
            metadata = archive.read(f"pendopo-{wheel.version}.dist-info/METADATA").decode()
            archive.extractall(folder)
    except (BadZipFile, KeyError, OSError, ValueError, EOFError) as error:
        raise UpgradeError("unsound", wheel.pin.line) from error
    if not re.search(rf"(?m)^Name: pendopo\nVersion: {re.escape(wheel.version)}$", metadata):
        raise UpgradeError("unsound", wheel.pin.line)


def changes(version: str) -> str:
    """The sections of the changelog that came after a version, as text."""
    parts = re.split(r"(?m)^(?=## )", CHANGES.read_text("utf-8"))
    newer = [each for each in parts[1:] if number(each.split()[1]) > number(version)]
    return "".join(newer).strip()


def tree_of(data: Path) -> Tree:
    """The texts that people write in a data folder, by path."""
    found = sorted(each for each in data.rglob("*") if each.suffix in WRITTEN and each.is_file())
    tree: dict[str, str] = {}
    for path in found:
        try:
            tree[path.relative_to(data).as_posix()] = path.read_bytes().decode()
        except UnicodeDecodeError:
            continue  # the check tells what is wrong with it
    return tree


def move(folder: Path, data: Path, wheel: Wheel, pinned: Pinned) -> Iterator[tuple[Migration, int]]:
    """Moves data and pin; yields each migration with the number of files that it changed.

    The pin is moved last: killed before, a second run begins again. Raises `OSError` where a file
    cannot be written.
    """
    tree = old = tree_of(data)
    for migration in since(pinned.version):
        before, tree = tree, migrated(tree, [migration])
        yield migration, len(differing(before, tree))
    for path in differing(old, tree):
        _write(data / path, tree[path].encode())
    _help_editors(folder, data)
    _pin(folder, wheel.pin, pinned)


def differing(old: Tree, new: Tree) -> list[str]:
    """The paths whose text in `new` is another than in `old`."""
    return [path for path in sorted(new) if new[path] != old.get(path)]


def worth_a_look(folder: Path, was: Path) -> list[str]:
    """Files of overrides/ whose originals differ from those in `was`, the former templates."""
    own = folder / "overrides"
    names = [path.relative_to(own) for path in sorted(own.rglob("*")) if path.is_file()]
    return [
        f"overrides/{name.as_posix()}"
        for name in names
        if (was / name).is_file()
        and not ((TEMPLATES / name).is_file() and cmp(was / name, TEMPLATES / name, shallow=False))
    ]


def _help_editors(folder: Path, data: Path) -> None:
    """Writes the schemas of this version, and where they hold if the settings do not say so."""
    for path, text in editors.files():
        _write(folder / path, text.encode())
    settings, within = folder / editors.SETTINGS, data.resolve()
    if within.is_relative_to(folder.resolve()):
        within = within.relative_to(folder.resolve())
    try:
        before = settings.read_text("utf-8") if settings.exists() else "{}\n"
    except (OSError, UnicodeDecodeError):
        return  # What nobody can read nobody can change.
    after = editors.with_mapping(before, f"{within.as_posix()}/")
    if after != before:
        _write(settings, after.encode())


def _pin(folder: Path, pin: Pin, pinned: Pinned) -> None:
    if pin.wheel:
        _write(folder / pin.wheel, pin.content)
    path = folder / REQUIREMENTS
    added = _others(path.read_text("utf-8"))
    _write(path, (requirements(pin) + added).encode())
    if pinned.file and pinned.file != pin.wheel:
        (folder / pinned.file).unlink(missing_ok=True)


def _others(text: str) -> str:
    """The packages that a publisher has added to requirements.txt, from their heading on."""
    _, heading, added = text.partition(ADDED)
    return heading + added


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    shutil.move(new, path)
