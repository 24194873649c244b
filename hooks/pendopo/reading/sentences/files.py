"""Sentences about files, folders and their YAML."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "folder-missing": Sentence(
            N_("There is no folder {name}."),
            N_("Check the spelling of the path, or make the folder."),
        ),
        "file-missing": Sentence(
            N_("The file {name} is missing."),
            N_("Add the file; the staff guide shows what it holds."),
        ),
        "file-untouched": Sentence(
            N_("Nobody has changed this file since {value}."),
            N_("See whether all of it is still right; if it is, renew the day in updated."),
            information=True,
        ),
        "file-kind": Sentence(
            N_("{name} is not an ordinary file or folder."),
            N_("Replace the link or device with the file itself."),
        ),
        "file-folder": Sentence(
            N_("{name} is a folder, but must be a file."),
            N_("Remove the folder, and write the file in its place."),
        ),
        "folder-file": Sentence(
            N_("{name} is a file, but must be a folder."),
            N_("Remove the file, and make a folder of this name."),
        ),
        "file-unreadable": Sentence(
            N_("{name} cannot be read: {reason}."),
            N_("Check the permissions of the file."),
        ),
        "file-size": Sentence(
            N_("The file has {size}; at most {limit} are allowed."),
            N_("Move parts of it to files of their own, or shorten the text."),
        ),
        "file-empty": Sentence(
            N_("The file is empty."),
            N_("Fill it in, or delete it."),
        ),
        "file-encoding": Sentence(
            N_("The file is not UTF-8 text."),
            N_("Save it again with the encoding UTF-8."),
        ),
        "file-media": Sentence(
            N_("{name} lies among texts, where no picture and no document is published."),
            N_("Move it to the folder {folder}."),
        ),
        "file-among-agencies": Sentence(
            N_("{name} has no place in this folder and is not published."),
            N_("Move or delete it: this folder holds a folder for each agency and nothing else."),
        ),
        "file-unknown": Sentence(
            N_("{name} has no place in this folder and is not published."),
            N_("Rename, move or delete it. Known here: {known}."),
        ),
        "file-unknown-nearest": Sentence(
            N_("{name} has no place in this folder and is not published."),
            N_("Rename it to {nearest} if that is what you meant."),
        ),
        "file-name": Sentence(
            N_("The name {name} is not allowed in an address."),
            N_(
                "Rename it to {meant}: only small letters a-z, digits and, between them, "
                "hyphens; 64 at most."
            ),
        ),
        "file-device": Sentence(
            N_("Windows keeps the name {name} for a device: data with it cannot be copied there."),
            N_("Give it another name, for example with a hyphen and a second word."),
            warning=True,
        ),
        "name-reserved": Sentence(
            N_("An agency cannot be named {name}: a page of the site has this address."),
            N_("Give the folder another name, for example with the kind of agency before it."),
        ),
        "agency-missing": Sentence(
            N_("The folder {name} has no agency.yml."),
            N_("Add {name}/agency.yml, or move what the folder holds to where it belongs."),
        ),
        "agency-depth": Sentence(
            N_("Agencies are nested deeper than {depth} levels."),
            N_("Move the folder further up."),
        ),
        "address-taken": Sentence(
            N_("The page of this file would have the same address as that of {other}: {address}"),
            N_("Rename {other} or the file or folder of this page."),
        ),
        "yaml-syntax": Sentence(
            N_("This line cannot follow the lines above it."),
            N_("Check its indentation, the colon after its key, and the quotes of the line above."),
        ),
        "yaml-tab": Sentence(
            N_("The line is indented with a tab."),
            N_("Indent with spaces, two for each level."),
        ),
        "yaml-tab-inside": Sentence(
            N_("A tab stands between the parts of the line."),
            N_("Write a single space instead."),
        ),
        "yaml-hyphen": Sentence(
            N_("There is no space after the hyphen of this entry."),
            N_("Begin each entry with a hyphen and a space."),
        ),
        "yaml-list-begun": Sentence(
            N_("The first entry of this list stands on the line of its key."),
            N_("Put it on a line of its own, like the entries below it."),
        ),
        "yaml-colon-lost": Sentence(
            N_("The colon after {key} is missing."),
            N_("Write a colon and a space after the key."),
        ),
        "yaml-curly": Sentence(
            N_("{value} stands between the curly quotes of a word processor."),
            N_('Put it between straight quotes: "…".'),
        ),
        "yaml-paragraph": Sentence(
            N_("This line of the text of {key} is not indented far enough."),
            N_("Begin each line of the text, in further paragraphs too, with {width} spaces."),
        ),
        "yaml-indent": Sentence(
            N_("The number of spaces before this line is {count}, but should be {wanted}."),
            N_("Indent it exactly like the lines that it belongs to."),
        ),
        "yaml-quote": Sentence(
            N_("The value {value} begins with {sign}, which means something else to YAML."),
            N_('Put the whole value between quotes: "…".'),
        ),
        "yaml-quote-inside": Sentence(
            N_("In {value} a quote ends the value before its end."),
            N_("Put the whole value between quotes of the other sort: \"…\" or '…'."),
        ),
        "yaml-backslash": Sentence(
            N_("In {value} a backslash stands between double quotes, where it means more."),
            N_("Put the value between single quotes: '…'."),
        ),
        "yaml-colon-inside": Sentence(
            N_("In {value} a colon with a space behind it makes YAML look for another key."),
            N_('Put the whole value between quotes: "…".'),
        ),
        "yaml-two-keys": Sentence(
            N_("The key {key} stands on the same line as another one."),
            N_("Begin a new line with it."),
        ),
        "yaml-block": Sentence(
            N_("The text {value} begins on the line of its sign | or >."),
            N_("Begin the text on the next line, indented by two more spaces."),
        ),
        "yaml-single": Sentence(
            N_("The value {value} has an apostrophe between single quotes."),
            N_('Put it between double quotes instead: "…".'),
        ),
        "yaml-open": Sentence(
            N_("The sign {value} opens something here that is not closed."),
            N_("Add its counterpart at the end, or put the whole value between double quotes."),
        ),
        "yaml-colon": Sentence(
            N_("There is no space after the colon in {value}."),
            N_("Write a space after the colon."),
        ),
        "yaml-space": Sentence(
            N_("A special space, as word processors write it, stands here."),
            N_("Delete the space and type it again."),
        ),
        "yaml-bare": Sentence(
            N_("Within the braces, {key} has no value."),
            N_("Write a space after each colon, and quotes around a number with a comma."),
        ),
        "yaml-comma": Sentence(
            N_("YAML reads {value} as two values."),
            N_('Write a space after the comma, or quotes around a decimal number: "71,5".'),
        ),
        "yaml-comment": Sentence(
            N_("What follows the # would be lost: YAML takes it for a remark."),
            N_("Put the whole value between quotes. If it is a remark, write a space after the #."),
        ),
        "yaml-duplicate": Sentence(
            N_("The key {key} stands twice; the first is in line {first}."),
            N_("Keep one of the two."),
        ),
        "yaml-key": Sentence(
            N_("A key must be one plain word."),
            N_("Write it as key: value; put quotes around a value that begins with a bracket."),
        ),
        "yaml-alias": Sentence(
            N_("A value that begins with & or * needs quotes."),
            N_("Put quotes around it."),
        ),
        "yaml-tag": Sentence(
            N_("A value that begins with ! needs quotes."),
            N_("Put quotes around it."),
        ),
        "yaml-documents": Sentence(
            N_("The file holds more than one YAML document."),
            N_("Remove the line --- and what follows, or move it to another file."),
        ),
        "yaml-depth": Sentence(
            N_("Lists and keys are nested deeper than {depth} levels."),
            N_("Check the indentation and the brackets of this line."),
        ),
        "yaml-size": Sentence(
            N_("The file holds too many values."),
            N_("Divide it over several files."),
        ),
        "yaml-mapping": Sentence(
            N_("The file must consist of keys and values."),
            N_("Begin each line with a key and a colon, for example name: Kota Binjai."),
        ),
        "front-matter": Sentence(
            N_("The file has no front matter."),
            N_("Begin it with a line ---, then the fields, then a second line ---, then the text."),
        ),
        "front-matter-body": Sentence(
            N_("The text stands both in the field body and below the front matter."),
            N_("Keep one of the two."),
        ),
    }
)
