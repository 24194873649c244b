"""Messages about agencies."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "account": Sentence(
            N_("{value} is no name on GitHub."),
            N_("Write a name or organisation/team, for example kota-binjai/kominfo"),
        ),
        "hours-day": Sentence(
            N_("The last day is the same as the first."),
            N_("Remove last_day."),
        ),
        "hours-order": Sentence(
            N_("The office is open from {opens} to {closes}, which is no time at all."),
            N_("Correct the two times; open all day is opens: 00:00, closes: 24:00."),
        ),
        "hours-overnight": Sentence(
            N_("The office is open from {opens} until {closes} of the next day."),
            N_("Correct the times if that is not so: {closes} in the afternoon is 12 hours more."),
            warning=True,
        ),
        "maintainers-many": Sentence(
            N_("There are more than {limit} maintainers."),
            N_("Name a team, organisation/team, and keep its members on GitHub."),
        ),
        "type-name-legal": Sentence(
            N_("{value} is the name by law of this type, and is shown anyway."),
            N_("Remove it, or write what the type is called locally."),
        ),
        "type-name-nobody": Sentence(
            N_("No agency here or below is of the type {type}, so nothing is called {value} yet."),
            N_("There is nothing to do if one will come; else remove it."),
            information=True,
        ),
        "region-code-parent": Sentence(
            N_("The region code {value} does not begin with {parent}, the code of {name}."),
            N_("Correct one of the two codes, or move the folder below the right agency."),
        ),
    }
)
