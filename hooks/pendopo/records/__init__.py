"""The records: one row for each kind of file that the data folder may hold."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ..fields import NAME
from .agency import AgencyRecord, agency_rules
from .article import ArticleRecord, article_rules
from .plan import PlanRecord
from .plan_rules import plan_rules
from .portal import PortalRecord
from .record import Finding, Part


class Kind(NamedTuple):
    """A kind of record: where its files lie, their model, and the rules of one file alone.

    `names` is what a file's name without its suffix must match, `misnamed` the problem where it
    does not.
    """

    name: str
    model: type[Part]
    folder: str
    rules: Callable[[Any], Iterator[Finding]] = lambda record: iter(())
    suffixes: tuple[str, ...] = (".yml",)
    names: re.Pattern[str] = NAME
    misnamed: str = "file-name"


AGENCY = Kind("agency", AgencyRecord, "", agency_rules)
PORTAL = Kind("portal", PortalRecord, "")
KINDS = (
    Kind("plan", PlanRecord, "plans", plan_rules),
    Kind(
        "article",
        ArticleRecord,
        "news",
        article_rules,
        (".yml", ".md"),
        re.compile(rf"\d{{4}}-\d\d-\d\d-{NAME.pattern}", re.ASCII),
        "file-article-name",
    ),
)
"""Kinds of which an agency holds any number, each in a folder of its own."""
