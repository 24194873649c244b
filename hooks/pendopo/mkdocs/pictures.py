"""The portal's own pictures, which mkdocs.yml names: its logo, and the icon of its pages."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from pendopo.mkdocs.positions import Positions
from pendopo.problems.problem import Problem
from pendopo.rendering.template_files import TEMPLATES
from pendopo.site.shell import ICON, ICON_TYPES

HEAVIEST = 50_000
"""Most bytes of a picture that every page loads."""
NAMES = ("favicon", "logo")


def icon(config: MkDocsConfig) -> str:
    """The address of the icon: `theme.favicon` where there is such a file, else the package's."""
    named = str(config.theme.get("favicon") or "")
    return named if _shown(config, named) else ICON


def logo(config: MkDocsConfig) -> str:
    """The address of the logo, `theme.logo`; empty if there is none."""
    named = str(config.theme.get("logo") or "")
    return named if _shown(config, named) else ""


def problems(at: Positions, config: MkDocsConfig) -> Iterator[Problem]:
    """Pictures that do not exist, that no browser shows, or that are too heavy for every page."""
    for name in NAMES:
        key = ("theme", name)
        named = str(config.theme.get(name) or "")
        if key not in at.known or not named:
            continue
        file = _shown(config, named)
        if not file:
            yield at.problem("setting-picture", key, file=named, known=", ".join(ICON_TYPES))
        elif file.stat().st_size > HEAVIEST:
            yield at.problem("setting-heavy", key, file=named, most=HEAVIEST // 1000)


def _shown(config: MkDocsConfig, named: str) -> Path | None:
    """The picture of docs/ or of the package that becomes `named`; None if there is none."""
    for folder in (Path(config.docs_dir), TEMPLATES):
        file = (folder / named).resolve()
        inside = file.is_file() and file.is_relative_to(folder.resolve())
        if inside and file.suffix.lower() in ICON_TYPES:
            return file
    return None
