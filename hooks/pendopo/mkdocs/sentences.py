"""Sentences about the settings of mkdocs.yml."""

from pendopo.basics.translations import N_
from pendopo.problems.sentences import Sentence, register

UNUSED = N_("The setting {key} changes nothing on a site of Pendopo.")

SENTENCES = register(
    {
        "setting-unused": Sentence(
            UNUSED,
            N_("Remove it. What a page shows can be changed by a template in theme.custom_dir."),
        ),
        "setting-of-portal": Sentence(UNUSED, N_("Write {instead} in portal.yml of the data.")),
        "setting-scripts": Sentence(
            UNUSED,
            N_("Name a counter at extra.pendopo.counter; load scripts in main.html of custom_dir."),
        ),
        "setting-font": Sentence(
            UNUSED,
            N_("Write font: false; a font of your own is a file of docs/ named in extra_css."),
        ),
        "setting-mapping": Sentence(
            N_("The setting {key} must hold keys."),
            N_("Write each on a line of its own, indented by two spaces, for example data: data"),
        ),
        "setting-data": Sentence(
            N_("The data folder {folder} may not lie within {name}, {other}."),
            N_("Move it: there its files would be published unchecked."),
        ),
        "setting-theme": Sentence(
            N_("Pendopo's pages need the theme material."),
            N_("Write name: material, and change single templates in theme.custom_dir."),
        ),
        "setting-addresses": Sentence(
            N_("Pendopo needs use_directory_urls: true, the default of MkDocs."),
            N_("Remove use_directory_urls."),
        ),
        "setting-search": Sentence(
            N_("The search of MkDocs is switched on, and Pendopo has its own."),
            N_("Write plugins: [], or take search out of the list."),
        ),
        "setting-plugin": Sentence(
            N_("The plugin {name} changes the pages written by hand alone, and no page of data."),
            N_("There is nothing to mend if that is what you want."),
            information=True,
        ),
        "menu-title": Sentence(
            N_("The entry {value} of the menu has no title."),
            N_("Write its title before it: - Title: {value}"),
        ),
        "menu-section": Sentence(
            N_("The menu is one list, and {title} would be a list within it."),
            N_("Write the entries of {title} beside the others."),
        ),
        "menu-address": Sentence(
            N_("{value} is neither a file of docs/ nor a whole web address."),
            N_("Write the path from docs/, such as tentang.md, or https:// and what follows."),
        ),
        "forms-repository": Sentence(
            N_("{value} is not a repository at GitHub, which the forms need."),
            N_("Write its owner and its name, for example repository: pemkot-contoh/profil"),
        ),
        "counter-kind": Sentence(
            N_("Pendopo does not know the counter {value}."), N_("Write one of: {known}.")
        ),
        "counter-url": Sentence(
            N_("{value} is not the address of a counter."),
            N_("Write https://, its host and its path, for example https://hitung.contoh.go.id/"),
        ),
        "counter-site": Sentence(
            N_("{value} is not how {name} names a site."),
            N_("Matomo: a number; Plausible: the domain of the site; GoatCounter: leave it out."),
        ),
        "counter-untold": Sentence(
            N_("The page docs/privasi.md does not tell of the counter."),
            N_("Write {place} where it shall; take out what says that nothing is counted."),
        ),
        "setting-picture": Sentence(
            N_("The picture {file} is no file of docs/ that pages can show."),
            N_("Put it into docs/ and write its path from there; it must end in one of: {known}."),
        ),
        "setting-heavy": Sentence(
            N_("The picture {file} is too heavy for every page to load it."),
            N_("Make it smaller than {most} KB."),
        ),
        "setting-stylesheet": Sentence(
            N_("The stylesheet {file} is no file of docs/."),
            N_("Put it into docs/ and write its path from there; pages load nothing elsewhere."),
        ),
    }
)
