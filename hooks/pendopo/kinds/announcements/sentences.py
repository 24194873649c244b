"""Messages about announcements."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "file-announcement-name": Sentence(
            N_("The name of the file of an announcement must be YYYY-MM-DD-a-short-name."),
            N_("Rename it, for example to 2026-03-01-air-mati.yml."),
        ),
        "announcement-early": Sentence(
            N_("{value} lies before the publication of the announcement on {first}."),
            N_("Correct this day, or published."),
        ),
        "announcement-banner-late": Sentence(
            N_("The notice stands until {value}, but the announcement ends on {last}."),
            N_("Write an earlier day in until, or a later one in ends."),
        ),
        "announcement-parts": Sentence(
            N_("The law wants eight parts of an emergency; these are missing: {missing}."),
            N_("Add them, also where little is known yet."),
            warning=True,
        ),
        "announcement-name-date": Sentence(
            N_("The date in the file name, {value}, is not the day of publication, {published}."),
            N_("Rename the file, or correct published."),
        ),
    }
)
