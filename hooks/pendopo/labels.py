"""Labels of the values that records choose from."""

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
TERRITORIES = {"id": "id_ID", "en": "en_GB"}
"""The language of labels as Open Graph writes it."""
DAYS = {
    "senin": N_("Monday"),
    "selasa": N_("Tuesday"),
    "rabu": N_("Wednesday"),
    "kamis": N_("Thursday"),
    "jumat": N_("Friday"),
    "sabtu": N_("Saturday"),
    "minggu": N_("Sunday"),
}
STATUSES = {
    "in force": N_("In force"),
    "undated": N_("Period not stated"),
    "superseded": N_("Superseded"),
    "ended": N_("Ended"),
    "coming": N_("Not yet in force"),
}
STATES = {
    "reached": N_("Reached"),
    "on course": N_("On course"),
    "behind": N_("Behind"),
    "worsening": N_("Worsening"),
    "not comparable": N_("Not comparable"),
    "not yet due": N_("Not yet due"),
    "not reported": N_("Not reported"),
}
STATE_RULES = {
    "reached": N_("the latest actual is as good as the last target"),
    "on course": N_("the latest actual is as good as the target of its year"),
    "behind": N_("the latest actual misses the target of its year"),
    "worsening": N_("it misses the target and is worse than the value before it"),
    "not comparable": N_("target or actual are words, or it is not said which direction is good"),
    "not yet due": N_("the first year with a target has not ended"),
    "not reported": N_("a year with a target has ended, and no actual is given"),
}
FORMULAS = {
    "higher": N_("actual ÷ target × 100"),
    "difference": N_("(2 × target − actual) ÷ target × 100"),
    "ratio": N_("target ÷ actual × 100"),
}
POLARITIES = {
    "higher": N_("Higher is better"),
    "lower": N_("Lower is better"),
    "range": N_("Within the range is best"),
}

SEARCH = {
    "results": N_("Search results"),
    "searching": N_("Searching …"),
    "found": N_("Results for “{query}”: {count}"),
    "foundWithin": N_("Results for “{query}” in {place}: {count}"),
    "nothing": N_("Nothing was found for “{query}”."),
    "nothingWithin": N_("Nothing was found for “{query}” in {place}."),
    "failed": N_("The search could not be loaded. Reload this page and try again."),
    "everywhere": N_("Search the whole portal"),
    "rest": N_("Search all pages too (about {size} KB to load)"),
    "partly": N_("So far only the names of agencies and the portal's own pages were searched."),
    "partlyWithin": N_("So far only some of the pages were searched."),
    "open": N_("All results, with filters"),
    "more": N_("Show more"),
    "close": N_("Close the results"),
    "filter": N_("Filter the results"),
    "all": N_("All"),
    "agency": N_("Agency"),
    "type": N_("Type of agency"),
    "kind": N_("Kind of page"),
    "year": N_("Year"),
}
"""What the script of the search says; it reads them from the list of the parts of the index."""

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


def type_name(agency_type: str, translate: Translate) -> str:
    """`Kecamatan`, the type of one agency."""
    return translate(TYPES[agency_type][0])


def type_plural(agency_type: str, translate: Translate) -> str:
    """The type as the name of a list."""
    return translate(TYPES[agency_type][1])
