"""Labels of announcements."""

from collections.abc import Mapping

from pendopo.basics.translations import N_
from pendopo.kinds.announcements.record import EmergencyKind, Level
from pendopo.site.notices import LABELS as LEVELS

EMERGENCIES = {
    "bencana-alam": N_("Natural disaster"),
    "bencana-non-alam": N_("Non-natural disaster"),
    "bencana-sosial": N_("Social disaster"),
    "penyakit-menular": N_("Contagious disease"),
    "racun-pangan": N_("Poisonous food"),
    "gangguan-utilitas": N_("Interruption of utilities"),
}
PARTS = {
    "hazard": N_("What may happen"),
    "affected": N_("Who is affected"),
    "evacuation": N_("Where and how to go to safety"),
    "avoid": N_("How to avoid the danger"),
    "help": N_("How to get help"),
    "announcer": N_("Who announces"),
    "procedure": N_("How it is announced"),
    "response": N_("What is being done"),
}
CHOICES = {Level: LEVELS, EmergencyKind: EMERGENCIES}
LABELS: Mapping[str, Mapping[str, str]] = {
    "level_name": LEVELS,
    "emergency_name": EMERGENCIES,
    "emergency_part": PARTS,
}
