"""Labels of how a post is held."""

from pendopo.basics.translations import N_
from pendopo.kinds.officials.record import Status

STATUSES = {
    "definitif": N_("appointed"),
    "Plt": N_("acting"),
    "Plh": N_("acting for some days"),
    "Pj": N_("caretaker"),
    "Pjs": N_("temporary caretaker"),
}
CHOICES = {Status: STATUSES}
FOR_TEMPLATES = {"held_as": STATUSES}
