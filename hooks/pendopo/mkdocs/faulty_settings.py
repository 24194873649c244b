"""Finds settings of mkdocs.yml that are wrong, or that would do nothing without a word."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from pendopo.mkdocs import counter, forms, menu, pictures, sentences, settings
from pendopo.mkdocs.positions import Positions
from pendopo.problems.nearest import Names
from pendopo.problems.problem import Problem

__all__ = ["problems", "sentences"]
OF_PORTAL = {
    ("copyright",): "licence",
    ("site_author",): "publisher",
    ("site_description",): "introduction",
    ("theme", "language"): "language",
    ("theme", "palette"): "colours",
}
"""Settings for which the portal's own file has a key."""
UNUSED = ("repo_name",)
THEME = ("name", "custom_dir", "favicon", "font", "logo", "static_templates")
"""Keys of `theme` that have an effect."""
OF_MATERIAL = (
    *("alternate", "analytics", "annotate", "consent", "generator", "homepage", "social"),
    *("status", "tags", "version"),
)
"""Keys of `extra` that Material's own templates look for."""
OWN = ("data", "counter", "forms")
"""Keys of `extra.pendopo`."""


def problems(config: MkDocsConfig) -> list[Problem]:
    """What is wrong with the settings, sorted by their place in mkdocs.yml."""
    at = Positions.of(Path(config.config_file_path))
    found = [
        *_of_portal(at, config),
        *_of_look(at, config),
        *_of_theme(at, config),
        *_of_extra(at, config.extra),
        *_of_plugins(at, config),
        *_of_stylesheets(at, config),
        *_of_folders(at, config),
        *menu.problems(at, config),
        *pictures.problems(at, config),
        *counter.problems(at, config),
        *forms.problems(at, config),
    ]
    if not config.use_directory_urls:
        found.append(at.problem("setting-addresses", ("use_directory_urls",)))
    if config.theme.name != "material":
        found.append(at.problem("setting-theme", ("theme",)))
    return sorted(found)


def _of_portal(at: Positions, config: MkDocsConfig) -> Iterator[Problem]:
    for key, instead in OF_PORTAL.items():
        # MkDocs hands out what a theme sets by itself like what a publisher has written.
        if key in at.known or (len(key) == 1 and config[key[0]]):
            yield at.problem("setting-of-portal", key, key=".".join(key), instead=instead)


def _of_look(at: Positions, config: MkDocsConfig) -> Iterator[Problem]:
    if config.extra_javascript:
        yield at.problem("setting-scripts", ("extra_javascript",), key="extra_javascript")
    for name in UNUSED:
        if (name,) in at.known:
            yield at.problem("setting-unused", (name,), key=name)


def _of_theme(at: Positions, config: MkDocsConfig) -> Iterator[Problem]:
    if ("theme", "font") in at.known and config.theme.get("font"):
        yield at.problem("setting-font", ("theme", "font"), key="theme.font")
    for key in at.known:
        if len(key) == 2 and key[0] == "theme" and key[1] not in THEME and key not in OF_PORTAL:
            yield at.problem("setting-unused", key, key=f"theme.{key[1]}")


def _of_extra(at: Positions, extra: Mapping[str, Any]) -> Iterator[Problem]:
    for name in OF_MATERIAL:
        if name in extra:
            yield at.problem("setting-unused", ("extra", name), key=f"extra.{name}")
    own = extra.get("pendopo", {})
    if not isinstance(own, dict):
        yield at.problem("setting-mapping", ("extra", "pendopo"), key="extra.pendopo")
        return
    known = Names(OWN)
    for name in map(str, own):
        if name not in OWN:
            key = ("extra", "pendopo", name)
            if near := known.nearest(name):
                yield at.problem("key-unknown-nearest", key, key=name, nearest=near)
            else:
                yield at.problem("key-unknown", key, key=name, known=known.listed)


def _of_plugins(at: Positions, config: MkDocsConfig) -> Iterator[Problem]:
    names = [name for name in config.plugins if name not in config.hooks]
    for number, name in enumerate(names):
        if name.rpartition("/")[2] == "search":
            yield at.problem("setting-search", ("plugins", number))
        else:
            yield at.problem("setting-plugin", ("plugins", number), name=name)


def _of_stylesheets(at: Positions, config: MkDocsConfig) -> Iterator[Problem]:
    root = Path(config.docs_dir).resolve()
    for number, path in enumerate(config.extra_css):
        file = (root / str(path)).resolve()
        # Another plugin may add one that it makes.
        written = ("extra_css", number) in at.known
        if written and not (file.is_file() and file.is_relative_to(root)):
            yield at.problem("setting-stylesheet", ("extra_css", number), file=path)


def _of_folders(at: Positions, config: MkDocsConfig) -> Iterator[Problem]:
    """The data folder may not lie where MkDocs publishes: its files would be public unchecked."""
    folder = settings.data_folder(config)
    for name, other in (("docs_dir", config.docs_dir), ("site_dir", config.site_dir)):
        if folder.resolve().is_relative_to(Path(other).resolve()):
            where = ("extra", "pendopo", "data")
            yield at.problem("setting-data", where, folder=folder, name=name, other=other)
