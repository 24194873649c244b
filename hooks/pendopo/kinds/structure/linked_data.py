"""Linked data (schema.org) of the structure of an agency."""

from collections import defaultdict
from typing import Any

from pendopo.government.agency import Agency
from pendopo.kinds.structure.record import StructureRecord, Unit
from pendopo.kinds.structure.tree import units_in_order
from pendopo.site.linked_data import reference, stated
from pendopo.site.page import LinkedBase


def structure(agency: Agency, record: StructureRecord, base: LinkedBase) -> dict[str, Any]:
    """Return the agency with its units, each with its parts."""
    parts: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for unit, _ in reversed(units_in_order(record)):
        parts[unit.part_of or ""].append(_unit(unit, parts.pop(unit.id, [])))
    return stated({**reference(agency, base), "subOrganization": parts[""][::-1]})


def _unit(unit: Unit, parts: list[dict[str, Any]]) -> dict[str, Any]:
    return stated({"@type": "Organization", "name": unit.name, "subOrganization": parts[::-1]})
