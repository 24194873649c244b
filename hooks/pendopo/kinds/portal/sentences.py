"""Messages about the portal."""

from pendopo.basics.translations import N_
from pendopo.kinds.portal.labels import CAPS, LANGUAGES
from pendopo.problems.sentences import Sentence, register, register_meanings

register_meanings({"none": CAPS["none"], **LANGUAGES})

SENTENCES = register(
    {
        "band-last": Sentence(
            N_("Only the last band, and it alone, has no key above."),
            N_("Give every band but the last one the percent that it must exceed."),
        ),
        "band-order": Sentence(
            N_("The bands must fall from one to the next."),
            N_("Write the highest first."),
        ),
        "contact": Sentence(
            N_("{value} is neither an e-mail address nor a web address that begins with https."),
            N_("Write one, for example csirt@kota-contoh.go.id"),
        ),
        "security-expires": Sentence(
            N_("The contact for reports of weaknesses expires on {value}, within 30 days."),
            N_("See whether the contact still holds, and write a later day."),
            warning=True,
        ),
        "security-expired": Sentence(
            N_("The contact for reports of weaknesses has expired on {value}."),
            N_("See whether the contact still holds, and write a later day."),
            warning=True,
        ),
    }
)
