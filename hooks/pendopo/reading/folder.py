"""Scans the data folder: lists the expected files, and reports all others as problems."""

import os
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pendopo.problems.nearest import nearest
from pendopo.problems.problem import Problem, problem
from pendopo.reading.fields import ANY_MEDIA_NAME, NAME
from pendopo.reading.files import source_stamp, unreadable
from pendopo.reading.meant import plain_name
from pendopo.reading.media import SUFFIXES, Media
from pendopo.reading.record_type import RecordType
from pendopo.reading.texts import RecordFile

DEEPEST = 8
REFUSED = {
    ".svg": "media-svg",
    **dict.fromkeys((".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif"), "media-format"),
    **dict.fromkeys((".doc", ".xls", ".ppt", ".docm", ".xlsm", ".pptm", ".rtf"), "media-old"),
}
"""Suffixes that staff may try, with the codes of problems that explain the alternative."""
DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""A name that no file nor folder of Windows can have, whatever its suffix."""
LEFT_BY_SYSTEMS = {"Thumbs.db", "desktop.ini"}


@dataclass
class Found:
    """The expected files of a data folder, none of them opened yet, and the problems found."""

    files: list[RecordFile] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def scan(folder: Path, types: Sequence[RecordType[Any, Any]]) -> Found:
    """Finds all expected files under `folder`, without following links."""
    found = Found()
    if not folder.is_dir():
        found.problems.append(problem("", "folder-missing", name=folder))
        return found
    _Scanner(folder, types, found).portal()
    found.problems.sort()
    return found


def passed_over(name: str) -> bool:
    """Whether a file or folder of this name is no part of the data: hidden, or of a system."""
    return name.startswith((".", "~$")) or name in LEFT_BY_SYSTEMS


class _Scanner:
    """Walks a data folder; every `path` is relative to it and uses `/`."""

    def __init__(self, folder: Path, types: Sequence[RecordType[Any, Any]], found: Found) -> None:
        self.folder = folder
        self.found = found
        self.portal_files = {each.file: each for each in types if each.in_portal}
        self.files = {each.file: each for each in types if each.in_agencies and each.file}
        self.folders = {each.folder: each for each in types if each.folder}

    def portal(self) -> None:
        known = (*self.portal_files, "agencies")
        for entry in self._entries(""):
            if record_type := self.portal_files.get(entry.name):
                self._record(record_type, entry, entry.name, "", record_type.name)
            elif entry.name == "agencies" and entry.is_dir(follow_symlinks=False):
                self._agencies("agencies")
            else:
                self._unknown(entry.name, known)
        for name, record_type in self.portal_files.items():
            if record_type.required and not os.path.lexists(self.folder / name):
                self._problem(name, "file-missing", name=name)

    def _agencies(self, path: str) -> None:
        """Scans `agencies/`, in which every folder is an agency."""
        for entry in self._entries(path):
            place = f"{path}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                self._agency_folder(place, entry.name, "")
            else:
                self._problem(place, "file-among-agencies", name=entry.name)

    def _agency_folder(self, path: str, name: str, parent: str) -> None:
        """Scans an agency's folder, which needs an agency.yml and a name fit for an address."""
        agency = f"{parent}/{name}" if parent else name
        if not NAME.fullmatch(name):
            self._problem(path, "file-name", name=name, meant=named(name))
        elif agency.count("/") >= DEEPEST:
            self._problem(path, "agency-depth", depth=DEEPEST)
        else:
            if not os.path.lexists(f"{self.folder}/{path}/agency.yml"):
                self._problem(path, "agency-missing", name=name)
            self._agency(path, agency)

    def _agency(self, path: str, agency: str) -> None:
        known = (*self.files, *self.folders, "media")
        for entry in self._entries(path):
            place = f"{path}/{entry.name}"
            folder = entry.is_dir(follow_symlinks=False)
            if record_type := self.files.get(entry.name):
                self._record(record_type, entry, place, agency, record_type.name)
            elif folder and entry.name in self.folders:
                self._records(self.folders[entry.name], place, agency)
            elif folder and entry.name == "media":
                self._media(place, agency)
            elif folder and self._is_agency(place):
                self._agency_folder(place, entry.name, agency)
            elif not folder and _is_media(entry.name):
                self._problem(place, "file-media", name=entry.name, folder=f"{path}/media")
            else:
                self._unknown(place, known)

    def _records(self, record_type: RecordType[Any, Any], path: str, agency: str) -> None:
        for entry in self._entries(path):
            place = f"{path}/{entry.name}"
            name, suffix = posixpath.splitext(entry.name)
            if _is_media(entry.name) and not entry.is_dir(follow_symlinks=False):
                folder = f"{posixpath.dirname(path)}/media"
                self._problem(place, "file-media", name=entry.name, folder=folder)
            elif suffix not in record_type.suffixes or entry.is_dir(follow_symlinks=False):
                near = (
                    f"{name}{record_type.suffixes[0]}"
                    if suffix.lower() in (".yaml", ".yml")
                    else ""
                )
                self._unknown(place, tuple(f"*{each}" for each in record_type.suffixes), near)
            elif not record_type.names.fullmatch(name):
                meant = f"{named(name)}{suffix}"
                self._problem(place, record_type.misnamed, name=name, meant=meant)
            else:
                self._record(record_type, entry, place, agency, name)

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
                stem, suffix = posixpath.splitext(entry.name)
                stem = plain_name(stem, "A-Za-z0-9._")[:90]
                self._problem(
                    place, "media-file", name=entry.name, meant=f"{stem or 'berkas'}{suffix}"
                )
                continue
            stamp = source_stamp(os.lstat(entry.path))
            self.found.media.append(Media(agency, entry.name, place, stamp))

    def _record(
        self,
        record_type: RecordType[Any, Any],
        entry: os.DirEntry[str],
        path: str,
        agency: str,
        name: str,
    ) -> None:
        # Not entry.stat(), which knows no inode on Windows, nor always the last change of a file.
        stamp = source_stamp(os.lstat(entry.path))
        self.found.files.append(RecordFile(record_type, path, agency, name, stamp))

    def _entries(self, path: str) -> Iterator[os.DirEntry[str]]:
        """Yields the files and folders of a folder by name, without hidden ones."""
        try:
            with os.scandir(f"{self.folder}/{path}") as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self.found.problems.append(unreadable(self.folder, path, error))
            return
        for entry in found:
            if passed_over(entry.name):
                continue
            place = f"{path}/{entry.name}" if path else entry.name
            if entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False):
                if DEVICE.fullmatch(entry.name):
                    self._problem(place, "file-device", name=entry.name)
                yield entry
            else:
                self._problem(place, "file-kind", name=entry.name)

    def _is_agency(self, path: str) -> bool:
        """Whether a folder within an agency is itself one: it contains agency.yml or records."""
        if os.path.lexists(f"{self.folder}/{path}/agency.yml"):
            return True
        marks = {*self.files, *self.folders}
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
            self._problem(path, "file-unknown", name=name, known=", ".join(known))

    def _problem(self, path: str, code: str, **values: object) -> None:
        self.found.problems.append(problem(path, code, **values))


def _is_media(name: str) -> bool:
    """Whether a name is that of a picture or a document, also of a kind that is not accepted."""
    suffix = posixpath.splitext(name)[1].lower()
    return suffix in SUFFIXES or suffix in REFUSED


def named(name: str) -> str:
    """The name that a file or folder may have instead of one that no address can have."""
    return plain_name(name.lower())[:64].strip("-") or "berkas"


def _within(folder: Path) -> list[Path]:
    """The entries of a folder; none if it cannot be read, which is reported elsewhere."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []
