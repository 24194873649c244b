"""A page before it is rendered."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from pendopo.basics.markdown import shortened
from pendopo.kinds.registry import KINDS
from pendopo.site.context import Context
from pendopo.site.planning import Site


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Kota Uji", 155, "Kota Uji"),
        ("  Kota\n\n  Uji\t", 155, "Kota Uji"),
        ("satu dua tiga", 13, "satu dua tiga"),
        ("satu dua tiga", 12, "satu dua …"),
        ("satu, dua tiga", 8, "satu …"),
        ("satu; dua: tiga", 12, "satu; dua …"),
        ("satu – dua tiga", 9, "satu …"),
        ("satukata", 4, "satu …"),
        ("", 10, ""),
    ],
)
def test_a_text_is_cut_at_a_word(text: str, limit: int, expected: str) -> None:
    assert shortened(text, limit) == expected


@tries(200)
@given(st.text(max_size=400))
def test_any_text_becomes_one_line_that_fits_a_description(text: str) -> None:
    short = shortened(text)
    assert len(short) <= 160
    assert short == " ".join(short.split()) or short == " …"
    assert short.removesuffix(" …").rstrip() in " ".join(text.split())


def test_pages_and_contexts_do_not_change(miniature: Site) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        miniature.pages[0].title = "x"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        miniature.context.today = None  # type: ignore[misc,assignment]


@pytest.mark.parametrize(("language", "expected"), [("id", "Berita"), ("en", "News")])
def test_the_portal_chooses_the_language_of_all_labels(
    miniature: Site, language: str, expected: str
) -> None:
    directory = miniature.context.directory
    portal = directory.portal.model_copy(update={"language": language})
    context = Context(dataclasses.replace(directory, portal=portal), miniature.context.today, KINDS)
    assert context.language == language
    assert context.translate("News") == expected
