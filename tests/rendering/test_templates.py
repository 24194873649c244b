"""The templates of the core: labels, what they may call, and how one is told from another."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from budgets import tries
from pendopo.basics.translations import LANGUAGES
from pendopo.kinds.registry import KINDS
from pendopo.rendering import template_files
from pendopo.rendering.template_files import TEMPLATES, Templates, template_fingerprint
from pendopo.rendering.templates import environment, filled
from pendopo.site.shell import MARK

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters=MARK), max_size=12)
HOSTILE = st.one_of(
    TEXTS, st.sampled_from(["<b>", "&", '"', "'", "&lt;", "{}", "{0}", "%s", "%(x)s", "{{ 1 }}"])
)


def rendered(source: str, language: str = "id", **values: Any) -> str:
    return environment(language, Templates.of(), KINDS).from_string(source).render(**values)


# Labels.


@pytest.mark.parametrize(("language", "label"), [("id", "Berita"), ("en", "News")])
def test_a_label_is_put_in_when_a_template_is_compiled(language: str, label: str) -> None:
    found = environment(language, Templates.of(), KINDS)
    source = '<p title="{{ _("News") }}">{{ _("News") }}</p>{% set x = _("News") %}{{ x }}'
    code = found.compile(source, raw=True)
    assert label in code
    assert "'_'" not in code, "the call is still there"
    assert rendered(source, language) == f'<p title="{label}">{label}</p>{label}'


def test_each_language_has_labels_of_its_own() -> None:
    assert {rendered('{{ _("News") }}', language) for language in LANGUAGES} == {"Berita", "News"}


def test_a_label_is_put_in_wherever_it_stands() -> None:
    source = (
        '{% macro m(x) %}{{ x }}{% endmacro %}{{ m(_("News")) }} {{ none or _("News") }} '
        '{% for x in [_("News")] %}{{ x }}{% endfor %} {{ "<i>" ~ _("News") }}'
    )
    assert rendered(source) == "Berita Berita Berita &lt;i&gt;Berita"


def test_a_label_in_an_unknown_wording_is_shown_as_it_is() -> None:
    assert rendered('{{ _("No such <b>message</b>") }}') == "No such <b>message</b>"


@pytest.mark.parametrize("language", LANGUAGES)
@tries(200)
@given(value=HOSTILE)
@example(value="<script>alert(1)</script>")
@example(value='" onclick="x')
def test_a_message_with_values_escapes_them(language: str, value: str) -> None:
    before, after = {"id": ("Semua berita ", ""), "en": ("All news of ", "")}[language]
    assert rendered('{{ _("All news of %(agency)s", agency=x) }}', language, x=value) == (
        f"{before}{escape(value)}{after}"
    )


def test_a_value_that_is_html_already_is_not_escaped_twice() -> None:
    source = '{{ _("All news of %(agency)s", agency=x) }}'
    assert rendered(source, x=Markup("<i>K</i>")) == "Semua berita <i>K</i>"


def test_a_message_with_values_escapes_them_in_an_attribute_and_in_a_macro() -> None:
    source = (
        '{% macro m(x) %}<p title="{{ x }}">{% endmacro %}'
        '{{ m(_("All news of %(agency)s", agency=x)) }}'
    )
    assert rendered(source, x='"<') == '<p title="Semua berita &#34;&lt;">'


def test_a_name_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        rendered("{{ nothing }}")


# Tables.


def naive(pattern: str, columns: Sequence[Sequence[str]], empty: str) -> str:
    rows = zip(*columns, strict=True)
    return "".join(pattern.format(*(escape(text or empty) for text in row)) for row in rows)


@tries(200)
@given(st.lists(st.tuples(HOSTILE, HOSTILE), max_size=6), st.sampled_from(["", "–", "<>"]))
@example([], "–")
@example([("", "")], "–")
@example([("<b>", '"')], "")
def test_a_filled_pattern_is_that_of_one_row_after_the_other(
    rows: list[tuple[str, str]], empty: str
) -> None:
    pattern = '<td title="{}">{}</td>\n'
    columns = [[row[0] for row in rows], [row[1] for row in rows]]
    found = filled(pattern, *columns, empty=empty)
    assert isinstance(found, Markup)
    assert found == naive(pattern, columns, empty)


@tries(200)
@given(st.lists(HOSTILE, max_size=6))
@example([])
def test_one_column_is_filled_like_two(column: list[str]) -> None:
    assert filled("<i>{}</i>", column) == naive("<i>{}</i>", [column], "")


def test_a_filled_pattern_is_not_escaped_in_a_template() -> None:
    found = rendered("{{ filled('<td>{}</td>', x, empty='–') }}", x=["<", ""])
    assert found == "<td>&lt;</td><td>–</td>"


# What tells a template from another.


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the templates that a test may edit."""
    folder = tmp_path / "overrides"
    shutil.copytree(template_files.TEMPLATES, folder)
    monkeypatch.setattr(template_files, "TEMPLATES", folder)
    return folder


