"""The record of a plan, and everything that is computed from it alone."""

from pendopo.kinds.plans.record.brief import PlanBrief
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.reading.entry import Entry
from pendopo.reading.record_type import RecordType

PLAN = RecordType(
    "plan",
    PlanRecord,
    PlanBrief,
    folder="plans",
    shown_below=True,
    changed="updated",
    former="formerly",
)
Plan = Entry[PlanRecord, PlanBrief]
