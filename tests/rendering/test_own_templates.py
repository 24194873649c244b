"""Templates and assets that a publisher puts in the place of the package's, one by one."""

import logging
import re
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort, PluginError

from conftest import AGENCY, TODAY
from pendopo.commands import main
from pendopo.kinds.registry import KINDS
from pendopo.rendering.own_templates import TemplateFaultError, problems, told
from pendopo.rendering.renderer import Renderer
from pendopo.rendering.template_files import TEMPLATES, Templates, template_fingerprint
from pendopo.rendering.templates import environment
from places import PUBLICATION, built, place, pool_of, site_of
from publisher import FILES, OWN, content, published

FOOTER = "shell/footer.html"


def templates_of(folder: Path, **files: str) -> Templates:
    """The templates with those of `files` in their place; `__` in a name is a slash."""
    for name, text in files.items():
        path = folder / "overrides" / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return Templates.of(folder / "overrides")


def said(templates: Templates) -> list[tuple[str, int, str]]:
    found = problems(templates, environment("id", templates, KINDS))
    return [(each.path, each.line, each.code) for each in found]


def test_a_file_of_the_publisher_wins_one_by_one(tmp_path: Path) -> None:
    templates = templates_of(tmp_path, shell__footer="<footer>kami</footer>")
    assert templates.path(FOOTER) == tmp_path / "overrides" / FOOTER
    assert templates.path(f"pendopo/{FOOTER}") == TEMPLATES / FOOTER
    assert templates.path("shell/masthead.html") == TEMPLATES / "shell/masthead.html"
    assert templates.path("shell/tiada.html") is None
    assert templates.files("shell/*")[FOOTER].parent.parent == tmp_path / "overrides"


def test_the_package_s_own_folder_is_nobody_else_s() -> None:
    assert Templates.of(TEMPLATES) == Templates.of() == Templates.of("")
    assert Templates.of().own is None


def test_a_template_of_the_publisher_may_add_to_the_one_that_it_replaces(tmp_path: Path) -> None:
    more = '{% include "pendopo/shell/footer.html" %}<p>{{ _("News") }} {{ portal.name }}</p>'
    templates = templates_of(tmp_path, shell__footer=more)
    assert said(templates) == []
    (tmp_path / "data").mkdir()
    (tmp_path / "data/portal.yml").write_text("name: Kota & Desa\nintroduction: I\n")
    site, _ = site_of(tmp_path / "data", TODAY)
    footer = Renderer(site, PUBLICATION, templates).page(site.by_address[""]).shell.footer
    assert "</footer><p>Berita Kota &amp; Desa</p>" in footer


@pytest.mark.parametrize("name", ["shell/footer.html", "shell/page.html", "pages/news/list.html"])
def test_the_fingerprint_is_that_of_the_template_that_wins(tmp_path: Path, name: str) -> None:
    before = template_fingerprint(name, Templates.of())
    own = {name.removesuffix(".html").replace("/", "__"): "a"}
    templates = templates_of(tmp_path, **own)
    assert templates.mark != Templates.of().mark
    assert template_fingerprint(name, templates) != before
    other = template_fingerprint("pages/portal/search.html", templates)
    assert other == template_fingerprint("pages/portal/search.html", Templates.of())


def test_where_a_name_is_computed_every_template_counts(tmp_path: Path) -> None:
    first = templates_of(tmp_path, pages__news__list="{% include page.x %}{{ part(x, 1) }}")
    before = template_fingerprint("pages/news/list.html", first)
    second = templates_of(tmp_path, shell__footer="b")
    assert template_fingerprint("pages/news/list.html", second) != before


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("<p>\n{% if %}", 2, "template-syntax"),
        ("\n\n{{ x|tiada }}", 3, "template-syntax"),
        ("{% for x in y %}", 1, "template-syntax"),
        ('\n{% include "shell/tiada.html" %}', 2, "template-missing"),
        ('\n\n{{ part("tiada", "x") }}', 3, "template-missing"),
        ('\n{% include "shell/footer.html" %}', 2, "template-circle"),
        ('{% from "shell/a.html" import b %}', 1, "template-circle"),
    ],
)
def test_what_is_wrong_with_a_template_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, code: str
) -> None:
    other = '{% include "shell/footer.html" %}'
    found = said(templates_of(tmp_path, shell__footer=text, shell__a=other))
    assert ("overrides/shell/footer.html", line, code) in found


def test_a_template_that_is_no_text_is_told(tmp_path: Path) -> None:
    templates = templates_of(tmp_path, shell__footer="")
    (tmp_path / "overrides" / FOOTER).write_bytes(b"\xff")
    assert said(templates) == [("overrides/shell/footer.html", 1, "template-syntax")]


