"""Messages about how an agency is reached."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "hours-day": Sentence(
            N_("The last day is the same as the first."),
            N_("Remove last_day."),
        ),
        "hours-order": Sentence(
            N_("The office is open from {opens} to {closes}, which is no time at all."),
            N_("Correct the two times; open all day is opens: 00:00, closes: 24:00."),
        ),
        "hours-overnight": Sentence(
            N_("The office is open from {opens} until {closes} of the next day."),
            N_("Correct the times if that is not so: {closes} in the afternoon is 12 hours more."),
            warning=True,
        ),
        "hours-overlap": Sentence(
            N_("The hours {value} overlap with {other} ({day})."),
            N_("Correct the times or the days; two sessions of a day must not overlap."),
        ),
        "hours-none": Sentence(
            N_("The period has no hours."),
            N_("Write its hours, or list its days under closed if the office is closed."),
        ),
        "days-order": Sentence(
            N_("The period ends on {value}, before it begins on {first}."),
            N_("Correct the first day or the last."),
        ),
        "days-long": Sentence(
            N_("The period from {first} until {value} is longer than a year."),
            N_("Correct the year if it is mistyped."),
            warning=True,
        ),
        "days-overlap": Sentence(
            N_("The period overlaps with the one from {first} until {value}."),
            N_("Correct the days, or make one period of the two."),
        ),
        "days-far": Sentence(
            N_("The period begins on {value}, more than a year ahead."),
            N_("Correct the year if it is mistyped."),
            warning=True,
        ),
        "location-degrees": Sentence(
            N_("{value} is not a number of degrees."),
            N_("Write decimal degrees as maps show them, for example -3.600123"),
        ),
        "location-swapped": Sentence(
            N_("Latitude {latitude} and longitude {longitude} are swapped."),
            N_("Write latitude: {longitude} and longitude: {latitude}"),
        ),
        "location-outside": Sentence(
            N_("Latitude {latitude}, longitude {longitude} lies outside Indonesia."),
            N_("Copy both again from a map: latitude -11.5 to 6.5, longitude 94 to 142."),
        ),
        "complaint-contact": Sentence(
            N_("Nobody can use this complaint channel: it has no address, number or place."),
            N_("Add at least one of url, phones, emails or place."),
        ),
    }
)
