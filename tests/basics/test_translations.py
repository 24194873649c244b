"""The catalogues say all that code and templates say; dates and numbers in both languages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from catalogues import catalogue, messages, translated
from pendopo.basics.translations import (
    LANGUAGES,
    _messages,
    full_date,
    long_date,
    number,
    translations,
)
from pendopo.kinds.registry import KINDS

ALL = ["", *(each.name for each in KINDS)]
"""The common catalogue, and that of each kind."""
EXAMPLES = {"315.609", "…"}
PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)\w")
OTHERS = [language for language in LANGUAGES if language != "en"]

Message = str | tuple[str, ...]
Pair = tuple[Message, Message]


@pytest.fixture(scope="module")
def by_kind() -> Mapping[str, set[Message]]:
    """Every message of the code and the templates by the kind that alone uses it."""
    return messages()


@pytest.fixture(scope="module")
def extracted(by_kind: Mapping[str, set[Message]]) -> set[Message]:
    """Every message of the code and the templates, as `make messages` finds them."""
    return set[Message]().union(*by_kind.values())


def pairs(language: str, kinds: Iterable[str] = ALL) -> Iterator[Pair]:
    """Every message of the catalogues with its translation."""
    for message in (each for kind in kinds for each in translated(kind, language)):
        if message.id:
            key, string = message.id, message.string or ""
            yield (
                key if isinstance(key, str) else tuple(key),
                string if isinstance(string, str) else tuple(string),
            )


def forms(message: Message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message)


def test_messages_are_found_in_code_and_templates(extracted: set[Message]) -> None:
    assert "News" in extracted
    assert "Vision at a glance" in extracted
    assert "The file is empty." in extracted
    assert ("in {count} file.", "in {count} files.") in extracted
    assert len(extracted) > 200


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated(extracted: set[Message], language: str) -> None:
    translated = {key for key, string in pairs(language) if all(forms(string))}
    assert extracted - translated == set()


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_obsolete_or_fuzzy(extracted: set[Message], language: str) -> None:
    for kind in ALL:
        found = translated(kind, language)
        assert list(found.obsolete) == []
        assert [message.id for message in found if message.id and message.fuzzy] == []
    assert {key for key, _ in pairs(language)} - extracted == set()


@pytest.mark.parametrize("language", OTHERS)
def test_every_translation_has_the_placeholders_of_its_message(language: str) -> None:
    for key, string in pairs(language):
        wanted = set(PLACEHOLDER.findall(" ".join(forms(key))))
        for form in forms(string):
            assert set(PLACEHOLDER.findall(form)) == wanted, key


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_ends_as_its_message_does_and_has_no_stray_space(language: str) -> None:
    for key, string in pairs(language):
        for form in forms(string):
            assert form == form.strip(), key
            assert "  " not in form, key
            assert (form[-1] in ".:?") == (forms(key)[0][-1] in ".:?"), key


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_that_is_read_for_the_site_holds_every_translation(language: str) -> None:
    translate = translations(language)
    for key, string in pairs(language):
        if isinstance(key, str):
            assert translate.gettext(key) == string
        else:
            assert [translate.ngettext(key[0], key[1], count) for count in (0, 1, 2)] == [
                forms(string)[0]
            ] * 3


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_has_what_its_kind_alone_says(
    by_kind: Mapping[str, set[Message]], kind: str, language: str
) -> None:
    assert {key for key, _ in pairs(language, [kind])} == by_kind.get(kind, set())


def test_every_language_but_english_has_a_catalogue() -> None:
    assert sorted(path.stem for path in catalogue("").parent.iterdir()) == sorted(OTHERS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_message_is_shown_as_it_is(language: str) -> None:
    assert translations(language).gettext("No such message") == "No such message"
    assert translations(language).ngettext("One", "Many", 2) == "Many"


def test_english_shows_the_messages_themselves(extracted: set[Message]) -> None:
    assert all(
        translations("en").gettext(message) == message
        for message in extracted
        if isinstance(message, str)
    )


def test_a_catalogue_is_read_once() -> None:
    assert translations("id") is translations("id")


@pytest.mark.parametrize(
    ("language", "long", "full"),
    [
        ("id", "25 April 2018", "Rabu, 25 April 2018"),
        ("en", "25 April 2018", "Wednesday, 25 April 2018"),
    ],
)
def test_dates_are_written_in_the_language_of_the_site(language: str, long: str, full: str) -> None:
    assert long_date(date(2018, 4, 25), language) == long
    assert full_date("2018-04-25", language) == full


@pytest.mark.parametrize(("day", "expected"), [(1, "1 Agustus 2026"), (31, "31 Agustus 2026")])
def test_a_day_has_no_leading_zero(day: int, expected: str) -> None:
    assert long_date(date(2026, 8, day), "id") == expected


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (315609, "315.609", "315,609"),
        (0, "0", "0"),
        (1000, "1.000", "1,000"),
        (Decimal("90.23"), "90,23", "90.23"),
        (Decimal("1234567.8901"), "1.234.567,8901", "1,234,567.8901"),
        (Decimal("42.50"), "42,5", "42.5"),
    ],
)
def test_numbers_are_written_in_the_language_of_the_site(
    value: Decimal | int, indonesian: str, english: str
) -> None:
    assert number(value, "id") == indonesian
    assert number(value, "en") == english


@pytest.mark.parametrize("language", OTHERS)
def test_catalogues_say_what_babel_reads_in_them(language: str) -> None:
    said = translations(language)
    for message, translated_ in pairs(language):
        if isinstance(message, str):
            assert said.gettext(message) == translated_
        else:
            one, many = message
            assert {said.ngettext(one, many, count) for count in (1, 2)} == {translated_[0]}


def test_whatever_babel_writes_is_read(tmp_path: Path) -> None:
    written = Catalog("id")
    texts = {
        "A\nB": "C\n\tD", 'He said "no"': "“tidak”", "back\\slash\\n": "garis\\miring\\t",
        "word " * 60: "kata " * 60, "é – 😀": "ê", "{count} file": "{count} berkas",
    }  # fmt: skip
    for message, translation in texts.items():
        written.add(message, translation, auto_comments=["msgid in a comment"])
    written.add("not translated")
    written.add(("one", "many"), ("banyak",))
    with (tmp_path / "id.po").open("wb") as file:
        write_po(file, written)
    assert dict(_messages(tmp_path / "id.po")) == {**texts, "one": "banyak"}
