"""Builds after builds: what MkDocs reads is compared too, and a failure leaves the last site."""

import logging
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from budgets import thorough
from conftest import AGENCY, EPOCH, MINIATURE, Write, at_length, configuration
from places import contents
from sites import ELSEWHERE


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


@at_length
def test_after_any_edit_of_what_mkdocs_reads_the_site_is_as_if_made_anew(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A quick run makes four edits before it builds."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    data = tmp_path / "data"
    shutil.copytree(MINIATURE, data)
    changes: dict[str, Any] = {}
    edits: tuple[Callable[[], object], ...] = (
        dict,
        lambda: edited(project / "docs/tentang.md", "# ", "# Lagi "),
        lambda: (project / "docs/panduan.md").write_text("# Panduan\n\nSingkat.\n"),
        lambda: (project / "docs/assets/gambar.txt").write_text("satu"),
        lambda: (project / "docs/assets/gambar.txt").write_text("dua"),
        (project / "docs/assets/gambar.txt").unlink,
        lambda: edited(project / "overrides/assets/pendopo.css", "{", "{ "),
        lambda: edited(project / "overrides/main.html", "generator", "maker"),
        lambda: edited(project / "overrides/404.html", "404", "4O4"),
        lambda: edited(project / "mkdocs.yml", "Tentang situs ini", "Tentang kami"),
        lambda: changes.update(site_url=f"{ELSEWHERE}/repo/"),
        lambda: changes.update(repo_url="https://github.com/a/b", edit_uri="edit/main/docs/"),
        lambda: changes.update(extra_css=["assets/lain.css"]),
        lambda: edited(data / "portal.yml", "name: ", "name: Lain "),
        lambda: edited(data / "portal.yml", "name: ", "language: en\nname: "),
        lambda: monkeypatch.setenv("SOURCE_DATE_EPOCH", "1999999999"),
    )
    every = 1 if thorough() else 4
    for number, edit in enumerate(edits, 1):
        edit()
        if number % every:
            continue
        build(configuration(data, tmp_path / "site", project, **changes))
        build(configuration(data, tmp_path / "fresh/site", project, **changes))
        assert contents(tmp_path / "site") == contents(tmp_path / "fresh/site")
        shutil.rmtree(tmp_path / "fresh")


@at_length
def test_dirty_builds_are_whole_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    for name, dirty in (("clean", [False]), ("dirty", [True, True])):
        for each in dirty:
            config = configuration(MINIATURE, tmp_path / name / "site")
            config.strict = False
            build(config, dirty=each)
    assert contents(tmp_path / "clean/site") == contents(tmp_path / "dirty/site")


@at_length
def test_a_fault_that_a_build_has_passed_over_still_stops_a_strict_one(
    project: Path, tmp_path: Path
) -> None:
    with (project / "docs/tentang.md").open("a") as file:
        file.write("\n[Hilang](tiada.md)\n")
    lax = configuration(MINIATURE, tmp_path / "site", project)
    lax.strict = False
    build(lax)
    before = contents(tmp_path / "site")
    assert b"Hilang" in before["tentang/index.html"]
    edited(project / "docs/tentang.md", "Hilang", "Masih hilang")
    with pytest.raises(Abort):
        build(configuration(MINIATURE, tmp_path / "site", project))
    assert contents(tmp_path / "site") == before


def test_a_build_says_in_one_line_what_it_did(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        build(configuration(MINIATURE, tmp_path / "site"))
        build(configuration(MINIATURE, tmp_path / "site"))
    said = [each for record in caplog.records if "dibuat" in (each := record.getMessage())]
    assert re.fullmatch(
        r"Halaman: [\d.]+ dibuat, 0 tetap, 0 dihapus \(membaca [\d,]+ dtk, .*\)\. "
        r"[\d,]+ MB, [\d,]+ % dari batas GitHub Pages\.",
        said[0],
    )
    made = said[0].split()[1]
    assert int(made.replace(".", "")) > 100
    assert said[1].startswith(f"Halaman: 0 dibuat, {made} tetap, 0 dihapus (")


def test_a_file_that_changes_during_the_build_stops_it_with_a_sentence(
    write: Write, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    build(configuration(folder, tmp_path / "site"))
    before = contents(tmp_path / "site")
    (folder / "agencies/kota-uji/news").mkdir()
    article = folder / "agencies/kota-uji/news/2026-01-01-a.yml"
    article.write_text("title: A\npublished: 2026-01-01\nbody: B\n")
    config = configuration(folder, tmp_path / "site")
    hook: Any = config.plugins["hooks/mkdocs_hooks.py"]

    def changed_meanwhile(config: MkDocsConfig) -> None:
        for entry in hook.adapter.session.read.context.directory.all_entries():
            entry.forget()
        article.write_text("title: C\npublished: 2026-01-01\nbody: D\n")
        hook.on_pre_build(config)

    config.plugins.events["pre_build"] = [changed_meanwhile]
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build(config)
    assert "2026-01-01-a.yml berubah" in caplog.text
    assert contents(tmp_path / "site") == before
