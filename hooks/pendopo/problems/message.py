"""What a problem says."""

from typing import NamedTuple


class Message(NamedTuple):
    """Two English sentences with `{placeholders}`, translated when they are shown.

    A `warning` is published all the same: often it is the document itself that has the fault.
    """

    wrong: str
    mend: str
    warning: bool = False
