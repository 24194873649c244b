"""Sentences about single fields of any kind of record."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "key-unknown": Sentence(
            N_("The key {key} is not known here."),
            N_("Rename or remove it. Known here: {known}."),
        ),
        "key-unknown-nearest": Sentence(
            N_("The key {key} is not known here."),
            N_("Rename it to {nearest} if that is what you meant."),
        ),
        "key-missing": Sentence(
            N_("The key {key} is missing or empty."),
            N_("Add it, for example {key}: {example}"),
        ),
        "key-margin": Sentence(
            N_("The key {key} belongs to {owner} above it, so it must be indented."),
            N_("Begin the line, and those that belong to it, with {width} spaces."),
        ),
        "value-text": Sentence(
            N_("A text was expected here."),
            N_("Write a single value instead of a list or of keys."),
        ),
        "value-list": Sentence(
            N_("A list was expected here."),
            N_("Put each entry on a line of its own that begins with a hyphen and a space."),
        ),
        "value-mapping": Sentence(
            N_("Keys and values were expected here."),
            N_(
                "Put each key with its value on a line of its own, indented by two spaces; here "
                "for example: {known}."
            ),
        ),
        "value-choice": Sentence(
            N_("{value} is not one of the known values."),
            N_("Choose one of: {known}."),
        ),
        "value-choice-nearest": Sentence(
            N_("{value} is not one of the known values."),
            N_("Did you mean {nearest}?"),
        ),
        "value-invalid": Sentence(
            N_("The value {value} is not accepted here."),
            N_("Compare it with the example in the staff guide."),
        ),
        "day-ahead": Sentence(
            N_("This is dated {value}, and is shown from that day on."),
            N_("There is nothing to do if the day is right."),
            information=True,
        ),
        "day-far": Sentence(
            N_("This is dated {value}, more than a year ahead, and is not shown until then."),
            N_("Correct the year if it is mistyped."),
            warning=True,
        ),
        "change-ahead": Sentence(
            N_("{value} lies ahead; lists and feeds do not count it before that day."),
            N_("There is nothing to do if the day is right."),
            information=True,
        ),
        "change-far": Sentence(
            N_("{value} lies more than a year ahead; lists and feeds do not count it before."),
            N_("Correct the year if it is mistyped."),
            warning=True,
        ),
        "text-empty": Sentence(
            N_("The text is empty."),
            N_("Fill it in, or remove the key."),
        ),
        "text-long": Sentence(
            N_("The text has {length} characters; at most {limit} are allowed."),
            N_("Shorten it."),
        ),
        "text-line": Sentence(
            N_("The text must stand on one line, without paragraphs."),
            N_(
                "Remove the line breaks; write the text after the key, or below a line ending in "
                ">-."
            ),
        ),
        "text-character": Sentence(
            N_("The text holds the invisible character {character}."),
            N_("Delete it; typing the words again instead of pasting them helps."),
        ),
        "markup-html": Sentence(
            N_("The text holds HTML, which is not shown."),
            N_("Use Markdown (for example **bold**), or put a backslash before the <."),
        ),
        "markup-image": Sentence(
            N_("The text holds a picture, which is not shown there."),
            N_("Remove it. In news, put it in the folder media and name it in the key picture."),
        ),
        "markup-depth": Sentence(
            N_("Lists or quotations are nested too deeply here."),
            N_("Use fewer levels."),
        ),
        "markup-size": Sentence(
            N_("The table is too large for one page."),
            N_("Divide it, or publish it as a document."),
        ),
        "markup-link": Sentence(
            N_("The link {target} does not lead to a web, mail or telephone address."),
            N_("Write the whole address, for example https://www.example.go.id/."),
        ),
        "number": Sentence(
            N_("{value} is not a number."),
            N_("Write digits, a comma before decimals and dots between thousands: 1.234,5"),
        ),
        "number-positive": Sentence(
            N_("{value} must be more than 0."),
            N_("Correct the number, or remove the key."),
        ),
        "number-ambiguous": Sentence(
            N_("{value} may mean {decimal} or {thousands}."),
            N_("Write it in one of these two ways."),
        ),
        "number-english": Sentence(
            N_("{value} mixes comma and dot in the English way."),
            N_("Write it as {reading}, if that is what you meant."),
        ),
        "number-whole": Sentence(
            N_("{value} is not a whole number of 0 or more."),
            N_("Write digits only, with dots between thousands if you like: 315.609"),
        ),
        "year": Sentence(
            N_("{value} is not a plausible year."),
            N_("Write four digits between 1945 and 2100."),
        ),
        "date": Sentence(
            N_("{value} is not a date."),
            N_("Write year-month-day, for example 2018-04-25."),
        ),
        "time": Sentence(
            N_("{value} is not a time of day."),
            N_("Write hours and minutes, for example 08:00."),
        ),
        "url": Sentence(
            N_("{value} is not a web address."),
            N_(
                "Begin it with https:// and leave out spaces, for example "
                "https://binjaikota.go.id/."
            ),
        ),
        "email": Sentence(
            N_("{value} is not an e-mail address."),
            N_("Write it as name@agency.go.id."),
        ),
        "text-markup": Sentence(
            N_("The page shows {value} as it is typed here."),
            N_("Write {meant}"),
            warning=True,
        ),
        "text-nik": Sentence(
            N_("The text holds {value}, which looks like the NIK of a person."),
            N_(
                "Remove it: who knows it can borrow money in that person's name. If it is no NIK, "
                "group the digits: for example 1234-5678-9012-3456"
            ),
        ),
        "text-nip": Sentence(
            N_("The text holds {value}, which looks like the NIP of a person."),
            N_("Remove it: it tells the day of birth. A name and a post are enough."),
        ),
        "text-kk": Sentence(
            N_("The text holds {value}, which looks like the number of a family's card (KK)."),
            N_("Remove it: with it others can sign up and borrow money in that family's name."),
        ),
        "text-birth": Sentence(
            N_("“{value}” tells on which day somebody was born."),
            N_("Remove the day: with it others can pretend to be that person. {year} is enough."),
        ),
        "text-conflict": Sentence(
            N_("Git has marked two versions of this text here that it could not join."),
            N_(
                "In lines {first} to {last} keep one of the two, and remove the lines of <, =, > "
                "and | around them."
            ),
        ),
        "text-conflict-mark": Sentence(
            N_("{value} is a mark of Git, left over where two versions were joined."),
            N_("Remove the line, and see whether the lines around it stand there once."),
        ),
        "link-host": Sentence(
            N_("{value} is {shown}: letters of other scripts may look like those of another site."),
            N_("Open the address and see whether it leads where it should."),
            warning=True,
        ),
        "region-code": Sentence(
            N_("{value} is not a region code of the Ministry of Home Affairs."),
            N_("Write it with dots, for example 12.75 (city) or 12.75.05 (district)."),
        ),
        "bps-code": Sentence(
            N_("{value} is not a BPS region code."),
            N_("Write its 2, 4, 7 or 10 digits without dots, for example 1276."),
        ),
        "postal-code": Sentence(
            N_("{value} is not a postal code."),
            N_("Write its five digits, for example 20728."),
        ),
        "colour": Sentence(
            N_("{value} is not a colour."),
            N_('Write # and six digits 0-9 or a-f between quotes, for example "#1b5e20".'),
        ),
        "colour-contrast": Sentence(
            N_("{value} reaches a contrast of only {ratio}:1 with the page; 4.5:1 is needed."),
            N_("Choose a darker colour."),
        ),
        "media-size": Sentence(
            N_("The file has {size}; at most {limit} are allowed."),
            N_("Save it in a smaller size."),
        ),
        "media-file": Sentence(
            N_("The name {name} is not allowed for a file of the folder media."),
            N_(
                "Rename it to {meant}: only letters, digits, hyphens, dots and underscores, "
                "without spaces."
            ),
        ),
        "media-name": Sentence(
            N_("{value} is not the name of a picture."),
            N_("Name a file of the folder media that ends in .jpg, .jpeg, .png or .webp."),
        ),
        "media-signs": Sentence(
            N_("The name {value} cannot be part of an address."),
            N_("Name the file {meant} in the folder media, and here as well."),
        ),
        "media-folder": Sentence(
            N_("{value} names a folder as well."),
            N_("Write the name of the file alone, which lies in the folder media: {meant}"),
        ),
        "document-name": Sentence(
            N_("{value} is not the name of a document."),
            N_(
                "Name a file of the folder media that ends in .pdf, .docx, .xlsx, .odt, .ods or "
                ".csv."
            ),
        ),
        "media-missing": Sentence(
            N_("The file {value} is not in the folder media of this agency."),
            N_("Add the file, or correct the name."),
        ),
        "media-missing-nearest": Sentence(
            N_("The file {value} is not in the folder media of this agency."),
            N_("Did you mean {nearest}?"),
        ),
        "media-empty": Sentence(
            N_("The file {value} is empty: it has 0 bytes."),
            N_("Copy it once more, whole, into the folder media."),
        ),
        "media-content": Sentence(
            N_("The content of {value} is not the kind of picture that its name says."),
            N_("Save it again in the format that its ending names, or correct the ending."),
        ),
        "media-pixels": Sentence(
            N_("{value} has more than {limit} million pixels."),
            N_("Save it with at most 4000 pixels on the longer side; pages show 1200."),
        ),
        "media-broken": Sentence(
            N_("{value} is damaged or cut off: it cannot be opened as a picture."),
            N_(
                "Open it on your computer; if that works, save it anew, otherwise copy it once "
                "more."
            ),
        ),
        "media-svg": Sentence(
            N_("{name} is an SVG file, which can hold programs and is not published."),
            N_("Export it as PNG, for example 1000 pixels wide."),
        ),
        "media-format": Sentence(
            N_("Pictures of the kind of {name} are not accepted."),
            N_("Save it as JPEG (photographs) or PNG (drawings, emblems)."),
        ),
        "media-old": Sentence(
            N_("Documents of the kind of {name} are not accepted: they can hold programs."),
            N_("Save it as PDF, or as .docx, .xlsx, .odt or .ods."),
        ),
        "media-remote": Sentence(
            N_("{value} loads something from elsewhere when it is opened."),
            N_("Break its links (File, Info, Edit links), or save it as PDF."),
        ),
        "media-unpacked": Sentence(
            N_("{value} is far larger unpacked than it seems."),
            N_("Save it again, or as PDF."),
        ),
        "media-author": Sentence(
            N_("{value} tells who has written or changed it."),
            N_(
                "If nobody should know: in Word or Excel File, Info, Inspect document; in "
                "LibreOffice File, Properties, Reset; then save it again."
            ),
            warning=True,
        ),
        "media-changes": Sentence(
            N_("{value} holds tracked changes or comments, which everybody can read."),
            N_("Accept the changes and delete the comments, or save it as PDF."),
            warning=True,
        ),
        "media-encrypted": Sentence(
            N_("{value} is protected by a password or against printing or copying."),
            N_("Publish it unprotected. As it is, nobody can check it or have it read aloud."),
            warning=True,
        ),
        "media-side": Sentence(
            N_("{value} is longer than {side} pixels on one side."),
            N_("Make it smaller, or cut it."),
        ),
        "media-macros": Sentence(
            N_("{value} holds macros: programs that would run on the reader's computer."),
            N_("Save it without macros, or as PDF."),
        ),
        "media-document": Sentence(
            N_("The content of {value} is not the kind of document that its name says."),
            N_("Save it again in the format that its ending names, or correct the ending."),
        ),
        "key": Sentence(
            N_("{value} cannot be part of an address."),
            N_("Use only small letters a-z, digits and hyphens."),
        ),
        "flag": Sentence(
            N_("This is neither yes nor no."),
            N_("Write ya or tidak."),
        ),
        "alt-generic": Sentence(
            N_("“{value}” does not say what the picture shows."),
            N_("Write one sentence for those who cannot see it: who or what is where, doing what."),
        ),
        "picture-decorative": Sentence(
            N_("The picture has a text and is called decorative at once."),
            N_("Remove decorative, or the text in alt."),
        ),
        "picture-alt": Sentence(
            N_("The picture has no text for those who cannot see it."),
            N_("Add alt: one sentence that says what the picture shows; or decorative: ya."),
        ),
        "picture-twice": Sentence(
            N_("The picture {value} is shown there twice."),
            N_("Remove one of the two."),
        ),
        "pictures-many": Sentence(
            N_("There are {count} pictures, and {limit} are the most that one page shows."),
            N_("Keep the best, or divide them into several records."),
        ),
        "focus": Sentence(
            N_("{value} does not say which point of the picture stays visible."),
            N_("Write how far it lies from the left and from the top, for example {meant}."),
        ),
        "picture-empty": Sentence(
            N_("The picture has neither a file nor a caption."),
            N_("Add one of the two, or remove the key picture."),
        ),
        "amount": Sentence(
            N_("{value} looks like a number or a range, but is none."),
            N_("Write it as 1.234,5 or, for a range, as 80–90."),
        ),
        "number-negative": Sentence(
            N_("{value} is less than 0."),
            N_("Write a number of 0 or more."),
        ),
    }
)
