"""Digests of content."""

from hashlib import blake2b


def digest(content: str | bytes) -> str:
    """BLAKE2b of a text (as UTF-8) or of bytes: 32 hexadecimal digits."""
    data = content.encode() if isinstance(content, str) else content
    return blake2b(data, digest_size=16).hexdigest()
