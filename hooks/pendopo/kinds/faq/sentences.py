"""Messages about questions."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "faq-empty": Sentence(
            N_("There is no question."),
            N_("Add a question with its answer, or remove the file."),
        ),
        "question-twice": Sentence(
            N_("The question “{value}” is there already."),
            N_("Remove one of the two, and join their answers."),
        ),
    }
)
