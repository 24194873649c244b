"""Sentences about telephone numbers."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "phone": Sentence(
            N_("{value} is not a telephone number."),
            N_("Write digits with spaces or hyphens, for example 061-8821234 or +62 61 8821234."),
        ),
        "phone-area": Sentence(
            N_("{value} has no area code, so it reaches nobody from a mobile phone."),
            N_("Write the area code before it, for example 061-{value}"),
            warning=True,
        ),
        "phone-several": Sentence(
            N_("{value} holds several telephone numbers."),
            N_("Make each an entry of its own: [{numbers}]"),
        ),
        "phone-extension": Sentence(
            N_("{value} holds an extension, which no telephone can dial."),
            N_("Write number: {number} and extension: {extension} as two keys of the entry."),
        ),
        "phone-extension-digits": Sentence(
            N_("{value} is no extension."),
            N_("Write its digits alone, at most seven, for example 12."),
        ),
        "phone-whatsapp": Sentence(
            N_("{value} is a number of WhatsApp."),
            N_("Write number: {number} and whatsapp: ya as two keys of the entry."),
        ),
        "phone-mobile": Sentence(
            N_("{value} is no mobile number, which WhatsApp needs."),
            N_("Write a mobile number, for example 0812-3456-7890, or remove whatsapp."),
        ),
        "phone-label": Sentence(
            N_("{value} holds more than a telephone number."),
            N_("Write the number alone: {number}. What it is for may be a second key, label."),
        ),
    }
)
