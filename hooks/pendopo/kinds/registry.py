"""All kinds of record, in the order of the menus."""

from importlib import import_module

from pendopo.site.kind import Registry

NAMES = (
    "portal",
    "agency",
    "plans",
    "news",
    "topics",
    "redirects",
)
"""The folders beside this file: one line registers a kind."""

KINDS = Registry(tuple(import_module(f"pendopo.kinds.{name}.kind").KIND for name in NAMES))
