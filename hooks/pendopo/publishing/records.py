"""The two records in the store: what is published, and what an unfinished run may have changed."""

import gzip
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from pendopo.publishing.failures import DAMAGED, PublishingError
from pendopo.stores.store import Store

FOLDER = ".pendopo/"
PUBLISHED = f"{FOLDER}published.json.gz"
UNFINISHED = f"{FOLDER}unfinished.json.gz"
FORMAT = 1
UNSURE = ""
"""The mark of a file that may be there as it was, as it should be, or not at all."""

Marks = Mapping[str, str]
"""Marks of files by path."""


@dataclass(frozen=True)
class Known:
    """What the records in a store say. `published` is None where nothing was ever finished."""

    published: Marks | None
    unfinished: Marks
    raw: bytes | None

    @property
    def marks(self) -> Marks:
        """All files that Pendopo has put there, as far as that is known."""
        return {**(self.published or {}), **self.unfinished}


def known(store: Store) -> Known:
    """Reads both records. Raises `PublishingError` if one cannot be understood."""
    raw, unfinished = store.read(PUBLISHED), store.read(UNFINISHED)
    return Known(
        None if raw is None else _marks(raw, PUBLISHED, store.address),
        {} if unfinished is None else _marks(unfinished, UNFINISHED, store.address),
        raw,
    )


def packed(marks: Marks) -> bytes:
    """A record. Packed, it has some 40 bytes a file: 1.6 MB for forty thousand."""
    text = json.dumps({"format": FORMAT, "files": dict(sorted(marks.items()))}, ensure_ascii=False)
    return gzip.compress(text.encode(), 6, mtime=0)


def _marks(content: bytes, path: str, address: str) -> Marks:
    try:
        found = json.loads(gzip.decompress(content))
        if found["format"] != FORMAT:
            raise ValueError(found["format"])
        return {str(path): str(mark) for path, mark in found["files"].items()}
    except (OSError, EOFError, zlib.error, ValueError, TypeError, LookupError, AttributeError):
        raise PublishingError(DAMAGED, path=path, address=address) from None
