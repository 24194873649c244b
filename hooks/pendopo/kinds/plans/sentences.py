"""Messages about plans."""

from pendopo.basics.translations import N_
from pendopo.kinds.plans.labels import CALCULATIONS, FORMULAS, INDICATOR_KINDS, POLARITIES
from pendopo.problems.sentences import Sentence, register, register_meanings

KINDS = {name: INDICATOR_KINDS[name] for name in ("outcome", "output")}
register_meanings({**FORMULAS, **POLARITIES, **CALCULATIONS, **KINDS})

SENTENCES = register(
    {
        "statement-quotes": Sentence(
            N_("The vision stands between quotation marks, which the page adds by itself."),
            N_("Remove the quotation marks at both ends."),
        ),
        "statement-number": Sentence(
            N_("The statement begins with its number or sign, which the page adds by itself."),
            N_("Remove it."),
            warning=True,
        ),
        "period-order": Sentence(
            N_("The period ends in {end}, before it starts in {start}."),
            N_("Correct the two years."),
        ),
        "period-length": Sentence(
            N_(
                "{type} runs from {start} to {end}, a difference of {length} years; "
                "it should be {expected}."
            ),
            N_("Correct the years of the period."),
        ),
        "plan-empty": Sentence(
            N_("The plan has neither a vision nor a mission nor a goal."),
            N_("Add at least one of the keys vision, missions, goals, derives_from."),
        ),
        "words-alone": Sentence(
            N_("The words here are not shown, because the key {key} is missing."),
            N_("Add {key}, or remove the words."),
        ),
        "plan-above-missing": Sentence(
            N_("There is no plan {value}."),
            N_("Correct the name, or add that plan."),
        ),
        "plan-above-missing-nearest": Sentence(
            N_("There is no plan {value}."),
            N_("Did you mean {nearest}?"),
        ),
        "plan-above-place": Sentence(
            N_("The plan {value} does not belong to an agency above this one."),
            N_("Name a plan of the agency in whose folder this agency lies."),
        ),
        "mission-unknown": Sentence(
            N_("The plan has no mission {value}; it has {count}."),
            N_("Correct the number."),
        ),
        "targets-limit": Sentence(
            N_("The row has {count} targets; at most {limit} are allowed."),
            N_("Remove what is too much."),
        ),
        "targets-many": Sentence(
            N_("The row has {count} targets, but the period has only {years} years."),
            N_("Remove what is too much, or correct the period."),
        ),
        "targets-year": Sentence(
            N_("The year {value} lies outside the period {start}–{end}."),
            N_("Correct the year or the period."),
        ),
        "years-ordinal": Sentence(
            N_("These values go by the number of the year, earlier ones by calendar year."),
            N_(
                "Give all values of a plan in one way, or say which year the first is: "
                "first_target_year: 2022"
            ),
        ),
        "years-calendar": Sentence(
            N_("These values go by calendar year, earlier ones by the number of the year."),
            N_(
                "Give all values of a plan in one way, or say which year the first is: "
                "first_target_year: 2022"
            ),
        ),
        "year-twice": Sentence(
            N_("The year {value} has a second value here, by another name."),
            N_("Keep one of the two."),
        ),
        "actual-year": Sentence(
            N_("The actual is for {value}, a year without a target."),
            N_("Correct the year. Years with a target: {known}."),
        ),
        "plan-far": Sentence(
            N_("The plan begins in {value}, more than a year ahead."),
            N_("Correct the year if it is mistyped."),
            warning=True,
        ),
        "actual-early": Sentence(
            N_("The year {value} has not ended; its actual cannot be known yet."),
            N_("Write it when the year is over, or correct the year."),
            warning=True,
        ),
        "unit-missing": Sentence(
            N_("The indicator has numbers but no unit."),
            N_('Add the unit, for example unit: "{example}"'),
        ),
        "polarity-missing": Sentence(
            N_("The indicator has numbers, but does not say where the good ones lie."),
            N_(
                "Add polarity: higher (more is better), lower (less is better) or range (within a "
                "range is best)."
            ),
        ),
        "achievement-by-missing": Sentence(
            N_("It is not said how the achievement of this indicator is computed."),
            N_("Add achievement_by: difference for (2T − R) ÷ T, or ratio for T ÷ R."),
        ),
        "achievement-by-higher": Sentence(
            N_("Where higher is better there is only one formula, R ÷ T."),
            N_("Remove achievement_by."),
        ),
        "serves-unknown": Sentence(
            N_("The plan has no goal or objective {value}."),
            N_("Choose one of: {known}."),
        ),
        "targets-missing": Sentence(
            N_("The row has no target for: {years}."),
            N_("Add what the document says; if it says nothing, leave it so."),
            warning=True,
        ),
        "indicators-missing": Sentence(
            N_("The objective has no indicator."),
            N_("Add what the document says; if it says nothing, leave it so."),
            warning=True,
        ),
        "indicators-none": Sentence(
            N_("The plan has {count} objectives and no indicator."),
            N_("Add what the document says; if it says nothing, leave it so."),
            warning=True,
        ),
        "unit-differs": Sentence(
            N_("The unit {value} differs from that of the row, {unit}."),
            N_("Compare it with the document."),
            warning=True,
        ),
        "value-unit": Sentence(
            N_("{value} is read as words, so that nothing can be computed from it."),
            N_(
                "Write in value the number alone, or a range as 30–40, and in printed what the "
                "document prints; the unit {unit} belongs in the key unit."
            ),
            warning=True,
        ),
        "percentage": Sentence(
            N_("{value} percent lies outside 0 to 100."),
            N_("Compare it with the document."),
            warning=True,
        ),
        "trend-falls": Sentence(
            N_("The targets fall, although higher is said to be better."),
            N_("Compare the polarity and the targets with the document."),
            warning=True,
        ),
        "trend-rises": Sentence(
            N_("The targets rise, although lower is said to be better."),
            N_("Compare the polarity and the targets with the document."),
            warning=True,
        ),
        "final-differs": Sentence(
            N_("The final value is {value}, the last target {target}."),
            N_("Compare both with the document."),
            warning=True,
        ),
        "count-stated": Sentence(
            N_("The text speaks of {value} {name}, the record has {count}."),
            N_("Compare it with the document: is one missing, or one too many?"),
            warning=True,
        ),
        "mission-unserved": Sentence(
            N_("No goal serves mission {numbers}, although others are served."),
            N_("Add what the document says; if it says nothing, leave it so."),
            warning=True,
        ),
        "heading-differs": Sentence(
            N_("The heading of the elaboration differs from the statement of the mission."),
            N_("Compare both with the document; if it is so there, leave it so."),
            warning=True,
        ),
        "code-twice": Sentence(
            N_("The code {value} stands twice."),
            N_("Compare it with the document."),
            warning=True,
        ),
        "claims-force": Sentence(
            N_("The period has ended, but the text says that the plan is in force."),
            N_("Say in the text that it was, or leave it as the document has it."),
            warning=True,
        ),
        "supports-missing": Sentence(
            N_("There is no {value}."),
            N_(
                "Correct the name, or add that plan. A part is named misi-2, tujuan-1, sasaran-1-2."
            ),
        ),
        "supports-missing-nearest": Sentence(
            N_("There is no {value}."),
            N_("Did you mean {nearest}?"),
        ),
        "supports-place": Sentence(
            N_("{value} does not belong to an agency above this one."),
            N_("Name a plan of the agency in whose folder this agency lies."),
        ),
        "supports-period": Sentence(
            N_("The period of {value} does not overlap with that of this plan, {period}."),
            N_("Compare both plans; perhaps a newer one is meant."),
            warning=True,
        ),
        "supports-none": Sentence(
            N_("These goals and objectives serve nothing of an agency above: {anchors}."),
            N_("Add supports to them, for example supports: [{example}]"),
            warning=True,
        ),
        "supports-nobody": Sentence(
            N_("No agency below serves: {anchors}."),
            N_("Add supports to the goals of those agencies that do serve them."),
            warning=True,
        ),
        "value-ambiguous": Sentence(
            N_("{value} may mean {decimal} or {thousands}, so that nothing is computed from it."),
            N_(
                "Write what is meant: {decimal} or {thousands}; the text of the document belongs "
                "in printed."
            ),
            warning=True,
        ),
        "achievement-high": Sentence(
            N_("{value} percent can hardly be the achievement."),
            N_("Compare target, actual and unit with the document: is a comma or a zero wrong?"),
            warning=True,
        ),
        "mean-high": Sentence(
            N_("The mean achievement of {year} is {value} percent, which can hardly be."),
            N_("Compare the targets and actuals of that year with the document."),
            warning=True,
        ),
        "achievement-stated": Sentence(
            N_("An achievement is stated, although the formula gives {value} percent."),
            N_("Remove it, unless the document itself states it and says why."),
            warning=True,
        ),
        "baseline-late": Sentence(
            N_("The baseline is of {value}, but targets begin in {first}."),
            N_("The baseline is the value before the plan; a later one is an actual."),
            warning=True,
        ),
        "budget-twice": Sentence(
            N_("The year {value} has two budgets from one source."),
            N_("Join them, or name another source."),
            warning=True,
        ),
        "budget-over": Sentence(
            N_("More was spent than planned."),
            N_("Compare both with the document."),
            warning=True,
        ),
        "plan-year": Sentence(
            N_("{value} is no year of a plan."),
            N_(
                "Write 1, 2, 3 … for the years of the plan, or a calendar year such as 2026; a "
                "part of a year as 2026-Q1 or 2026-03, several years as 2025-2029."
            ),
        ),
        "anchor": Sentence(
            N_("{value} does not name a goal or an objective."),
            N_("Write tujuan-1, sasaran-2, or sasaran-1-2 for objective 2 of goal 1."),
        ),
        "goal-reference": Sentence(
            N_("{value} does not name a part of a plan."),
            N_(
                "Write agency, plan and part: kota-binjai/2016-2021#misi-2 (#tujuan-1, "
                "#sasaran-1-2)."
            ),
        ),
        "plan-reference": Sentence(
            N_("{value} does not name a plan."),
            N_("Write the agency and the name of its plan, for example kota-binjai/2016-2021."),
        ),
    }
)
