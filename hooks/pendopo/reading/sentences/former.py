"""Sentences about the key `formerly`."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "formerly-folder": Sentence(
            N_("{value} is not the name of a folder of agencies."),
            N_(
                "Write the former name of this folder, for example kecamatan-lama, or its whole "
                "path if it lay elsewhere: /kota-contoh/kecamatan-lama."
            ),
        ),
        "formerly-file": Sentence(
            N_("{value} is not the name of a file of this folder."),
            N_("Write the former name of this file alone, without folders."),
        ),
        "formerly-many": Sentence(
            N_("There are {count} former names; at most {limit} can be kept."),
            N_("Remove those that no link leads to any more."),
        ),
    }
)
