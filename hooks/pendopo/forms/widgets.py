"""Fields of records as Sveltia CMS describes fields.

What the scripts must know beside that stands below the key `pendopo` of a field: `bare`, the field
that a text in place of a part stands for; `keyed`, that a list stands for a mapping (`listed`, or a
list); `line`, that a text has one line. The scripts take it away before Sveltia sees the field.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from pendopo.basics.translations import N_, Translate
from pendopo.forms.hints import Hints
from pendopo.problems.sentences import MEANINGS, SENTENCES
from pendopo.reading.accepts import Accepts
from pendopo.reading.downloads import DOCUMENTS
from pendopo.reading.fields import MediaUse, Text
from pendopo.reading.media import PICTURES
from pendopo.reading.shapes import (
    Choice,
    Either,
    Field,
    Listing,
    Part,
    Scalar,
    Shape,
    Table,
    fields,
)

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
LINE: Widget = {"widget": "string"}
STATEMENT: Widget = {"widget": "text", "pendopo": {"line": True}}
LINES: Widget = {"widget": "text"}
FLAG: Widget = {"widget": "boolean"}
DAY: Widget = {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "time_format": False}
PICTURE: Widget = {"widget": "image", "choose_url": False, "accept": ",".join(PICTURES)}
DOCUMENT: Widget = {"widget": "file", "choose_url": False, "accept": ",".join(DOCUMENTS)}
PROSE: Widget = {
    "widget": "markdown",
    "buttons": [*BUTTONS],
    "editor_components": [],
    "modes": ["raw", "rich_text"],
}
CONVERTED = {"flag": FLAG, "date": DAY}
"""Widgets of what is no text, by the code of the problem with other text."""
LONGEST_LINE = 300
"""Characters of a text that one line has room for."""
OF_FILES = re.compile(r'\{\w+\}|"')
"""What sentences have that are not fit for forms: gaps, and quotes that only YAML needs."""
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
        return [self._field(model, each) for each in fields(model) if each.key not in LEFT_OUT]

    def _field(self, model: type[BaseModel], given: Field) -> Widget:
        hint = [*self._hints(model, given)]
        reference = self.references.get((model, given.key))
        shape = given.shape
        return {
            "name": given.key,
            "label": self.translate(given.info.title or given.key),
            **({"hint": " ".join(hint)} if hint else {}),
            "required": given.required and text_of(shape) is not FLAG,
            **(_referring(shape, reference) if reference else self._shaped(shape)),
        }

    def _hints(self, model: type[BaseModel], given: Field) -> Iterator[str]:
        if told := self.hints.get((model, given.key)):
            yield told
        shown = text_of(given.shape) in (LINE, STATEMENT)
        for example in (given.info.examples or ())[:1]:
            if shown and isinstance(example, str) and "…" not in example:
                yield self.translate(N_("Example: {example}")).format(example=example)

    def _shaped(self, shape: Shape) -> Widget:
        """Raises `TypeError` for a shape that no form could be made for."""
        match shape:
            case Part(model, short):
                own = {"pendopo": {"bare": short}} if short else {}
                fields_of_part = self.of_model(model)
                return {"widget": "object", "collapsed": "auto", "fields": fields_of_part} | own
            case Listing(of):
                return self._list(of)
            case Table():
                return self._keyed(shape)
            case Choice():
                return self._choice(shape.values)
            case Either(shapes):
                return self._either(shapes)
            case Scalar():
                return {**(text_of(shape) or {}), **self._pattern(shape)}

    def _either(self, shapes: Sequence[Shape]) -> Widget:
        """The form of a value that may be written in several ways: the richest of these."""
        match shapes:
            case [Listing(), Table() as table] | [Table() as table, Listing()]:
                return self._keyed(table, listed=True)
            case [Part() as part, Scalar()] | [Scalar(), Part() as part]:
                # A text alone stands for what the part may not lack.
                bare = next(each.key for each in part.fields if each.required)
                return self._shaped(Part(part.model, bare))
        raise TypeError(f"No form is known for {shapes}.")

    def _pattern(self, shape: Scalar) -> Widget:
        """What a text must match, as the checker wants it, and what to do where it does not."""
        if text_of(shape) is not LINE or not isinstance(said := shape.of, Accepts):
            return {}
        mend = SENTENCES[said.code].mend
        told = N_("Write it as in the example, without other words.")
        return {"pattern": [said.whole(), self.translate(told if OF_FILES.search(mend) else mend)]}

    def _list(self, of: Shape) -> Widget:
        if isinstance(of, Choice):
            return {**self._choice(of.values), "multiple": True}
        inner = self._shaped(of)
        if inner["widget"] == "object":
            own = {"pendopo": inner["pendopo"]} if "pendopo" in inner else {}
            shown = {"summary": _summary(inner["fields"]), "collapsed": True}
            return {"widget": "list", "fields": inner["fields"], **shown, **own}
        value = {"name": "value", "label": self.translate(N_("Value")), **inner}
        return {"widget": "list", "field": value}

    def _keyed(self, table: Table, *, listed: bool = False) -> Widget:
        """A list in place of a mapping whose keys are data, such as years."""
        title = N_("Year or part of a year") if listed else N_("For")
        own = self._shaped(table.keys)
        key = {"name": KEY, "label": self.translate(title), "required": True, **own}
        value = {"name": "value", "label": self.translate(N_("Value")), "required": True}
        inner = self._shaped(table.of)
        parts = inner["fields"] if "fields" in inner else [value | inner]
        told = {"bare": "value", "keyed": True, "listed": listed, **inner.get("pendopo", {})}
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


def text_of(shape: Shape) -> Widget | None:
    """The widget of one text, without its pattern; None for what is more or is chosen."""
    match shape:
        case Scalar(_, MediaUse() as use):
            return DOCUMENT if use is MediaUse.DOCUMENT else PICTURE
        case Scalar(Accepts() as said):
            return CONVERTED.get(said.code, LINE)
        case Scalar(Text() as text) if text.one_line:
            return LINE if text.brief or text.limit <= LONGEST_LINE else STATEMENT
        case Scalar(Text() as text):
            return PROSE if text.markdown else LINES
    return None


def _referring(shape: Shape, reference: Reference) -> Widget:
    several = {"multiple": True} if isinstance(shape, Listing) else {}
    if isinstance(reference, str):
        own = {"collection": reference, "value_field": "{{slug}}", "display_fields": ["title"]}
        return {"widget": "relation", **own, **several}
    listed = [{"value": value, "label": label} for value, label in reference]
    return {"widget": "select", "options": listed, **several}


def _summary(fields: Sequence[Widget]) -> str:
    """The first text of a part stands for it where it is folded."""
    texts = [each["name"] for each in fields if each["widget"] in ("string", "text", "datetime")]
    return f"{{{{fields.{texts[0]}}}}}" if texts else ""
