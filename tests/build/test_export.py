"""Exported documents: front matter, and HTML that another generator's Markdown leaves alone."""

import html
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped]
import pytest
import yaml

from conftest import AGENCY, MINIATURE, TODAY, Write
from markup import elements, parse, renderer_of, text
from pendopo.build.export import DOCUMENTS, MARKER, ExportRefusedError, document, export
from pendopo.problems.problem import faults
from pendopo.rendering.renderer import RenderedPage
from pendopo.rendering.titles import title
from pendopo.site.page import Page
from pendopo.site.planning import Site
from places import assets_of, drawings_of, site_of
from prose import HOSTILE, PROSE


def parted(written: str) -> tuple[dict[str, Any], str]:
    """Front matter and body of a document."""
    assert written.startswith("---\n")
    front, _, body = written[4:].partition("\n---\n")
    matter = yaml.safe_load(front)
    assert isinstance(matter, dict)
    return matter, body


def documents(site: Site) -> Iterator[tuple[Page, RenderedPage, dict[str, Any], str]]:
    renderer = renderer_of(site)
    for page in site.pages:
        rendered = renderer.page(page)
        yield page, rendered, *parted(document(page, rendered, site))


def converted(body: str) -> str:
    return str(markdown.markdown(body, extensions=["tables", "toc", "admonition"]))


def test_every_document_begins_with_what_a_generator_asks_of_a_page(miniature: Site) -> None:
    for page, rendered, matter, _ in documents(miniature):
        assert list(matter) == ["title", "description", "shell"]
        assert html.unescape(matter["title"]) == title(page, miniature)
        assert html.unescape(matter["description"]) == page.description
        assert matter["shell"] == rendered.shell._asdict()


def test_the_body_is_one_block_without_an_empty_line(miniature: Site) -> None:
    for page, _, _, body in documents(miniature):
        assert body.startswith("\n<div>\n"), page.address
        assert body.endswith("\n</div>\n")
        assert "\n\n" not in body.strip("\n")
        assert all(line == line.strip() for line in body.splitlines())


def test_markdown_leaves_the_page_as_it_was_rendered(miniature: Site) -> None:
    for page, rendered, _, body in documents(miniature):
        before, after = parse(rendered.html), parse(converted(body))
        assert text(after) == text(before), page.address
        assert [(each.tag, each.attrib) for each in elements(after)][1:] == [
            (each.tag, each.attrib) for each in elements(before)
        ]


def test_markdown_leaves_code_lists_and_tables_of_prose_as_they_were_rendered(write: Write) -> None:
    lines = "".join(f"  {line}\n" for line in PROSE.splitlines())
    folder = write({"agencies/kota-uji/agency.yml": f"{AGENCY}introduction: |\n{lines}"})
    site, problems = site_of(folder, TODAY)
    assert faults(problems) == []
    for page, rendered, _, body in documents(site):
        before, after = parse(rendered.html), parse(converted(body))
        assert text(after) == text(before), page.address
        assert ["".join(each.itertext()) for each in after.iter("pre")] == [
            "".join(each.itertext()) for each in before.iter("pre")
        ]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_markdown_reads_nothing_into_a_text_of_the_data(write: Write, hostile: str) -> None:
    head = yaml.safe_dump({"type": "kota", "name": f"Kota {hostile}", "tagline": hostile})
    plan = yaml.safe_dump(
        {
            "type": "RPJMD",
            "title": hostile,
            "period": {"start": "2025", "end": "2029"},
            "vision": {"statement": hostile, "lead_in": hostile},
            "missions": {"statements": [{"statement": hostile}]},
        }
    )
    folder = write(
        {"agencies/kota-uji/agency.yml": head, "agencies/kota-uji/plans/2025-2029.yml": plan}
    )
    site, problems = site_of(folder, TODAY)
    assert faults(problems) == []
    for page, rendered, matter, body in documents(site):
        before, after = parse(rendered.html), parse(converted(body))
        assert text(after) == text(before), page.address
        assert [each.tag for each in elements(after)][1:] == [each.tag for each in elements(before)]
        assert matter["shell"] == rendered.shell._asdict()
        assert html.unescape(matter["title"]) == title(page, site)


def test_pictures_and_stylesheets_are_written_as_they_are(miniature: Site, tmp_path: Path) -> None:
    count = export(miniature, MINIATURE, tmp_path / "keluar")
    drawn = [address for each in drawings_of(miniature) for address in each.addresses]
    parts = (miniature.pages, assets_of(miniature), miniature.files, drawn)
    folder = tmp_path / "keluar"
    assert count == len([each for each in folder.rglob("*") if each.is_file()]) - len([MARKER])
    folder = folder / DOCUMENTS
    assert len([each for each in folder.rglob("*") if each.is_file()]) == sum(map(len, parts))
    assert all((folder / address).is_file() for address in drawn)
    for file in miniature.files:
        made = (folder / file.address).read_bytes()
        assert made.decode() == file.text
    for asset in assets_of(miniature):
        content = (folder / asset.address).read_bytes()
        if asset.media:
            assert content == (MINIATURE / asset.media.path).read_bytes()
        else:
            assert content == asset.text.encode()


def test_every_page_is_written_where_its_address_says(miniature: Site, tmp_path: Path) -> None:
    export(miniature, MINIATURE, tmp_path / "keluar")
    folder = tmp_path / "keluar" / DOCUMENTS
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}
    assert found == {f"{page.address}index.md" for page in miniature.pages}


def test_a_folder_of_others_is_refused_and_an_earlier_export_is_not(
    miniature: Site, tmp_path: Path
) -> None:
    folder = tmp_path / "keluar"
    folder.mkdir()
    (folder / "penting.txt").write_text("penting")
    with pytest.raises(ExportRefusedError):
        export(miniature, MINIATURE, folder)
    assert [path.name for path in folder.iterdir()] == ["penting.txt"]
    (folder / MARKER).write_text("")
    export(miniature, MINIATURE, folder)
    assert not (folder / "penting.txt").exists()


def test_an_export_that_fails_leaves_the_earlier_one(
    miniature: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "keluar"
    export(miniature, MINIATURE, folder)
    before = sorted(folder.rglob("*"))

    def fail(*_: object) -> str:
        raise OSError("disk full")

    monkeypatch.setattr("pendopo.build.export.document", fail)
    with pytest.raises(OSError, match="disk full"):
        export(miniature, MINIATURE, folder)
    assert sorted(folder.rglob("*")) == before
    assert [path.name for path in tmp_path.iterdir()] == ["keluar"]
