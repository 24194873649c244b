"""Frames: made once, filled for each page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from pendopo.site.shell import EMPTY_LINES, MARK, Frame, gap

NAMES = st.sampled_from(["root", "head", "content", "", "kota-uji/", "berita/halaman/1/"])
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters=MARK), max_size=30)


def test_gaps_are_filled_each_time_they_occur() -> None:
    frame = Frame.of(f'<a href="{gap("root")}x/">{gap("label")}</a>{gap("root")}')
    assert frame.fill({"root": "../", "label": "X", "other": "y"}) == '<a href="../x/">X</a>../'
    assert frame.fill({"root": "./", "label": ""}) == '<a href="./x/"></a>./'


def test_a_document_without_a_gap_is_itself() -> None:
    assert Frame.of("<p>Tetap</p>").fill({}) == "<p>Tetap</p>"
    assert Frame.of("").fill({}) == ""


def test_a_gap_without_a_value_is_refused() -> None:
    frame = Frame.of(f"<p>{gap('head')}{gap('')}</p>")
    with pytest.raises(KeyError, match="head"):
        frame.fill({"": "x"})
    with pytest.raises(KeyError):
        frame.fill({"head": "x"})
    assert frame.fill({"head": "x", "": "y"}) == "<p>xy</p>"


def test_empty_lines_go_from_the_constant_parts_and_stay_in_the_values() -> None:
    frame = Frame.of(f"<a>\n\n   \n  <b>\n\n{gap('content')}\n \n</b> <i> </i>\n")
    assert frame.parts == ("<a>\n<b>\n", "content", "\n</b> <i> </i>\n")
    value = "<pre>\n\n  a\n\n\n</pre>\n\n"
    assert frame.fill({"content": value}) == f"<a>\n<b>\n{value}\n</b> <i> </i>\n"


def test_a_value_may_hold_what_looks_like_a_name_or_a_format() -> None:
    frame = Frame.of(f"{gap('a')}-{gap('b')}")
    assert frame.fill({"a": "{b} %(b)s root", "b": "\\1 \\g<0>"}) == "{b} %(b)s root-\\1 \\g<0>"


def test_the_name_of_a_gap_is_left_as_it_is() -> None:
    assert Frame.of(f"x\n\n{gap(' a ')}").fill({" a ": "1"}) == "x\n1"


@tries(200)
@given(st.lists(st.tuples(TEXTS, NAMES)), TEXTS, st.dictionaries(NAMES, TEXTS))
def test_any_document_is_filled_as_by_replacing(
    pieces: list[tuple[str, str]], last: str, values: dict[str, str]
) -> None:
    frame = Frame.of("".join(text + gap(name) for text, name in pieces) + last)
    missing = [name for _, name in pieces if name not in values]
    if missing:
        with pytest.raises(KeyError, match=f"^{re.escape(repr(missing[0]))}$"):
            frame.fill(values)
        return
    expected = [EMPTY_LINES.sub("\n", text) + values[name] for text, name in pieces]
    assert frame.fill(values) == "".join(expected) + EMPTY_LINES.sub("\n", last)
