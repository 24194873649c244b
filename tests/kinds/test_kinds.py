"""Demands on every kind of record; a new kind is tested as soon as it is registered."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from conftest import ROOT
from guide import GUIDE
from kind_samples import PAGES, samples
from pendopo.basics.locations import Location
from pendopo.basics.translations import translations
from pendopo.kinds.portal.machines.api import files as schemas
from pendopo.kinds.registry import KINDS
from pendopo.problems.sentences import SENTENCES
from pendopo.site import input_schemas
from pendopo.site.kind import Kind
from pendopo.site.planning import Site
from sample_records import KEYS, SAMPLES
from texts import checked, record_text

PACKAGE = ROOT / "hooks" / "pendopo" / "kinds"
each_kind = pytest.mark.parametrize("kind", [*KINDS], ids=lambda kind: kind.name)
each_listed = pytest.mark.parametrize(
    "kind", [each for each in KINDS if each.record.folder], ids=lambda kind: kind.name
)
"""Kinds of which an agency has any number of records."""


def texts(annotation: Any, place: Location = ()) -> Iterator[Location]:
    """The places of all texts that a type can hold, `0` standing for any index or key."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            yield from texts(field.annotation, (*place, name))
    elif annotation is str:
        yield place
    elif origin in (Union, UnionType):
        for each in arguments:
            yield from texts(each, place)
    elif origin is Annotated:
        yield from texts(arguments[0], place)
    elif origin in (tuple, dict):
        yield from texts(arguments[-1] if origin is dict else arguments[0], (*place, 0))


def general(place: Location) -> Location:
    """A place with 0 for any index, and for the keys of mappings that are data."""
    return tuple(0 if isinstance(part, int) or part in KEYS else part for part in place)


def test_every_folder_of_a_kind_is_registered() -> None:
    folders = {each.name for each in PACKAGE.iterdir() if (each / "kind.py").exists()}
    assert folders == {each.name for each in KINDS}
    assert len({each.record.name for each in KINDS}) == len([*KINDS])


@each_kind
def test_hostile_text_is_written_into_every_text_of_its_model(kind: Kind) -> None:
    filled = {
        general(place) for each in SAMPLES if each.type is kind.record for place in each.fields
    }
    assert {*texts(kind.record.model)} - filled == set()


@each_kind
def test_each_of_its_cases_has_its_problems(kind: Kind) -> None:
    for text, expected in samples(kind).cases.items():
        source = record_text(kind.record, "a.yml", "kota-uji", "a", text)
        problems = sorted(checked(source)[1])
        assert [f"{each.line}:{each.column} {each.code}" for each in problems] == [*expected]


@each_kind
def test_the_incremental_build_edits_it(kind: Kind) -> None:
    one, two = (samples(kind).edit(word) for word in ("air", "jalan"))
    assert one
    assert one.keys() == two.keys() or kind.record.folder == ""
    assert [*one.values()] != [*two.values()]
    start = f"{kind.record.folder}/" if kind.record.folder else kind.record.file
    assert all(path.startswith(start) for path in one)


@each_kind
def test_the_browser_and_the_audit_look_at_each_of_its_templates(
    kind: Kind, miniature: Site
) -> None:
    used = {page.template for page in miniature.pages}
    seen = {miniature.by_address[page].template for page in samples(kind).pages.values()}
    assert {each for each in used if each.startswith(f"{kind.name}/")} <= seen
    assert {*samples(kind).pages.values()} <= {*PAGES.values()}


@each_listed
def test_its_own_pages_are_there_and_search_knows_them(kind: Kind, miniature: Site) -> None:
    own = [page for page in miniature.pages if f"/{kind.record.folder}/" in page.source]
    assert own, f"the miniature has no page of {kind.name}"
    assert any(page.kind for page in own)
    assert kind.weight is not None


@each_kind
def test_editors_know_what_it_is_called_and_what_its_choices_mean(kind: Kind) -> None:
    assert kind.title
    # A type Literal of which the kind does not say what its values mean is a KeyError.
    title = input_schemas.schemas(KINDS)[kind.name]["title"]
    assert title == translations("id").gettext(kind.title)


@each_kind
def test_the_first_parts_of_its_addresses_are_reserved(kind: Kind, miniature: Site) -> None:
    for page in miniature.pages:
        if page.template.startswith(f"{kind.name}/"):
            place = f"{page.agency.id}/" if page.agency else ""
            first = page.address.removeprefix(place).partition("/")[0]
            names = KINDS.links.agency_names if place else KINDS.links.portal_names
            assert first in {"", *names}, page.address


@each_listed
def test_the_api_says_what_there_is_of_it(kind: Kind, miniature: Site) -> None:
    assert kind.api is not None
    assert kind.api.key in schemas(KINDS)["agency"].__annotations__
    rows = [
        kind.api.rows(miniature.context, agency, str)
        for agency in miniature.context.directory.agencies.values()
    ]
    assert any(rows)


@each_kind
def test_the_staff_guide_shows_an_example(kind: Kind) -> None:
    start = f"{kind.record.folder}/" if kind.record.folder else kind.record.file
    assert re.search(rf"```yaml\n# {re.escape(start)}", GUIDE)


@each_kind
def test_the_sentences_of_its_problems_are_registered_and_its_own(kind: Kind) -> None:
    assert {code: SENTENCES.get(code) for code in kind.sentences} == kind.sentences
    others = (each.sentences for each in KINDS if each is not kind)
    assert all(kind.sentences.keys().isdisjoint(other) for other in others)


@each_kind
def test_its_templates_have_a_folder_of_its_name_and_no_other_kind_uses_them(kind: Kind) -> None:
    folder = Path(ROOT, "overrides/pages", kind.name)
    own = {path.name for path in folder.glob("*")} if folder.is_dir() else set[str]()
    plans = "\n".join(path.read_text() for path in (PACKAGE / kind.name).rglob("*.py"))
    assert {
        f"{name}.html" for name in re.findall(rf'template="{kind.name}/([\w-]+)"', plans)
    } <= own
