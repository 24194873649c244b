"""Messages about the structure of an agency."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "structure-empty": Sentence(
            N_("The structure is empty."),
            N_("Write duties, functions, units or posts; or remove the file."),
        ),
        "structure-id-twice": Sentence(
            N_("The id {value} is there twice."),
            N_("Give one of the two another id, and change it where it is named too."),
        ),
        "structure-unit-unknown": Sentence(
            N_("{value} is the id of no unit."),
            N_("Write one of these: {known}; or add the unit to units."),
        ),
        "structure-unit-unknown-nearest": Sentence(
            N_("{value} is the id of no unit."),
            N_("Did you mean {nearest}?"),
        ),
        "structure-post-unknown": Sentence(
            N_("{value} is the id of no post."),
            N_("Write one of these: {known}; or add the post to posts of structure.yml."),
        ),
        "structure-post-unknown-nearest": Sentence(
            N_("{value} is the id of no post."),
            N_("Did you mean {nearest}?"),
        ),
        "unit-unlisted": Sentence(
            N_("structure.yml has no unit {value}."),
            N_("Write one of these: {known}; or add the unit there."),
            warning=True,
        ),
        "unit-unlisted-nearest": Sentence(
            N_("structure.yml has no unit {value}."),
            N_("Did you mean {nearest}?"),
            warning=True,
        ),
        "structure-unit-self": Sentence(
            N_("The unit {value} is part of itself."),
            N_("Write the unit above it; remove part_of if it is directly below the head."),
        ),
        "structure-post-self": Sentence(
            N_("The post {value} reports to itself."),
            N_("Write the post above it, or remove reports_to."),
        ),
        "structure-units-circle": Sentence(
            N_("Units are part of each other in a circle: {order}."),
            N_("Correct part_of of one of them; remove it for the unit below the head."),
        ),
        "structure-posts-circle": Sentence(
            N_("Posts report to each other in a circle: {order}."),
            N_("Correct reports_to of one of them; the way up must end at the head."),
        ),
        "structure-head-none": Sentence(
            N_("No post is that of the head of the agency."),
            N_("Add head: ya to the post of the head."),
        ),
        "structure-head-twice": Sentence(
            N_("An agency has one head, and {first} is that already; {value} cannot be it too."),
            N_("Remove head: ya from one of the two posts."),
        ),
        "structure-head-reports": Sentence(
            N_("The head of the agency reports to no post of the agency."),
            N_("Remove reports_to from the post of the head."),
        ),
        "structure-deep": Sentence(
            N_("This is more than {limit} levels below the top."),
            N_("Correct what is above it; an agency has fewer levels."),
        ),
        "structure-count": Sentence(
            N_("A post that 0 persons may hold is none."),
            N_("Write how many hold it, or remove count; a post may be vacant."),
        ),
    }
)
