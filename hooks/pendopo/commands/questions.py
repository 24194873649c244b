"""What `pendopo new` asks for: the gaps of drafts, as options and as questions on the terminal."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, get_args

import click

from pendopo.basics import clock
from pendopo.basics.translations import N_, Translate
from pendopo.site.kind import Kind
from pendopo.starter.drafts import Draft, draft, shapes

MADE = {"slug", "short_name", "today"}
"""Values that are made of others."""
OPTIONAL = {"about", "primary", "accent"}
"""Values of which the templates know what holds without them."""
QUESTIONS: Mapping[str, str] = {
    "title": N_("Title, or name"),
    "day": N_("Day, as 2026-03-01"),
    "start": N_("First year"),
    "end": N_("Last year"),
    "post": N_("Id of the post in structure.yml"),
    "region_code": N_("Its region code, such as 12.75 (may be empty)"),
}
"""What is asked for each value; a value without a question is asked for by its name."""


class _Day(click.DateTime):
    """A day as `2026-03-01`."""

    name = "day"

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day of a text. Fails like any other type of an option."""
        found = super().convert(value, param, ctx)
        return found.date() if isinstance(found, datetime) else found


YEAR = click.IntRange(1945, 2100)
TYPES: Mapping[str, click.ParamType[Any]] = {"day": _Day(), "start": YEAR, "end": YEAR}


def asked(kind: Kind) -> list[str]:
    """The names of what is asked for of a kind, in the order of the questions."""
    found = set().union(*(draft(kind.name, shape).gaps for shape in shapes(kind.name)))
    others = sorted(found - QUESTIONS.keys() - MADE - OPTIONAL)
    return [*(each for each in QUESTIONS if each in found), *others]


def options(kind: Kind, translate: Translate) -> Iterator[click.Option]:
    """An option for each question but the title, which is an argument."""
    for name in asked(kind):
        if name != "title":
            help_ = f"{_question(name, translate)}."
            yield click.Option([f"--{name.replace('_', '-')}"], type=_type(kind, name), help=help_)


def answers(
    kind: Kind,
    chosen: Draft,
    given: Mapping[str, Any],
    known: Mapping[str, Sequence[str]],
    translate: Translate,
) -> dict[str, Any]:
    """The values that a draft asks for: those given, and what is answered to questions.

    `known` are the only answers that there are to some. Raises `click.BadParameter` for others.
    """
    defaults = {"region_code": "", "day": clock.today().isoformat()}
    found: dict[str, Any] = {}
    for name in asked(kind):
        if name not in chosen.gaps:
            continue
        type_ = click.Choice(known[name]) if name in known else _type(kind, name)
        found[name] = given[name]
        if found[name] is None:
            question, default = _question(name, translate), defaults.get(name)
            found[name] = click.prompt(question, default=default, type=type_)
        elif name in known and type_:
            found[name] = type_.convert(given[name], None, None)
    return found


def _question(name: str, translate: Translate) -> str:
    if name in QUESTIONS:
        return translate(QUESTIONS[name])
    return translate("Value of {key}").format(key=name)


def _type(kind: Kind, name: str) -> click.ParamType[Any] | None:
    """What may be answered: where the key of that name is a choice, what the model has for it."""
    field = kind.record.model.model_fields.get(name)
    choices = [each for each in get_args(field and field.annotation) if isinstance(each, str)]
    return click.Choice(choices) if choices else TYPES.get(name)
