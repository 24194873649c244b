"""Labels of the enumerated values of a document, and its name as a regulation."""

from pendopo.basics.translations import N_, Translate
from pendopo.kinds.documents.record import (
    Category,
    DocumentBrief,
    DocumentType,
    Force,
    Form,
    RegulationKind,
)

TYPES = {
    "peraturan": N_("Regulation"),
    "keputusan": N_("Decree"),
    "instruksi": N_("Instruction"),
    "surat-edaran": N_("Circular"),
    "perencanaan": N_("Planning document"),
    "laporan-kinerja": N_("Performance report"),
    "laporan-keuangan": N_("Financial report"),
    "laporan-lain": N_("Other report"),
    "anggaran": N_("Budget"),
    "perjanjian-kinerja": N_("Performance agreement"),
    "sop": N_("Standard operating procedure"),
    "standar-pelayanan": N_("Service standard"),
    "formulir": N_("Form to fill in"),
    "data": N_("Data set"),
    "kajian": N_("Study"),
    "notulen": N_("Minutes"),
    "kontrak": N_("Contract"),
    "lainnya": N_("Other document"),
}
REGULATIONS = {
    "perda": "Peraturan Daerah",
    "pergub": "Peraturan Gubernur",
    "perbup": "Peraturan Bupati",
    "perwali": "Peraturan Wali Kota",
    "perdes": "Peraturan Desa",
    "perkades": "Peraturan Kepala Desa",
    "kepgub": "Keputusan Gubernur",
    "kepbup": "Keputusan Bupati",
    "kepwal": "Keputusan Wali Kota",
    "kepkades": "Keputusan Kepala Desa",
    "keputusan-kepala": "Keputusan Kepala",
    "peraturan-kepala": "Peraturan Kepala",
    "instruksi": "Instruksi",
    "surat-edaran": "Surat Edaran",
    "lainnya": "",
}
"""Kinds of regulation as laws are cited, in any language of the site."""
FORCES = {
    "berlaku": N_("In force"),
    "diubah": N_("Changed"),
    "dicabut": N_("Revoked"),
}
CATEGORIES = {
    "berkala": N_("Published periodically"),
    "serta-merta": N_("Published at once"),
    "setiap-saat": N_("Available at any time"),
    "dikecualikan": N_("Excluded"),
}
FORMS = {"cetak": N_("Printed"), "elektronik": N_("Electronic")}
STANDINGS = {
    "there": N_("There"),
    "old": N_("Too old"),
    "absent": N_("Absent"),
}
CHOICES = {
    DocumentType: TYPES,
    RegulationKind: {**REGULATIONS, "lainnya": N_("Other regulation")},
    Force: FORCES,
    Category: CATEGORIES,
    Form: FORMS,
}
FOR_TEMPLATES = {
    "document_type": TYPES,
    "category_name": CATEGORIES,
    "form_name": FORMS,
    "force_name": FORCES,
    "disclosure_state": STANDINGS,
}


def citation(brief: DocumentBrief) -> str:
    """Return how a regulation is cited, else the number of the document; empty if unknown."""
    if not brief.kind:
        return brief.number
    name = REGULATIONS[brief.kind]
    return f"{name} Nomor {brief.number} Tahun {brief.year}".lstrip()


def forms(brief: DocumentBrief, translate: Translate) -> str:
    """Return the forms in which there is a document, in one line."""
    return ", ".join(translate(FORMS[each]) for each in brief.shown_form)
