"""Logo, icon and fonts of the publisher, from files of docs/."""

import re
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from conftest import EPOCH
from pendopo.mkdocs.faulty_settings import problems
from publisher import SETTINGS, content, published
from sites import pages

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h30v10H0z"/></svg>'
FILES = {"docs/assets/logo.svg": SVG, "docs/assets/images/favicon.png": "x"}
LOOK: dict[str, Any] = {
    **SETTINGS["theme"],
    "logo": "assets/logo.svg",
    "favicon": "assets/images/favicon.png",
}


def codes(folder: Path) -> list[str]:
    return [each.code for each in problems(load_config(str(folder / "mkdocs.yml")))]


def test_the_logo_stands_in_the_head_of_the_portal_s_pages_and_the_icon_on_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    folder = content(tmp_path)
    published(folder)
    site = published(content(tmp_path, FILES, theme=LOOK))
    trees = dict(pages(site))
    for address, way in (("", "./"), ("tentang/", "../"), ("404.html", "/repo/")):
        (picture,) = trees[address].findall(".//header//img")
        assert picture.attrib == {
            **{"class": "emblem", "src": f"{way}assets/logo.svg", "alt": ""},
            **{"width": "64", "height": "64"},
        }
    assert trees["kota-uji/"].find(".//header//img") is None
    for address, way in (("", "./"), ("kota-uji/", "../"), ("tentang/", "../")):
        (icon,) = trees[address].findall(".//link[@rel='icon']")
        assert icon.get("href") == f"{way}assets/images/favicon.png"
        assert icon.get("type") == "image/png"
    assert (site / "assets/images/favicon.png").read_text() == "x"


@pytest.mark.parametrize("name", ["logo", "favicon"])
@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("assets/tiada.svg", "setting-picture"),
        ("https://contoh.example/a.svg", "setting-picture"),
        ("../mkdocs.yml", "setting-picture"),
        ("tentang.md", "setting-picture"),
        ("assets/berat.png", "setting-heavy"),
    ],
)
def test_a_picture_that_pages_could_not_show_is_told(
    tmp_path: Path, name: str, value: str, code: str
) -> None:
    files = {"docs/assets/berat.png": "x" * 50_001}
    assert codes(content(tmp_path, files, theme={**SETTINGS["theme"], name: value})) == [code]


def test_the_policy_allows_fonts_of_the_site_where_there_are_any(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    policies = []
    for files in ({}, {"docs/assets/fonts/kami.woff2": "x"}):
        site = published(content(tmp_path, files))
        texts = [(site / name).read_text() for name in ("kota-uji/index.html", "404.html")]
        found = {
            re.findall(r'Content-Security-Policy" content="([^"]*)"', text)[0] for text in texts
        }
        policies += [each.split("; ") for each in found]
    without, with_fonts = policies
    assert [each for each in with_fonts if each not in without] == ["font-src 'self'"]
    assert (site / "assets/fonts/kami.woff2").is_file()


def test_files_of_docs_are_published_whatever_the_theme_calls_its_own(tmp_path: Path) -> None:
    names = ("assets/javascripts/kami.js", "assets/images/favicon.ico", "assets/kami.map")
    site = published(content(tmp_path, {f"docs/{name}": name for name in names}))
    assert [(site / name).read_text() for name in names] == [*names]
    assert [each.name for each in (site / "assets/javascripts").iterdir()] == ["kami.js"]
