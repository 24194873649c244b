"""What browsers are told of a file: its type, how long it may be kept, and whether it is packed.

The same as `deploy/nginx.conf` and `deploy/Caddyfile` tell; a test compares.
"""

import re
from pathlib import PurePosixPath

from pendopo.reading.downloads import DOCUMENTS
from pendopo.stores.store import Headers

FOR_EVER, A_DAY, ASKED = "public, max-age=31536000, immutable", "public, max-age=86400", "no-cache"
KEPT = (
    (re.compile(r"(^|/)assets/cards/[0-9a-f]{16}\.(jpg|png)$"), FOR_EVER),
    (re.compile(r"(^|/)media/[^/]+-[0-9a-f]{10}-[0-9]+\.(avif|webp|jpg)$"), FOR_EVER),
    (re.compile(r"(^|/)cari/indeks/[^/]+/[0-9a-f]{32}\.json$"), FOR_EVER),
    (re.compile(r"(^|/)cari/indeks/[^/]+/[^/]+_[0-9a-f]{10}\.pf_meta$"), FOR_EVER),
    (re.compile(r"(^|/)cari/indeks/[^/]+/(fragment|index)/[^/]+$"), A_DAY),
)
"""Names that hold a digest of the content: those of 40 bits or more never mean anything else, those
of the search index have 28. All others are asked about each time."""
WORDS = {
    ".html": "text/html",
    ".htm": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".xml": "application/xml",
}
"""Types of what is text in UTF-8."""
TYPES = DOCUMENTS | {
    ".svg": "image/svg+xml",
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".mp4": "video/mp4",
}
UNKNOWN = "application/octet-stream"
FEWEST_PACKED = 512
"""Bytes below which packing gains nothing."""


def headers(path: str, size: int, packed: bool) -> Headers:
    """The headers of a published file; with `packed`, texts are stored as gzip."""
    suffix = PurePosixPath(path).suffix.lower()
    word = WORDS.get(suffix)
    kind = f"{word}; charset=utf-8" if word else TYPES.get(suffix, UNKNOWN)
    keeping = next((value for rule, value in KEPT if rule.search(path)), ASKED)
    # Files of the search index are packed within, which its own script unpacks: not the browser.
    texts = (word or suffix == ".svg") and size >= FEWEST_PACKED
    return Headers(kind, keeping, "gzip" if packed and texts else "")
