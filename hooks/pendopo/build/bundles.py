"""Bundles of files in a store, each named by the digest of its content: no other is believed."""

import json
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from pendopo.basics.digests import digest
from pendopo.basics.translations import N_
from pendopo.stores.failures import StoreError
from pendopo.stores.store import WORKERS, Store

LOST = N_(
    "{path} in {address} is missing or damaged. Let nobody else change what is there, then run the "
    "command again."
)
FASTEST = 1
"""Level of compression: pages shrink to a tenth, and no network is faster than that."""


def packed(files: Mapping[str, bytes]) -> bytes:
    """The content of a bundle of files by path; equal files give equal bytes."""
    head = json.dumps([[path, len(content)] for path, content in files.items()])
    return zlib.compress(b"\n".join((head.encode(), b"".join(files.values()))), FASTEST)


def unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The files of a bundle, with their paths."""
    head, _, rest = zlib.decompress(content).partition(b"\n")
    start, view = 0, memoryview(rest)
    for path, size in json.loads(head):
        yield path, bytes(view[start : start + size])
        start += size


class Bundles:
    """The bundles of a store. Raises `StoreError` where the store fails."""

    def __init__(self, address: str) -> None:
        self.store = Store(address)

    def put(self, folder: str, content: bytes, there: Collection[str] = ()) -> str:
        """Puts a bundle into a folder, unless it is `there` already; returns its path."""
        path = f"{folder}/{digest(content)}"
        if path not in there:
            self.store.write(path, content)
        return path

    def get(self, path: str) -> dict[str, bytes]:
        """The files of a bundle."""
        content = self.store.read(path)
        if content is not None and digest(content) == path.rpartition("/")[2]:
            return dict(unpacked(content))
        # What is damaged goes, or the next build would take it for there.
        with suppress(StoreError):
            self.store.delete(path)
        raise StoreError(LOST, address=self.store.address, path=path)

    def get_all(self, paths: Iterable[str]) -> Iterator[tuple[str, dict[str, bytes]]]:
        """Several bundles with their paths, several at once."""
        wanted = [*paths]
        with ThreadPoolExecutor(WORKERS) as threads:
            yield from zip(wanted, threads.map(self.get, wanted), strict=True)

    def delete(self, paths: Iterable[str]) -> None:
        """Deletes bundles, which may be gone already."""
        with ThreadPoolExecutor(WORKERS) as threads:
            for _ in threads.map(self.store.delete, paths):
                pass
