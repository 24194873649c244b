"""Goals, objectives and indicators of a plan, with targets for five years."""

from random import Random
from typing import Any

from .language import THINGS, aim, paragraph
from .offices import Office

YEARS = 5


def goals(office: Office, missions: int, random: Random) -> dict[str, Any]:
    """The part `goals` of a plan with so many missions: some twenty indicators."""
    return {
        "introduction": f"{paragraph(random)}\n",
        "lead_in": "Tujuan yang ingin dicapai adalah sebagai berikut:",
        "statements": [_goal(number + 1, random) for number in range(min(missions, 4))],
        "table": {
            "lead_in": "Target kinerja disajikan dalam tabel berikut.",
            "number": "Tabel 4.1",
            "title": f"Tujuan dan Sasaran {office.name}",
        },
    }


def _goal(mission: int, random: Random) -> dict[str, Any]:
    return {
        "statement": aim(random, "Mewujudkan"),
        "mission": mission,
        "indicators": [_indicator(random)],
        "objectives": [_objective(random) for _ in range(random.randint(2, 3))],
    }


def _objective(random: Random) -> dict[str, Any]:
    indicators = [_indicator(random) for _ in range(random.randint(1, 3))]
    return {"statement": aim(random, "Meningkatkan"), "indicators": indicators}


def _indicator(random: Random) -> dict[str, Any]:
    """An indicator whose targets rise from year to year, or fall."""
    thing = random.choice(THINGS)
    if random.random() < 0.6:
        first, step = random.randint(300, 600), random.randint(5, 40)
        values = [f"{(first + step * year) / 10:.1f}".replace(".", ",") for year in range(YEARS)]
        return {
            "name": f"Persentase {thing} yang memadai",
            "unit": "%",
            "polarity": "higher",
            "targets": values,
        }
    first, step = random.randint(500, 900), random.randint(5, 90)
    return {
        "name": f"Jumlah keluhan tentang {thing}",
        "unit": "keluhan",
        "polarity": "lower",
        "targets": [first - step * year for year in range(YEARS)],
    }
