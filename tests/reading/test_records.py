"""The models: what editors of the data are shown, what all parts have in common, the codes."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel, ValidationError

import pendopo
from golden import FOLDER
from kind_samples import samples
from pendopo.basics.translations import translations
from pendopo.kinds.plans.record.plan import PlanRecord
from pendopo.kinds.registry import KINDS
from pendopo.mkdocs import sentences
from pendopo.problems.sentences import SENTENCES
from pendopo.reading.documents import parse
from pendopo.reading.load import load
from pendopo.reading.record import Model, models_in
from pendopo.reading.record_type import NoBrief, RecordType
from pendopo.starter import sentences as of_tables
from texts import record_text

CODE = Path(pendopo.__file__).parent
JUDGED = (
    *("documents", "tree", "syntax", "quoting", "conflicts", "proposals"),
    *("fields", "load", "refusals", "texts", "record"),
)
JUDGES = [*(CODE / f"reading/{name}.py" for name in JUDGED), CODE / "basics/markdown.py"]
TELLERS = {
    "problem",
    "_problem",
    "_refuse",
    "refuse",
    "matching",
    "Finding",
    "Fault",
    "_one_of",
    "Slip",
}
NOT_IN_CASES = {"yaml-size", "value-invalid"}
"""Too long for a case; told only of what no field refuses today."""


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model and every model that its fields reach."""
    yield model
    for field in model.model_fields.values():
        for part in models_in(field.annotation):
            yield from models(part)


def smallest(model: type[BaseModel]) -> dict[str, Any]:
    """A minimal record: the examples of its required fields."""
    return {name: example(model, name) for each, name in REQUIRED if each is model}


def example(model: type[BaseModel], name: str) -> Any:
    examples = model.model_fields[name].examples
    assert examples
    assert len(examples) == 1
    return examples[0]


MODELS = {each.__name__: each for kind in KINDS.types for each in models(kind.model)}
FIELDS = [(model, name) for model in MODELS.values() for name in model.model_fields]
REQUIRED = [(model, name) for model, name in FIELDS if model.model_fields[name].is_required()]
EVERY_MODEL = pytest.mark.parametrize("model", MODELS.values(), ids=MODELS.keys())


def name_of(value: object) -> str:
    return getattr(value, "__name__", str(value))


def constants(tree: ast.AST) -> set[str]:
    """Every text that stands in a piece of code."""
    nodes = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in nodes if isinstance(value, str)}


def test_the_walk_finds_the_models_within_the_models() -> None:
    assert {"AgencyRecord", "SocialAccount", "PlanRecord", "Measure", "Picture"} <= MODELS.keys()


def test_every_field_has_a_title_a_sentence_and_an_example_that_it_accepts() -> None:
    for model, name in FIELDS:
        field, where = model.model_fields[name], name_of((model, name))
        assert field.title, where
        assert field.title[0].isupper(), where
        assert field.description, where
        assert field.description.endswith("."), where
        record = model.model_validate({**smallest(model), name: example(model, name)})
        assert getattr(record, name) not in (None, ()), where


@pytest.mark.parametrize(("model", "name"), REQUIRED, ids=name_of)
def test_the_line_that_is_proposed_for_a_missing_key_can_be_copied(
    model: type[Model], name: str
) -> None:
    any_type = RecordType("any", model, NoBrief)
    _, problems = load(record_text(any_type, "a.yml", "", "a", f"{name}:\n"))
    start = f"Add it, for example {name}:"
    mends = [each.mend(translations("en").gettext) for each in problems]
    (line,) = (f"{name}:{mend.removeprefix(start)}" for mend in mends if mend.startswith(start))
    copied, problems = parse(line, "a.yml")
    assert problems == []
    assert copied is not None
    assert copied.tree == {name: example(model, name)}


@EVERY_MODEL
def test_every_model_is_frozen_and_refuses_a_key_that_it_does_not_know(
    model: type[BaseModel],
) -> None:
    record = model.model_validate(smallest(model))
    for name in model.model_fields:
        with pytest.raises(ValidationError, match="frozen_instance"):
            setattr(record, name, getattr(record, name))
    with pytest.raises(ValidationError, match="extra_forbidden"):
        model.model_validate({**smallest(model), "unknown": "x"})


@EVERY_MODEL
def test_every_model_says_what_it_is(model: type[BaseModel]) -> None:
    assert model.__doc__
    assert model.__doc__.endswith(".")


def test_every_code_that_is_told_has_a_message() -> None:
    calls = [
        node
        for path in CODE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and TELLERS & {getattr(node.func, "id", None), getattr(node.func, "attr", None)}
    ]
    arguments = [argument for call in calls for argument in call.args[:3]]
    texts = {
        text for each in arguments if isinstance(each, ast.Constant) for text in constants(each)
    }
    codes = {text for text in texts if text.replace("-", "").isalpha()}
    assert {"yaml-alias", "region-code", "plan-empty", "markup-html", "key-unknown"} <= codes
    assert sentences.SENTENCES.keys() | of_tables.SENTENCES.keys() < codes
    # The code "markup" carries the faults of a text, each of which has its own.
    assert codes - SENTENCES.keys() == {"markup"}


def test_the_cases_show_every_problem_that_a_file_alone_can_have() -> None:
    named = set[str]().union(*(constants(ast.parse(path.read_text("utf-8"))) for path in JUDGES))
    named |= {
        text
        for path in (CODE / "kinds").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") in ("Finding", "refuse", "matching")
        for text in constants(call)
    }
    codes = {code for code in SENTENCES if code.removesuffix("-nearest") in named}
    lines = [line for each in FOLDER.glob("*.txt") for line in each.read_text("utf-8").splitlines()]
    lines += [line for kind in KINDS for found in samples(kind).cases.values() for line in found]
    shown = {line.split(" ")[1].removesuffix(":") for line in lines}
    assert codes - shown == NOT_IN_CASES


LENGTHY = "Peraturan Daerah sebagaimana telah diubah beberapa kali terakhir dengan " * 27


@pytest.mark.parametrize(
    "text",
    [
        f"legal_basis: [{{title: {LENGTHY}}}]",
        f"sources: [{{title: {LENGTHY}}}]",
        f"documents: [{{title: {LENGTHY}, file: a.pdf}}]",
        f"superseded_by: {LENGTHY}",
        f"heading: {LENGTHY}",
        f"goals: {{heading: {LENGTHY}, subheading: {LENGTHY}, statements: [{{statement: T}}]}}",
        f"programmes: [{{name: {LENGTHY}, responsible: {LENGTHY}, location: {LENGTHY}}}]",
    ],
    ids=lambda text: text.partition(":")[0],
)
def test_the_long_texts_of_official_documents_have_room(text: str) -> None:
    plan = f"type: RPJMD\ntitle: RPJMD\nvision: {{statement: Maju}}\n{text}\n"
    assert len(LENGTHY) > 1_900
    assert PlanRecord.model_validate(yaml.load(plan, yaml.BaseLoader))
