"""Reading YAML: the tree, the positions of its parts, and what is refused."""

from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from pendopo.basics.locations import Location
from pendopo.reading.documents import Document, parse
from pendopo.reading.frames import Position, Tree
from pendopo.reading.tree import DEEPEST, MOST_EVENTS

BLOCK = """\
# a remark
name: Kota Uji
address:
  street: "Jalan Satu"
  village:   Tangsi
phones:
  - 061-8821234

  - '0812'
flow: {a: 1, b: [x, {c: y}]}
text: |
  one
folded: >-
  one
empty:
"""
PIECES = [
    *("a", "name", "'", '"', ": ", ":", "- ", "? ", "\n", "\n  ", "\n\t", "\t", " ", "#", " #5"),
    *("[", "]", "{", "}", ",", "&a", "*a", "!t ", "<<: ", "|", ">", ">-", "|2", "%50", "@", "`"),
    *("---\n", "...\n", "%YAML 1.1\n", "\\", '"\\u200b"', "\x85", "\u2028", "\x00", "😀", "~"),
]
TREES: st.SearchStrategy[Tree] = st.recursive(
    st.text().filter(str.strip),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def document(text: str, first_line: int = 1) -> Document:
    found, problems = parse(text, "a.yml", first_line)
    assert found is not None
    assert problems == []
    return found


def found_in(text: str) -> list[str]:
    return [f"{each.line}:{each.column} {each.code}" for each in parse(text, "a.yml")[1]]


def locations(tree: Tree, here: Location = ()) -> list[Location]:
    inner: list[tuple[str | int, Tree]] = []
    if isinstance(tree, dict):
        inner = list(tree.items())
    elif isinstance(tree, list):
        inner = list(enumerate(tree))
    return [here, *(each for key, value in inner for each in locations(value, (*here, key)))]


@pytest.mark.parametrize(
    ("location", "key", "position"),
    [
        ((), False, Position(2, 1)),
        (("name",), False, Position(2, 7)),
        (("name",), True, Position(2, 1)),
        (("address",), False, Position(4, 3)),
        (("address",), True, Position(3, 1)),
        (("address", "street"), False, Position(4, 11)),
        (("address", "village"), False, Position(5, 14)),
        (("address", "village"), True, Position(5, 3)),
        (("phones",), False, Position(7, 3)),
        (("phones", 0), False, Position(7, 5)),
        (("phones", 1), False, Position(9, 5)),
        (("flow",), False, Position(10, 7)),
        (("flow", "b"), True, Position(10, 14)),
        (("flow", "b", 0), False, Position(10, 18)),
        (("flow", "b", 1, "c"), True, Position(10, 22)),
        (("flow", "b", 1, "c"), False, Position(10, 25)),
        (("text",), False, Position(11, 7, literal=True)),
        (("folded",), False, Position(13, 9)),
        (("empty",), True, Position(15, 1)),
        # What is not there: the nearest thing around it.
        (("address", "regency"), True, Position(4, 3)),
        (("phones", 7, "x"), False, Position(7, 3)),
        (("nothing", 3), False, Position(2, 1)),
    ],
)
def test_every_value_and_key_has_its_position(
    location: Location, key: bool, position: Position
) -> None:
    assert document(BLOCK).position(location, key=key) == position


def test_positions_count_from_the_first_line_of_the_file() -> None:
    front_matter = document("title: Kabar\npicture:\n  file: a.jpg\n", first_line=2)
    assert front_matter.position(("picture", "file")) == Position(4, 9)
    assert front_matter.position(("nothing",)) == Position(2, 1)


def test_the_body_below_a_front_matter_stands_where_its_text_begins() -> None:
    below = replace(document("title: Kabar\n", first_line=2), body_line=5)
    assert below.position(("body",)) == Position(4, 1, literal=True)
    assert below.position(("title",)) == Position(2, 8)


def test_positions_belong_to_the_first_of_two_equal_keys() -> None:
    twice, problems = parse("a: one\nb: {c: x}\na: two\nb:\n  c: y\n", "a.yml")
    assert twice is not None
    assert twice.tree == {"a": "one", "b": {"c": "x"}}
    assert [(each.line, dict(each.values)["first"]) for each in problems] == [(3, "1"), (4, "2")]
    assert twice.position(("a",)) == Position(1, 4)
    assert twice.position(("b", "c")) == Position(2, 8)
    assert twice.position(("b", "c"), key=True) == Position(2, 5)


def test_what_the_first_of_two_equal_mappings_lacks_is_looked_for_there() -> None:
    twice, _ = parse("b: {c: x}\nb: {d: y}\n", "a.yml")
    assert twice is not None
    assert twice.position(("b", "d"), key=True) == Position(1, 4)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a: 12.10", {"a": "12.10"}),
        ("a: 08:00", {"a": "08:00"}),
        ("a: 0812", {"a": "0812"}),
        ("no: no", {"no": "no"}),
        ("2024: 2024-01-05", {"2024": "2024-01-05"}),
        ("a: +62", {"a": "+62"}),
        ("a: 1_000", {"a": "1_000"}),
        ("a: '~'", {"a": "~"}),
        ("a: \"\"\nb: ' '\nc: |\n\nd: '-'", {"d": "-"}),
        ("a:\nb: ~\nc: null\nd: Null\ne: NULL\nf: nUll", {"f": "nUll"}),
        ("a:\na: 1", {"a": "1"}),
        ("- a\n-\n- ~", ["a", None, None]),
        ("<<: {a: b}", {"<<": {"a": "b"}}),
        ("? a\n: b", {"a": "b"}),
        ("'': b", {"": "b"}),
        ("%YAML 1.1\n---\na: b\n...\n", {"a": "b"}),
        ("a: b # remark\nc: d #! remark\ne: f ## remark", {"a": "b", "c": "d", "e": "f"}),
        ("a: # remark\n  b: c\nd: #remark\n  - e", {"a": {"b": "c"}, "d": ["e"]}),
        ("a: f#5\nb: 'x' #5", {"a": "f#5", "b": "x"}),
        ("text", "text"),
        ("# nothing", None),
        ("", None),
        ("---", None),
    ],
)
def test_scalars_stay_text_and_what_is_empty_is_not_written(text: str, tree: Tree) -> None:
    found, problems = parse(text, "a.yml")
    assert found is not None
    assert found.tree == tree
    assert {each.code for each in problems} <= {"yaml-duplicate"}


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("[" * 100_000, ["1:1001 yaml-depth"]),
        ("[" * 100, ["1:17 yaml-depth"]),
        ("- " * 100_000, ["1:33 yaml-depth"]),
        ("{" * 100_000, ["1:1001 yaml-depth"]),
        ("{" * 100, ["1:2 yaml-key"]),
        ("? " * 100_000, ["1:3 yaml-key"]),
        ("a: &a {x: 1}\n" + "".join(f"{c}: &{c} {{<<: [*a, *a]}}\n" for c in "bcdefghijklmnop"),
         [f"{line}:4 yaml-alias" for line in range(1, 17)]),
        ("<<: [*a, *a]", ["1:6 yaml-alias"]),
        ("- a\n" * MOST_EVENTS, [f"{MOST_EVENTS - 1}:3 yaml-size"]),
        ("a: b\n---\nc: d\n", ["2:1 yaml-documents"]),
        ("a: !!python/object:os.system x", ["1:4 yaml-tag"]),
        ("! a: b", ["1:1 yaml-tag"]),
        ("[a]: b", ["1:1 yaml-key"]),
        ("a: [1, 2", ["1:4 yaml-open"]),
        ("a: 'b\n", ["1:4 yaml-open"]),
        ("a:\n  - key: b: c", ["2:10 yaml-colon-inside"]),
        ("a:\n\tb: c", ["2:1 yaml-tab"]),
        ("a: b\n  c: d", ["2:3 yaml-indent"]),
        ("a: |\n  b\n c\n", ["3:2 yaml-paragraph"]),
        ("a: >-\n  b\n c\n", ["3:2 yaml-paragraph"]),
        ("a: Gedung #5", ["1:11 yaml-comment"]),
        ("- Gedung\n  Satu #5", ["2:8 yaml-comment"]),
        ("a: #14532d", ["1:4 yaml-comment"]),
        ("- #5", ["1:3 yaml-comment"]),
        ("a: \x00", ["1:1 yaml-syntax"]),
    ],
)  # fmt: skip
def test_what_is_not_accepted_is_a_problem_at_its_place(text: str, problems: list[str]) -> None:
    assert found_in(text) == problems


def test_nesting_is_accepted_to_the_limit_and_not_beyond() -> None:
    assert found_in("[" * DEEPEST + "]" * DEEPEST) == []
    assert found_in("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)) == ["1:17 yaml-depth"]


@tries(1_000)
@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_gives_a_document_or_problems(text: str) -> None:
    found, problems = parse(text, "a.yml")
    assert found is not None or problems
    assert all(each.line >= 1 and each.column >= 1 for each in problems)
    for location in locations(found.tree) if found else []:
        assert found is not None
        assert found.position(location).line >= 1
        assert found.position(location, key=True).column >= 1


@tries(200)
@given(TREES)
def test_quoted_text_comes_back_unchanged_and_is_found_where_it_stands(tree: Tree) -> None:
    text = yaml.safe_dump(tree, default_style='"', allow_unicode=False)
    if max(len(location) for location in locations(tree)) > DEEPEST:
        assert "yaml-depth" in found_in(text)[0]
        return
    found = document(text)
    assert found.tree == tree
    lines = text.split("\n")
    for location in locations(tree):
        place = found.position(location)
        assert lines[place.line - 1][place.column - 1] in '"[{-?'
