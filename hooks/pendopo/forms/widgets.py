"""Fields of records as Sveltia CMS describes fields.

What the scripts must know beside that stands below the key `pendopo` of a field: `bare`, the field
that a text in place of a part stands for; `keyed`, that a list stands for a mapping (`listed`, or a
list); `line`, that a text has one line. The scripts take it away before Sveltia sees the field.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from pendopo.basics.translations import N_, Translate
from pendopo.forms.hints import Hints
from pendopo.forms.shapes import Field, Form, Shape, fields_of
from pendopo.problems.sentences import MEANINGS

Widget = dict[str, Any]
KEY = "_key"
"""The field of a part that holds its key, where the keys of a mapping are data."""
BUTTONS = (
    *("bold", "italic", "link", "heading-two", "heading-three", "quote"),
    *("bulleted-list", "numbered-list"),
)
"""What the texts of records may have: no pictures within them, and no code of HTML."""
LEFT_OUT = frozenset({"formerly"})
"""Keys that no form shows, with what they hold kept as it is: a form cannot rename files."""
TEXTS: Mapping[Form, tuple[str, Widget]] = {
    Form.LINE: ("string", {}),
    Form.STATEMENT: ("text", {"pendopo": {"line": True}}),
    Form.LINES: ("text", {}),
    Form.FLAG: ("boolean", {}),
    Form.DAY: ("datetime", {"type": "date", "format": "YYYY-MM-DD", "time_format": False}),
    Form.PICTURE: ("image", {"choose_url": False}),
    Form.DOCUMENT: ("file", {"choose_url": False}),
    Form.PROSE: (
        "markdown",
        {"buttons": [*BUTTONS], "editor_components": [], "modes": ["raw", "rich_text"]},
    ),
}
Choices = Sequence[tuple[str, str]]
Reference = Choices | str
"""What a field refers to: values with their labels, or a kind of record of the same agency."""
References = Mapping[tuple[type[BaseModel], str], Reference]


@dataclass(frozen=True)
class Widgets:
    """Makes the fields of one kind.

    `references` are what fields refer to, by their model and key; `labels` are those of choices.
    """

    translate: Translate
    hints: Hints
    labels: Sequence[Mapping[str, str]] = ()
    references: References = field(default_factory=dict)

    def of_model(self, model: type[BaseModel]) -> list[Widget]:
        """The fields of a model in their order."""
        return [self._field(model, each) for each in fields_of(model) if each.name not in LEFT_OUT]

    def _field(self, model: type[BaseModel], given: Field) -> Widget:
        shape = given.shape
        hint = [*self._hints(model, given)]
        reference = self.references.get((model, given.name))
        return {
            "name": given.name,
            "label": self.translate(given.title),
            **({"hint": " ".join(hint)} if hint else {}),
            "required": given.required and shape.form is not Form.FLAG,
            **(_referring(shape, reference) if reference else self._shaped(shape)),
        }

    def _hints(self, model: type[BaseModel], given: Field) -> Iterator[str]:
        if told := self.hints.get((model, given.name)):
            yield told
        example = given.example if given.shape.form in (Form.LINE, Form.STATEMENT) else None
        if isinstance(example, str) and "…" not in example:
            yield self.translate(N_("Example: {example}")).format(example=example)

    def _shaped(self, shape: Shape) -> Widget:
        if shape.form is Form.PART and shape.model:
            own = {"pendopo": {"bare": shape.bare}} if shape.bare else {}
            return {
                "widget": "object",
                "collapsed": "auto",
                "fields": self.of_model(shape.model),
            } | own
        if shape.items:
            listed = shape.form is Form.LIST
            return self._list(shape.items) if listed else self._keyed(shape, shape.items)
        return self._choice(shape.choices) if shape.choices else self._text(shape)

    def _text(self, shape: Shape) -> Widget:
        pattern = {"pattern": [f"^(?:{shape.pattern})$", self._mistyped]} if shape.pattern else {}
        widget, own = TEXTS[shape.form]
        return {"widget": widget, **pattern, **own}

    @property
    def _mistyped(self) -> str:
        return self.translate(N_("Write it as in the example, without other words."))

    def _list(self, items: Shape) -> Widget:
        if items.form is Form.PART and items.model:
            inner = self._shaped(items)
            own = {"pendopo": inner["pendopo"]} if "pendopo" in inner else {}
            shown = {"summary": _summary(inner["fields"]), "collapsed": True}
            return {"widget": "list", "fields": inner["fields"], **shown, **own}
        if items.form is Form.CHOICE:
            return {**self._choice(items.choices), "multiple": True}
        value = {"name": "value", "label": self.translate(N_("Value")), **self._shaped(items)}
        return {"widget": "list", "field": value}

    def _keyed(self, shape: Shape, items: Shape) -> Widget:
        """A list in place of a mapping whose keys are data, such as years."""
        title = N_("Year or part of a year") if shape.listed else N_("For")
        own = self._choice(shape.choices) if shape.choices else {"widget": "string"}
        key = {"name": KEY, "label": self.translate(title), "required": True, **own}
        value = {"name": "value", "label": self.translate(N_("Value")), "required": True}
        inner = self._shaped(items)
        parts = inner["fields"] if "fields" in inner else [value | inner]
        told = {"bare": "value", "keyed": True, "listed": shape.listed, **inner.get("pendopo", {})}
        shown = {"summary": f"{{{{fields.{KEY}}}}}: {{{{fields.value}}}}", "collapsed": True}
        return {"widget": "list", "fields": [key, *parts], **shown, "pendopo": told}

    def _choice(self, values: Sequence[str]) -> Widget:
        options = [{"value": each, "label": self._label(each, values)} for each in values]
        return {"widget": "select", "options": options}

    def _label(self, value: str, values: Sequence[str]) -> str:
        """What a value is called: by the labels that have all values of its field."""
        fit = (each[value] for each in self.labels if {*values} <= each.keys())
        label = next(fit, "") or MEANINGS.get(value, "")
        return f"{value} ({self.translate(label)})" if label else value


def _referring(shape: Shape, reference: Reference) -> Widget:
    several = {"multiple": True} if shape.form is Form.LIST else {}
    if isinstance(reference, str):
        own = {"collection": reference, "value_field": "{{slug}}", "display_fields": ["title"]}
        return {"widget": "relation", **own, **several}
    listed = [{"value": value, "label": label} for value, label in reference]
    return {"widget": "select", "options": listed, **several}


def _summary(fields: Sequence[Widget]) -> str:
    """The first text of a part stands for it where it is folded."""
    texts = [each["name"] for each in fields if each["widget"] in ("string", "text", "datetime")]
    return f"{{{{fields.{texts[0]}}}}}" if texts else ""
