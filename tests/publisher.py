"""A repository of content, as a publisher has it: its settings, its pages, its own templates."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from conftest import AGENCY, PORTAL

SETTINGS: Mapping[str, Any] = {
    "site_name": "Portal",
    "site_url": "https://contoh.example/repo/",
    "theme": {"name": "material", "font": False, "favicon": "assets/favicon.svg"},
    "hooks": ["hooks/mkdocs_hooks.py"],
    "plugins": [],
    "nav": [{"Tentang situs ini": "tentang.md"}],
    "validation": {"omitted_files": "warn", "unrecognized_links": "warn", "anchors": "warn"},
}
FILES: Mapping[str, str] = {
    "data/portal.yml": PORTAL,
    "data/agencies/kota-uji/agency.yml": AGENCY,
    "data/agencies/kota-uji/dinas-air/agency.yml": "type: dinas\nname: Dinas Air\n",
    "docs/tentang.md": "# Tentang\n\nSitus uji.\n",
    "hooks/mkdocs_hooks.py": "from pendopo.mkdocs.hooks import *\n",
}
OWN = {"theme": {**SETTINGS["theme"], "custom_dir": "overrides"}}
"""Settings of a publisher who has templates of their own."""


def content(folder: Path, files: Mapping[str, str] = {}, **settings: Any) -> Path:
    """Writes a repository of content to `folder`, with `files` and `settings` beside the usual."""
    given = yaml.safe_dump({**SETTINGS, **settings}, sort_keys=False)
    for name, text in {**FILES, "mkdocs.yml": given, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def published(folder: Path) -> Path:
    """Builds the site of a repository of content; returns its folder."""
    build(load_config(str(folder / "mkdocs.yml"), strict=True))
    return folder / "site"


def refused(folder: Path, caplog: pytest.LogCaptureFixture) -> list[str]:
    """What a build of a repository of content says that has to stop, message by message."""
    caplog.clear()
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        published(folder)
    assert not (folder / "site").exists()
    return [each.getMessage() for each in caplog.records]
