"""The officials of an agency: who holds its posts today, and who did before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from pendopo.government.agency import Agency
from pendopo.kinds.officials import linked_data
from pendopo.kinds.officials.holders import (
    Holding,
    address,
    holders,
    list_address,
    structure_of,
)
from pendopo.kinds.officials.record import OFFICIAL
from pendopo.kinds.structure.pages import chart_address
from pendopo.site.context import Context
from pendopo.site.evidence import Evidence
from pendopo.site.page import Link, Page, latest


@dataclass(frozen=True)
class View:
    """The data that the template prints.

    `posts` are the titles of the posts with those who hold them; `heads` held that of the head
    before, the last first. `former` are other persons who hold no post now; `others` those of whom
    no post is known. `chart` is the address of the chart.
    """

    posts: list[tuple[str, Sequence[Holding]]]
    heads: Sequence[Holding]
    former: list[Link]
    others: list[Link]
    chart: str


def pages(context: Context, agency: Agency) -> Iterator[Page]:
    """Yield the list of officials, if the agency names any."""
    _ = context.translate
    if not list_address(agency):
        return
    yield Page(
        address=list_address(agency),
        title=_("Officials"),
        describe=lambda: _("Officials of {agency}.").format(agency=agency.name),
        source=agency.records(OFFICIAL)[0].path,
        template="officials/people",
        view=partial(view, context, agency),
        agency=agency,
        menu=_("Officials"),
        updated=latest(each.brief.updated for each in agency.records(OFFICIAL)),
        kind=_("Officials"),
        linked=lambda base: [linked_data.employees(context, agency, base)],
    )


def view(context: Context, agency: Agency) -> View:
    """Return what the list of an agency's officials shows today."""
    found, structure = holders(context, agency), structure_of(agency)
    current, earlier = {*found.current_of}, {*found.earlier_of}
    heads = found.before(structure.head) if structure else ()
    former = earlier - current - {each.id for each in heads}
    return View(
        [
            (each.title, found.of_post(each.id))
            for each in (structure.posts if structure else ())
            if each.holders == 1 or found.of_post(each.id)
        ],
        heads,
        _links(agency, former),
        _links(agency, {each.name for each in agency.records(OFFICIAL)} - current - earlier),
        chart_address(agency),
    )


def _links(agency: Agency, names: set[str]) -> list[Link]:
    """Links to the pages of persons, in the order of their names without degrees."""
    persons = [each for each in agency.records(OFFICIAL) if each.name in names]
    persons.sort(key=lambda each: each.brief.name.casefold())
    return [Link(each.brief.printed, address(agency, each.name)) for each in persons]


def evidence(context: Context, agency: Agency) -> Iterator[Evidence]:
    """Yield the officials, and the reports of wealth, where the agency publishes them."""
    _ = context.translate
    persons = [found[0] for found in holders(context, agency).current_of.values()]
    if persons:
        day = latest(each.person.updated for each in persons)
        yield Evidence("officials", _("Officials"), list_address(agency), day)
    for each in persons:
        if year := each.person.wealth_report:
            title = _("Report of wealth (LHKPN) {year}: {name}")
            named = title.format(year=year, name=each.person.printed)
            yield Evidence("wealth-reports", named, each.address, each.person.updated)
