"""Labels around the content of pages."""

from pendopo.basics.translations import N_, Translate

TERRITORIES = {"id": "id_ID", "en": "en_GB"}
"""The language of labels as Open Graph writes it."""
DOCUMENTS = {
    "tentang/": N_("About this site"),
    "panduan/": N_("Guide for editors"),
    "aksesibilitas/": N_("Accessibility"),
    "privasi/": N_("Privacy"),
    "lisensi/": N_("Licence"),
}


def document_name(address: str, title: str, translate: Translate) -> str:
    """The label of a page written by hand: its own title where it is none of ours."""
    return translate(DOCUMENTS[address]) if address in DOCUMENTS else title
