"""Vision, missions, goals and targets of a plan as Markdown."""

from collections.abc import Iterator

from .markdown_agency import sources
from .markdown_data import Agency, Government, Record
from .markdown_text import document, facts, link, numbered, shown_name, table

POLARITIES = {"higher": "Makin tinggi makin baik", "lower": "Makin rendah makin baik"}


def vision(government: Government, agency: Agency, name: str, plan: Record) -> tuple[str, str]:
    """Path and text of the page of vision and missions."""
    page = f"{agency.id}/visi-misi/{name}.md"
    own, missions = plan["vision"], plan["missions"]
    parts = [_facts(plan)]
    parts += ["## Visi", own["introduction"]]
    higher: Record = {}
    if "derives_from" in plan:
        above, _, other = plan["derives_from"].rpartition("/")
        higher = government.agencies[above].plans[other]
        parts += [higher["vision"]["lead_in"], f"> {higher['vision']['statement']}"]
        label = f"Visi dan Misi {shown_name(government.agencies[above].record)}, {_period(higher)}"
        parts.append(link(label, f"{above}/visi-misi/{other}.md", page))
    parts += [own["lead_in"], f"> {own['statement']}", own["explanation"]]
    parts += ["## Misi", missions["introduction"]]
    if higher:
        parts.append(higher["missions"]["lead_in"])
        parts.append(numbered(each["statement"] for each in higher["missions"]["statements"]))
        parts.append("<!-- -->")
    parts += [missions["lead_in"], numbered(each["statement"] for each in missions["statements"])]
    parts += ["## Penjabaran misi", missions["elaboration_lead_in"]]
    for each in missions["statements"]:
        parts += [f"### {each['heading']}", each["elaboration"]]
    parts.append(plan["closing"])
    target = f"{agency.id}/tujuan-sasaran/{name}.md"
    parts.append(link("Tujuan dan Indikator dalam dokumen ini", target, page))
    parts += sources(plan)
    title = f"Visi dan Misi {_period(plan)}"
    return page, document(title, f"{plan['title']}: {own['statement']}", parts)


def goals(agency: Agency, name: str, plan: Record) -> tuple[str, str]:
    """Path and text of the page of goals and indicators."""
    page = f"{agency.id}/tujuan-sasaran/{name}.md"
    own = plan["goals"]
    parts = [_facts(plan), own["introduction"]]
    parts += ["## Tujuan dan Sasaran", own["lead_in"]]
    for goal in own["statements"]:
        number = goal["mission"]
        mission = plan["missions"]["statements"][number - 1]["statement"]
        parts += [f"### Misi {number} {mission}", f"1. {goal['statement']}", "    Sasaran"]
        objectives = numbered(each["statement"] for each in goal["objectives"])
        parts.append("    " + objectives.replace("\n", "\n    "))
    words = own["table"]
    parts += ["## Indikator dan Target", words["lead_in"], f"{words['number']} {words['title']}"]
    years = [str(number) for number in range(1, 6)]
    head = ["No.", "Tujuan", "Sasaran", "Indikator Tujuan/Sasaran", *years]
    parts.append(table(head, _rows(own["statements"])))
    target = f"{agency.id}/visi-misi/{name}.md"
    parts.append(link("Visi dan Misi dalam dokumen ini", target, page))
    parts += sources(plan)
    title = f"Tujuan dan Indikator {_period(plan)}"
    return page, document(title, f"{plan['title']}: {own['statements'][0]['statement']}", parts)


def _facts(plan: Record) -> str:
    basis = "; ".join(
        f"[{each['title']}]({each['url']})" if "url" in each else each["title"]
        for each in plan["legal_basis"]
    )
    rows = [
        ("Dokumen", plan["title"]),
        ("Periode", f"{_period(plan)} Berlaku"),
        ("Dasar hukum", basis),
    ]
    return facts(rows)


def _rows(statements: list[Record]) -> Iterator[list[str]]:
    """The rows of the table: wordings stand only in the first row that they span."""
    for number, goal in enumerate(statements, 1):
        first = [str(number), goal["statement"]]
        for objective in [goal | {"statement": ""}, *goal["objectives"]]:
            wording = objective["statement"]
            for indicator in objective["indicators"]:
                yield [*first, wording, _measure(indicator), *_targets(indicator)]
                first, wording = ["", ""], ""


def _measure(indicator: Record) -> str:
    polarity = POLARITIES[indicator["polarity"]]
    return f"{indicator['name']} Satuan: {indicator['unit']} · {polarity}"


def _targets(indicator: Record) -> list[str]:
    sign = "\N{NO-BREAK SPACE}%" if indicator["unit"] == "%" else ""
    return [f"{target}{sign}" for target in indicator["targets"]]


def _period(plan: Record) -> str:
    return f"{plan['period']['start']}–{plan['period']['end']}"
