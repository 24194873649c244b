"""Records to a directory, and the problems that only the whole can tell."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pendopo.basics import addresses
from pendopo.government.directory import DEFAULT_PORTAL, Agency, Directory
from pendopo.kinds.news.record import ArticleRecord
from pendopo.kinds.plans import selection as plans
from pendopo.kinds.plans.cascade import servers, supports_above
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.registry import AGENCY, PORTAL, REDIRECTS, TOPICS
from pendopo.problems.problem import Problem, nearest, problem
from pendopo.reading.documents import Location
from pendopo.reading.load import Entry
from pendopo.reading.media import Media


def link(
    entries: Iterable[Entry[Any]], media: Iterable[Media], paths: Collection[str]
) -> tuple[Directory, list[Problem]]:
    """The directory of all records, and the problems that only the whole can tell.

    `paths` are all files that were found, also those that are not sound: what they lack has been
    told already.
    """
    by_agency: dict[str, list[Entry[Any]]] = defaultdict(list)
    for entry in entries:
        by_agency[entry.agency].append(entry)
    files: dict[str, dict[str, Media]] = defaultdict(dict)
    for each in media:
        files[each.agency][each.name] = each
    heads = {
        entry.agency: entry
        for found in by_agency.values()
        for entry in found
        if entry.kind is AGENCY
    }
    portals = [entry.record for entry in by_agency.get("", []) if entry.kind is PORTAL]
    agencies = {
        agency_id: Agency(
            agency_id,
            head,
            _parent(agency_id, heads),
            _by_kind(by_agency[agency_id]),
            files[agency_id],
        )
        for agency_id, head in sorted(heads.items(), key=lambda item: item[0].split("/"))
    }
    vocabularies = [entry.record for entry in by_agency.get("", []) if entry.kind is TOPICS]
    topics = vocabularies[0].topics if vocabularies else ()
    redirects = next((each for each in by_agency.get("", []) if each.kind is REDIRECTS), None)
    portal = portals[0] if portals else DEFAULT_PORTAL
    directory = Directory(portal, agencies, topics=topics, redirects=redirects)
    problems = list(_problems(directory, paths))
    return replace(directory, servers=servers(directory)), problems


def _by_kind(entries: Iterable[Entry[Any]]) -> Mapping[str, tuple[Entry[Any], ...]]:
    by_kind: dict[str, list[Entry[Any]]] = defaultdict(list)
    for entry in entries:
        by_kind[entry.kind.name].append(entry)
    return {kind: tuple(found) for kind, found in by_kind.items()}


def _parent(agency_id: str, known: Mapping[str, object]) -> str | None:
    """The nearest agency around `agency_id` that exists."""
    above, _, _ = agency_id.rpartition("/")
    if not above:
        return None
    return above if above in known else _parent(above, known)


def _problems(directory: Directory, paths: Collection[str]) -> Iterator[Problem]:
    for agency in directory.agencies.values():
        yield from _free_address(agency)
        yield from _code_of_parent(agency, directory)
        yield from _media_exist(agency, paths)
        for plan in agency.plans:
            yield from _plan_above(agency, plan, directory, paths)
            yield from _something_shown(agency, plan, directory)
            yield from _mission_above(plan, directory)
            yield from supports_above(agency, plan, directory, paths)
        for article in agency.articles:
            yield from _date_of_name(article)
            yield from _topics_known(article, directory, paths)


def _free_address(agency: Agency) -> Iterator[Problem]:
    """No agency has the address of a page of the agency or portal around it."""
    name = agency.id.rpartition("/")[2]
    if name in (addresses.OF_AGENCIES if "/" in agency.id else addresses.OF_PORTAL):
        yield problem(agency.entry.path, "name-reserved", name=name)


def _code_of_parent(agency: Agency, directory: Directory) -> Iterator[Problem]:
    """A region code begins with the code of the nearest agency above that has one."""
    code = agency.brief.region_code
    for above in reversed(directory.above(agency)):
        if code and (start := above.brief.region_code):
            if code != start and not code.startswith(f"{start}."):
                values = {"value": code, "parent": start, "name": above.name}
                yield agency.entry.problem(("region_code",), "region-code-parent", **values)
            return


def _media_exist(agency: Agency, paths: Collection[str]) -> Iterator[Problem]:
    """A picture or document that a record names lies in the folder media of its agency."""
    named: list[tuple[Entry[Any], str, Location]]
    named = [(agency.entry, agency.brief.emblem, ("emblem", "file"))]
    named += [(article, article.brief.picture, ("picture", "file")) for article in agency.articles]
    named += [
        (entry, file, ("documents", index, "file"))
        for entry in (agency.entry, *agency.articles, *agency.plans)
        for index, file in enumerate(entry.brief.documents)
    ]
    for entry, file, location in named:
        if not file or file in agency.media or f"agencies/{agency.id}/media/{file}" in paths:
            continue
        if near := nearest(file, agency.media):
            yield entry.problem(location, "media-missing-nearest", value=file, nearest=near)
        else:
            yield entry.problem(location, "media-missing", value=file)


def _something_shown(
    agency: Agency, plan: Entry[PlanRecord], directory: Directory
) -> Iterator[Problem]:
    """A plan that states nothing itself derives from one that states a vision or missions."""
    states = plans.states_vision(plan) or plan in plans.with_goals(agency)
    derived = directory.plan(plan.brief.derives_from)
    is_above = derived is not None and derived[0] in directory.above(agency)
    if is_above and not states and not plans.above(plan, directory):
        yield plan.problem((), "plan-empty")


def _plan_above(
    agency: Agency, plan: Entry[PlanRecord], directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """A plan derives from an existing plan of an agency above."""
    reference = plan.brief.derives_from
    if not reference:
        return
    above = directory.above(agency)
    if found := directory.plan(reference):
        if found[0] not in above:
            yield plan.problem(("derives_from",), "plan-above-place", value=reference)
        return
    above_id, _, name = reference.rpartition("/")
    if f"agencies/{above_id}/plans/{name}.yml" in paths:
        return
    known = [f"{each.id}/{entry.name}" for each in above for entry in each.plans]
    if near := nearest(reference, known):
        values = {"value": reference, "nearest": near}
        yield plan.problem(("derives_from",), "plan-above-missing-nearest", **values)
    else:
        yield plan.problem(("derives_from",), "plan-above-missing", value=reference)


def _mission_above(plan: Entry[PlanRecord], directory: Directory) -> Iterator[Problem]:
    """A goal of a plan without missions serves one of the plan that it derives from."""
    higher = plans.above(plan, directory)
    if higher is None or plan.brief.missions:
        return
    count = higher[1].brief.missions
    for location, mission in plan.brief.named_missions:
        if not 1 <= mission <= count:
            yield plan.problem(location, "mission-unknown", value=mission, count=count)


def _date_of_name(article: Entry[ArticleRecord]) -> Iterator[Problem]:
    """The date in the name of a news file is one of the article's dates."""
    if not article.whole:
        return
    day = article.name[:10]
    if day not in (article.brief.event_date, article.brief.published):
        yield problem(article.path, "article-name-date", value=day)


def _topics_known(
    article: Entry[ArticleRecord], directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """The topics of an article are those of topics.yml, unless that file itself is not sound."""
    known = [each.name for each in directory.topics]
    for index, name in enumerate(article.brief.topics):
        if directory.topic(name) or (not known and "topics.yml" in paths):
            continue
        location = ("topics", index)
        if near := nearest(name, known):
            yield article.problem(location, "topic-unknown-nearest", value=name, nearest=near)
        else:
            yield article.problem(location, "topic-unknown", value=name, known=", ".join(known))
