"""Messages about events."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "file-event-name": Sentence(
            N_("The name of the file of an event must be YYYY-MM-DD-a-short-name."),
            N_("Rename it, for example to 2026-03-01-musyawarah.yml."),
        ),
        "event-all-day": Sentence(
            N_("An event of whole days has a time here: {value}."),
            N_("Remove the time, or all_day."),
        ),
        "event-time": Sentence(
            N_("The time is missing here."),
            N_("Add time, for example time: 09:00; or write all_day: ya for whole days."),
            warning=True,
        ),
        "event-ends": Sentence(
            N_("The event ends at {value}, no later than it begins, at {first}."),
            N_("Correct start or end."),
        ),
        "event-moved": Sentence(
            N_("The event was moved from {value}, when it still begins."),
            N_("Write the new day and time in start, and the earlier one here."),
        ),
        "event-place-empty": Sentence(
            N_("The place has neither a name nor an address."),
            N_("Add name or address, or remove place."),
        ),
        "event-name-day": Sentence(
            N_("The day in the file name, {value}, is not that of start, {start}."),
            N_(
                "Rename the file, or correct start. A moved event keeps its file name if "
                "moved_from says the earlier day."
            ),
        ),
    }
)
