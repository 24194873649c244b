"""Messages about the portal."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "band-last": Sentence(
            N_("Only the last band, and it alone, has no key above."),
            N_("Give every band but the last one the percent that it must exceed."),
        ),
        "band-order": Sentence(
            N_("The bands must fall from one to the next."),
            N_("Write the highest first."),
        ),
    }
)
