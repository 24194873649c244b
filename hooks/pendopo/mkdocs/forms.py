"""Forms for staff on the site itself, where `extra.pendopo.forms` of mkdocs.yml asks for them."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from pendopo.basics.translations import translations
from pendopo.build.setup import Setup
from pendopo.forms.configuration import REPOSITORY, Forms
from pendopo.forms.folder import FILES, files
from pendopo.forms.packages import PINS, FetchError, fetched, kept
from pendopo.government.directory import Directory
from pendopo.mkdocs.positions import Positions
from pendopo.mkdocs.settings import files_by_hand, own
from pendopo.problems.problem import Problem

FOLDER = "kelola"
KEYS = ("repository", "branch", "editor")
WHERE = ("extra", "pendopo", "forms")


def forms(config: MkDocsConfig, directory: Directory, setup: Setup) -> Forms | None:
    """The forms of the settings, which have been checked; None where none are asked for.

    Raises `PluginError` where an agency or a page has their address.
    """
    given = own(config).get("forms")
    if not isinstance(given, dict):
        return None
    by_hand = (each.partition("/")[0] for each in files_by_hand(config))
    if FOLDER in {*directory.agencies, *by_hand}:
        raise PluginError(f"An agency or a page has the folder {FOLDER}/, where the forms go.")
    root = Path(config.config_file_path).parent
    data = Path(os.path.relpath(setup.folder, root)).as_posix()
    return Forms(directory, data, str(given["repository"]), str(given.get("branch", "")))


def generated(config: MkDocsConfig, found: Forms, workshop: Path) -> Iterator[File]:
    """The files of the forms for MkDocs to write; their packages are kept in `workshop`.

    Raises `PluginError` where the editor cannot be had.
    """
    named = own(config)["forms"].get("editor")
    root = Path(config.config_file_path).parent
    try:
        archives = fetched(root / str(named)) if named else kept(workshop / "forms")
    except FetchError as error:
        language = found.directory.portal.language
        raise PluginError(error.told(translations(language).gettext)) from error
    for path, content in files(found, archives).items():
        yield File.generated(config, f"{FOLDER}/{path}", content=content)


def mark(found: Forms) -> list[str]:
    """What the files of the forms depend on beside the code, as an input of cache keys."""
    texts = (each.read_text("utf-8") for each in [PINS, *sorted(FILES.iterdir())])
    return [found.told, *texts]


def problems(at: Positions, config: MkDocsConfig) -> Iterator[Problem]:
    """What is wrong with the settings of the forms."""
    given: Any = own(config).get("forms")
    if given is None:
        return
    if not isinstance(given, dict):
        yield at.problem("setting-mapping", WHERE, key=".".join(WHERE))
        return
    for name in map(str, given):
        if name not in KEYS:
            yield at.problem("key-unknown", (*WHERE, name), key=name, known=", ".join(KEYS))
    repository = str(given.get("repository", ""))
    if not REPOSITORY.fullmatch(repository):
        yield at.problem("forms-repository", (*WHERE, "repository"), value=repository)
