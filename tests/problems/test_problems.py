"""Problems: their order, their words, and what they may print."""

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pendopo
from budgets import tries
from pendopo.basics.translations import LANGUAGES, translations
from pendopo.mkdocs import sentences as of_settings
from pendopo.problems.nearest import LONGEST_LIST, Names, nearest
from pendopo.problems.problem import LONGEST_VALUE, Problem, printable, problem
from pendopo.problems.report import WIDEST, lines, summary
from pendopo.problems.sentences import SENTENCES
from pendopo.starter import sentences as of_tables

PACKAGE = Path(pendopo.__file__).parent
ENGLISH = translations("en").gettext
CODES = sorted(SENTENCES.keys() | of_settings.SENTENCES.keys() | of_tables.SENTENCES.keys())
MAKERS = {"problem", "_problem", "refuse", "_refuse", "Finding", "_one_of"}


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_problems_come_by_path_line_column_and_code() -> None:
    ordered = [
        problem("a.yml", "file-empty"),
        problem("a.yml", "yaml-key", 2, 9),
        problem("a.yml", "url", 10, 1, value="a"),
        problem("a.yml", "url", 10, 1, value="b"),
        problem("a.yml", "year", 10, 1),
        problem("a.yml", "date", 10, 2),
        problem("b.yml", "file-empty"),
    ]
    mixed = ordered[::-1]
    assert sorted(mixed) == ordered


def test_equal_problems_are_told_once() -> None:
    assert len({problem("a", "url", 1, 2, value="x"), problem("a", "url", 1, 2, value="x")}) == 1


def test_a_problem_says_what_is_wrong_and_how_to_mend_it() -> None:
    found = problem("a/b.yml", "key-unknown-nearest", 3, 5, key="nmae", nearest="name")
    assert found.message(ENGLISH) == "The key nmae is not known here."
    assert found.mend(ENGLISH) == "Rename it to name if that is what you meant."
    assert lines(found, "data/", ENGLISH) == (
        "data/a/b.yml:3:5: The key nmae is not known here. [key-unknown-nearest]",
        "Rename it to name if that is what you meant.",
    )


def test_a_problem_is_told_in_the_language_of_the_site() -> None:
    found = problem("a.yml", "file-empty")
    assert lines(found, "", translations("id").gettext)[0] == (
        "a.yml:1:1: Berkas ini kosong. [file-empty]"
    )


def test_the_place_of_the_whole_folder_is_the_folder() -> None:
    assert problem("", "folder-missing", name="x").place("data/") == "data"
    assert problem("portal.yml", "file-missing", name="x").place("data/") == "data/portal.yml:1:1"


def test_braces_in_a_value_are_shown_as_they_are() -> None:
    found = problem("a.yml", "url", value="{value} {0} %s %(x)s")
    assert found.message(ENGLISH) == "{value} {0} %s %(x)s is not a web address."


def test_a_path_is_told_whole_however_long_it_is() -> None:
    path = "/".join(["agencies", *["kecamatan-binjai-selatan"] * 5, "plans/2021-2026.yml"])
    assert problem(path, "file-empty").place() == f"{path}:1:1"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kota Uji – “é” 😀", "Kota Uji – “é” 😀"),
        ("a\nb\r\tc", r"a\nb\r\tc"),
        ("\x1b[31mmerah\x1b[0m", r"\x1b[31mmerah\x1b[0m"),
        ("\x1b]0;judul\x07", r"\x1b]0;judul\x07"),
        ("a\x9bm\x00", r"a\x9bm\x00"),
        ("\u202eterbalik\u2066", r"\u202eterbalik\u2066"),
        ("\u200b\ufeff", r"\u200b\ufeff"),
        ("\udcff", r"\udcff"),
        ("\u2028", r"\u2028"),
        ("", ""),
    ],
)
def test_a_value_is_shown_without_what_could_steer_a_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert dict(problem("a", "url", value=text).values) == {"value": shown}


@pytest.mark.parametrize("length", [LONGEST_VALUE - 1, LONGEST_VALUE])
def test_a_short_value_is_shown_whole(length: int) -> None:
    assert printable("é" * length) == "é" * length


@pytest.mark.parametrize("length", [LONGEST_VALUE + 1, 100_000])
def test_a_long_value_is_cut(length: int) -> None:
    assert printable("é" * length) == "é" * (LONGEST_VALUE - 1) + "…"


