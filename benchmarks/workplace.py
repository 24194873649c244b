"""The folders of one series of measurements."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent
HERE = Path(__file__).parent


def clear(folder: Path) -> None:
    """Removes a folder, if there is one."""
    if folder.exists():
        shutil.rmtree(folder)


@dataclass(frozen=True)
class Workplace:
    """A temporary folder with the data, and a folder for each generator."""

    folder: Path

    @property
    def data(self) -> Path:
        """The data folder of the made-up government."""
        return self.folder / "data"

    def of(self, generator: str) -> Path:
        """The folder that a generator works in."""
        return self.folder / generator

    def site(self, generator: str) -> Path:
        """The folder that a generator writes to."""
        return self.of(generator) / "site"
