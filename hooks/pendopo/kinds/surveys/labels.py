"""Labels of the elements and grades of a survey."""

from pendopo.basics.translations import N_
from pendopo.kinds.surveys.record import Grade

ELEMENTS = {
    "persyaratan": N_("Requirements"),
    "prosedur": N_("System, mechanism and procedure"),
    "waktu": N_("Time taken"),
    "biaya": N_("Fee"),
    "produk": N_("Product of the service"),
    "kompetensi": N_("Competence of the staff"),
    "perilaku": N_("Conduct of the staff"),
    "pengaduan": N_("Handling of complaints"),
    "sarana": N_("Facilities and equipment"),
}
GRADES = {
    "A": N_("Very good"),
    "B": N_("Good"),
    "C": N_("Less good"),
    "D": N_("Not good"),
}
CHOICES = {Grade: GRADES}
FOR_TEMPLATES = {"survey_element": ELEMENTS, "survey_grade": GRADES}
