"""Sentences about what texts say."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "weekday-differs": Sentence(
            N_("{value}: that day is not {typed} but {right}."),
            N_("Find out whether the weekday or the date is wrong, and correct it."),
            warning=True,
        ),
        "link-words": Sentence(
            N_("The words of the link, {value}, do not say where it leads."),
            N_("Name what is there: read out alone, the words must tell it."),
            warning=True,
        ),
        "link-address": Sentence(
            N_("{value} is a long address, which nobody can read or listen to."),
            N_(
                "Write what is there in square brackets, and behind them the address in round ones."
            ),
            warning=True,
        ),
        "mail-private": Sentence(
            N_("{value} is an address that anybody can have, and not one of {domain}."),
            N_("Write the official address, which ends in {domain}: people trust that one."),
            warning=True,
        ),
        "text-capitals": Sentence(
            N_("“{value}” is written in capitals, which are hard to read."),
            N_("Write it as in a sentence: capitals for names and abbreviations alone."),
            warning=True,
        ),
        "word-twice": Sentence(
            N_("“{value}”: the word stands there twice."),
            N_("Remove one of the two."),
            warning=True,
        ),
        "word-hyphen": Sentence(
            N_("“{value}”: the word stands there twice without a hyphen."),
            N_("Write {meant}, or remove one of the two."),
            warning=True,
        ),
        "text-pasted": Sentence(
            N_("{value} was left in the text when it was copied from elsewhere."),
            N_("Remove it, or type a plain space instead."),
            warning=True,
        ),
        "text-tabs": Sentence(
            N_("These lines are a table of a word processor: on the page its cells run together."),
            N_("Write a | between the cells, and a row of | --- | below the first: {meant}"),
            warning=True,
        ),
        "text-markdown": Sentence(
            N_("The page shows {value} as it is typed here: this field has no Markdown."),
            N_("Write {meant}"),
            warning=True,
        ),
        "text-placeholder": Sentence(
            N_("{value} seems to hold the place of a text that is still to be written."),
            N_("Write that text, or remove the key."),
            warning=True,
        ),
    }
)
