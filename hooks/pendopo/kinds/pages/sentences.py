"""Messages about free pages."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "page-twice": Sentence(
            N_("Another page of this agency, {other}, is called {value} too."),
            N_("Name one of the two otherwise, or join them."),
        ),
        "page-menu": Sentence(
            N_("From here on {count} pages are not in the menu, which has room for {limit}."),
            N_("Join pages, or give a smaller order to those that belong into the menu."),
            warning=True,
        ),
    }
)
