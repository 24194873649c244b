"""The records: one row for each kind of file that the data folder may hold."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from .agency import AgencyRecord, agency_rules
from .article import ArticleRecord, article_rules
from .plan import PlanRecord
from .plan_rules import plan_rules
from .portal import PortalRecord
from .record import Finding, Part


class Kind(NamedTuple):
    """A kind of record: where its files lie, their model, and the rules of one file alone."""

    name: str
    model: type[Part]
    folder: str
    suffixes: tuple[str, ...] = (".yml",)
    rules: Callable[[Any], Iterator[Finding]] = lambda record: iter(())


AGENCY = Kind("agency", AgencyRecord, "", rules=agency_rules)
PORTAL = Kind("portal", PortalRecord, "")
KINDS = (
    Kind("plan", PlanRecord, "plans", rules=plan_rules),
    Kind("article", ArticleRecord, "news", (".yml", ".md"), article_rules),
)
"""Kinds of which an agency holds any number, each in a folder of its own."""
