"""Converts the text of one record to its model, and reports problems with their positions."""

from collections.abc import Callable, Collection, Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError

from pendopo.basics.locations import Location
from pendopo.problems.problem import Problem, problem
from pendopo.reading.acknowledgements import may_have_marks, published_marks
from pendopo.reading.content.rules import content
from pendopo.reading.documents import Document
from pendopo.reading.finding import Finding
from pendopo.reading.frames import Tree
from pendopo.reading.left_out import LeftOut
from pendopo.reading.private_numbers import may_have_numbers, private_numbers
from pendopo.reading.record_type import RecordType
from pendopo.reading.refusals import path_in, refusals
from pendopo.reading.slips import markup_in_plain_text
from pendopo.reading.texts import RecordText, document_of
from pendopo.reading.within import placed

Rules = Callable[[Any], Iterator[Finding]]
"""The rules that check a single record."""


class Loaded(NamedTuple):
    """The valid part of a record, and the locations in the file of the values left out of it."""

    record: Any
    left_out: Collection[Location]


def no_rules(record: object) -> Iterator[Finding]:
    """Finds nothing; for records that were checked before or have no rules."""
    return iter(())


def load(source: RecordText, rules: Rules = no_rules) -> tuple[Loaded | None, list[Problem]]:
    """Loads the record of one text. Invalid parts are left out if the model allows it.

    A text whose YAML is broken gives no record, but is judged as far as it can be read.
    """
    path = source.file.path
    document, problems = document_of(source)
    if document is None:
        return None, problems
    if not isinstance(document.tree, dict):
        position = document.position(())
        faulty = problem(path, "yaml-mapping", position.line, position.column)
        return None, problems if document.torn else [*problems, faulty]
    record, found, gone = _validate(source.file.type, document)
    # Quotes would only make a text of what the proposed keys make right.
    keyed = [each for each in found if each.code == "value-mapping" and each.corrections]
    better = {(each.line, each.column) for each in keyed}
    problems = [each for each in problems if each.certain or (each.line, each.column) not in better]
    problems += [each for each in found if not (document.torn and each.code == "key-missing")]
    if record is None or document.torn:
        return None, problems
    left_out = LeftOut(gone)
    plain = markup_in_plain_text(record) if "<" in source.text or "&" in source.text else ()
    private = private_numbers(record) if may_have_numbers(source.text) else ()
    marks = published_marks(record) if may_have_marks(source.text) else ()
    for finding in (*plain, *private, *marks, *content(record, source.text), *rules(record)):
        if not left_out.explains(finding):
            at = document.position(left_out.written(finding.location), key=finding.on_key)
            problems.append(placed(finding, at, document, source.text))
    return None if document.mended else Loaded(record, gone), problems


def _validate(
    record_type: RecordType[Any, Any], document: Document
) -> tuple[Any, list[Problem], set[Location]]:
    """Validates a document; returns the model, problems, and the locations left out of it."""
    tree = document.tree
    problems: list[Problem] = []
    gone: set[Location] = set()
    while tree is not None:
        try:
            return record_type.model.model_validate(tree), problems, gone
        except ValidationError as error:
            details = error.errors(include_url=False)
            if tree is document.tree:
                problems = list(refusals(details, record_type.model, document))
            refused = {path_in(detail["loc"], tree) for detail in details}
            tree = _without(tree, refused)
            before = LeftOut({*gone})
            gone |= {before.written(each) for each in refused}
    return None, problems, gone


def _without(tree: Tree, gone: Collection[Location]) -> Tree:
    """A copy of the tree without the values at the locations in `gone`."""

    def copy(value: Tree, here: Location) -> Tree:
        if isinstance(value, dict):
            return {k: copy(v, (*here, k)) for k, v in value.items() if (*here, k) not in gone}
        if isinstance(value, list):
            return [copy(v, (*here, i)) for i, v in enumerate(value) if (*here, i) not in gone]
        return value

    return None if () in gone else copy(tree, ())
