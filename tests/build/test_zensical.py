"""The export under Zensical: every page with the same words, and every other file as it is."""

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import yaml

from conftest import AGENCY, MINIATURE, TODAY, at_length, once_a_run
from markup import elements, one, parse, text, whole
from pendopo.build.export import DOCUMENTS
from pendopo.commands import main
from pendopo.problems.problem import faults
from pendopo.rendering.renderer import Renderer
from pendopo.site.planning import Site
from pendopo.site.shell import Publication
from places import site_of
from prose import HOSTILE, PROSE
from sites import documents

OF_OTHER_GENERATORS = (
    '--8<-- "mkdocs.yml"',
    "{{ config.site_name }}",
    "{% raw %}",
    ":smile:",
    "==tanda== ^^x^^ ~~y~~",
    "```",
    "$x$ \\(y\\)",
    "(c) +/- -->",
)


def write_data(folder: Path) -> None:
    """The miniature government, with an agency whose texts look like commands of a generator."""
    shutil.copytree(MINIATURE, folder)
    agency = folder / "agencies/kota-uji"
    record = {**yaml.safe_load(AGENCY), "introduction": PROSE}
    (agency / "plans").mkdir(parents=True)
    (agency / "agency.yml").write_text(yaml.safe_dump(record))
    statements = [{"statement": each} for each in (*HOSTILE, *OF_OTHER_GENERATORS)]
    plan = {
        "type": "RPJMD",
        "title": "; ".join(OF_OTHER_GENERATORS),
        "period": {"start": 2025, "end": 2029},
        "vision": {"statement": "```", "lead_in": OF_OTHER_GENERATORS[0]},
        "missions": {"statements": statements},
    }
    (agency / "plans/2025-2029.yml").write_text(yaml.safe_dump(plan))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data, their export, and what Zensical makes of it in `export/site`."""

    def make(folder: Path) -> None:
        write_data(folder / "data")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", "1769900000")
            assert not main(["export", str(folder / "export"), "--data", str(folder / "data")])
        command = [sys.executable, "-m", "zensical", "build"]
        subprocess.run(command, cwd=folder / "export", check=True, capture_output=True)

    return once_a_run(tmp_path_factory, "zensical", make)


@pytest.fixture(scope="module")
def site(exported: Path) -> Site:
    found, problems = site_of(exported / "data", TODAY)
    assert faults(problems) == []
    return found


@pytest.fixture(scope="module")
def made(exported: Path) -> dict[str, Element]:
    return dict(documents(exported / "export/site"))


@at_length
def test_every_page_has_its_title_and_the_same_body(site: Site, made: dict[str, Element]) -> None:
    renderer = Renderer(site, Publication(name=site.context.directory.portal.name))
    for page in site.pages:
        rendered = renderer.page(page)
        expected = parse(rendered.shell.skip + whole(rendered))
        body = one(made[page.address], "body")
        assert text(body) == text(expected), page.address
        assert shape(body) == shape(expected), page.address
        title = one(parse(rendered.shell.head), "title")
        assert text(one(made[page.address], "head/title")) == text(title)


def shape(tree: Element) -> list[tuple[str, dict[str, str]]]:
    """Elements with their attributes, but for those that only surround the content."""
    around: tuple[dict[str, str], ...] = ({"class": "md-main md-grid"}, {})
    return [
        (each.tag, each.attrib)
        for each in elements(tree)
        if not (each.tag in ("main", "div") and each.attrib in around)
    ]


@at_length
def test_every_other_file_is_published_as_it_is(exported: Path) -> None:
    folder, published = exported / "export" / DOCUMENTS, exported / "export/site"
    files = [each for each in folder.rglob("*") if each.is_file() and each.suffix != ".md"]
    assert files
    for each in files:
        assert (published / each.relative_to(folder)).read_bytes() == each.read_bytes()


@at_length
def test_every_stylesheet_and_script_of_a_page_is_there(
    exported: Path, made: dict[str, Element], site: Site
) -> None:
    published = exported / "export/site"
    for page in site.pages:
        head = one(made[page.address], "head")
        named = [each.get("href") for each in head.findall("link[@rel='stylesheet']")]
        named += [each.get("src") for each in head.findall("script[@src]")]
        assert len(named) == 5
        for link in filter(None, named):
            assert (published / page.address / link).stat().st_size > 0, link


@at_length
def test_an_unknown_address_leads_on(made: dict[str, Element]) -> None:
    page = made["404.html"]
    assert text(one(page, "head/title")).startswith("Halaman tidak ditemukan - ")
    assert text(one(page, ".//h1")) == "Halaman tidak ditemukan"
    assert page.find(".//header") is not None
