"""The texts of problems: fault and remedy for each code.

Each package that finds problems registers its sentences on import: `reading` those about files,
YAML and fields, each kind of record its own.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from pendopo.basics.translations import N_


class Sentence(NamedTuple):
    """Two English sentences with `{placeholders}`, translated when they are shown.

    A `warning` does not prevent publication: often the source document itself has the fault. Nor
    does `information`, which tells what is right but might surprise.
    """

    wrong: str
    mend: str
    warning: bool = False
    information: bool = False


SENTENCES: dict[str, Sentence] = {}
"""All registered sentences by code."""


def register(sentences: Mapping[str, Sentence]) -> Mapping[str, Sentence]:
    """Adds `sentences` and returns them. Raises `ValueError` for a code with different ones."""
    for code, sentence in sentences.items():
        if SENTENCES.setdefault(code, sentence) != sentence:
            raise ValueError(f"The code {code} has two different sentences.")
    return sentences


NOTHING_KNOWN = N_("There is none yet that could be named here: remove this, or add it first.")
"""The remedy where one of the known names is to be chosen and none is known."""
MEANINGS: dict[str, str] = {}
"""What values in English mean, in an English label that is translated when it is shown."""


def register_meanings(meanings: Mapping[str, str]) -> None:
    """Adds what values of a field mean, which is told where one is to be chosen."""
    MEANINGS.update(meanings)


def general(sentence: str) -> str:
    """A sentence without the values of one problem."""
    return re.sub(r"\{\w+\}", "…", sentence)
