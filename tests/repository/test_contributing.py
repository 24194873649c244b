"""The walk-through of CONTRIBUTING.md: followed to the letter, it makes a kind of record."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from catalogues import HEADER
from conftest import ROOT, at_length

TEXT = (ROOT / "CONTRIBUTING.md").read_text()
KIND = "hooks/pendopo/kinds/vacancies"
REGISTRY = "hooks/pendopo/kinds/registry.py"
GUIDE = "docs/panduan.md"
BLOCK = re.compile(r"^   (`{3,})\w+\n(.*?)^   \1$", re.DOTALL | re.MULTILINE)
GUARDS = (
    *("kinds/test_kinds", "problems/test_explained", "starter/test_drafts"),
    *("repository/test_guide", "basics/test_translations", "repository/test_layers"),
    "reading/test_records",
)
"""The tests that every kind must pass."""


def blocks() -> list[str]:
    """The code blocks of the walk-through, without their indentation."""
    return [re.sub(r"^   ", "", text, flags=re.MULTILINE) for _, text in BLOCK.findall(TEXT)]


def files() -> dict[str, str]:
    """The new files of the walk-through by their path, which is their first line."""
    found = {f"{KIND}/__init__.py": '"""Vacancies."""\n'}
    for text in blocks():
        first, _, rest = text.partition("\n")
        if path := re.search(r"((?:hooks|overrides)/\S+\.(?:py|html|yml))", first):
            found[path[1]] = rest if first.startswith("#") else text
    pairs = next(text for text in blocks() if text.startswith("Vacancy = "))
    messages = [line.partition(" = ") for line in pairs.splitlines()]
    entries = (f"msgid {json.dumps(a)}\nmsgstr {json.dumps(b)}\n" for a, _, b in messages)
    found[f"{KIND}/id.po"] = HEADER.format(language="id") + "\n".join(entries)
    return found


def added(path: Path, before: str, line: str) -> None:
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, f"{line}{before}", 1))


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository in which the walk-through has been followed."""
    folder = tmp_path_factory.mktemp("extended")
    for name in ("hooks", "overrides", "docs", "tests"):
        ignored = shutil.ignore_patterns("__pycache__", "node_modules")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in ("mkdocs.yml", "pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, folder)
    for path, text in files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    line = next(text for text in blocks() if text.startswith("# kinds/registry.py"))
    added(folder / REGISTRY, '    "news",\n', "    " + line.splitlines()[1] + "\n")
    guide = next(text for text in blocks() if text.startswith("## Lowongan"))
    added(folder / GUIDE, "## Gambar dan dokumen", guide + "\n")
    return folder


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {**os.environ, "PYTHONPATH": str(folder / "hooks"), **environment}
    for name in ("PYTEST_XDIST_WORKER", "PYTEST_ADDOPTS", "PYTEST_CURRENT_TEST"):
        given.pop(name, None)
    return subprocess.run(
        [sys.executable, *arguments],
        check=False,
        cwd=folder,
        env={**given, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )


def test_a_kind_takes_a_folder_its_templates_a_line_and_the_guide(extended: Path) -> None:
    before = {
        path.relative_to(ROOT): path
        for name in ("hooks", "overrides", "docs", "tests")
        for path in (ROOT / name).rglob("*")
        if path.is_file()
    }
    changed = {
        path.relative_to(extended).as_posix()
        for path in extended.rglob("*")
        if path.suffix != ".pyc"
        and path.is_file()
        and (old := before.get(path.relative_to(extended)))
        and old.read_bytes() != path.read_bytes()
    }
    assert changed == {REGISTRY, GUIDE}
    new = {*files()}
    templates = {path for path in new if path.startswith("overrides/pages/vacancies/")}
    assert {path for path in new if path.startswith(f"{KIND}/")} == new - templates
    assert len(templates) == 2
    assert len(new) == 13


@at_length
def test_the_tests_that_every_kind_must_pass_accept_it(extended: Path) -> None:
    paths = [f"tests/{name}.py" for name in GUARDS]
    done = run(extended, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *paths)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (
        "[vacancies]"
        in run(extended, "-m", "pytest", "-q", "-n", "0", "--collect-only", paths[0]).stdout
    )


@pytest.mark.thorough
@at_length
def test_the_type_checker_accepts_it(extended: Path) -> None:
    done = run(extended, "-m", "mypy", KIND)
    assert done.returncode == 0, done.stdout + done.stderr


LEFT_OUT = {
    "test_hostile_text_is_written": (
        "samples.py",
        '"vacancies/arsip.yml")',
        '"vacancies/arsip.yml", without=(("ends",), ("body",)))',
    ),
    "test_each_of_its_cases": ("samples.py", "3:7 vacancy-ends", "3:7 vacancy"),
    "test_the_cases_show_every_problem": ("samples.py", "cases={", "cases={} and {"),
    "test_the_incremental_build_edits_it": ("samples.py", '"{word}"', '"air"'),
    "test_the_browser_and_the_audit": (
        "samples.py",
        '"vacancy": "kota-contoh/lowongan/arsip/",',
        "",
    ),
    "test_its_own_pages_are_there": ("pages.py", 'kind=_("Vacancy"),', ""),
    "test_the_first_parts_of_its_addresses": ("kind.py", "names=frozenset({pages.NAME}),", ""),
    "test_editors_know_what_it_is_called": ("kind.py", 'title=N_("Vacancy"),', ""),
    "test_the_api_says": ("kind.py", "api=machines.API,", ""),
    "test_the_sentences_of_its_problems": (
        "sentences.py",
        "SENTENCES = register(",
        "SENTENCES = dict(",
    ),
    "test_every_message_is_translated": ("id.po", 'msgstr "Lowongan {agency}."', 'msgstr ""'),
    "test_the_staff_guide_shows": ("../../../../docs/panduan.md", "# vacancies/", "# "),
    "test_each_kind_has_a_draft": ("new.yml", "# ends: <<day>>\n", ""),
    "test_a_draft_is_without_a_fault": ("new.yml", "body: |", "text: |"),
    "test_every_folder_of_a_kind": ("../registry.py", '    "vacancies",\n', ""),
}
"""Mutations of a kind, by the beginning of the name of the test that notices each."""


@at_length
@pytest.mark.parametrize("test", LEFT_OUT)
def test_what_is_left_out_is_noticed(extended: Path, test: str) -> None:
    name, there, instead = LEFT_OUT[test]
    path = extended / KIND / name
    text = path.read_text()
    assert there in text
    path.write_text(text.replace(there, instead))
    paths = [f"tests/{each}.py" for each in GUARDS]
    done = run(extended, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *paths)
    path.write_text(text)
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(rf"^FAILED \S+::{test}", done.stdout, re.MULTILINE), done.stdout


TEXT_OF_ONE = "title: Petugas <arsip>\npublished: 2026-03-01\nbody: Dicari petugas arsip.\n"


@pytest.fixture
def record(extended: Path, tmp_path: Path) -> Path:
    """The file of a vacancy, in a data folder of its own."""
    shutil.copytree(extended / "tests/miniature", tmp_path / "data")
    folder = tmp_path / "data/agencies/kota-contoh/vacancies"
    folder.mkdir()
    return folder / "arsip.yml"


def published(extended: Path, data: Path) -> str:
    """The page of that vacancy."""
    site = data.with_name("site")
    build = ("-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site))
    done = run(extended, *build, PENDOPO_DATA=str(data))
    assert done.returncode == 0, done.stdout + done.stderr
    return (site / "kota-contoh/lowongan/arsip/index.html").read_text()


def test_its_records_are_checked_and_published(extended: Path, record: Path) -> None:
    data = record.parents[3]
    wrong = "ends: 2026-02-01\ndocuments: [{title: Surat, file: surat.pdf}]\nzzz: 1\n"
    record.write_text(TEXT_OF_ONE + wrong)
    refused = run(extended, "-m", "pendopo", "check", str(data))
    assert refused.returncode == 1
    told = [line for line in refused.stdout.splitlines() if "arsip.yml" in line]
    assert [line.rpartition("arsip.yml:")[2].split(" ")[0] for line in told] == [
        *("4:7:", "5:34:", "6:1:")
    ]
    more = "documents: [{title: Standar, file: standar-pelayanan.pdf}]\n"
    record.write_text(TEXT_OF_ONE + more)
    page = published(extended, data)
    assert "Petugas &lt;arsip&gt;</h1>" in page
    assert "1 Maret 2026" in page
    assert "standar-pelayanan.pdf" in page
    site = data.with_name("site")
    assert (site / "kota-contoh/media/standar-pelayanan.pdf").is_file()
    assert "Lowongan" in (site / "kota-contoh/index.html").read_text()
    assert not (site / "kota-contoh/dinas-arsip/lowongan").exists()
    found = json.loads((site / "api/v1/agencies/kota-contoh.json").read_text())
    assert [each["title"] for each in found["vacancies"]] == ["Petugas <arsip>"]
    schema = json.loads((site / "api/v1/schema/agency.json").read_text())
    assert "vacancies" in schema["properties"]
    assert (
        '"Lowongan"'
        in next(site.glob("cari/indeks/*/????????????????????????????????.json")).read_text()
    )


@at_length
def test_an_edit_of_its_records_is_published(extended: Path, record: Path) -> None:
    for text in (TEXT_OF_ONE, TEXT_OF_ONE.replace("Dicari", "Dicari dua")):
        record.write_text(text)
        page = published(extended, record.parents[3])
    assert "Dicari dua petugas arsip." in page


@at_length
def test_no_agency_may_take_its_address(extended: Path, record: Path) -> None:
    agency = record.parents[1] / "dinas-arsip/lowongan/agency.yml"
    agency.parent.mkdir()
    agency.write_text("type: desa\nname: Desa\n")
    found = run(extended, "-m", "pendopo", "check", str(record.parents[3])).stdout
    assert "lowongan/agency.yml:1:1" in found
