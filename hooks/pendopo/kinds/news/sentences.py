"""Messages about news articles."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "file-article-name": Sentence(
            N_("The name of a news file must be YYYY-MM-DD-a-short-name."),
            N_("Rename it, for example to 2018-04-25-kunjungan-kerja.yml."),
        ),
        "article-early": Sentence(
            N_("{value} lies before the day of the article, {first}."),
            N_("Correct the day."),
        ),
        "article-date": Sentence(
            N_("The article has neither an event date nor a publication date."),
            N_("Add event_date or published, whichever is known."),
        ),
        "article-name-date": Sentence(
            N_("The date in the file name, {value}, is none of the article's dates."),
            N_("Rename the file, or correct event_date or published."),
        ),
    }
)
