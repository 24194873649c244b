"""Labels of what portal.yml chooses from lists."""

from pendopo.basics.translations import N_
from pendopo.kinds.portal.record import Cap, Language

CAPS = {
    "none": N_("no cap"),
    "100": N_("never more than 100 percent"),
    "120": N_("never more than 120 percent"),
}
LANGUAGES = {"id": N_("Indonesian"), "en": N_("English")}
CHOICES = {Cap: CAPS, Language: LANGUAGES}
