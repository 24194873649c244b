"""The kinds of record, and the government that tests look at: found by walking the registry."""

import atexit
import shutil
import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path

from budgets import thorough
from pendopo.kinds.registry import KINDS
from pendopo.site.kind import Kind
from pendopo.site.samples import Samples


@cache
def samples(kind: Kind) -> Samples:
    """The samples of a kind."""
    found: Samples = import_module(f"pendopo.kinds.{kind.name}.samples").SAMPLES
    return found


def _miniature() -> Path:
    """The miniature government, with what the kinds add to it in a copy where they do."""
    folder = Path(__file__).parent / "miniature"
    added = {path: text for kind in KINDS for path, text in samples(kind).miniature.items()}
    if not added:
        return folder
    whole = Path(tempfile.mkdtemp(prefix="miniature-"))
    atexit.register(shutil.rmtree, whole, ignore_errors=True)
    shutil.copytree(folder, whole, dirs_exist_ok=True)
    for path, text in added.items():
        (whole / path).parent.mkdir(parents=True, exist_ok=True)
        (whole / path).write_text(text, encoding="utf-8")
    return whole


MINIATURE = _miniature()
PAGES = {name: page for kind in KINDS for name, page in samples(kind).pages.items()} | {
    "written by hand": "tentang/"
}
"""Every kind of page of the miniature site, by the address of one: the browser and the audit look
at each."""


def some_pages() -> dict[str, str]:
    """A fifth of the kinds of page, all in a thorough run: for what takes long for each."""
    return PAGES if thorough() else dict([*PAGES.items()][::5])
