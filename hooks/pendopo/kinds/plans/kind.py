"""Declaration of the kind `plans`: everything that plans add to the site."""

from pendopo.basics.translations import N_
from pendopo.kinds.plans.cascade import SUPPORTERS
from pendopo.kinds.plans.evidence import of_plans
from pendopo.kinds.plans.labels import CHOICES, FOR_TEMPLATES
from pendopo.kinds.plans.machines import api, files
from pendopo.kinds.plans.pages import (
    changes,
    goals,
    panel,
    performance,
    plan,
    plan_list,
    programmes,
    tree,
    vision,
)
from pendopo.kinds.plans.record import PLAN
from pendopo.kinds.plans.record.brief import PlanBrief
from pendopo.kinds.plans.rules.links import plan_link_rules
from pendopo.kinds.plans.rules.plan import plan_rules
from pendopo.kinds.plans.rules.timely import plan_timely_rules
from pendopo.kinds.plans.sentences import SENTENCES
from pendopo.kinds.plans.told import INDICATORS
from pendopo.site.kind import Kind

KIND = Kind(
    name="plans",
    record=PLAN,
    title=N_("Plan"),
    section="performance",
    sentences=SENTENCES,
    kept=PlanBrief.holds,
    rules=plan_rules,
    link_rules=(plan_link_rules,),
    timely_rules=(plan_timely_rules,),
    derived=(SUPPORTERS,),
    portal_pages=(performance.pages,),
    pages=(
        vision.pages,
        goals.pages,
        plan_list.pages,
        plan.pages,
        programmes.pages,
        tree.pages,
        changes.pages,
    ),
    files=(files.files, vision.files, goals.files),
    portal_names=frozenset({"kinerja"}),
    names=frozenset({"visi-misi", "tujuan-sasaran", "perencanaan"}),
    panels=panel.PANELS,
    evidence=of_plans,
    weight=plan_list.weight,
    labels=FOR_TEMPLATES,
    links=performance.links,
    api=api.API,
    watched={"polarity": "target", "calculation": "target"},
    compared=(INDICATORS,),
    choices=CHOICES,
)