def digests(folder: Path) -> dict[str, str]:
    found = [path.relative_to(folder).as_posix() for path in folder.rglob("*/*.html")]
    current = Templates.of()
    return {name: template_fingerprint(name, current) for name in found}


def test_an_unedited_copy_has_the_same_digests(copied: Path) -> None:
    assert digests(copied) == digests(copied)
    assert len(set(digests(copied).values())) == len(digests(copied))


FIRST_PAGES = {"pages/portal/front.html", "pages/agency/profile.html"}
"""These print the panels of all kinds, whose names are put together."""


def printing(name: str) -> set[str]:
    """The templates that name one, and those that name them in turn."""
    users = {
        path.relative_to(TEMPLATES).as_posix()
        for path in TEMPLATES.rglob("*.html")
        if f'"{name}"' in path.read_text("utf-8")
    }
    return users.union(*map(printing, users))


@pytest.mark.parametrize(
    ("name", "users"),
    [
        ("pages/news/article.html", set()),
        ("pages/plans/targets.html", {"pages/plans/goals.html"}),
        ("shell/emblem.html", {"shell/masthead.html", "pages/portal/panel.html", *FIRST_PAGES}),
        ("pages/news/panel.html", FIRST_PAGES),
        ("pages/macros.html", FIRST_PAGES | printing("pages/macros.html")),
    ],
)
def test_an_edited_template_changes_the_digest_of_all_that_print_it_and_of_no_other(
    copied: Path, name: str, users: set[str]
) -> None:
    before, old = digests(copied), Templates.of()
    with (copied / name).open("a") as file:
        file.write("{# x #}")
    assert Templates.of() != old
    after = digests(copied)
    assert {each for each in after if after[each] != before[each]} == {name, *users}


@pytest.mark.parametrize(
    "use",
    [
        '{% include "shell/new.html" %}',
        '{% import "shell/new.html" as x %}',
        '{% from "shell/new.html" import x %}',
        '{% extends "shell/new.html" %}',
        '{{ part("new", "key") }}',
        '{% if a %}{% for b in c %}{{ part("new", b, x=1) }}{% endfor %}{% endif %}',
    ],
)
def test_every_way_to_use_a_template_counts(copied: Path, use: str) -> None:
    (copied / "pages/user.html").write_text(f'{{% include "pages/between.html" %}}{use}')
    (copied / "pages/between.html").write_text(use)
    for folder in ("pages", "shell"):
        (copied / folder / "new.html").write_text("a")
    before = digests(copied)
    for folder in ("pages", "shell"):
        (copied / folder / "new.html").write_text("b")
    after = digests(copied)
    changed = {each for each in after if after[each] != before[each]}
    assert {"pages/between.html", "pages/user.html"} <= changed


def test_an_edited_template_is_compiled_again(copied: Path) -> None:
    name = "shell/footer.html"
    first = environment("id", Templates.of(), KINDS).get_template(name)
    assert environment("id", Templates.of(), KINDS).get_template(name) is first
    (copied / name).write_text("baru")
    assert environment("id", Templates.of(), KINDS).get_template(name).render() == "baru"
