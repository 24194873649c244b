"""Agencies that stand at an earlier state, because their newest files have faults."""

from typing import NamedTuple


class Standing(NamedTuple):
    """What is published of an agency, or of the portal's own files, in place of its newest files.

    `commit` is the one whose files are shown, and `day` its date in Jakarta, as `2026-03-03`; both
    are empty where the agency is left out. Then `above` is the agency above it that takes it along,
    and empty where it is left out for itself.
    """

    commit: str = ""
    day: str = ""
    above: str = ""
