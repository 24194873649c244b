"""Messages about what became of an agency."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

EXAMPLE = N_("Write its folder below agencies, for example kota-contoh/dinas-arsip")

SENTENCES = register(
    {
        "agency-id": Sentence(N_("{value} is no folder of an agency."), EXAMPLE),
        "closed-successor": Sentence(
            N_("An agency that was closed has no successor, but {value} is named."),
            N_("Write state: digantikan if another took over; else remove successors."),
        ),
        "former-name-none": Sentence(
            N_("The agency was renamed, but its former name is missing."),
            N_("Write it: former_names, each with name and until."),
        ),
        "former-name-same": Sentence(
            N_("{value} is the name of today, not a former one."),
            N_("Correct name above, or the former name."),
        ),
        "former-name-until": Sentence(
            N_("This name was borne until {value}, after the change on {since}."),
            N_("Correct until, or since."),
        ),
        "renamed-successor": Sentence(
            N_("An agency that was renamed lives on, so {value} is no successor."),
            N_("Remove successors, or correct state."),
        ),
        "status-ahead": Sentence(
            N_("This holds from {value} on, and is shown from that day on."),
            N_("There is nothing to do if the day is right."),
            information=True,
        ),
        "status-below": Sentence(
            N_("{name} above has ended on {since}, but what became of this agency is not said."),
            N_("Add status, or move the folder below the agency that took over."),
            warning=True,
        ),
        "status-far": Sentence(
            N_("This holds from {value} on, more than a year ahead."),
            N_("Correct the year if it is mistyped."),
            warning=True,
        ),
        "status-law": Sentence(
            N_("The law by which the agency was changed is missing."),
            N_("Add law with its title, such as Peraturan Daerah Nomor 1 Tahun 2025."),
            warning=True,
        ),
        "successor-circle": Sentence(
            N_("The line of successors that begins with {value} leads in a circle."),
            N_("Correct the successors of one of these agencies."),
        ),
        "successor-ended": Sentence(
            N_("The successor {value} has ended itself on {since}, and none after it exists."),
            N_("Name an agency that exists, or leave it so."),
            warning=True,
        ),
        "successor-ended-last": Sentence(
            N_("The successor {value} has ended itself on {since}; {last} carries on today."),
            N_("Name {last} as well, or leave it so."),
            warning=True,
        ),
        "successor-missing": Sentence(N_("There is no agency {value}."), EXAMPLE),
        "successor-missing-nearest": Sentence(
            N_("There is no agency {value}."), N_("Did you mean {nearest}?")
        ),
        "successor-self": Sentence(
            N_("{value} is this agency itself."), N_("Name the agency that took over.")
        ),
        "successor-twice": Sentence(
            N_("The successor {value} is named twice."), N_("Remove one of them.")
        ),
        "successors-none": Sentence(
            N_("state: {state} needs the agency that took over."),
            N_("Write successors with its folder below agencies; without one, state: ditutup"),
        ),
        "successors-two": Sentence(
            N_("state: {state} needs at least two agencies that took over."),
            N_("Name them all in successors; for a single one write state: digantikan"),
        ),
    }
)
