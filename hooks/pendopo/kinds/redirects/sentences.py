"""Messages about redirects."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

SENTENCES = register(
    {
        "redirect-live": Sentence(
            N_("A page of the site has the address {value}; it cannot lead elsewhere."),
            N_("Remove the entry, or the page if it is no longer wanted."),
        ),
        "redirect-reserved": Sentence(
            N_("{value} cannot lead elsewhere: {place} belongs to the site itself."),
            N_("Remove the entry."),
        ),
        "redirect-below": Sentence(
            N_("The address {value} lies in the folder of the agency {agency}."),
            N_("Move the entry to the file redirects.yml in that folder."),
        ),
        "redirect-twice": Sentence(
            N_("The old address {value} stands twice; the first time it leads to {first}."),
            N_("Keep one of the two."),
        ),
        "redirect-inside": Sentence(
            N_("{value} lies below {first}, which is the file of another old address."),
            N_("Keep one of the two."),
        ),
        "redirect-missing": Sentence(
            N_("The site has no page at {value}."),
            N_(
                "Open the page in a browser and copy its address; for another site, begin with "
                "https://."
            ),
        ),
        "redirect-missing-nearest": Sentence(
            N_("The site has no page at {value}."),
            N_("Did you mean {nearest}?"),
        ),
        "redirect-chain": Sentence(
            N_("{value} is itself an old address, which leads on to {target}."),
            N_("Write {target} here."),
        ),
        "redirect-loop": Sentence(
            N_("{value} leads in a circle: {circle}"),
            N_("Let one of these lead to a page that exists."),
        ),
        "redirect-old": Sentence(
            N_("{value} is not an address within this folder."),
            N_(
                "Write what follows the folder in the old address, for example "
                "berita/kunjungan-lama."
            ),
        ),
        "redirect-query": Sentence(
            N_("{value} has a question mark; a site without a program cannot tell it from {page}."),
            N_("Write {page}, which then leads to the new address whatever follows it."),
        ),
        "formerly-itself": Sentence(
            N_("{value} is what this is called now."),
            N_("Write what it was called before, or remove the line."),
        ),
        "formerly-taken": Sentence(
            N_("{value} is still there, so its addresses cannot lead elsewhere."),
            N_("Remove the line, or what is left in {value}."),
        ),
        "formerly-twice": Sentence(
            N_("{other} says too that it was formerly {value}."),
            N_("Keep the line in one of the two."),
        ),
        "formerly-reserved": Sentence(
            N_("{value} is an address of the site itself, which no agency can have had."),
            N_("Write the former name of this folder."),
        ),
        "redirect-query-alone": Sentence(
            N_(
                "{value} is nothing but a question mark and what follows it, which a site without "
                "a program never sees."
            ),
            N_("Remove the entry: such an address shows the first page of this folder by itself."),
        ),
        "redirect-new": Sentence(
            N_("{value} is neither an address of this site nor a web address."),
            N_(
                "Write for example visi-misi, /kota-binjai/visi-misi or https://www.example.go.id/."
            ),
        ),
    }
)
