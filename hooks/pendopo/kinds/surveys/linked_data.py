"""Linked data (schema.org) of a survey: a dataset of its value and its elements."""

from decimal import Decimal
from typing import Any

from pendopo.basics.numbers import json_number
from pendopo.basics.translations import Translate
from pendopo.government.agency import Agency
from pendopo.kinds.surveys.labels import ELEMENTS
from pendopo.kinds.surveys.record import Survey
from pendopo.site.linked_data import reference, stated
from pendopo.site.page import LinkedBase


def dataset(
    agency: Agency, entry: Survey, translate: Translate, csv: str, base: LinkedBase
) -> dict[str, Any]:
    """Return a survey; `csv` is the address of its elements.

    No AggregateRating: its elements are not ratings of a thing that people left there.
    """
    survey, brief = entry.record, entry.brief
    averages = survey.elements.averages()
    return stated(
        {
            "@type": "Dataset",
            "name": survey.title,
            "description": f"{survey.title}, {agency.brief.name}",
            "creator": reference(agency, base),
            "temporalCoverage": f"{brief.start}/{brief.end}",
            "dateModified": brief.updated,
            "measurementTechnique": "Peraturan Menteri PANRB 14/2017",
            "variableMeasured": [
                _measured(translate("Satisfaction index"), survey.value, 25, 100),
                *(_measured(translate(ELEMENTS[name]), averages[name], 1, 4) for name in averages),
            ],
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": csv}
            ],
        }
    )


def _measured(name: str, value: Decimal, least: int, most: int) -> dict[str, Any]:
    return {
        "@type": "PropertyValue",
        "name": name,
        "value": json_number(value),
        "minValue": least,
        "maxValue": most,
    }
