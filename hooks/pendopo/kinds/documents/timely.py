"""What depends on the date: how complete an agency's public information is."""

from collections.abc import Iterator

from pendopo.government.agency import Agency
from pendopo.kinds.documents.disclosure import disclosure, judged
from pendopo.kinds.documents.record import DOCUMENT
from pendopo.problems.problem import Problem, problem
from pendopo.site.context import Context


def disclosure_rules(context: Context, agency: Agency) -> Iterator[Problem]:
    """An agency that lists its public information publishes all compulsory items, none too old.

    Of an agency without a document nothing is told: it has not begun, and its page shows it anyway.
    """
    if not (judged(context, agency) and agency.records(DOCUMENT)):
        return
    found = disclosure(context, agency)
    wanted = [
        each.requirement.item
        for each in found.standings
        if each.state != "there" and each.requirement.compulsory
    ]
    if wanted:
        values = {"total": found.total, "missing": found.count("absent"), "old": found.count("old")}
        known = ", ".join(wanted)
        yield problem(agency.entry.path, "disclosure-missing", **values, known=known)
