"""Seals the manifest with a key of this machine, so that a manifest made elsewhere is not believed.

The key lies in the user's cache folder and never in the repository: whoever can write to the
repository cannot seal. A workflow keeps the key, the manifest and the site in one cache.
"""

import os
import secrets
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

KEY_SIZE = 32
"""Bytes of the key."""
BEFORE, AFTER = b'{"seal":"', b'",'
MARK_SIZE = 64
"""Length of a seal: 32 bytes in hexadecimal digits."""
_of_this_process = secrets.token_bytes(KEY_SIZE)
"""The key where none can be kept: then a build believes no manifest but its own."""


def write_new(path: Path, content: bytes) -> None:
    """Writes a file in one step. Raises `OSError` where that fails."""
    # Renamed into place, so that a process killed here leaves the old file whole.
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(content)
    new.replace(path)


def sealed(text: bytes) -> bytes:
    """The JSON object `text`, with its seal as the first key."""
    return b"".join((BEFORE, _mark(text), AFTER, text[1:]))


def unsealed(content: bytes) -> bytes:
    """The JSON object that was sealed. Raises `ValueError` where it was not sealed by our key."""
    end = len(BEFORE) + MARK_SIZE
    text = b"{" + content[end + len(AFTER) :]
    whole = content.startswith(BEFORE) and content.startswith(AFTER, end)
    if not (whole and secrets.compare_digest(content[len(BEFORE) : end], _mark(text))):
        raise ValueError("sealed by another key")
    return text


def seal_of(content: bytes) -> str:
    """The seal of a sealed object, which no other object has."""
    return content[len(BEFORE) : len(BEFORE) + MARK_SIZE].decode()


def key_file() -> Path:
    """The file of the key, in the user's cache folder. Raises `RuntimeError` without any home."""
    # A relative folder would lie in the repository; the specification of XDG says to ignore it.
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".cache") / "pendopo" / "key"


def _mark(text: bytes) -> bytes:
    return blake2b(text, key=_key(), digest_size=MARK_SIZE // 2).hexdigest().encode()


def _key() -> bytes:
    """The key of this machine, made if there is none."""
    try:
        return _kept(key_file()) or _made(key_file())
    # A cache folder that cannot be written to costs the next build its time, not this one.
    except (OSError, RuntimeError):
        return _of_this_process


def _kept(file: Path) -> bytes:
    """The key in the file; empty where there is none, or none of the right size."""
    with suppress(FileNotFoundError), file.open("rb") as opened:
        key = opened.read(KEY_SIZE + 1)
        return key if len(key) == KEY_SIZE else b""
    return b""


def _made(file: Path) -> bytes:
    file.parent.mkdir(parents=True, exist_ok=True)
    new, key = file.with_name(f"key.{os.getpid()}"), secrets.token_bytes(KEY_SIZE)
    # Only for its owner: who knows the key can make this machine believe a manifest.
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
        opened.write(key)
    new.replace(file)
    return key