def test_a_file_that_replaces_nothing_is_told_with_the_name_that_was_meant(tmp_path: Path) -> None:
    templates = templates_of(
        tmp_path, shell__foter="a", shell__part="b", shell__footer='{% include "shell/part.html" %}'
    )
    for name in ("assets/pendopo.cs", "assets/pendopo.css", "README.md", ".git/x.html"):
        (tmp_path / "overrides" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "overrides" / name).write_text("")
    found = problems(templates, environment("id", templates, KINDS))
    assert [(each.path, dict(each.values).get("nearest")) for each in found] == [
        ("overrides/assets/pendopo.cs", "assets/pendopo.css"),
        ("overrides/shell/foter.html", "shell/footer.html"),
    ]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        *(("\n{{ tiada }}", 1), ("\n{{ tiada }}", 2), ("\n{{ agency.tiada.x }}", 1)),
        *(("\n{{ 1 + 'a' }}", 1), ("\n{{ _() }}", 1), ("\n{{ url() }}", 1)),
    ],
)
def test_what_fails_in_a_template_is_one_sentence_with_its_line(
    tmp_path: Path, text: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pendopo.build.pool.TOO_FEW", 1 if size > 1 else 300)
    templates = templates_of(tmp_path, pages__agency__profile=text)
    assert said(templates) == []
    (tmp_path / "data/agencies/a").mkdir(parents=True)
    (tmp_path / "data/portal.yml").write_text(FILES["data/portal.yml"])
    (tmp_path / "data/agencies/a/agency.yml").write_text(AGENCY)
    with pytest.raises(TemplateFaultError) as raised:
        built(
            tmp_path / "data",
            place(tmp_path),
            TODAY,
            pool=lambda folder: pool_of(folder, size),
            templates=templates,
        )
    found = raised.value.problem
    assert not re.search(r"pendopo\.|Error", found.message(str))
    assert (found.path, found.line, found.code) == (
        *("overrides/pages/agency/profile.html", 2, "template-fails"),
    )


def test_other_failures_stay_what_they_are(tmp_path: Path) -> None:
    templates = templates_of(tmp_path, shell__footer="")
    for error in (OSError("x"), ZeroDivisionError("y")):
        with pytest.raises(type(error)), told(templates):
            raise error


def test_a_site_has_the_publisher_s_templates_and_assets(tmp_path: Path) -> None:
    files = {
        "overrides/shell/footer.html": "<footer>kaki {{ portal.name }}</footer>",
        "overrides/assets/pendopo.css": "p{color:red}",
        "overrides/404.html": "tersesat",
    }
    site = published(content(tmp_path, files, **OWN))
    for page in ("index.html", "kota-uji/index.html", "tentang/index.html"):
        assert "<footer>kaki Portal Uji</footer>" in (site / page).read_text()
    assert (site / "assets/pendopo.css").read_text() == "p{color:red}"
    assert (site / "404.html").read_text() == "tersesat"
    (tmp_path / "overrides/shell/footer.html").write_text("<footer>lain</footer>")
    published(tmp_path)
    assert "<footer>lain</footer>" in (site / "kota-uji/index.html").read_text()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pages/agency/profile.html", "\n{{ tiada }}"),
        ("main.html", "\n{{ tiada.x }}"),
        ("404.html", "\n{{ tiada.x }}"),
        ("shell/masthead.html", "\n{% else %}"),
    ],
)
def test_a_template_that_fails_stops_the_build_with_a_sentence(
    tmp_path: Path, name: str, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    folder = content(tmp_path, {f"overrides/{name}": text}, **OWN)
    # MkDocs hands on what it does not know.
    with caplog.at_level(logging.ERROR), pytest.raises((Abort, PluginError)) as raised:
        published(folder)
    assert f"overrides/{name}:2:1: " in f"{caplog.text}{raised.value}"
    assert not (folder / "site").exists()


def test_an_export_has_the_publisher_s_templates_and_refuses_broken_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    footer = "overrides/shell/footer.html"
    files = {footer: "<footer>kaki</footer>", "overrides/main.html": "utama"}
    monkeypatch.chdir(content(tmp_path, files, **OWN))
    assert main(["export", "keluar"]) == 0
    assert "<footer>kaki</footer>" in (tmp_path / "keluar/docs/index.md").read_text()
    assert (tmp_path / "keluar/theme/main.html").read_text() == "utama"
    for text in ("\n{% if %}", "\n{{ tiada }}"):
        (tmp_path / footer).write_text(text)
        capsys.readouterr()
        assert main(["export", "keluar"]) == 1
        assert f"{footer}:2:1: " in capsys.readouterr().out
    assert "<footer>kaki</footer>" in (tmp_path / "keluar/docs/index.md").read_text()
