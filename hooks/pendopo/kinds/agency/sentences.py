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
        "cover-small": Sentence(
            N_("{value} has {width} × {height} pixels: as a cover it is blurred on wide screens."),
            N_("Take a larger picture, of at least {across} × {down} pixels."),
            warning=True,
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
