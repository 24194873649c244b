"""Programmes, activities and sub-activities: the work done for the goals, and its cost."""

from collections.abc import Iterator

from pendopo.basics.locations import Location
from pendopo.kinds.plans.record.indicators import Indicator
from pendopo.kinds.plans.record.references import Anchor
from pendopo.reading.fields import Line, Rupiah, Statement, Year, described
from pendopo.reading.record import Model


class Budget(Model):
    """The budget for one year from one source, in rupiah."""

    year: Year = described("Year", "Year of the budget.", "2025")
    ceiling: Rupiah | None = described("Ceiling", "Rupiah planned.", "150.000.000", None)
    realised: Rupiah | None = described("Realised", "Rupiah spent.", "148.250.000", None)
    source: Line | None = described("Source", "Where the money comes from.", "APBD", None)


class Schedule(Model):
    """The start and end of the work."""

    start: Line = described("Start", "Month and year, or the year.", "Januari 2025")
    end: Line = described("End", "Month and year, or the year.", "Desember 2029")


class Work(Model):
    """The fields that programmes, activities and sub-activities have in common."""

    name: Statement = described("Name", "Its name.", "Pelayanan administrasi kependudukan")
    code: Line | None = described("Code", "Its code in the nomenclature.", "7.01.02", None)
    indicators: tuple[Indicator, ...] = described(
        "Indicators", "How it is measured.", [{"name": "Jumlah layanan", "unit": "layanan"}], ()
    )
    budget: tuple[Budget, ...] = described(
        "Budget", "Money by year and source.", [{"year": "2025", "ceiling": "150.000.000"}], ()
    )
    schedule: Schedule | None = described(
        "Schedule", "When it is done.", {"start": "Januari 2025", "end": "Desember 2029"}, None
    )
    responsible: Statement | None = described(
        "Responsible", "The unit that answers for it.", "Seksi Pelayanan", None
    )
    contact: Line | None = described(
        "Contact", "Telephone or address of that unit.", "0999-123456", None
    )
    location: Statement | None = described("Location", "Where it is done.", "Kota Contoh", None)


class SubActivity(Work):
    """A sub-activity."""


class Activity(Work):
    """An activity with its sub-activities."""

    sub_activities: tuple[SubActivity, ...] = described(
        "Sub-activities", "Its sub-activities.", [{"name": "Pencatatan"}], ()
    )


class Programme(Work):
    """A programme with its activities."""

    serves: tuple[Anchor, ...] = described(
        "Serves",
        "Goals and objectives of this plan that it serves, as the page names them.",
        ["sasaran-1-2"],
        (),
    )
    activities: tuple[Activity, ...] = described(
        "Activities", "Its activities.", [{"name": "Pelayanan di kantor"}], ()
    )


def works(programmes: tuple[Programme, ...]) -> Iterator[tuple[Location, Work]]:
    """Yield all programmes, activities and sub-activities in order, each with its location."""
    for p, programme in enumerate(programmes):
        place: Location = ("programmes", p)
        yield place, programme
        for a, activity in enumerate(programme.activities):
            inner: Location = (*place, "activities", a)
            yield inner, activity
            for s, sub_activity in enumerate(activity.sub_activities):
                yield (*inner, "sub_activities", s), sub_activity
