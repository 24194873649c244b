"""The records: one row for each kind of file that the data folder may hold."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pendopo.kinds.agency.record import AgencyBrief, AgencyRecord, agency_rules
from pendopo.kinds.news.record import ArticleBrief, ArticleRecord, article_rules
from pendopo.kinds.plans.record.brief import PlanBrief
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.plans.rules.plan import plan_rules
from pendopo.kinds.portal.record import PortalRecord, portal_rules
from pendopo.kinds.redirects.record import RedirectsBrief, RedirectsRecord, redirects_rules
from pendopo.kinds.topics.record import TopicsRecord, topics_rules
from pendopo.reading.fields import NAME
from pendopo.reading.record import Finding, Part


class Kind(NamedTuple):
    """A kind of record: where its files lie, their model, and the rules of one file alone.

    `brief` is the class of what can be known of a record without reading its file again: a tuple
    of texts and numbers that its method `of` takes from the record. `names` is what a file's name
    without its suffix must match, `misnamed` the problem where it does not.
    """

    name: str
    model: type[Part]
    folder: str
    rules: Callable[[Any], Iterator[Finding]] = lambda record: iter(())
    brief: Any = None
    suffixes: tuple[str, ...] = (".yml",)
    names: re.Pattern[str] = NAME
    misnamed: str = "file-name"

    def __reduce__(self) -> tuple[Callable[[str], "Kind"], tuple[str]]:
        """A kind that is passed to another process is the one that stands in the table there."""
        return _named, (self.name,)


def _named(name: str) -> Kind:
    return BY_NAME[name]


AGENCY = Kind("agency", AgencyRecord, "", agency_rules, AgencyBrief)
PORTAL = Kind("portal", PortalRecord, "", portal_rules)
TOPICS = Kind("topics", TopicsRecord, "", topics_rules)
REDIRECTS = Kind("redirects", RedirectsRecord, "", redirects_rules, RedirectsBrief)
KINDS = (
    Kind("plan", PlanRecord, "plans", plan_rules, PlanBrief),
    Kind(
        "article",
        ArticleRecord,
        "news",
        article_rules,
        ArticleBrief,
        (".yml", ".md"),
        re.compile(rf"\d{{4}}-\d\d-\d\d-{NAME.pattern}", re.ASCII),
        "file-article-name",
    ),
)
"""Kinds of which an agency holds any number, each in a folder of its own."""
BY_NAME = {kind.name: kind for kind in (AGENCY, PORTAL, TOPICS, REDIRECTS, *KINDS)}
