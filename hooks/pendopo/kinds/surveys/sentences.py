"""Messages about surveys."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "survey-average": Sentence(
            N_("{value} is no average of answers from 1 to 4."),
            N_("Write the average of this element, for example 3,42"),
        ),
        "survey-converted": Sentence(
            N_("{value} has been converted to the scale of 25 to 100."),
            N_("Write the average of the answers from 1 to 4: divide it by 25."),
        ),
        "survey-weight": Sentence(
            N_("{value} is no weight of one of nine elements."),
            N_("Write 1/9, or 0,11 where the report calculates with that."),
        ),
        "survey-period": Sentence(
            N_("The survey ended on {value}, before it began on {first}."),
            N_("Correct the first day or the last."),
        ),
        "survey-respondents": Sentence(
            N_("Nobody answered the survey."),
            N_("Write the number of those who answered."),
        ),
        "survey-value": Sentence(
            N_(
                "The stated value is {value}, but the nine elements with the weight {weight} give "
                "{calculated}."
            ),
            N_("Compare the averages and the value with the report."),
        ),
        "survey-value-weight": Sentence(
            N_(
                "The stated value is {value}, but the nine elements with the weight {weight} give "
                "{calculated}."
            ),
            N_("The report calculates with the weight {other}: add weight: {other}"),
        ),
        "survey-grade": Sentence(
            N_("{value} does not have the grade {grade}."),
            N_("Its grade is {right}; compare both with the report."),
        ),
        "survey-grade-old": Sentence(
            N_("{value} has the grade {grade} on the old scale of 2004, which holds no more."),
            N_("Write {right}, its grade by Peraturan Menteri PANRB 14/2017."),
        ),
        "survey-service": Sentence(
            N_("{value} is no service of this agency."),
            N_("Write the name of a file in the folder services, without .yml."),
        ),
        "survey-service-nearest": Sentence(
            N_("{value} is no service of this agency."),
            N_("Did you mean {nearest}?"),
        ),
    }
)
