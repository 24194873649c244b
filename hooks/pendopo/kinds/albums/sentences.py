"""Messages about albums."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "album-empty": Sentence(
            N_("The album has neither a picture nor a video."),
            N_("Add pictures, or remove the file."),
        ),
        "album-early": Sentence(
            N_("{value} lies before the day of the album, {first}."),
            N_("Correct the day."),
        ),
        "video-twice": Sentence(
            N_("The video {value} is there already."),
            N_("Remove one of the two."),
        ),
    }
)
