"""Labels of how a post is held."""

from pendopo.basics.translations import N_

STATUSES = {
    "definitif": N_("appointed"),
    "Plt": N_("acting"),
    "Plh": N_("acting for some days"),
    "Pj": N_("caretaker"),
    "Pjs": N_("temporary caretaker"),
}
FOR_TEMPLATES = {"held_as": STATUSES}