@tries(200)
@given(st.text(st.characters(), max_size=200))
def test_any_value_is_printed_on_one_line(text: str) -> None:
    shown = printable(text)
    assert shown.isprintable()
    assert len(shown) <= LONGEST_VALUE
    shown.encode()


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("nmae", ["name", "type"], "name"),
        ("short-name", ["name", "short_name"], "short_name"),
        ("Agency.yml", ["agency.yml", "plans"], "agency.yml"),
        ("NAME", ["name"], "name"),
        ("new", ["plans", "news", "media"], "news"),
        ("zzz", ["name", "type"], ""),
        ("zzz", [], ""),
        ("", ["name"], ""),
        ("rpjmd", ["RPJPD", "RPJMD", "Renstra"], "RPJMD"),
        ("wib", ["WIB", "WITA", "WIT"], "WIB"),
        ("lambang.png", ["Lambang.png"], "Lambang.png"),
    ],
)
def test_the_nearest_name_is_the_one_most_likely_meant(
    name: str, known: list[str], expected: str
) -> None:
    assert nearest(name, known) == expected


def test_a_long_list_of_names_is_cut_between_two_of_them() -> None:
    names = Names(f"Topik {number}" for number in range(10_000))
    assert len(names.listed) <= LONGEST_LIST + 3
    assert names.listed.startswith("Topik 0, Topik 1, ")
    assert re.search(r", Topik \d\d, …$", names.listed)
    assert Names(["a", "b"]).listed == "a, b"
    assert Names([]).listed == ""
    assert Names(["x" * 400, "b"]).listed == f"{'x' * 400}, …"


def test_no_message_has_an_empty_list_of_names() -> None:
    for code, sentence in SENTENCES.items():
        if "{known}" in sentence.mend:
            names = placeholders(sentence.mend) | placeholders(sentence.wrong)
            found = problem("a.yml", code, **{**dict.fromkeys(names, "x"), "known": ""})
            assert found.mend(ENGLISH).startswith("There is none yet")


def test_a_value_in_english_is_told_with_its_meaning() -> None:
    known = problem("a.yml", "value-choice", value="x", known="higher, lower, IKU")
    told = known.mend(translations("id").gettext)
    assert "higher (Makin tinggi makin baik), lower (Makin rendah makin baik), IKU" in told
    near = problem("a.yml", "value-choice-nearest", value="x", nearest="higher")
    assert "higher (Makin tinggi makin baik)" in near.mend(translations("id").gettext)


def test_among_many_names_the_same_one_is_found_in_another_case() -> None:
    names = Names(f"Topik {number}" for number in range(10_000))
    assert names.nearest("topik 77") == "Topik 77"
    assert names.nearest("topik x") == ""


@pytest.mark.parametrize(
    ("line", "column", "marked"),
    [
        ("nmae: Kota Uji", 1, "nmae"),
        ("name: Kota Uji", 7, "Kota Uji"),
        ("name: Kota Uji  # catatan", 7, "Kota Uji"),
        ('name: "Kota: Uji" # a', 7, '"Kota: Uji"'),
        ("  - {year: 2025, value: a b}", 25, "a b"),
        ("  - {year: 2025, value: 'a, b'}", 25, "'a, b'"),
        ("targets: [85, x, 93]", 15, "x"),
        ("\tname: x", 1, "\t"),
        ("name: x", 99, ""),
    ],
)
def test_the_part_that_is_wrong_is_marked(line: str, column: int, marked: str) -> None:
    found = problem("a.yml", "url", 12, column, value="x")
    _, shown, marks, _ = lines(found, "", ENGLISH, line)
    assert shown == f"12 | {printable(line)}"
    start = len(printable(line[: column - 1], None))
    assert marks == f"   | {' ' * start}{'^' * max(1, len(printable(marked)))}"


def test_of_a_long_line_the_part_around_the_fault_is_shown() -> None:
    line = f"name: {'x' * 500} {'y' * 500}"
    for column in (1, 7, 300, 505, 1_006):
        _, shown, marks, _ = lines(problem("a.yml", "url", 1, column, value="x"), "", ENGLISH, line)
        assert len(shown) <= WIDEST + 4
        assert len(marks) <= WIDEST + 4
        assert shown[marks.index("^")] == line[column - 1]


def test_what_is_right_stands_below_the_remedy() -> None:
    found = problem("a.yml", "time", 12, 10, value="8-9")
    both = replace(found, corrections=((12, "a: 8-9", "a: 08:00\nb: 09:00"),), certain=True)
    assert lines(both, "", ENGLISH)[2:] == ("Right:", "12 | a: 08:00", "   | b: 09:00")
    many = replace(found, corrections=tuple((n, "a", f"  a{n}") for n in range(8, 18)))
    shown = lines(many, "", ENGLISH)[2:]
    assert shown[:3] == ("Perhaps:", "8  |   a8", "9  |   a9")
    assert shown[-2:] == ("13 |   a13", "   | …")


