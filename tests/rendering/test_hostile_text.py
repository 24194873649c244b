"""Nothing that data hold becomes markup, and everything is shown as it was written."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from xml.etree.ElementTree import Element

from hypothesis import assume, example, given
from hypothesis import strategies as st

from budgets import tries
from hostile import (
    HOSTILE,
    MARKDOWN,
    PAYLOADS,
    every_plain,
    harmless,
    published,
    said,
    skeleton,
    strange,
)
from markup import elements, normal, parse, skipped_levels, text
from pendopo.basics.locations import Location
from pendopo.basics.translations import LANGUAGES, translations
from pendopo.problems.problem import faults
from pendopo.problems.report import lines
from pendopo.reading.signs import INVISIBLE
from pendopo.rendering.renderer import escaped
from pendopo.rendering.titles import title
from sample_records import FIELDS, TextKind


def test_the_samples_hold_every_text_of_every_record(samples_folder: Path) -> None:
    kinds = {kind: sum(found == kind for _, _, found in FIELDS) for kind in get_args(TextKind)}
    assert kinds["plain"] > 90
    assert kinds["prose"] > 15
    assert kinds["checked"] > 40
    assert len(harmless(samples_folder)) > 15


@tries(35, fewest=1)
@given(st.lists(HOSTILE, min_size=1, max_size=9).map(tuple))
@example(tuple(PAYLOADS))
@example(tuple(PAYLOADS[::-1]))
def test_no_text_of_any_plain_field_becomes_markup_and_each_is_shown_as_written(
    samples_folder: Path, texts: tuple[str, ...]
) -> None:
    assume(not INVISIBLE.search("".join(texts)))
    values = every_plain(texts)
    site, problems, trees = published(samples_folder, values)
    assert faults(problems) == []
    for address, tree in harmless(samples_folder).items():
        assert skeleton(trees[address]) == skeleton(tree), address
    shown = said(trees)
    for place, value in values.items():
        assert normal(value) in shown, place
    for page in site.pages:
        for raw in (title(page, site), page.description):
            tree = parse(f'<p title="{escaped(raw)}">{escaped(raw)}</p>')
            assert [each.tag for each in elements(tree)] == ["p"]
            assert text(tree) == normal(raw) == normal(tree[0].attrib["title"])


@tries(40, fewest=1)
@given(MARKDOWN)
@example("<script>alert(1)</script>")
@example('[x](javascript:alert(1) "judul")')
@example("| a | b |\n| :-: | --: |\n| 1 | 2 |")
@example("# Satu\n\n#### Dua\n\n## Tiga\n\n3. tiga\n4. empat")
def test_no_text_of_any_prose_field_becomes_more_than_plain_markdown(
    samples_folder: Path, prose: str
) -> None:
    values = {(path, place): prose for path, place, kind in FIELDS if kind == "prose"}
    _, problems, trees = published(samples_folder, values)
    assert strange(trees, samples_folder) == []
    if faults(problems):
        # An empty text is one that is not written, so that its key is missing.
        kinds = {each.code.removesuffix("-missing").split("-")[0] for each in faults(problems)}
        assert kinds <= {"markup", "text", "key"}
        return
    for address, tree in harmless(samples_folder).items():
        assert skeleton(trees[address], without_prose=True) == skeleton(tree, without_prose=True), (
            address
        )


@tries(75, fewest=1)
@given(
    st.sampled_from(FIELDS),
    st.one_of(st.text(max_size=40), HOSTILE, MARKDOWN),
)
def test_any_text_in_any_field_is_told_or_shown_but_never_markup(
    samples_folder: Path, field: tuple[str, Location, TextKind], value: str
) -> None:
    path, place, kind = field
    _, problems, trees = published(samples_folder, {(path, place): value})
    assert strange(trees, samples_folder) == []
    for problem in problems:
        for language in LANGUAGES:
            told = lines(problem, "data/", translations(language).gettext)
            assert "".join(told).isprintable()
    if kind == "plain" and not problems:
        for address, tree in harmless(samples_folder).items():
            assert skeleton(trees[address]) == skeleton(tree), address
        assert normal(value) in said(trees)


def test_headings_within_prose_never_skip_a_level(samples_folder: Path) -> None:
    places = [(path, place) for path, place, kind in FIELDS if kind == "prose"]
    values = {
        each: f"# Judul\n\nTeks.\n\n### Bawahnya{number}b\n\nTeks.\n\n# Lain\n\nTeks."
        for number, each in enumerate(places)
    }
    _, problems, trees = published(samples_folder, values)
    assert faults(problems) == []
    shown = said(trees)
    assert [each for each in places if values[each].split()[4] not in shown] == []
    found = {address: skipped_levels(tree) for address, tree in trees.items()}
    assert {address: skipped for address, skipped in found.items() if skipped} == {}


def unmarked(element: Element, language: str = "") -> Iterator[str]:
    """All text that is not said to be Indonesian."""
    language = element.get("lang", language)
    if language != "id":
        yield element.text or ""
        yield element.get("alt", "")
    for child in element:
        yield from unmarked(child, language)
        if language != "id":
            yield child.tail or ""


def test_in_an_english_portal_what_agencies_write_is_marked_as_indonesian(
    samples_folder: Path,
) -> None:
    """Names of bodies, places and persons need no language (WCAG 2.2, 3.1.2)."""
    written = [
        (path, place)
        for path, place, kind in FIELDS
        if kind != "checked" and path not in ("portal.yml", "topics.yml")
    ]
    marks = {where: f"k{number}k" for number, where in enumerate(written)}
    marks["portal.yml", ("language",)] = "en"
    _, problems, trees = published(samples_folder, marks)
    assert faults(problems) == []
    said = "".join("".join(unmarked(tree)) for tree in trees.values())
    found = {
        next(key for key in reversed(place) if isinstance(key, str))
        for (path, place), mark in marks.items()
        if mark in said and path != "portal.yml"
    }
    names = {"name", "short_name", "byline", "outlet", "credit", "network", "superseded_by"}
    places = {"place", "street", "village", "district", "regency", "province"}
    assert found == names | places | {"start", "end", "code", "value", "printed"}
