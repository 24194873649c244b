"""The data folder: every file that has a place in it, and a problem for every other."""

import os
import posixpath
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pendopo.kinds.registry import AGENCY, KINDS, PORTAL, REDIRECTS, TOPICS, Kind
from pendopo.problems.problem import Problem, nearest, problem
from pendopo.reading.fields import ANY_MEDIA_NAME, NAME
from pendopo.reading.files import Stamp, stamp, text, unreadable
from pendopo.reading.media import SUFFIXES, Media, look

DEEPEST = 8
REFUSED = {
    ".svg": "media-svg",
    **dict.fromkeys((".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif"), "media-format"),
    **dict.fromkeys((".doc", ".xls", ".ppt", ".docm", ".xlsm", ".pptm", ".rtf"), "media-old"),
}
"""Endings that staff may well try, each with the problem that says what to do instead."""
LEFT_BY_SYSTEMS = {"Thumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True)
class File:
    """The file of one record, found and not yet opened."""

    kind: Kind
    path: str
    agency: str
    name: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one record: `path` within the data folder, and where it hangs.

    `agency` is the id of the agency it belongs to (empty for the portal), `name` its file name
    without the suffix.
    """

    kind: Kind
    path: str
    agency: str
    name: str
    text: str


@dataclass
class Found:
    """All files with a place in a data folder; none has been opened."""

    files: list[File] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass
class Sources:
    """The texts of all records of a data folder, and its sound pictures."""

    records: list[Source] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def scan(folder: Path) -> Found:
    """Everything under `folder` that has a place there; follows no link out of it."""
    found = Found()
    if not folder.is_dir():
        found.problems.append(problem("", "folder-missing", name=folder))
        return found
    _Scanner(folder, found).portal()
    found.problems.sort()
    return found


def read(folder: Path) -> Sources:
    """The text of every record under `folder`."""
    found = scan(folder)
    sources = Sources(problems=found.problems)
    for file in found.files:
        source = read_one(folder, file)
        (sources.problems if isinstance(source, Problem) else sources.records).append(source)  # type: ignore[arg-type]
    for media in found.media:
        seen = look(folder, media)
        (sources.problems if isinstance(seen, Problem) else sources.media).append(seen)  # type: ignore[arg-type]
    sources.problems.sort()
    return sources


def read_one(folder: Path, file: File) -> Source | Problem:
    """The text of one record."""
    found = text(folder, file.path)
    if isinstance(found, Problem):
        return found
    return Source(file.kind, file.path, file.agency, file.name, found)


class _Scanner:
    """Walks a data folder; `path` is always relative to it, with `/`."""

    def __init__(self, folder: Path, found: Found) -> None:
        self.folder = folder
        self.found = found

    def portal(self) -> None:
        kinds = {"portal.yml": PORTAL, "topics.yml": TOPICS, "redirects.yml": REDIRECTS}
        known = (*kinds, "agencies")
        for entry in self._entries(""):
            if kind := kinds.get(entry.name):
                self._record(kind, entry, entry.name, "", kind.name)
            elif entry.name == "agencies" and entry.is_dir(follow_symlinks=False):
                self._agencies("agencies")
            else:
                self._unknown(entry.name, known)
        if not os.path.lexists(self.folder / "portal.yml"):
            self._problem("portal.yml", "file-missing", name="portal.yml")

    def _agencies(self, path: str) -> None:
        """Every folder of `agencies/` is an agency."""
        for entry in self._entries(path):
            place = f"{path}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                self._agency_folder(place, entry.name, "")
            else:
                self._unknown(place, ())

    def _agency_folder(self, path: str, name: str, parent: str) -> None:
        """The folder of an agency, which must have an agency.yml and a name for an address."""
        agency = f"{parent}/{name}" if parent else name
        if not NAME.fullmatch(name):
            self._problem(path, "file-name", name=name)
        elif agency.count("/") >= DEEPEST:
            self._problem(path, "agency-depth", depth=DEEPEST)
        else:
            if not os.path.lexists(f"{self.folder}/{path}/agency.yml"):
                self._problem(path, "agency-missing", name=name)
            self._agency(path, agency)

    def _agency(self, path: str, agency: str) -> None:
        files = {"agency.yml": AGENCY, "redirects.yml": REDIRECTS}
        kinds = {kind.folder: kind for kind in KINDS}
        known = (*files, *kinds, "media")
        for entry in self._entries(path):
            place = f"{path}/{entry.name}"
            folder = entry.is_dir(follow_symlinks=False)
            if kind := files.get(entry.name):
                self._record(kind, entry, place, agency, kind.name)
            elif folder and entry.name in kinds:
                self._records(kinds[entry.name], place, agency)
            elif folder and entry.name == "media":
                self._media(place, agency)
            elif folder and self._is_agency(place):
                self._agency_folder(place, entry.name, agency)
            else:
                self._unknown(place, known)

    def _records(self, kind: Kind, path: str, agency: str) -> None:
        for entry in self._entries(path):
            place = f"{path}/{entry.name}"
            name, suffix = posixpath.splitext(entry.name)
            if suffix not in kind.suffixes or entry.is_dir(follow_symlinks=False):
                near = f"{name}{kind.suffixes[0]}" if suffix.lower() in (".yaml", ".yml") else ""
                self._unknown(place, tuple(f"*{each}" for each in kind.suffixes), near)
            elif not kind.names.fullmatch(name):
                self._problem(place, kind.misnamed, name=name)
            else:
                self._record(kind, entry, place, agency, name)

    def _media(self, path: str, agency: str) -> None:
        for entry in self._entries(path):
            place = f"{path}/{entry.name}"
            suffix = posixpath.splitext(entry.name)[1].lower()
            if suffix in REFUSED and not entry.is_dir(follow_symlinks=False):
                self._problem(place, REFUSED[suffix], name=entry.name)
                continue
            if suffix not in SUFFIXES or entry.is_dir(follow_symlinks=False):
                self._unknown(place, tuple(f"*{each}" for each in SUFFIXES))
                continue
            if not re.fullmatch(ANY_MEDIA_NAME, entry.name, re.ASCII):
                self._problem(place, "media-file", name=entry.name)
                continue
            status = entry.stat(follow_symlinks=False)
            self.found.media.append(Media(agency, entry.name, place, stamp(status)))

    def _record(
        self, kind: Kind, entry: os.DirEntry[str], path: str, agency: str, name: str
    ) -> None:
        status = entry.stat(follow_symlinks=False)
        self.found.files.append(File(kind, path, agency, name, stamp(status)))

    def _entries(self, path: str) -> Iterator[os.DirEntry[str]]:
        """The files and folders of a folder by name, without hidden ones."""
        try:
            with os.scandir(f"{self.folder}/{path}") as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self.found.problems.append(unreadable(self.folder, path, error))
            return
        for entry in found:
            if entry.name.startswith((".", "~$")) or entry.name in LEFT_BY_SYSTEMS:
                continue
            place = f"{path}/{entry.name}" if path else entry.name
            mode = entry.stat(follow_symlinks=False).st_mode
            if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
                yield entry
            else:
                self._problem(place, "file-kind", name=entry.name)

    def _is_agency(self, path: str) -> bool:
        """Whether a folder within an agency is meant as one: it holds an agency or records."""
        if os.path.lexists(f"{self.folder}/{path}/agency.yml"):
            return True
        marks = {"agency.yml", "redirects.yml", *(kind.folder for kind in KINDS)}
        level = [self.folder / path]
        for _ in range(DEEPEST):
            entries = [entry for folder in level for entry in _within(folder)]
            if any(entry.name in marks for entry in entries):
                return True
            level = [each for each in entries if each.is_dir() and not each.is_symlink()]
        return False

    def _unknown(self, path: str, known: tuple[str, ...], near: str = "") -> None:
        name = posixpath.basename(path)
        near = near or nearest(name, known)
        if near == name:
            folder = (self.folder / path).is_dir()
            self._problem(path, "file-folder" if folder else "folder-file", name=name)
        elif near and "*" not in near:
            self._problem(path, "file-unknown-nearest", name=name, nearest=near)
        else:
            self._problem(path, "file-unknown", name=name, known=", ".join(known) or "—")

    def _problem(self, path: str, code: str, **values: object) -> None:
        self.found.problems.append(problem(path, code, **values))


def _within(folder: Path) -> list[Path]:
    """What a folder holds; nothing where it cannot be read, which is told elsewhere."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []
