"""Git repositories made by tests, with the same author and their own dates."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Penguji",
    "GIT_AUTHOR_EMAIL": "penguji@contoh.example",
    "GIT_COMMITTER_NAME": "Penguji",
    "GIT_COMMITTER_EMAIL": "penguji@contoh.example",
}


class Repository:
    """A repository whose data lie in its folder `data`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.data.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, day: str = "2026-01-01", given: str = "") -> str:
        """Runs git at noon of a day, or at a moment; returns what it prints."""
        moment = day if "T" in day else f"{day}T12:00:00+07:00"
        dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        done = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *arguments],
            cwd=self.folder,
            env={**os.environ, **ENVIRONMENT, **dates},
            input=given,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def tree(self, *rows: str) -> str:
        """Makes a tree of rows such as `100644 blob HASH NAME`; returns its hash."""
        rows = tuple("{} {} {}\t{}".format(*row.split(" ", 3)) for row in rows)
        return self.git("mktree", given="\n".join([*sorted(rows, key=lambda row: row[12:]), ""]))

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Writes files of the data; removes those that are None."""
        for path, content in files.items():
            target = self.data / path
            if content is None:
                target.unlink()
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self, day: str, files: Mapping[str, str | bytes | None] | None = None) -> str:
        """Writes files and commits everything; returns the hash."""
        self.write(files or {})
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", day, day=day)
        return self.git("rev-parse", "HEAD")
