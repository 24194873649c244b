"""What editors need to complete and check the files of a data folder: schemas, and where they hold.

The schemas lie in the repository, so that editors need no network and those of the pinned version.
"""

import json
from collections.abc import Iterator

from pendopo.kinds.registry import KINDS
from pendopo.site.input_schemas import paths, schemas, text

FOLDER = "schema"
SETTINGS = ".vscode/settings.json"
KEY = "yaml.schemas"
"""The setting of the extension YAML that says which schema holds for which files."""


def files() -> Iterator[tuple[str, str]]:
    """Yield every schema: its path in a repository, and its text."""
    for name, schema in schemas(KINDS).items():
        yield f"{FOLDER}/{name}.json", text(schema)


def mapping(data: str = "data/") -> dict[str, list[str]]:
    """The paths of the schemas, each with patterns of the files that it is for."""
    return {f"./{FOLDER}/{kind.name}.json": paths(kind.record, data) for kind in KINDS}


def mapping_text(data: str = "data/") -> str:
    """The mapping as a setting of an editor."""
    return json.dumps(mapping(data), indent=2).replace("\n", "\n  ")


def with_mapping(settings: str, data: str) -> str:
    """The text of settings with the mapping before all others, unless they have one already."""
    before, brace, after = settings.partition("{")
    if not brace or before.strip() or KEY in settings:
        return settings
    comma = "" if after.strip() == "}" else ","
    return f'{before}{{\n  "{KEY}": {mapping_text(data)}{comma}{after}'
