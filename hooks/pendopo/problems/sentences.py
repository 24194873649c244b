"""The texts of problems: fault and remedy for each code.

A room that finds problems registers its sentences when it is imported: `reading` those about files,
YAML and fields, each kind its own.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Sentence(NamedTuple):
    """Two English sentences with `{placeholders}`, translated when they are shown.

    A `warning` is published all the same: often it is the document itself that has the fault.
    """

    wrong: str
    mend: str
    warning: bool = False


SENTENCES: dict[str, Sentence] = {}
"""Every registered sentence by its code."""


def register(sentences: Mapping[str, Sentence]) -> Mapping[str, Sentence]:
    """Adds `sentences` and returns them. Raises `ValueError` for a code that has another one."""
    for code, sentence in sentences.items():
        if SENTENCES.setdefault(code, sentence) != sentence:
            raise ValueError(f"The code {code} has two different sentences.")
    return sentences
