"""Labels of the enumerated values of an agency."""

from pendopo.basics.translations import N_, Translate

TYPES = {
    "provinsi": (N_("Province"), N_("Provinces")),
    "kabupaten": (N_("Regency"), N_("Regencies")),
    "kota": (N_("City"), N_("Cities")),
    "kecamatan": (N_("District"), N_("Districts")),
    "kelurahan": (N_("Urban village"), N_("Urban villages")),
    "desa": (N_("Village"), N_("Villages")),
    "sekretariat": (N_("Secretariat"), N_("Secretariats")),
    "inspektorat": (N_("Inspectorate"), N_("Inspectorates")),
    "dinas": (N_("Department"), N_("Departments")),
    "badan": (N_("Board"), N_("Boards")),
    "bagian": (N_("Division"), N_("Divisions")),
    "uptd": (N_("Technical unit"), N_("Technical units")),
    "puskesmas": (N_("Community health centre"), N_("Community health centres")),
    "rumah-sakit": (N_("Hospital"), N_("Hospitals")),
    "lainnya": (N_("Other agency"), N_("Other agencies")),
}
"""Labels of each type of agency: singular and plural."""
DAYS = {
    "senin": N_("Monday"),
    "selasa": N_("Tuesday"),
    "rabu": N_("Wednesday"),
    "kamis": N_("Thursday"),
    "jumat": N_("Friday"),
    "sabtu": N_("Saturday"),
    "minggu": N_("Sunday"),
}
SUBJECTS = {
    "layanan": N_("Complaints about services"),
    "penyalahgunaan-wewenang": N_("Abuse of authority"),
    "lainnya": N_("Other complaints"),
}
FOR_TEMPLATES = {
    "subject_name": SUBJECTS,
    "type_name": {key: one for key, (one, _) in TYPES.items()},
    "day_name": DAYS,
}


def type_name(agency_type: str, translate: Translate) -> str:
    """Return the type of one agency in the singular, such as `Kecamatan`."""
    return translate(TYPES[agency_type][0])


def type_plural(agency_type: str, translate: Translate) -> str:
    """Return the type in the plural, as the title of a list."""
    return translate(TYPES[agency_type][1])
