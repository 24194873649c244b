"""Settings of mkdocs.yml, and the faults that stop a build."""

import logging
import shutil
from contextlib import nullcontext
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from conftest import AGENCY, MINIATURE, ROOT, Write, at_length, configuration
from places import contents
from sites import pages, serving


def test_faulty_data_stops_the_build_and_leaves_the_last_site(
    write: Write, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = write(
        {
            "agencies/kota-uji/agency.yml": "type: kotta\n",
            "agencies/kota-uji/news/2026-01-01-a.yml": "title: A\nbody: B\n",
        }
    )
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site")
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build(configuration(folder, site))
    assert [each.read_text() for each in site.iterdir()] == ["the last good site"]
    lines = [record.getMessage() for record in caplog.records]
    place = f"{folder}/agencies/kota-uji"
    assert lines[0].startswith(f"{place}/agency.yml:1:1: Kunci name")
    assert lines[1].startswith(f"{place}/agency.yml:1:7: kotta")
    assert lines[2].startswith(f"{place}/news/2026-01-01-a.yml:1:1: ")
    assert lines[-1].startswith("Ditemukan 3 masalah dalam 2 berkas.")


def test_serving_shows_the_problems_and_goes_on_with_what_is_sound(
    write: Write, project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = write(
        {
            "agencies/kota-uji/agency.yml": AGENCY + "bps_code: satu\n",
            "agencies/kota-rusak/agency.yml": "type: [",
        }
    )
    config = configuration(folder, project / "site", project)
    with serving(config), caplog.at_level(logging.ERROR):
        build(config, serve_url="http://127.0.0.1:8000/")
    assert sum(record.levelno == logging.ERROR for record in caplog.records) == 2
    served = project / ".serve.pendopo/site"
    assert (served / "kota-uji/index.html").is_file()
    assert not (served / "kota-rusak").exists()
    assert not (project / "site").exists()


def test_a_page_of_data_may_not_take_the_address_of_a_page_written_by_hand(
    write: Write, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    documents = tmp_path / "docs"
    shutil.copytree(ROOT / "docs", documents)
    (documents / "kota-uji.md").write_text("# Kota Uji\n")
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build(configuration(folder, tmp_path / "site", docs_dir=str(documents)))
    assert "agencies/kota-uji/agency.yml:1:1" in caplog.text
    assert "kota-uji.md" in caplog.text


def test_names_of_sections_that_data_wrote_keep_their_language(
    write: Write, tmp_path: Path
) -> None:
    plan = (
        "type: RPJMD\ntitle: RPJMD\nperiod: {start: 2025, end: 2029}\n"
        "vision: {heading: Visi Kota, statement: Maju}\nmissions: {statements: [{statement: A}]}\n"
        "closing: |\n  Demikian.\nsources: [{title: S}]\n"
    )
    article = "title: Panen raya\npublished: 2026-01-01\nbody: Kabar.\n"
    files = {
        "portal.yml": "name: P\nlanguage: en\nintroduction: I\n",
        "agencies/kota-uji/agency.yml": AGENCY,
        "agencies/kota-uji/plans/p.yml": plan,
        "agencies/kota-uji/news/2026-01-01-panen.yml": article,
    }
    build(configuration(write(files), tmp_path / "site"))
    trees = dict(pages(tmp_path / "site"))
    listed = trees["kota-uji/visi-misi/p/"].findall(".//nav[@class='contents']//a")
    assert [(each.text, each.get("lang")) for each in listed][:2] == [
        *(("Visi Kota", "id"), ("Mission", None)),
    ]
    (here,) = trees["kota-uji/berita/2026-01-01-panen/"].findall(".//li[@aria-current='page']")
    assert (here.text, here.get("lang")) == ("Panen raya", "id")


def test_another_data_folder_brings_its_own_name_and_language(write: Write, tmp_path: Path) -> None:
    portal = "name: Sample <Portal>\nlanguage: en\nintroduction: For testing.\n"
    folder = write({"portal.yml": portal, "agencies/kota-uji/agency.yml": AGENCY})
    build(configuration(folder, tmp_path / "site"))
    trees = dict(pages(tmp_path / "site"))
    assert trees[""].get("lang") == "en"
    assert trees[""].findtext(".//title") == "Sample <Portal>"
    assert "What are you looking for?" in "".join(trees[""].itertext())
    assert trees[""].find(".//div[@class='lead']/p") is not None
    by_hand = trees["tentang/"].find(".//div[@lang='id']/h1")
    assert by_hand is not None
    assert trees["kota-uji/"].find(".//p[@class='edit']") is None


def test_an_edit_address_of_the_data_folder_itself_is_used(write: Write, tmp_path: Path) -> None:
    portal = "name: P\nintroduction: I\nedit_url: https://example.org/konten/edit/main/\n"
    folder = write({"portal.yml": portal, "agencies/kota-uji/agency.yml": AGENCY})
    build(configuration(folder, tmp_path / "site"))
    link = dict(pages(tmp_path / "site"))["kota-uji/"].find(".//p[@class='edit']/a")
    assert link is not None
    assert link.get("href") == "https://example.org/konten/edit/main/agencies/kota-uji/agency.yml"


def test_an_agency_may_have_a_name_that_mkdocs_leaves_out(write: Write, tmp_path: Path) -> None:
    folder = write(
        {
            "agencies/templates/agency.yml": AGENCY,
            "agencies/readme/agency.yml": "type: desa\nname: Desa Readme\n",
        }
    )
    build(configuration(folder, tmp_path / "site"))
    assert (tmp_path / "site/templates/index.html").is_file()
    assert (tmp_path / "site/readme/index.html").is_file()


def test_the_data_of_the_repository_are_published_whatever_agencies_they_tell_of(
    published: Path,
) -> None:
    heads = [*(ROOT / "data/agencies").rglob("agency.yml")]
    agencies = {each.parent.relative_to(ROOT / "data/agencies").as_posix() for each in heads}
    addresses = {address for address, _ in pages(published)}
    assert {f"{each}/" for each in agencies} <= addresses
    assert {"", "404.html"} < addresses


def test_mkdocs_uses_no_plugin_but_the_hook(tmp_path: Path) -> None:
    assert list(configuration(MINIATURE, tmp_path).plugins) == ["hooks/mkdocs_hooks.py"]


WITNESS = """
from pathlib import Path

def on_page_content(html, *, page, config, files):
    with Path(__file__).with_name("seen.txt").open("a") as seen:
        print(page.url, file=seen)
"""


def test_other_plugins_see_the_pages_written_by_hand_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "witness.py").write_text(WITNESS)
    hooks = [str(ROOT / "hooks/mkdocs_hooks.py"), str(tmp_path / "witness.py")]
    build(configuration(MINIATURE, tmp_path / "site", hooks=hooks))
    by_hand = [path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md")]
    seen = {*(tmp_path / "seen.txt").read_text().splitlines()}
    assert {"tentang/"} < seen <= {f"{path.with_suffix('')}/" for path in by_hand}
    assert (tmp_path / "site/kota-contoh/index.html").is_file()


@pytest.mark.parametrize("place", ["docs_dir", "site_dir"])
def test_the_data_folder_may_not_lie_where_mkdocs_publishes_it(
    place: str,
    write: Write,
    tmp_path_factory: pytest.TempPathFactory,
    caplog: pytest.LogCaptureFixture,
) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    documents, site = ROOT / "docs", tmp_path_factory.mktemp("elsewhere") / "site"
    if place == "docs_dir":
        documents = folder.parent
    else:
        site = folder.parent
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build(configuration(folder, site, docs_dir=str(documents)))
    assert ": Folder data " in caplog.text
    assert (folder / "agencies/kota-uji/agency.yml").is_file()


@pytest.mark.parametrize(
    "address",
    [
        *("ftp://contoh.example/", "https://a b.example/", "https://contoh.example/?a=b"),
        *("https://contoh.example/#a", "https://a:b@contoh.example/", "https://contoh.example//"),
    ],
)
def test_an_address_that_no_site_has_is_refused(
    address: str, write: Write, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build(configuration(folder, tmp_path / "site", site_url=address))
    assert "site_url (SITE_URL) is" in caplog.text
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("address", ["", "https://contoh.example/profil", "http://[::1]:8000/a/b/"])
def test_an_address_may_have_a_path_and_its_slash_is_added(
    address: str, write: Write, tmp_path: Path
) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    build(configuration(folder, tmp_path / "site", site_url=address))
    text = (tmp_path / "site/kota-uji/index.html").read_text()
    if address:
        assert f'rel="canonical" href="{address.rstrip("/")}/kota-uji/"' in text
    else:
        assert "canonical" not in text


def test_without_directory_urls_there_is_a_sentence_and_no_site(
    write: Write, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build(configuration(folder, tmp_path / "site", use_directory_urls=False))
    assert "use_directory_urls" in caplog.text


def test_the_data_folder_is_found_from_any_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    build(configuration(Path("tests/miniature"), tmp_path / "site"))
    assert (tmp_path / "site/kota-contoh/index.html").is_file()


@pytest.mark.parametrize("name", ["site", ".site.pendopo", "public", ".serve.pendopo"])
def test_no_link_in_the_repository_leads_a_build_to_another_folder(
    name: str, project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = contents(project / "docs")
    (project / name).symlink_to(project / "docs")
    site = project / ("public/site" if name == "public" else "site")
    config = configuration(MINIATURE, site, project)
    command = serving(config) if name == ".serve.pendopo" else nullcontext()
    with caplog.at_level(logging.ERROR), command, pytest.raises(Abort):
        build(config)
    assert f"{project / name} is a symbolic link" in caplog.text
    assert contents(project / "docs") == before


@at_length
def test_a_link_of_the_machine_to_the_published_folder_is_followed(
    project: Path, tmp_path: Path
) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "www").symlink_to(tmp_path / "disk")
    build(configuration(MINIATURE, tmp_path / "www", project))
    assert (tmp_path / "disk/index.html").is_file()
