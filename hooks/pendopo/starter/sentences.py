"""Sentences about tables of agencies."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "table-empty": Sentence(
            N_("The table has no line with an agency."),
            N_(
                "Write a line for each: the code, a comma or semicolon, and the name; or name the "
                "columns in the first line."
            ),
        ),
        "table-missing": Sentence(
            N_("There is no such file."),
            N_("Check the name and the folder of the table."),
        ),
        "table-quotes": Sentence(
            N_("The quotation marks of this line are not in pairs."),
            N_("Close each that is opened, on the same line."),
        ),
        "table-columns": Sentence(
            N_("This line has {count} cells, and not a code and a name."),
            N_(
                "Keep these two columns, or name them in the first line: code, name; or name, type."
            ),
        ),
        "table-name": Sentence(
            N_("{value} is no name of an agency."),
            N_("Write a name that begins with a letter."),
        ),
        "table-twice": Sentence(
            N_("The code {value} stands on line {first} already."),
            N_("Correct one of the two codes, or remove this line."),
        ),
        "table-name-twice": Sentence(
            N_("The name {value} stands on line {first} already."),
            N_("Correct one of the two names, or remove this line."),
        ),
        "table-outside": Sentence(
            N_("The code {value} does not begin with {code}, the code of {name}."),
            N_("Correct the code, remove the line, or name another agency with --under."),
        ),
        "table-parent": Sentence(
            N_("No agency has the code {parent}, and so there is none above {value}."),
            N_("Add a line with that code, or write it to region_code of the agency's file."),
        ),
    }
)
