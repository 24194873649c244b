"""Every sentence a problem can say: its code, what is wrong, how to mend it."""

from typing import NamedTuple

from .translations import N_


class Message(NamedTuple):
    """Two English sentences with `{placeholders}`, translated when they are shown."""

    wrong: str
    mend: str


MESSAGES = {
    # Files and folders
    "folder-missing": Message(
        N_("There is no folder {name}."),
        N_("Check the spelling of the path, or make the folder."),
    ),
    "file-missing": Message(
        N_("The file {name} is missing."),
        N_("Add the file; the staff guide shows what it holds."),
    ),
    "file-kind": Message(
        N_("{name} is not an ordinary file or folder."),
        N_("Replace the link or device with the file itself."),
    ),
    "file-folder": Message(
        N_("{name} is a folder, but must be a file."),
        N_("Remove the folder, and write the file in its place."),
    ),
    "folder-file": Message(
        N_("{name} is a file, but must be a folder."),
        N_("Remove the file, and make a folder of this name."),
    ),
    "file-unreadable": Message(
        N_("{name} cannot be read: {reason}."),
        N_("Check the permissions of the file."),
    ),
    "file-size": Message(
        N_("The file has {size} KB; at most {limit} KB are allowed."),
        N_("Move parts of it to files of their own, or shorten the text."),
    ),
    "file-empty": Message(
        N_("The file is empty."),
        N_("Fill it in, or delete it."),
    ),
    "file-encoding": Message(
        N_("The file is not UTF-8 text."),
        N_("Save it again with the encoding UTF-8."),
    ),
    "file-unknown": Message(
        N_("{name} has no place in this folder and is not published."),
        N_("Rename, move or delete it. Known here: {known}."),
    ),
    "file-unknown-nearest": Message(
        N_("{name} has no place in this folder and is not published."),
        N_("Rename it to {nearest} if that is what you meant."),
    ),
    "file-name": Message(
        N_("The name {name} is not allowed in an address."),
        N_("Use only small letters a-z, digits and, between them, hyphens; 64 at most."),
    ),
    "file-article-name": Message(
        N_("The name of a news file must be YYYY-MM-DD-a-short-name."),
        N_("Rename it, for example to 2018-04-25-kunjungan-kerja.yml."),
    ),
    "name-reserved": Message(
        N_("An agency cannot be named {name}: a page of the site has this address."),
        N_("Give the folder another name, for example with the kind of agency before it."),
    ),
    "agency-missing": Message(
        N_("The folder {name} has no agency.yml."),
        N_("Add {name}/agency.yml, or move what the folder holds to where it belongs."),
    ),
    "agency-depth": Message(
        N_("Agencies are nested deeper than {depth} levels."),
        N_("Move the folder further up."),
    ),
    "address-taken": Message(
        N_("The page of this file would have the same address as that of {other}: {address}"),
        N_("Rename {other} or the file or folder of this page."),
    ),
    # YAML
    "yaml-syntax": Message(
        N_("YAML cannot read the file from here on."),
        N_("Check the indentation, the colon after each key and the quotes of the line above."),
    ),
    "yaml-tab": Message(
        N_("The line is indented with a tab."),
        N_("Indent with spaces, two for each level."),
    ),
    "yaml-quote": Message(
        N_("The value {value} has a character that means something else to YAML."),
        N_('Put the whole value between quotes: "…". A quote inside is written \\".'),
    ),
    "yaml-single": Message(
        N_("The value {value} has an apostrophe between single quotes."),
        N_('Put it between double quotes instead: "…".'),
    ),
    "yaml-open": Message(
        N_("The sign {value} opens something here that is not closed."),
        N_("Add its counterpart at the end, or put the whole value between double quotes."),
    ),
    "yaml-colon": Message(
        N_("There is no space after the colon in {value}."),
        N_("Write a space after the colon."),
    ),
    "yaml-space": Message(
        N_("A special space, as word processors write it, stands here."),
        N_("Delete the space and type it again."),
    ),
    "yaml-bare": Message(
        N_("Within the braces, {key} has no value."),
        N_("Write a space after each colon, and quotes around a number with a comma."),
    ),
    "yaml-comma": Message(
        N_("YAML reads {value} as two values."),
        N_('Write a space after the comma, or quotes around a decimal number: "71,5".'),
    ),
    "yaml-comment": Message(
        N_("What follows the # would be lost: YAML takes it for a remark."),
        N_("Put the whole value between quotes. If it is a remark, write a space after the #."),
    ),
    "yaml-duplicate": Message(
        N_("The key {key} stands twice; the first is in line {first}."),
        N_("Keep one of the two."),
    ),
    "yaml-key": Message(
        N_("A key must be one plain word."),
        N_("Write it as key: value; put quotes around a value that begins with a bracket."),
    ),
    "yaml-alias": Message(
        N_("A value that begins with & or * needs quotes."),
        N_("Put quotes around it."),
    ),
    "yaml-tag": Message(
        N_("A value that begins with ! needs quotes."),
        N_("Put quotes around it."),
    ),
    "yaml-documents": Message(
        N_("The file holds more than one YAML document."),
        N_("Remove the line --- and what follows, or move it to another file."),
    ),
    "yaml-depth": Message(
        N_("Lists and keys are nested deeper than {depth} levels."),
        N_("Check the indentation and the brackets of this line."),
    ),
    "yaml-size": Message(
        N_("The file holds too many values."),
        N_("Divide it over several files."),
    ),
    "yaml-mapping": Message(
        N_("The file must consist of keys and values."),
        N_("Begin each line with a key and a colon, for example name: Kota Binjai."),
    ),
    "front-matter": Message(
        N_("The file has no front matter."),
        N_("Begin it with a line ---, then the fields, then a second line ---, then the text."),
    ),
    "front-matter-body": Message(
        N_("The text stands both in the field body and below the front matter."),
        N_("Keep one of the two."),
    ),
    # Fields
    "key-unknown": Message(
        N_("The key {key} is not known here."),
        N_("Rename or remove it. Known here: {known}."),
    ),
    "key-unknown-nearest": Message(
        N_("The key {key} is not known here."),
        N_("Rename it to {nearest} if that is what you meant."),
    ),
    "key-missing": Message(
        N_("The key {key} is missing or empty."),
        N_("Add it, for example {key}: {example}"),
    ),
    "value-text": Message(
        N_("A text was expected here."),
        N_("Write a single value instead of a list or of keys."),
    ),
    "value-list": Message(
        N_("A list was expected here."),
        N_("Put each entry on a line of its own that begins with a hyphen and a space."),
    ),
    "value-mapping": Message(
        N_("Keys and values were expected here."),
        N_("Put each key with its value on a line of its own, indented by two spaces."),
    ),
    "value-choice": Message(
        N_("{value} is not one of the known values."),
        N_("Choose one of: {known}."),
    ),
    "value-choice-nearest": Message(
        N_("{value} is not one of the known values."),
        N_("Did you mean {nearest}?"),
    ),
    "value-invalid": Message(
        N_("The value {value} is not accepted here."),
        N_("Compare it with the example in the staff guide."),
    ),
    "text-empty": Message(
        N_("The text is empty."),
        N_("Fill it in, or remove the key."),
    ),
    "text-long": Message(
        N_("The text has {length} characters; at most {limit} are allowed."),
        N_("Shorten it."),
    ),
    "text-line": Message(
        N_("The text must stand on one line, without paragraphs."),
        N_("Remove the line breaks; write the text after the key, or below a line ending in >-."),
    ),
    "text-character": Message(
        N_("The text holds the invisible character {character}."),
        N_("Delete it; typing the words again instead of pasting them helps."),
    ),
    "markup-html": Message(
        N_("The text holds HTML, which is not shown."),
        N_("Use Markdown (for example **bold**), or put a backslash before the <."),
    ),
    "markup-image": Message(
        N_("The text holds a picture, which is not shown there."),
        N_("Remove it. In news, put it in the folder media and name it in the key picture."),
    ),
    "markup-depth": Message(
        N_("Lists or quotations are nested too deeply here."),
        N_("Use fewer levels."),
    ),
    "markup-size": Message(
        N_("The table is too large for one page."),
        N_("Divide it, or publish it as a document."),
    ),
    "markup-link": Message(
        N_("The link {target} does not lead to a web, mail or telephone address."),
        N_("Write the whole address, for example https://www.example.go.id/."),
    ),
    "number": Message(
        N_("{value} is not a number."),
        N_("Write digits, a comma before decimals and dots between thousands: 1.234,5"),
    ),
    "number-positive": Message(
        N_("{value} must be more than 0."),
        N_("Correct the number, or remove the key."),
    ),
    "number-english": Message(
        N_("{value} mixes comma and dot in the English way."),
        N_("Write it as {reading}, if that is what you meant."),
    ),
    "number-whole": Message(
        N_("{value} is not a whole number of 0 or more."),
        N_("Write digits only, with dots between thousands if you like: 315.609"),
    ),
    "year": Message(
        N_("{value} is not a plausible year."),
        N_("Write four digits between 1945 and 2100."),
    ),
    "date": Message(
        N_("{value} is not a date."),
        N_("Write year-month-day, for example 2018-04-25."),
    ),
    "time": Message(
        N_("{value} is not a time of day."),
        N_("Write hours and minutes, for example 08:00."),
    ),
    "url": Message(
        N_("{value} is not a web address."),
        N_("Begin it with https:// and leave out spaces, for example https://binjaikota.go.id/."),
    ),
    "email": Message(
        N_("{value} is not an e-mail address."),
        N_("Write it as name@agency.go.id."),
    ),
    "phone": Message(
        N_("{value} is not a telephone number."),
        N_("Write digits with spaces or hyphens, for example 061-8821234 or +62 61 8821234."),
    ),
    "region-code": Message(
        N_("{value} is not a region code of the Ministry of Home Affairs."),
        N_("Write it with dots, for example 12.75 (city) or 12.75.05 (district)."),
    ),
    "region-code-parent": Message(
        N_("The region code {value} does not begin with {parent}, the code of {name}."),
        N_("Correct one of the two codes, or move the folder below the right agency."),
    ),
    "bps-code": Message(
        N_("{value} is not a BPS region code."),
        N_("Write its 2, 4, 7 or 10 digits without dots, for example 1276."),
    ),
    "postal-code": Message(
        N_("{value} is not a postal code."),
        N_("Write its five digits, for example 20728."),
    ),
    "colour": Message(
        N_("{value} is not a colour."),
        N_('Write # and six digits 0-9 or a-f between quotes, for example "#1b5e20".'),
    ),
    "colour-contrast": Message(
        N_("{value} reaches a contrast of only {ratio}:1 with the page; 4.5:1 is needed."),
        N_("Choose a darker colour."),
    ),
    "media-size": Message(
        N_("The picture has {size} KB; at most {limit} KB are allowed."),
        N_("Save the picture in a smaller size."),
    ),
    "media-file": Message(
        N_("The name {name} is not allowed for a picture."),
        N_("Use only letters, digits, hyphens, dots and underscores, without spaces."),
    ),
    "media-name": Message(
        N_("{value} is not the name of a picture."),
        N_("Name a file of the folder media that ends in .jpg, .jpeg, .png or .webp."),
    ),
    "media-missing": Message(
        N_("The picture {value} is not in the folder media of this agency."),
        N_("Add the file, or correct the name."),
    ),
    "media-missing-nearest": Message(
        N_("The picture {value} is not in the folder media of this agency."),
        N_("Did you mean {nearest}?"),
    ),
    "media-content": Message(
        N_("The content of {value} is not the kind of picture that its name says."),
        N_("Save it again in the format that its ending names, or correct the ending."),
    ),
    "picture-alt": Message(
        N_("The picture has no text for those who cannot see it."),
        N_("Add alt: one sentence that says what the picture shows."),
    ),
    "picture-empty": Message(
        N_("The picture has neither a file nor a caption."),
        N_("Add one of the two, or remove the key picture."),
    ),
    "plan-reference": Message(
        N_("{value} does not name a plan."),
        N_("Write the agency and the name of its plan, for example kota-binjai/2016-2021."),
    ),
    # What several fields tell together
    "statement-quotes": Message(
        N_("The vision stands between quotation marks, which the page adds by itself."),
        N_("Remove the quotation marks at both ends."),
    ),
    "statement-number": Message(
        N_("The statement begins with a number, which the page adds by itself."),
        N_("Remove the number."),
    ),
    "hours-day": Message(
        N_("The last day is the same as the first."),
        N_("Remove last_day."),
    ),
    "hours-order": Message(
        N_("The office closes at {closes}, before it opens at {opens}."),
        N_("Correct the two times."),
    ),
    "period-order": Message(
        N_("The period ends in {end}, before it starts in {start}."),
        N_("Correct the two years."),
    ),
    "period-length": Message(
        N_(
            "{type} runs from {start} to {end}, a difference of {length} years; "
            "it should be {expected}."
        ),
        N_("Correct the years of the period."),
    ),
    "plan-empty": Message(
        N_("The plan has neither a vision nor a mission nor a goal."),
        N_("Add at least one of the keys vision, missions, goals, derives_from."),
    ),
    "words-alone": Message(
        N_("The words here are not shown, because the key {key} is missing."),
        N_("Add {key}, or remove the words."),
    ),
    "plan-above-missing": Message(
        N_("There is no plan {value}."),
        N_("Correct the name, or add that plan."),
    ),
    "plan-above-missing-nearest": Message(
        N_("There is no plan {value}."),
        N_("Did you mean {nearest}?"),
    ),
    "plan-above-place": Message(
        N_("The plan {value} does not belong to an agency above this one."),
        N_("Name a plan of the agency in whose folder this agency lies."),
    ),
    "mission-unknown": Message(
        N_("The plan has no mission {value}; it has {count}."),
        N_("Correct the number."),
    ),
    "targets-list": Message(
        N_("This row gives its targets as a list, an earlier row by calendar year."),
        N_("Give all targets of a plan either as a list or by calendar year."),
    ),
    "targets-mapping": Message(
        N_("This row gives its targets by calendar year, an earlier row as a list."),
        N_("Give all targets of a plan either as a list or by calendar year."),
    ),
    "targets-limit": Message(
        N_("The row has {count} targets; at most {limit} are allowed."),
        N_("Remove what is too much."),
    ),
    "targets-many": Message(
        N_("The row has {count} targets, but the period has only {years} years."),
        N_("Remove what is too much, or correct the period."),
    ),
    "targets-year": Message(
        N_("The year {value} lies outside the period {start}–{end}."),
        N_("Correct the year or the period."),
    ),
    "article-date": Message(
        N_("The article has neither an event date nor a publication date."),
        N_("Add event_date or published, whichever is known."),
    ),
    "article-name-date": Message(
        N_("The date in the file name, {value}, is none of the article's dates."),
        N_("Rename the file, or correct event_date or published."),
    ),
}
