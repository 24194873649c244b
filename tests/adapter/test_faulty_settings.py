"""Settings of mkdocs.yml that are wrong, or would do nothing, are told before a build."""

import logging
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from pendopo.mkdocs.faulty_settings import problems
from pendopo.problems.problem import Problem
from publisher import OWN, SETTINGS, content, published, refused

THEME = SETTINGS["theme"]


def found(folder: Path, **settings: Any) -> list[Problem]:
    return problems(load_config(str(content(folder, **settings) / "mkdocs.yml")))


def codes(folder: Path, **settings: Any) -> list[str]:
    return [each.code for each in found(folder, **settings)]


def test_the_settings_of_a_new_repository_and_of_this_one_have_no_fault(tmp_path: Path) -> None:
    (tmp_path / "overrides").mkdir()
    assert codes(tmp_path) == codes(tmp_path, **OWN) == []
    this = load_config(str(Path(__file__).parents[2] / "mkdocs.yml"))
    assert problems(this) == []


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"copyright": "Kami"}, "setting-of-portal"),
        ({"site_author": "Kami"}, "setting-of-portal"),
        ({"site_description": "Kami"}, "setting-of-portal"),
        ({"theme": {**THEME, "language": "en"}}, "setting-of-portal"),
        ({"theme": {**THEME, "palette": {"primary": "teal"}}}, "setting-of-portal"),
        ({"theme": {**THEME, "features": ["navigation.tabs"]}}, "setting-unused"),
        ({"theme": {**THEME, "icon": {"repo": "x"}}}, "setting-unused"),
        ({"theme": {**THEME, "font": {"text": "Roboto"}}}, "setting-font"),
        ({"theme": "mkdocs"}, "setting-theme"),
        ({"repo_name": "x"}, "setting-unused"),
        ({"extra_javascript": ["a.js"]}, "setting-scripts"),
        ({"extra": {"analytics": {"provider": "google"}}}, "setting-unused"),
        ({"extra": {"social": []}}, "setting-unused"),
        ({"extra": {"pendopo": "data"}}, "setting-mapping"),
        ({"extra": {"pendopo": None}}, "setting-mapping"),
        ({"extra": {"pendopo": {"daat": "x"}}}, "key-unknown-nearest"),
        ({"extra": {"pendopo": {"x": 1}}}, "key-unknown"),
        ({"extra": {"pendopo": {"data": "docs/data"}}}, "setting-data"),
        ({"plugins": ["search"]}, "setting-search"),
        ({"plugins": [{"material/search": {"lang": "id"}}]}, "setting-search"),
        ({"use_directory_urls": False}, "setting-addresses"),
        ({"extra_css": ["assets/tiada.css"]}, "setting-stylesheet"),
        ({"extra_css": ["https://contoh.example/a.css"]}, "setting-stylesheet"),
        ({"extra_css": ["../mkdocs.yml"]}, "setting-stylesheet"),
    ],
)
def test_a_setting_that_does_nothing_or_cannot_work_is_told_with_its_line(
    tmp_path: Path, settings: dict[str, Any], code: str
) -> None:
    (problem,) = found(tmp_path, **settings)
    assert problem.code == code
    line = (tmp_path / "mkdocs.yml").read_text().splitlines()[problem.line - 1]
    assert problem.line > 1
    assert any(name in line for name in (*settings, *_inner(settings)))


def _inner(value: object) -> list[str]:
    if isinstance(value, dict):
        return [each for name, inner in value.items() for each in (name, *_inner(inner))]
    if isinstance(value, list):
        return [each for inner in value for each in _inner(inner)]
    return [value] if isinstance(value, str) else []


def test_a_setting_that_is_not_written_has_the_first_line(tmp_path: Path) -> None:
    folder = content(tmp_path)
    text = (folder / "mkdocs.yml").read_text().replace("plugins: []\n", "")
    (folder / "mkdocs.yml").write_text(text)
    (problem,) = problems(load_config(str(folder / "mkdocs.yml")))
    assert (problem.code, problem.line) == ("setting-search", 1)


def test_tags_and_references_of_yaml_do_not_hinder(tmp_path: Path) -> None:
    folder = content(tmp_path)
    more = "a: &a {social: []}\nextra: *a\nrepo_url: !ENV [TIADA, '']\nrepo_name: x\n"
    (folder / "mkdocs.yml").write_text((folder / "mkdocs.yml").read_text() + more)
    lines = [each.line for each in problems(load_config(str(folder / "mkdocs.yml")))]
    last = len((folder / "mkdocs.yml").read_text().splitlines())
    assert lines == [last - 2, last]


def test_settings_that_a_template_or_another_plugin_may_read_pass(tmp_path: Path) -> None:
    assert codes(tmp_path, extra={"telepon": "112"}, repo_url="https://contoh.example/") == []


def test_all_faults_are_told_at_once_in_the_language_of_the_terminal(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "id")
    folder = content(tmp_path, copyright="Kami", extra_javascript=["a.js"])
    first, second, last = refused(folder, caplog)
    assert "mkdocs.yml:" in first
    assert "Setelan copyright" in first
    assert "Setelan extra_javascript" in second
    assert last.startswith("Ditemukan 2 masalah dalam 1 berkas.")
    monkeypatch.setenv("LANGUAGE", "en")
    assert "The setting copyright changes nothing" in refused(folder, caplog)[0]


def test_another_plugin_is_told_of_and_does_not_stop_a_strict_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    with caplog.at_level(logging.INFO):
        published(content(tmp_path, plugins=["material/tags"]))
    assert "for information: The plugin material/tags changes" in caplog.text


def test_a_setting_given_on_the_command_line_counts_as_well(tmp_path: Path) -> None:
    config: MkDocsConfig = load_config(str(content(tmp_path) / "mkdocs.yml"), copyright="Kami")
    assert [(each.code, each.line) for each in problems(config)] == [("setting-of-portal", 1)]


def test_a_stylesheet_of_the_publisher_comes_last_on_every_page(tmp_path: Path) -> None:
    files = {"docs/assets/kami.css": "p{color:red}"}
    site = published(content(tmp_path, files, extra_css=["assets/kami.css"]))
    for name, way in (("index.html", "./"), ("kota-uji/index.html", "../"), ("404.html", "/repo/")):
        head = (site / name).read_text().partition("</head>")[0]
        links = [each.partition('"')[0] for each in head.split('rel="stylesheet" href="')[1:]]
        assert links[-1] == f"{way}assets/kami.css"
    assert (site / "assets/kami.css").read_text() == "p{color:red}"
