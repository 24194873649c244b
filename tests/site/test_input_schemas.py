"""JSON Schemas of what staff write: they agree with the checker, and are the same everywhere."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from jsonschema_rs import Draft202012Validator, meta

from conftest import ROOT
from golden import CASES
from guide import EXAMPLES
from kind_samples import MINIATURE, samples
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import Problem, faults
from pendopo.site.input_schemas import FRONT_MATTER, paths, schemas
from pendopo.site.planning import Site
from pendopo.site.samples import Samples
from pendopo.starter import editors
from sample_records import SAMPLES
from schemas import settings
from texts import checked, record_text, type_named
from yaml12 import read

SCHEMAS = schemas(KINDS)
VALIDATORS = {name: Draft202012Validator(schema) for name, schema in SCHEMAS.items()}
EVERY = pytest.mark.parametrize("name", SCHEMAS)
BEYOND = {
    # Of one value beside another, or of how many there are.
    *("achievement-by-higher", "achievement-by-missing", "album-early", "album-empty"),
    *("announcement-banner-late", "announcement-early", "article-date", "article-early"),
    *("closed-successor", "complaint-contact", "days-order", "days-overlap", "document-early"),
    *("document-exclusion", "document-ground", "document-no-regulation", "document-nowhere"),
    *("document-number", "document-regulation", "document-secret-file", "document-secret-url"),
    *("document-term", "document-twice", "event-all-day", "event-ends", "event-moved"),
    *("event-place-empty", "faq-empty", "former-name-none", "former-name-same"),
    *("former-name-until", "hours-none", "hours-order", "hours-overlap", "location-outside"),
    *("location-swapped", "maintainers-many", "official-term-order", "official-term-twice"),
    *("official-terms-none", "period-length", "period-order", "phone-mobile", "picture-alt"),
    *("picture-decorative", "picture-empty", "picture-twice", "pictures-many", "plan-empty"),
    *("polarity-missing", "redirect-inside", "redirect-twice", "renamed-successor"),
    *("service-fee", "service-procedure", "service-reason", "service-requirements"),
    *("service-status-days", "service-time-none", "service-time-order", "structure-count"),
    *("structure-deep", "structure-empty", "structure-head-none", "structure-head-reports"),
    *("structure-head-twice", "structure-id-twice", "successor-twice", "successors-none"),
    *("successors-two", "survey-grade", "survey-grade-old", "survey-period"),
    *("survey-respondents", "survey-value", "survey-value-weight", "targets-limit"),
    *("targets-many", "text-long", "topic-twice", "unit-missing", "video-twice", "words-alone"),
    *("actual-year", "targets-year", "year-twice", "years-calendar", "years-ordinal"),
    # Of a name that stands elsewhere.
    *("mission-unknown", "serves-unknown", "structure-post-self", "structure-post-unknown"),
    *("structure-post-unknown-nearest", "structure-posts-circle", "structure-unit-self"),
    *("structure-unit-unknown", "structure-unit-unknown-nearest", "structure-units-circle"),
    *("type-name-legal",),
    # Of what a text says.
    *("alt-generic", "markup-depth", "markup-html", "markup-image", "markup-link", "markup-size"),
    *("date", "number-ambiguous", "number-english", "official-moment", "statement-quotes"),
    *("survey-average", "text-birth", "text-character", "text-kk", "text-nik", "text-nip"),
    # Of YAML itself, which the editor reads otherwise or tells of by itself.
    *("front-matter-body", "text-conflict", "text-conflict-mark", "yaml-alias", "yaml-comma"),
    *("yaml-comment", "yaml-tag"),
}
"""Codes of faults that a schema cannot tell of, or not in all cases."""


class Case(NamedTuple):
    """A text of a kind of record, as a file of this name."""

    kind: str
    text: str
    file: str = "a.yml"

    @property
    def schema(self) -> str:
        return f"{self.kind}{FRONT_MATTER}" if self.file.endswith(".md") else self.kind

    @property
    def problems(self) -> list[Problem]:
        kind = next(each for each in KINDS if each.name == self.kind)
        stem = self.file.split(".", maxsplit=1)[0]
        record = type_named(kind.record.name)
        return checked(record_text(record, self.file, "kota-uji", stem, self.text))[1]

    def as_read(self) -> Any:
        """What an editor reads. Raises `yaml.YAMLError` where it is no YAML."""
        if not self.file.endswith(".md"):
            return read(self.text)
        found = re.match(r"---\n(.*?)^---[ ]*$", self.text, re.DOTALL | re.MULTILINE)
        if not found:
            raise yaml.YAMLError("no front matter")
        return read(found[1])


def errors(schema: str, value: Any) -> list[str]:
    found = VALIDATORS[schema].iter_errors(value)
    return [f"{each.message} at {'/'.join(map(str, each.instance_path))}" for each in found]


def golden() -> Iterator[Case]:
    """The cases of the tests, and those of all kinds."""
    for path in CASES:
        text = path.read_text("utf-8")
        name = "article" if path.suffix == ".md" else text.split("\n")[0].removeprefix("# kind: ")
        yield Case(KINDS.by_record[name].name, text, path.name)
    for kind in KINDS:
        found: Samples = samples(kind)
        yield from (Case(kind.name, text) for text in found.cases)


def files(folder: Path) -> Iterator[Case]:
    """All records of a data folder."""
    for kind in KINDS:
        for pattern in paths(kind.record, ""):
            for suffix in kind.record.suffixes:
                for path in sorted(folder.glob(f"{pattern.removesuffix('.yml')}{suffix}")):
                    yield Case(kind.name, path.read_text("utf-8"), path.name)


def readable(cases: Iterator[Case]) -> Iterator[tuple[Case, Any]]:
    for each in cases:
        try:
            yield each, each.as_read()
        except yaml.YAMLError:
            continue


GOLDEN = [*readable(golden())]


def test_what_the_schemas_refuse_the_checker_does_not_accept() -> None:
    assert len(GOLDEN) > 250
    refused = [(each.file, found) for each, value in GOLDEN if (found := errors(each.schema, value))
               and not faults(each.problems)]  # fmt: skip
    assert refused == []
    assert sum(bool(errors(each.schema, value)) for each, value in GOLDEN) > 70


def test_what_the_checker_refuses_the_schemas_refuse_as_far_as_they_can() -> None:
    passed = {
        problem.code
        for each, value in GOLDEN
        if not errors(each.schema, value)
        for problem in faults(each.problems)
        # The text below a front matter is no part of what a schema sees.
        if not (each.file.endswith(".md") and problem.code == "key-missing")
    }
    assert passed == BEYOND


def test_all_data_and_all_examples_are_accepted() -> None:
    found = [*files(ROOT / "data"), *files(MINIATURE)]
    assert len(found) > 70
    assert {each.kind for each in found} == {each.name for each in KINDS}
    for path, text in EXAMPLES.items():
        folder, _, name = path.rpartition("/")
        found.append(Case(folder or name.removesuffix(".yml"), text, path))
    for each in found:
        assert errors(each.schema, each.as_read()) == [], each.file


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.path)
def test_a_record_with_every_field_is_accepted(sample: Any) -> None:
    name = KINDS.by_record[sample.type.name].name
    assert errors(name, sample.tree) == []


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("agency", "type: kota\nname: 2026\ntagline:\nemblem: ''\nphones: [112]\n"),
        ("agency", "type: kota\nname: ya\nhours: [{first_day: Jum'at, opens: 8.00, closes: 16}]\n"),
        ("agency", "type: kota\nname: A\npopulation: {people: 315.609, year: '2024'}\n"),
        ("agency", "type: kota\nname: A\nformerly: lama\nnews_from_below: TIDAK\n"),
        ("agency", "type: kota\nname: A\nclosed: [{day: 17 Agustus 2026}, {day: 1/8/2026}]\n"),
        ("agency", "type: kota\nname: A\ntype_names: {kecamatan: Kapanewon}\n"),
        ("portal", "name: A\nintroduction: |\n  Kata.\nachievement: {cap: 100}\n"),
    ],
)
def test_what_editors_read_otherwise_than_the_checker_is_accepted(schema: str, text: str) -> None:
    found = [each for each in errors(schema, read(text)) if "16 is not valid" not in each]
    assert found == []


@pytest.mark.parametrize(
    ("schema", "text", "place"),
    [
        ("agency", "type: kota\nnama: A\n", ""),
        ("agency", "type: desa adat\nname: A\n", "type"),
        ("agency", "type: kota\nname:\n", "name"),
        ("agency", "type: kota\nname: ' '\n", "name"),
        ("agency", "type: kota\nname: A\nsocial: [{network: X, url: x.id}]\n", "social/0/url"),
        ("agency", "type: kota\nname: A\nemails: [null]\n", "emails/0"),
        ("agency", "type: kota\nname: A\ntype_names: {dusun: B}\n", "type_names"),
        ("agency", f"type: kota\nname: {'a' * 301}\n", "name"),
        ("news", "title: A\nbody: B\npublished: 31/31/2026\n", "published"),
        ("news", "title: A\nbody: B\nfeatured: mungkin\n", "featured"),
        ("plans", "type: Renja\ntitle: A\nperiod: {start: 1900, end: 2026}\n", "period/start"),
    ],
)
def test_mistakes_are_found_where_they_are(schema: str, text: str, place: str) -> None:
    found = errors(schema, read(text))
    assert found
    # Within what may be left out, the whole of it is named.
    assert any(f" at {place.partition('/')[0]}" in each for each in found), found


@EVERY
def test_a_schema_is_sound_and_says_nothing_twice(name: str) -> None:
    schema = SCHEMAS[name]
    meta.validate(schema)
    text = json.dumps(schema)
    assert {each for each in schema["$defs"] if f'"#/$defs/{each}"' not in text} == set()
    parts = [json.dumps(each, sort_keys=True) for each in schema["$defs"].values()]
    assert len({*parts}) == len(parts)
    # What Python alone reads in a pattern.
    assert not re.search(r"\(\?(?![:!])|\\\\[AZz]", text)


@EVERY
def test_what_may_be_left_out_may_be_empty_and_nothing_fits_twice(name: str) -> None:
    """`oneOf` refuses what two of its schemas accept."""
    definitions = {"$defs": SCHEMAS[name]["$defs"]}
    for key, part in words({"": SCHEMAS[name]}):
        if isinstance(part, dict) and {"#/$defs/empty"} <= {
            each.get("$ref") for each in part.get("oneOf", [])
        }:
            validator = Draft202012Validator({**definitions, **part})
            assert [each for each in (None, "", " \n") if not validator.is_valid(each)] == [], key


def words(schema: Any) -> Iterator[tuple[str, Any]]:
    """All titles, descriptions, choices and the like of a schema."""
    if isinstance(schema, dict):
        yield from schema.items()
        for each in schema.values():
            yield from words(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from words(each)


@EVERY
def test_a_schema_speaks_indonesian(name: str) -> None:
    english = {each for kind in KINDS for each in _english(kind.record.model)}
    said = [text for key, text in words(SCHEMAS[name]) if key == "description"]
    said = [each for each in said if isinstance(each, str)]
    assert said
    assert {each for each in said if each in english} == set()
    assert {each for each in said if not each.endswith((".", "permukaan laut"))} == set()


def _english(model: Any) -> Iterator[str]:
    return (field.description for field in model.model_fields.values())


@EVERY
def test_every_choice_is_explained(name: str) -> None:
    for key, choice in words({"": SCHEMAS[name]}):
        if isinstance(choice, dict) and "enumDescriptions" in choice:
            assert len(choice["enum"]) == len(choice["enumDescriptions"]), key
            assert all(choice["enumDescriptions"]), key


def test_schemas_in_this_repository_are_those_of_the_models() -> None:
    folder = ROOT / editors.FOLDER
    held = {f"{editors.FOLDER}/{each.name}": each.read_text("utf-8") for each in folder.iterdir()}
    assert held == dict(editors.files()), "make schemas writes them anew"
    assert (ROOT / editors.SETTINGS).read_text("utf-8") == settings()


def test_a_site_publishes_them_beside_those_of_its_api(miniature: Site) -> None:
    published = {each.address: each.text for each in miniature.files}
    for path, text in editors.files():
        name = Path(path).stem
        address = f"api/schema/input/{name}.json"
        assert published[address] == text
        assert f'"{name}":"../../{address}"' in published["api/v1/index.json"]


def test_patterns_name_every_file_of_a_data_folder_once() -> None:
    found = [path for patterns in editors.mapping("").values() for path in patterns]
    everything = set(MINIATURE.rglob("*.yml"))
    named = [path for pattern in found for path in MINIATURE.glob(pattern)]
    assert {*named} == everything
    assert len(named) == len(everything)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{}\n", None),
        ('{\n  "a": 1\n}\n', {"a": 1}),
        ('{ "yaml.schemas": {} }', {"yaml.schemas": {}}),
    ],
)
def test_settings_get_the_schemas_and_keep_all_else(before: str, after: Any) -> None:
    made = editors.with_mapping(before, "data/")
    found = json.loads(made)
    if after and "yaml.schemas" in after:
        assert made == before
    else:
        assert found == {"yaml.schemas": editors.mapping(), **(after or {})}


@pytest.mark.parametrize("text", ["", "[]", '// Catatan\n{"a": 1}', "\x00"])
def test_settings_that_begin_otherwise_stay_as_they_are(text: str) -> None:
    assert editors.with_mapping(text, "data/") == text
