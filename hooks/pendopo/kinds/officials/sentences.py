"""Messages about officials."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "official-moment": Sentence(
            N_("{value} is no day, month or year."),
            N_("Write 2024-05-20; or 2024-05 or 2024 if no more is known."),
        ),
        "official-terms-none": Sentence(
            N_("It is not said which post this person holds or held."),
            N_("Add a term with post and since."),
        ),
        "official-term-order": Sentence(
            N_("The term ends on {value}, before it begins on {since}."),
            N_("Correct since or until."),
        ),
        "official-term-twice": Sentence(
            N_("This person already holds the post {value}, since {since}."),
            N_("Write until for the earlier term, or join the two."),
        ),
        "official-structure-none": Sentence(
            N_("The agency has no structure.yml, so that this post is not shown."),
            N_("Write structure.yml in the folder of the agency, with the posts."),
            warning=True,
        ),
        "official-post-held": Sentence(
            N_("{name} already holds this post, since {since} ({file})."),
            N_("Write until for the term that has ended; correct the day or the post if not."),
        ),
    }
)
