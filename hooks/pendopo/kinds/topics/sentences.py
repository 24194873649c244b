"""Messages about the news topics."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "topic-twice": Sentence(
            N_("The topic {value} is there already."),
            N_("Remove one of the two, or name it otherwise."),
        ),
    }
)
