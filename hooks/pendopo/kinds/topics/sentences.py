"""Messages about topics."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "topic-twice": Sentence(
            N_("The topic {value} is there already."),
            N_("Remove one of the two, or name it otherwise."),
        ),
        "topic-none": Sentence(
            N_("{value} is no topic: there is no file topics.yml yet."),
            N_(
                "Add topics.yml beside portal.yml, with key and name of the topic; or remove "
                "topics."
            ),
        ),
        "topic-unknown": Sentence(
            N_("{value} is no topic of topics.yml."),
            N_("Choose one of these: {known}; or add it to topics.yml beside portal.yml."),
        ),
        "topic-unknown-nearest": Sentence(
            N_("{value} is no topic of topics.yml."),
            N_("Did you mean {nearest}?"),
        ),
    }
)
