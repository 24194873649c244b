"""Messages about agencies."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "hours-day": Sentence(
            N_("The last day is the same as the first."),
            N_("Remove last_day."),
        ),
        "hours-order": Sentence(
            N_("The office closes at {closes}, before it opens at {opens}."),
            N_("Correct the two times."),
        ),
        "region-code-parent": Sentence(
            N_("The region code {value} does not begin with {parent}, the code of {name}."),
            N_("Correct one of the two codes, or move the folder below the right agency."),
        ),
    }
)
