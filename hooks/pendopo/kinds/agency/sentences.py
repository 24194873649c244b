"""Messages about agencies."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "account": Sentence(
            N_("{value} is no name on GitHub."),
            N_("Write a name or organisation/team, for example kota-binjai/kominfo"),
        ),
        "maintainers-many": Sentence(
            N_("There are more than {limit} maintainers."),
            N_("Name a team, organisation/team, and keep its members on GitHub."),
        ),
        "region-code-parent": Sentence(
            N_("The region code {value} does not begin with {parent}, the code of {name}."),
            N_("Correct one of the two codes, or move the folder below the right agency."),
        ),
    }
)
