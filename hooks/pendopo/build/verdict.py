"""What a check said of a data folder, for one that finds the same files on the same day."""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pendopo.basics.fingerprints import fingerprint
from pendopo.basics.versions import environment
from pendopo.build.manifest_file import problem_rows, problems_of
from pendopo.build.seal import sealed, unsealed, write_new
from pendopo.problems.problem import Problem
from pendopo.reading.folder import Found


class Verdict(NamedTuple):
    """All problems of a data folder as they are told; the language and the size of its site."""

    problems: list[Problem]
    language: str
    agencies: int
    pages: int

    def write(self, file: Path, key: str) -> None:
        """Writes it for the next check. Raises `OSError` where that fails."""
        row = {"key": key, **self._asdict(), "problems": problem_rows(self.problems)}
        text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        write_new(file, sealed(text.encode()))

    @classmethod
    def read(cls, file: Path, key: str) -> "Verdict | None":
        """What the last check wrote with the same key; None where there is no such thing."""
        # As in `read_manifest`: a damaged file costs a check, and must not stop it.
        with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
            row = json.loads(unsealed(file.read_bytes()))
            if row["key"] == key:
                problems = [*problems_of(row["problems"])]
                return cls(problems, row["language"], row["agencies"], row["pages"])
        return None


def verdict_key(folder: Path, found: Found, days: Mapping[str, date]) -> str:
    """Covers all that a verdict depends on: the code, the days, and the files by their stamps."""
    files = [
        *((each.path, each.stamp) for each in found.files),
        *((each.path, each.stamp) for each in found.media),
    ]
    known = (environment(), str(folder), sorted(days.items()))
    return fingerprint(known, files, found.problems)
