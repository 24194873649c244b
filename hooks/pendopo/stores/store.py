"""A place that fsspec can write to: `s3://bucket/folder`, `file:///srv/www`, …

Whatever a store answers becomes a `StoreError` here. Trying again is left to the libraries:
that of S3 does so a few times, ever later.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import Any, NamedTuple

from pendopo.problems.problem import printable
from pendopo.stores import failures
from pendopo.stores.failures import StoreError

WORKERS = 8
"""Files that go up at once: a store answers each after some hundredths of a second."""
S3 = frozenset({"s3", "s3a"})
WHOLE = S3 | {"gs", "gcs", "az", "abfs", "abfss", "oss", "memory"}
"""Stores in which a file is seen whole or not at all. In others it is written aside, and moved."""
PARTS = ".pendopo/parts"
LONGEST_REASON = 200
PASSWORD = re.compile(r"(://[^/@:]*):[^/@]*(?=@)")
"""As in `sftp://user:password@host/`: no log may hold it."""


class Headers(NamedTuple):
    """Values of Content-Type, Cache-Control and Content-Encoding; the last may be empty."""

    kind: str
    keeping: str
    encoding: str = ""


class Store:
    """The files below an address. Raises `StoreError` where it is none."""

    def __init__(self, address: str) -> None:
        self.address = printable(PASSWORD.sub(r"\1", address), None)
        scheme, _, rest = address.partition("://")
        # fsspec would take `simplecache::s3://…`, which writes to a folder of this machine first.
        if not scheme or not rest.strip("/") or "::" in scheme:
            raise StoreError(failures.NO_ADDRESS, address=self.address)
        self.scheme = scheme
        self.files, root = self._opened(address)
        self.root = root.rstrip("/")

    @property
    def takes_headers(self) -> bool:
        """Whether it keeps types, and how long a file may be kept, with each file."""
        return self.scheme in S3

    @property
    def folder(self) -> Path | None:
        """The folder on this machine; None if it is elsewhere."""
        return Path(self.root) if self.scheme in {"file", "local"} else None

    def apart_from(self, folder: Path) -> None:
        """Raises `StoreError` where this store and a folder of this machine lie in each other."""
        if self.folder:
            here, there = folder.resolve(), self.folder.resolve()
            if here.is_relative_to(there) or there.is_relative_to(here):
                raise StoreError(failures.WITHIN, address=self.address, folder=folder)

    def read(self, path: str) -> bytes | None:
        """What a file holds; None if it is missing."""
        with self._told(path), suppress(FileNotFoundError):
            content: bytes = self.files.cat_file(f"{self.root}/{path}")
            return content
        return None

    def paths(self) -> set[str]:
        """All files that are there but those of the records."""
        with self._told(""):
            # Others may have written there since it was listed.
            self.files.invalidate_cache()
            found = self.files.find(self.root)
        inner = {path.removeprefix(self.root).lstrip("/") for path in found}
        return {path for path in inner if not path.startswith(".pendopo/")}

    def write(self, path: str, content: bytes, headers: Headers | None = None) -> None:
        """Writes a file, which nobody sees before it is whole."""
        target = f"{self.root}/{path}"
        with self._told(path):
            if self.scheme in WHOLE:
                self.files.pipe_file(target, content, **self._options(headers))
                return
            # Another process may write the same file at the same time.
            aside = f"{self.root}/{PARTS}/{token_hex(16)}"
            self.files.makedirs(aside.rpartition("/")[0], exist_ok=True)
            self.files.pipe_file(aside, content)
            self.files.makedirs(target.rpartition("/")[0], exist_ok=True)
            self.files.mv(aside, target)

    def delete(self, path: str) -> None:
        """Deletes a file, and the folders that are empty then; it may be gone already."""
        with self._told(path), suppress(FileNotFoundError):
            self.files.rm_file(f"{self.root}/{path}")
        # In a store of objects there are no folders: `rmdir` would delete the bucket.
        while self.scheme not in WHOLE and "/" in path:
            path = path.rpartition("/")[0]
            try:
                self.files.rmdir(f"{self.root}/{path}")
            except OSError:
                return

    def clear(self) -> None:
        """Removes what a run that was broken off has left aside."""
        if self.scheme not in WHOLE:
            with suppress(OSError):
                self.files.rm(f"{self.root}/{PARTS}", recursive=True)

    def _options(self, headers: Headers | None) -> dict[str, str]:
        if not headers or not self.takes_headers:
            return {}
        given = {"ContentType": headers.kind, "CacheControl": headers.keeping}
        return given | ({"ContentEncoding": headers.encoding} if headers.encoding else {})

    def _opened(self, address: str) -> tuple[Any, str]:
        try:
            from fsspec.config import conf  # noqa: PLC0415  (an extra)
            from fsspec.core import url_to_fs  # noqa: PLC0415
        except ImportError as error:
            raise self._missing(failures.NOT_INSTALLED, error) from None
        options: dict[str, Any] = {"skip_instance_cache": True}
        if self.scheme in S3:
            own = conf.get("s3", {}).get("config_kwargs", {})
            options["config_kwargs"] = {"max_pool_connections": WORKERS, **own}
            options["use_listings_cache"] = False
        # Some connect at once, and each library has errors of its own.
        with self._told(""):
            try:
                files, root = url_to_fs(address, **options)
            except ImportError as error:
                said = failures.NOT_INSTALLED if self.scheme in S3 else failures.OTHER_PACKAGE
                raise self._missing(said, error) from None
            except ValueError:
                raise StoreError(failures.NO_ADDRESS, address=self.address) from None
        return files, str(root)

    def _missing(self, said: str, error: Exception) -> StoreError:
        return StoreError(said, address=self.address, reason=_reason(error))

    @contextmanager
    def _told(self, path: str) -> Iterator[None]:
        try:
            yield
        except StoreError:
            raise
        # Each library has errors of its own, many of which are no OSError.
        except Exception as error:
            where = {"address": self.address, "path": path or "/", "reason": _reason(error)}
            raise StoreError(_sentence(error), **where) from error


def _sentence(error: Exception) -> str:
    name = type(error).__name__
    if "Credential" in name or "Profile" in name:
        return failures.NO_CREDENTIALS
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return failures.NO_BUCKET
    if isinstance(error, PermissionError):
        return failures.REFUSED
    if isinstance(error, ConnectionError | TimeoutError) or "Connect" in name or "Endpoint" in name:
        return failures.UNREACHABLE
    return failures.FAILED


def _reason(error: Exception) -> str:
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return printable(text.partition("\n")[0], LONGEST_REASON).rstrip(".")
