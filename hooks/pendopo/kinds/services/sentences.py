"""Messages about services."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "service-requirements": Sentence(
            N_("The service says nothing of its requirements."),
            N_("List them; if nothing is required, say so: Tidak ada persyaratan."),
        ),
        "service-procedure": Sentence(
            N_("The service has no steps."),
            N_("List what the applicant and the officer do, one after the other."),
        ),
        "service-fee": Sentence(
            N_("The service does not say what it costs."),
            N_("Write fee: gratis, or an amount in rupiah, for example fee: 25.000"),
        ),
        "service-time-none": Sentence(
            N_("The service takes no time at all."),
            N_("Write a number above 0 in a smaller unit, for example amount: 15 and unit: menit."),
        ),
        "service-time-order": Sentence(
            N_("The longest time, {last}, is no longer than the shortest, {first}."),
            N_("Correct until, or remove it."),
        ),
        "service-reason": Sentence(
            N_("The service is not open, but does not say why."),
            N_("Add reason: why it is so, and where people should turn instead."),
        ),
        "service-status-days": Sentence(
            N_("The last day, {value}, lies before the first, {first}."),
            N_("Correct the first day or the last."),
        ),
        "service-reopened": Sentence(
            N_("The service was to be closed until {value}, and that day is over."),
            N_("Remove status if it is open again, or correct until."),
            warning=True,
        ),
        "service-management": Sentence(
            N_("Of the standard of this service, these parts are not published: {keys}."),
            N_("Add them when they are at hand; the page can do without."),
            information=True,
        ),
        "service-related-self": Sentence(
            N_("The service is related to itself."),
            N_("Remove it from this list."),
        ),
        "service-unknown": Sentence(
            N_("{value} is no service of this agency."),
            N_("Choose one of these: {known}; it is the name of the file without .yml."),
        ),
        "service-unknown-nearest": Sentence(
            N_("{value} is no service of this agency."),
            N_("Did you mean {nearest}?"),
        ),
    }
)
