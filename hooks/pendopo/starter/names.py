"""Names of folders and files, made of what people call an agency or a record."""

import re
import unicodedata

from pendopo.reading.fields import NAME
from pendopo.reading.folder import DEVICE

SHORT = re.compile(r"(?:Pemerintah (?:Daerah )?)?(.*)")
LONGEST = 60
"""Characters of a name that is made: a few less than one may have, for a number behind it."""


def short_name(name: str) -> str:
    """`Kota Binjai` for `Pemerintah Kota Binjai`."""
    return SHORT.sub(r"\1", name, count=1)


def slug(text: str) -> str:
    """The words of a text in small letters, joined by hyphens; empty if it has no letter a-z."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    # An apostrophe is within a word: Ma'arif.
    words = re.findall(r"[a-z0-9]+", re.sub(r"['`]", "", plain))
    whole = "-".join(words)
    return whole if len(whole) <= LONGEST else whole[: LONGEST + 1].rpartition("-")[0]


def folder_name(name: str) -> str:
    """The name of an agency's folder: `kota-binjai` for `Pemerintah Kota Binjai`."""
    return slug(short_name(name))


def fit(name: str) -> bool:
    """Whether a folder or file may have this name, on Windows too."""
    return bool(NAME.fullmatch(name)) and not DEVICE.fullmatch(name)
