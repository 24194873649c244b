"""Forms for staff on the site itself: only where a publisher asks for them."""

import sys
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from pendopo.mkdocs.faulty_settings import problems
from publisher import content, published

ARCHIVES = str(Path(sys.prefix, "forms"))
GIVEN: dict[str, Any] = {"repository": "contoh/profil", "editor": ARCHIVES}


def with_forms(folder: Path, *, given: object = GIVEN, **more: Any) -> Path:
    return content(folder, extra={"pendopo": {"forms": given}}, **more)


def test_without_the_setting_no_site_has_forms(built: Path) -> None:
    assert not (built / "kelola").exists()


def test_with_it_they_lie_beside_the_site_outside_of_map_and_search(tmp_path: Path) -> None:
    site = published(with_forms(tmp_path))
    text = (site / "kelola/formulir.html").read_text()
    assert "connect-src 'self' blob: data: https://api.github.com;" in text
    assert "noindex" in text
    assert '"repo":"contoh/profil"' in (site / "kelola/forms.json").read_text()
    assert '"data":"data"' in (site / "kelola/forms.json").read_text()
    assert (site / "kelola/LICENSE.sveltia-cms.txt").is_file()
    assert "kelola" not in "".join(each.read_text() for each in site.glob("sitemap*.xml"))
    assert "kelola" not in (site / "kota-uji/index.html").read_text()
    index = (site / "cari/indeks").rglob("*")
    assert not any(b"kelola/" in each.read_bytes() for each in index if each.is_file())


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("ya", "setting-mapping"),
        ({}, "forms-repository"),
        ({"repository": "tanpa"}, "forms-repository"),
        ({**GIVEN, "cabang": "main"}, "key-unknown"),
    ],
)
def test_what_is_wrong_with_the_setting_is_told(given: object, code: str, tmp_path: Path) -> None:
    root = with_forms(tmp_path, given=given)
    found = problems(load_config(str(root / "mkdocs.yml")))
    assert [each.code for each in found] == [code]


def test_without_the_editor_the_site_is_not_published(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        published(with_forms(tmp_path, given={**GIVEN, "editor": "tidak-ada"}))
    assert "npm pack @sveltia/cms@" in caplog.text


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("data/agencies/kelola/agency.yml", "type: badan\nname: Badan Kelola\n"),
        ("docs/kelola/index.md", "# Kelola\n"),
    ],
)
def test_who_has_their_address_is_told_so(
    path: str, text: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    root = with_forms(tmp_path)
    (root / path).parent.mkdir(parents=True)
    (root / path).write_text(text)
    with pytest.raises(Abort):
        published(root)
    assert "has the folder kelola/" in caplog.text
