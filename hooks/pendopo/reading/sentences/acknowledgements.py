"""Sentences about marks with which staff acknowledge a warning."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "acknowledged": Sentence(
            N_("The warning {value} is acknowledged here."),
            N_("There is nothing to do."),
            information=True,
        ),
        "acknowledgement": Sentence(
            N_("Here the warning {code} is acknowledged: {reason}."),
            N_("There is nothing to do."),
            information=True,
        ),
        "acknowledge-unknown": Sentence(
            N_("There is no warning with the code {value} that could be acknowledged."),
            N_("Copy the code that stands in square brackets behind the warning."),
            warning=True,
        ),
        "acknowledge-fault": Sentence(
            N_("{value} is no warning, so it cannot be acknowledged."),
            N_("Mend what is wrong, and remove this mark."),
            warning=True,
        ),
        "acknowledge-reason": Sentence(
            N_("The warning {value} is acknowledged here without a reason."),
            N_("Write the reason behind the code, for those who come after you."),
            warning=True,
        ),
        "acknowledge-stale": Sentence(
            N_("The warning {value} is acknowledged here, but nothing here has it."),
            N_("Remove the mark, or move it to the line of the warning or the one above."),
            warning=True,
        ),
        "acknowledge-text": Sentence(
            N_("This mark stands within a text and would be published with it."),
            N_("Write it as {meant}"),
            warning=True,
        ),
    }
)
