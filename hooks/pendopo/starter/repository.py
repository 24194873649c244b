"""Writes a new repository of content."""

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import jinja2

from pendopo import __version__
from pendopo.basics.versions import PACKAGE
from pendopo.starter.pin import Pin, requirements

FILES = PACKAGE / "starter/files"
CALLING = PACKAGE / "starter/calling"
"""Files that take the place of those where the workflows of a product's repository are called."""
PRODUCT = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", re.ASCII)
HIDDEN = re.compile(r"^_(?=[a-z])")
"""Stands in a name here for the dot that begins it there."""
FOLDER_OF_AGENCY = "AGENCY"
SHORT = re.compile(r"(?:Pemerintah (?:Daerah )?)?(.*)")


class NotEmptyError(Exception):
    """The folder holds something already."""


class Answers(NamedTuple):
    """What a new repository is made from.

    `id` is the folder of its top agency; `product`, if not empty, is the repository of Pendopo
    whose workflows it calls, `owner/name@commit`.
    """

    name: str
    type: str
    id: str
    region_code: str
    language: str
    primary: str
    accent: str
    site_url: str
    portal: str
    today: str
    product: str = ""

    @property
    def short_name(self) -> str:
        """The name without the words before it that are the same everywhere; empty without any."""
        short = short_name(self.name)
        return short if short != self.name else ""


def short_name(name: str) -> str:
    """`Kota Binjai` for `Pemerintah Kota Binjai`."""
    return SHORT.sub(r"\1", name, count=1)


def folder_name(name: str) -> str:
    """The name of an agency's folder: `kota-binjai` for `Pemerintah Kota Binjai`."""
    plain = unicodedata.normalize("NFKD", short_name(name)).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def write(folder: Path, answers: Answers, pin: Pin) -> None:
    """Writes the repository, whole or not at all; a folder may exist if it holds at most `.git`.

    Raises `NotEmptyError` where it holds more, `OSError` where it cannot be written.
    """
    if folder.exists() and not _empty(folder):
        raise NotEmptyError
    folder.mkdir(parents=True, exist_ok=True)
    # Beside the target, since a rename works within one file system only.
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".start-") as temporary:
        new = Path(temporary, "new")
        fill(new, answers, pin)
        for each in sorted(new.iterdir()):
            shutil.move(each, folder / each.name)


def fill(folder: Path, answers: Answers, pin: Pin) -> None:
    """Writes all files to a folder that does not exist."""
    for path, content in contents(answers, pin):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def contents(answers: Answers, pin: Pin) -> Iterator[tuple[str, bytes]]:
    """Every file of a new repository: its path and its content."""
    values = {**answers._asdict(), "short_name": answers.short_name, "version": __version__}
    for name, source in sorted(_sources(answers).items()):
        parts = (HIDDEN.sub(".", part) for part in name.split("/"))
        path = "/".join(answers.id if part == FOLDER_OF_AGENCY else part for part in parts)
        yield path, _filled(source.read_text("utf-8"), values).encode()
    yield "requirements.txt", requirements(pin).encode()
    if pin.wheel:
        yield pin.wheel, pin.content


def _sources(answers: Answers) -> dict[str, Path]:
    """The templates of all files by their names."""
    roots = (FILES, CALLING) if answers.product else (FILES,)
    return {
        each.relative_to(root).as_posix(): each
        for root in roots
        for each in root.rglob("*")
        if each.is_file()
    }


def _filled(text: str, values: Mapping[str, str]) -> str:
    # Other marks than usual: workflows are full of `${{ … }}`.
    environment = jinja2.Environment(  # noqa: S701  (writes no HTML)
        variable_start_string="<<",
        variable_end_string=">>",
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    return environment.from_string(text).render(values)


def _empty(folder: Path) -> bool:
    return folder.is_dir() and {each.name for each in folder.iterdir()} <= {".git"}
