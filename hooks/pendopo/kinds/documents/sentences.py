"""Messages about documents and about what the law wants published."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "document-reference": Sentence(
            N_("{value} is not the name of a document."),
            N_(
                "Write the name of its file in the folder documents without .yml; for a document "
                "of another agency, with the folder of the agency before it: "
                "kota-binjai/perda-2-2026."
            ),
        ),
        "document-twice": Sentence(
            N_("The document is both here (file) and elsewhere (url)."),
            N_("Keep one of the two; name the other place in sources."),
        ),
        "document-nowhere": Sentence(
            N_("Nothing says where the document can be read."),
            N_(
                "Add file (a document of the folder media) or url; if it is on paper alone, write "
                "form: [cetak]."
            ),
        ),
        "document-summary": Sentence(
            N_("The document is a PDF and has no summary."),
            N_("Say in summary what is in it: not everybody can open or read a PDF."),
            information=True,
        ),
        "document-regulation": Sentence(
            N_("A document of the type peraturan needs its kind, number and year."),
            N_("Add regulation with kind, number and year."),
        ),
        "document-no-regulation": Sentence(
            N_("A document of the type {value} is no regulation."),
            N_("Correct type, or remove regulation; a plain number goes into the key number."),
        ),
        "document-number": Sentence(
            N_("The number of a regulation stands in regulation."),
            N_("Remove the key number here."),
        ),
        "document-early": Sentence(
            N_("{value} lies before the day of the document, {first}."),
            N_("Correct the day."),
        ),
        "document-exclusion": Sentence(
            N_("Only a document of the category dikecualikan has an exclusion."),
            N_("Correct category, or remove exclusion."),
        ),
        "document-ground": Sentence(
            N_("Nothing says why the public may not read the document."),
            N_("Add exclusion with ground, test_number and test_day; or correct category."),
        ),
        "document-secret-file": Sentence(
            N_("The public may not read this document, but its file would be published."),
            N_(
                "Remove the key file, and delete {value} from the folder media; or correct "
                "category."
            ),
        ),
        "document-secret-url": Sentence(
            N_("The public may not read this document, but a link leads to it."),
            N_("Remove the key url, or correct category."),
        ),
        "document-term": Sentence(
            N_("The exclusion ends on {value}, before the test of consequences on {first}."),
            N_("Correct until, or test_day."),
        ),
        "document-itself": Sentence(
            N_("The document names itself: {value}."),
            N_("Name the document that it changes or revokes."),
        ),
        "document-circle": Sentence(
            N_("The document and {value} change or revoke each other in a circle."),
            N_("Keep only what the newer document does to the older one."),
        ),
        "document-unknown": Sentence(
            N_("There is no document {value}."),
            N_(
                "Correct the name, or add the document; one that is not on this site goes into the "
                "summary."
            ),
        ),
        "document-unknown-nearest": Sentence(
            N_("There is no document {value}."),
            N_("Did you mean {nearest}?"),
        ),
        "document-revoked": Sentence(
            N_("The regulation does not say that it is revoked by: {value}."),
            N_("Write status: dicabut, or correct the document that revokes it."),
            warning=True,
        ),
        "disclosure-missing": Sentence(
            N_(
                "Of {total} items that the law wants published, {missing} are missing and {old} "
                "are too old: {known}."
            ),
            N_(
                "Write such an item in covers of the document that contains it, or renew updated "
                "where a record has been checked; the page informasi-publik/kelengkapan/ shows all."
            ),
            information=True,
        ),
    }
)
