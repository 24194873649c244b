"""The configuration of the forms: every kind of record once, and the agencies that have them."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from pendopo.basics.markdown import shortened
from pendopo.basics.translations import N_, Translate, translations
from pendopo.forms.hints import hints_of
from pendopo.forms.widgets import LINE, Reference, References, Widgets, text_of
from pendopo.government.directory import Directory
from pendopo.kinds.agency.record.lifecycle import Status
from pendopo.kinds.announcements.record import AnnouncementRecord
from pendopo.kinds.events.record import EventRecord
from pendopo.kinds.news.record import ArticleRecord
from pendopo.kinds.plans.record import PLAN
from pendopo.kinds.plans.record.goals import Goal, Objective, elements
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.registry import KINDS
from pendopo.kinds.services.record.service import ServiceRecord
from pendopo.kinds.surveys.record import SurveyRecord
from pendopo.kinds.topics.record import TOPICS
from pendopo.reading.record_type import RecordType
from pendopo.reading.shapes import fields
from pendopo.site.kind import Kind
from pendopo.starter.drafts import draft, shapes

TITLES = {
    "portal": N_("Portal"),
    "agency": N_("Profile"),
    "structure": N_("Structure"),
    "officials": N_("Officials"),
    "pages": N_("Pages"),
    "plans": N_("Plans"),
    "services": N_("Services"),
    "surveys": N_("Surveys"),
    "announcements": N_("Announcements"),
    "news": N_("News"),
    "events": N_("Events"),
    "albums": N_("Albums"),
    "faq": N_("Questions and answers"),
    "documents": N_("Documents"),
    "topics": N_("Topics"),
    "redirects": N_("Redirects"),
}
"""What forms call the kinds; another kind is called by the name of its folder."""
REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}")
"""A repository at GitHub: its owner and its name."""
DATED = r"\d{4}-\d\d-\d\d-"
LONGEST = 60
"""Characters of a title that enter the name of a file."""
FIRST_DAY = re.compile(r"(?P<indent> *)(?P<key>[a-z_]+): <<day>>")
LONGEST_LABEL = 90


@dataclass(frozen=True)
class Forms:
    """The forms of a government; `data` is its data folder from the root of the repository.

    `repository` is `owner/name` at GitHub, `branch` the branch that changes are proposed for, or
    empty where GitHub is to say.
    """

    directory: Directory
    data: str
    repository: str
    branch: str = ""
    only: str = ""

    @property
    def translate(self) -> Translate:
        """The language of the forms is that of the portal."""
        return translations(self.directory.portal.language).gettext

    @cached_property
    def configuration(self) -> Mapping[str, Any]:
        """All that the script of the forms must know, as values of JSON."""
        return {
            "title": self.directory.portal.name,
            "data": self.data,
            "backend": {
                "name": "github",
                "repo": self.repository,
                **({"branch": self.branch} if self.branch else {}),
                "auth_methods": ["token"],
            },
            "files": self.translate(N_("Single files")),
            "portal": self.translate(N_("Portal")),
            "types": [self._type(each) for each in KINDS],
            "agencies": [*self._agencies()],
        }

    @cached_property
    def told(self) -> str:
        """The configuration as JSON."""
        text = json.dumps(self.configuration, ensure_ascii=False, separators=(",", ":"))
        return f"{text}\n"

    def _agencies(self) -> Iterator[Mapping[str, Any]]:
        """The agencies, each with the records that are written in another suffix than usual."""
        for name, agency in self.directory.agencies.items():
            if self.only and not f"{name}/".startswith(f"{self.only}/"):
                continue
            also = {
                (each.type.name, each.path.rpartition(".")[2])
                for each in agency.all_entries()
                if not each.path.endswith(each.type.suffixes[0])
            }
            yield {"id": name, "name": agency.name, "also": sorted(map(list, also))}

    def _type(self, kind: Kind) -> Mapping[str, Any]:
        record = kind.record
        labels = [*kind.labels.values(), *KINDS.labels.values()]
        hints = hints_of(kind.name, record.model)
        widgets = Widgets(self.translate, hints, labels, self._references)
        return {
            "name": record.name,
            "label": self.translate(TITLES.get(kind.name, record.folder or record.name)),
            "file": record.file,
            "agencies": record.in_agencies,
            "portal": record.in_portal,
            "suffixes": [each.removeprefix(".") for each in record.suffixes],
            "fields": widgets.of_model(record.model),
            **(self._named(kind) if record.folder else {}),
        }

    def _named(self, kind: Kind) -> Mapping[str, Any]:
        """How the file of a record is named, in the words of Sveltia CMS."""
        record = kind.record
        title = _title(record)
        name = f"{{{{fields.{title} | truncate({LONGEST})}}}}"
        day = first_day(kind.name)
        dated = record.names.pattern.startswith(DATED)
        said = self.translate(N_("Small letters, digits and hyphens, as in 2026-01-05-name."))
        return {
            "folder": record.folder,
            "identifier_field": title,
            "slug": {
                "template": f"{{{{fields.{day}}}}}-{name}" if dated else name,
                "editable": ["create"],
                "pattern": [f"^{record.names.pattern}$", said],
            },
            "summary": f"{{{{fields.{title}}}}}",
        }

    @cached_property
    def _references(self) -> References:
        topics = [
            (each.name, each.name)
            for entry in self.directory.records(TOPICS)
            for each in entry.record.topics
        ]
        agencies = [(name, each.name) for name, each in self.directory.agencies.items()]
        parts = [*self._parts()]
        about: dict[tuple[type[BaseModel], str], Reference] = {
            (model, "topics"): topics
            for model in (ArticleRecord, AnnouncementRecord, EventRecord, ServiceRecord)
        }
        return about | {
            (Status, "successors"): agencies,
            (PlanRecord, "derives_from"): [*self._plans()],
            (Goal, "supports"): parts,
            (Objective, "supports"): parts,
            (ServiceRecord, "related"): "service",
            (SurveyRecord, "service"): "service",
        }

    def _plans(self) -> Iterator[tuple[str, str]]:
        for name, agency in self.directory.agencies.items():
            for plan in agency.records(PLAN):
                yield f"{name}/{plan.name}", f"{plan.brief.title} ({agency.name})"

    def _parts(self) -> Iterator[tuple[str, str]]:
        """The missions, goals and objectives of agencies that have others below them."""
        for name, agency in self.directory.agencies.items():
            for plan in agency.records(PLAN) if self.directory.below(agency) else ():
                for anchor, statement in _stated(plan.record):
                    label = f"{shortened(statement, LONGEST_LABEL)} ({agency.name})"
                    yield f"{name}/{plan.name}#{anchor}", label


def _stated(plan: PlanRecord) -> Iterator[tuple[str, str]]:
    for number, mission in enumerate(plan.missions.statements if plan.missions else (), 1):
        yield f"misi-{number}", mission.statement
    yield from ((each.anchor, each.entry.statement) for each in elements(plan.goals))


def _title(record: RecordType[Any, Any]) -> str:
    """The field that a record is called by: its first line of text."""
    return next(each.key for each in fields(record.model) if text_of(each.shape) is LINE)


def first_day(kind: str) -> str:
    """The field that has the day in the name of a file, by the draft; empty if there is none."""
    path: Sequence[str] = ()
    for line in draft(kind).text.split("\n") if shapes(kind) else ():
        if found := FIRST_DAY.fullmatch(line):
            return ".".join([*path[: len(found["indent"]) // 2], found["key"]])
        if opened := re.fullmatch(r"([a-z_]+):", line):
            path = [opened[1]]
    return ""
