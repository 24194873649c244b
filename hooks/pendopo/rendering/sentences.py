"""Sentences about templates that a publisher puts in the place of the package's."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "template-syntax": Sentence(
            N_("This template cannot be read: {reason}"),
            N_("Correct this line; Pendopo's own template of that name shows how one is written."),
        ),
        "template-fails": Sentence(
            N_("This template fails here: {reason}"),
            N_("Use only what Pendopo's own template of that name uses; compare the two."),
        ),
        "template-missing": Sentence(
            N_("There is no template {name}."),
            N_("Correct the name. The original of a template that you replace is pendopo/NAME."),
        ),
        "template-circle": Sentence(
            N_("This template uses itself."),
            N_("Write pendopo/{name} to use the original of the template that you replace."),
        ),
        "template-unused": Sentence(
            N_("This file replaces nothing: Pendopo has no file {name}."),
            N_("Give it the name of the file to replace, or move it to docs/."),
        ),
        "template-unused-nearest": Sentence(
            N_("This file replaces nothing: Pendopo has no file {name}."),
            N_("Rename it to {nearest} if that is what you meant, or move it to docs/."),
        ),
    }
)
