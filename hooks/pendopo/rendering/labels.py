"""Labels used around the content of pages."""

from pendopo.basics.translations import N_, Translate

TERRITORIES = {"id": "id_ID", "en": "en_GB"}
"""The language of labels in the notation of Open Graph (`og:locale`)."""
DOCUMENTS = {
    "tentang/": N_("About this site"),
    "panduan/": N_("Guide for editors"),
    "aksesibilitas/": N_("Accessibility"),
    "privasi/": N_("Privacy"),
    "lisensi/": N_("Licence"),
}


def document_name(address: str, title: str, translate: Translate) -> str:
    """The label of a page written by hand: translated for the known ones, else its own title."""
    return translate(DOCUMENTS[address]) if address in DOCUMENTS else title