@pytest.mark.parametrize(
    ("language", "paths", "expected"),
    [
        ("en", ["a"], "1 problem was found in 1 file."),
        ("en", ["a", "a"], "2 problems were found in 1 file."),
        ("en", ["a", "b", "b"], "3 problems were found in 2 files."),
    ],
)
def test_a_summary_counts_problems_and_files(
    language: str, paths: list[str], expected: str
) -> None:
    found = [problem(path, "file-empty", line) for line, path in enumerate(paths, 1)]
    assert summary(found, translations(language)) == expected


@pytest.mark.parametrize("count", [1, 2, 12])
def test_a_summary_in_indonesian_names_the_numbers_too(count: int) -> None:
    found = [problem(f"{line}.yml", "file-empty") for line in range(count)]
    text = summary(found, translations("id"))
    assert re.findall(r"\d+", text) == [str(count), str(count)]
    assert text.endswith(".")


def test_both_sentences_of_a_message_end_with_a_full_stop_or_an_example() -> None:
    for code in CODES:
        for sentence in SENTENCES[code][:2]:
            assert sentence == sentence.strip(), code
            ending = r"([.?]|(example|: ?|thousands.*: ?|below a) ?\S+|\})$"
            assert re.search(ending, sentence), code


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_with_its_values_leaves_no_brace_behind(language: str) -> None:
    for code in CODES:
        names = set().union(*map(placeholders, SENTENCES[code][:2]))
        found = problem("a.yml", code, **dict.fromkeys(names, "NILAI"))
        told = "".join(lines(found, "", translations(language).gettext))
        assert not re.search(r"[{}]", told), code
        assert ("NILAI" in told) == bool(names), code


def _calls() -> Iterator[tuple[str, set[str], str]]:
    """Code, names of the values and place of every problem that the package makes openly."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                known = _dictionaries(function)
                for call in ast.walk(function):
                    if isinstance(call, ast.Call) and (found := _told(call, known)):
                        yield (*found, f"{path.name}:{call.lineno}")


def _dictionaries(function: ast.FunctionDef) -> dict[str, set[str]]:
    """The keys of every dictionary that the function gives a name, all of one name together."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, set()).update(_keys(node.value))
    return found


def _keys(node: ast.Dict) -> set[str]:
    return {str(key.value) for key in node.keys if isinstance(key, ast.Constant)}


def _told(call: ast.Call, known: dict[str, set[str]]) -> tuple[str, set[str]] | None:
    """The code and the names of the values of a call; None where they are not in plain sight."""
    function = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
    if function not in MAKERS:
        return None
    strings = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
    code = next((each for each in strings if each in SENTENCES), None)
    if not isinstance(code, str):
        return None
    names = {keyword.arg for keyword in call.keywords if keyword.arg}
    spread = [keyword.value for keyword in call.keywords if keyword.arg is None]
    if function == "Finding":
        spread += call.args[2:]
    names |= {"refuse": {"value"}, "_one_of": {"known"}}.get(function, set())
    for each in spread:
        left = each
        while isinstance(left, ast.BinOp):
            if not isinstance(left.right, ast.Dict):
                return None
            names |= _keys(left.right)
            left = left.left
        if isinstance(left, ast.Dict):
            names |= _keys(left)
        elif isinstance(left, ast.Name) and left.id in known:
            names |= known[left.id]
        else:
            return None
    return code, names


def test_every_message_gets_the_values_that_its_sentences_name() -> None:
    found = list(_calls())
    assert len(found) > 40
    for code, names, place in found:
        wanted = set().union(*map(placeholders, SENTENCES[code][:2]))
        assert wanted <= names, f"{place}: {code} needs {wanted - names}"


def test_every_message_is_used() -> None:
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in (*PACKAGE.rglob("*.py"), PACKAGE.parent / "mkdocs_hooks.py")
        if path.parent.name != "messages"
    )
    unused = {
        key
        for key in SENTENCES
        if f'"{key}"' not in code and f'"{key.removesuffix("-nearest")}"' not in code
    }
    assert unused == set()


def test_a_problem_is_frozen() -> None:
    with pytest.raises(AttributeError):
        problem("a", "url").path = "b"  # type: ignore[misc]
    assert isinstance(problem("a", "url"), Problem)
