"""Writes a new repository of content."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pendopo import __version__
from pendopo.basics.versions import PACKAGE
from pendopo.starter import editors
from pendopo.starter.drafts import draft
from pendopo.starter.names import short_name
from pendopo.starter.pin import Pin, requirements
from pendopo.starter.templates import filled

FILES = PACKAGE / "starter/files"
CALLING = PACKAGE / "starter/calling"
"""Files that take the place of those where the workflows of a product's repository are called."""
PRODUCT = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", re.ASCII)
HIDDEN = re.compile(r"^_(?=[a-z])")
"""Stands in a name here for the dot that begins it there."""


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
    known = {"version": __version__, "yaml_schemas": editors.mapping_text()}
    values = {**answers._asdict(), "short_name": answers.short_name, **known}
    for name, source in sorted(_sources(answers).items()):
        path = "/".join(HIDDEN.sub(".", part) for part in name.split("/"))
        yield path, filled(source.read_text("utf-8"), values).encode()
    of_agency = {**values, "title": answers.name}
    of_portal = {**values, "title": answers.portal, "about": answers.name}
    agency = f"data/agencies/{answers.id}/agency.yml"
    yield agency, filled(draft("agency").text, of_agency).encode()
    yield "data/portal.yml", filled(draft("portal").text, of_portal).encode()
    for path, text in editors.files():
        yield path, text.encode()
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
        # An installer compiles the hooks among them, which are templates like all others.
        if each.is_file() and each.suffix != ".pyc"
    }


def _empty(folder: Path) -> bool:
    return folder.is_dir() and {each.name for each in folder.iterdir()} <= {".git"}
