"""Registry of all kinds of record, in the order of the menus."""

from importlib import import_module

from pendopo.site.kind import Registry

NAMES = (
    "portal",
    "agency",
    "structure",
    "officials",
    "pages",
    "plans",
    "services",
    "surveys",
    "announcements",
    "news",
    "events",
    "albums",
    "faq",
    "documents",
    "topics",
    "redirects",
)
"""The kinds, one folder beside this file each; adding a line here registers a kind."""

KINDS = Registry(tuple(import_module(f"pendopo.kinds.{name}.kind").KIND for name in NAMES))
