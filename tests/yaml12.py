"""YAML as editors read it: version 1.2, where `2026` is a number, and `ya` and a day are texts."""

import re
from typing import Any

import yaml


class _Editors(yaml.SafeLoader):
    """Reads the scalars of the core schema of YAML 1.2, and no others."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (as pyyaml names it)


KINDS = {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)",
}
for name, pattern in KINDS.items():
    _Editors.add_implicit_resolver(
        f"tag:yaml.org,2002:{name}", re.compile(rf"(?:{pattern})\Z", re.ASCII), None
    )


def _number(loader: _Editors, node: yaml.ScalarNode) -> float:
    return int(node.value, 0) if re.match("0[ox]", node.value) else float(node.value)


_Editors.add_constructor("tag:yaml.org,2002:int", _number)
_Editors.add_constructor("tag:yaml.org,2002:float", _number)


def _mapping(loader: _Editors, node: yaml.MappingNode) -> dict[str, Any]:
    keys = [str(key.value) for key, _ in node.value]
    if len({*keys}) < len(keys):
        raise yaml.YAMLError("Map keys must be unique")
    return {
        key: loader.construct_object(value, deep=True)
        for key, (_, value) in zip(keys, node.value, strict=True)
    }


_Editors.add_constructor("tag:yaml.org,2002:map", _mapping)


def read(text: str) -> Any:
    """What an editor finds in a text. Raises `yaml.YAMLError` where it is no YAML."""
    return yaml.load(text, _Editors)
