"""Linked data (schema.org) of the indicators of a plan."""

from collections.abc import Sequence
from typing import Any

from pendopo.government.agency import Agency
from pendopo.site.linked_data import reference, stated
from pendopo.site.page import Alternate, LinkedBase


def dataset(  # noqa: PLR0913
    *,
    title: str,
    description: str,
    agency: Agency,
    period: tuple[int, int],
    measured: Sequence[tuple[str, str]],
    files: Sequence[Alternate],
    updated: str,
    base: LinkedBase,
) -> dict[str, Any]:
    """Return a dataset of the indicators of a plan; `measured` are their names and units."""
    return stated(
        {
            "@type": "Dataset",
            "name": title,
            "description": description,
            "creator": reference(agency, base),
            "temporalCoverage": f"{period[0]}/{period[1]}" if period[0] else None,
            "dateModified": updated or None,
            # schema.org takes a text as well, which is half as long as a PropertyValue.
            "variableMeasured": [f"{name} ({unit})" if unit else name for name, unit in measured],
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": each.type,
                    "contentUrl": base(each.address),
                }
                for each in files
            ],
        }
    )
