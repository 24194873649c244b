"""Writes the schemas of the models to schema/, and where they hold to the settings of VS Code.

`python -m schemas` (make schemas) does so; a test compares.
"""

from pathlib import Path

from pendopo.starter.editors import FOLDER, SETTINGS, files, mapping_text

ROOT = Path(__file__).parents[1]


def settings() -> str:
    """The settings of this repository: those of a new one that are about YAML."""
    return f'{{\n  "yaml.schemaStore.enable": false,\n  "yaml.schemas": {mapping_text()}\n}}\n'


def update() -> None:
    """Writes all files anew, and removes those of kinds that are gone."""
    (ROOT / FOLDER).mkdir(exist_ok=True)
    for path in (ROOT / FOLDER).iterdir():
        path.unlink()
    for name, text in files():
        (ROOT / name).write_bytes(text.encode())
    (ROOT / SETTINGS).parent.mkdir(exist_ok=True)
    (ROOT / SETTINGS).write_bytes(settings().encode())


if __name__ == "__main__":
    update()
