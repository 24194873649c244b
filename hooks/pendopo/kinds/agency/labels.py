"""Labels of the enumerated values of an agency."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pendopo.basics.translations import N_, Translate
from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.agency.record.agency import AgencyType, TimeZone
from pendopo.kinds.agency.record.complaints import Subject
from pendopo.kinds.agency.record.hours import Weekday
from pendopo.kinds.agency.record.lifecycle import State

TYPES = {
    "provinsi": (N_("Province"), N_("Provinces")),
    "kabupaten": (N_("Regency"), N_("Regencies")),
    "kota": (N_("City"), N_("Cities")),
    "sekretariat": (N_("Secretariat"), N_("Secretariats")),
    "inspektorat": (N_("Inspectorate"), N_("Inspectorates")),
    "badan": (N_("Board"), N_("Boards")),
    "dinas": (N_("Department"), N_("Departments")),
    "bagian": (N_("Division"), N_("Divisions")),
    "kecamatan": (N_("District"), N_("Districts")),
    "kelurahan": (N_("Urban village"), N_("Urban villages")),
    "desa": (N_("Village"), N_("Villages")),
    "rumah-sakit": (N_("Hospital"), N_("Hospitals")),
    "puskesmas": (N_("Community health centre"), N_("Community health centres")),
    "uptd": (N_("Technical unit"), N_("Technical units")),
    "lainnya": (N_("Other agency"), N_("Other agencies")),
}
"""Labels of each type of agency, in their order: singular and plural."""
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
LIFECYCLE = {
    "digabung": N_("Merged"),
    "dipecah": N_("Split"),
    "ditutup": N_("Closed"),
    "digantikan": N_("Replaced"),
}
ENDS = {
    "digabung": N_("This agency has been merged"),
    "dipecah": N_("This agency has been split"),
    "ditutup": N_("This agency has been closed"),
    "digantikan": N_("This agency has been replaced"),
}
ZONES = {
    "WIB": N_("Western Indonesia Time"),
    "WITA": N_("Central Indonesia Time"),
    "WIT": N_("Eastern Indonesia Time"),
}
CHOICES = {
    AgencyType: {name: one for name, (one, _) in TYPES.items()},
    TimeZone: ZONES,
    Weekday: DAYS,
    Subject: SUBJECTS,
    State: {"berganti-nama": N_("Renamed"), **LIFECYCLE},
}
FOR_TEMPLATES = {
    "subject_name": SUBJECTS,
    "day_name": DAYS,
    "lifecycle_name": LIFECYCLE,
    "end_of_agency": ENDS,
}


class TypeLabel(NamedTuple):
    """What the type of an agency is called: by law, and locally (empty where it is not)."""

    legal: str = ""
    local: str = ""

    @property
    def text(self) -> str:
        """The name that people use."""
        return self.local or self.legal


def type_name(agency_type: str, translate: Translate) -> str:
    """Return the type of one agency in the singular, such as `Kecamatan`."""
    return translate(TYPES[agency_type][0])


def type_plural(agency_type: str, translate: Translate) -> str:
    """Return the type in the plural, as the title of a list."""
    return translate(TYPES[agency_type][1])


def type_label(agency: Agency, directory: Directory, translate: Translate) -> TypeLabel:
    """Return what the type of an agency is called."""
    return TypeLabel(type_name(agency.brief.type, translate), directory.type_name(agency))


def type_behind(agency: Agency, directory: Directory, translate: Translate) -> TypeLabel:
    """Return what stands behind the name of an agency: nothing if the name begins with its type."""
    label = type_label(agency, directory, translate)
    begins = f"{agency.name} ".casefold().startswith(f"{label.text} ".casefold())
    return TypeLabel() if begins else label


def local_names(agencies: Iterable[Agency], directory: Directory) -> Mapping[str, str]:
    """Return what each type is called locally; empty where not all agencies of it have one name."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in agencies:
        found[each.brief.type].add(directory.type_name(each))
    return {kind: "".join(names) if len(names) == 1 else "" for kind, names in found.items()}
