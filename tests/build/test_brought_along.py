"""A repository that brings along a site, a workshop or links: nothing of them is believed."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import MINIATURE, TODAY, at_length, often
from pendopo.basics.digests import digest
from pendopo.basics.versions import environment
from pendopo.build.compare import compare
from pendopo.build.export import export
from pendopo.build.manifest import Platform
from pendopo.build.manifest_file import read_manifest, write_manifest
from pendopo.build.output import output_stamp
from pendopo.build.publish import Outcome, publish
from pendopo.build.read import read
from pendopo.build.render import finish, render
from pendopo.build.setup import Setup
from pendopo.kinds.registry import KINDS
from pendopo.reading.entry import ChangedError
from places import FRAME, PUBLICATION, built, contents, place, pool_of, site_of

DOCUMENT = "agencies/kota-contoh/media/standar-pelayanan.pdf"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a site that was built there."""
    folder = tmp_path_factory.mktemp("made")
    assert isinstance(built(MINIATURE, place(folder), TODAY), Outcome)
    return folder


@pytest.fixture
def repository(made: Path, tmp_path: Path) -> Path:
    """A folder with a site and a workshop, as a checkout brings them along, and with `docs/`."""
    shutil.copytree(made, tmp_path / "repository")
    (tmp_path / "repository/docs/dinas").mkdir(parents=True)
    (tmp_path / "repository/docs/tentang.md").write_text("# Tentang")
    (tmp_path / "repository/docs/dinas/index.html").write_text("theirs")
    return tmp_path / "repository"


def rebuilt(repository: Path, made: Path) -> Outcome:
    """Builds once more: the site must be as it was made, and `docs/` as it was."""
    documents = contents(repository / "docs")
    outcome = built(MINIATURE, place(repository), TODAY)
    assert isinstance(outcome, Outcome)
    assert contents(repository / "site") == contents(made / "site")
    assert not [each for each in (repository / "site").rglob("*") if each.is_symlink()]
    assert contents(repository / "docs") == documents
    return outcome


def forged(repository: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    """Alters a page, and the manifest to match it, as somebody does on a machine of their own."""
    page = repository / "site/kota-contoh/index.html"
    page.write_text(page.read_text().replace("Kota Contoh", "Kota Curang"))
    where = place(repository)
    known = read_manifest(where.manifest, environment(), str(MINIATURE), KINDS.types)
    outputs = dict(known.outputs)
    for path, each in outputs.items():
        file = repository / "site" / path
        content = file.read_bytes()
        outputs[path] = each._replace(digest=digest(content), stamp=output_stamp(file.stat()))
    with monkeypatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache))
        write_manifest(replace(known, outputs=outputs), where.manifest)


def test_an_altered_page_is_made_again_whatever_the_manifest_says(
    repository: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forged(repository, monkeypatch, tmp_path / "cache")
    outcome = rebuilt(repository, made)
    assert outcome.kept == 0


def test_of_this_machine_the_same_manifest_would_be_believed(
    repository: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # It is the seal alone that the test above depends on.
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    forged(repository, monkeypatch, cache)
    assert isinstance(built(MINIATURE, place(repository), TODAY), Outcome)
    assert contents(repository / "site") != contents(made / "site")


@pytest.mark.parametrize("name", ["next", "platform", "search", "started", "lock", "manifest.json"])
def test_a_link_in_the_workshop_leads_no_build_anywhere(
    repository: Path, made: Path, name: str
) -> None:
    link = repository / ".site.pendopo" / name
    target = repository / "docs" / ("tentang.md" if "." in name or name[-1] in "dk" else "")
    if link.is_dir():
        shutil.rmtree(link)
    link.unlink(missing_ok=True)
    link.symlink_to(target)
    rebuilt(repository, made)
    assert not link.is_symlink()


LINKS: dict[str, Callable[[Path], Path]] = {
    "a folder of an agency": lambda site: site / "kota-contoh",
    "a folder within": lambda site: site / "kota-contoh/berita",
    "a page": lambda site: site / "index.html",
    "a picture": lambda site: next(site.rglob("*.avif")),
    "the index": lambda site: site / "cari/indeks",
    "what no build makes": lambda site: site / "lain",
    "what is hidden": lambda site: site / ".lain",
    "what is hidden below": lambda site: site / "kota-contoh/.lain",
}


@pytest.mark.parametrize("known", [pytest.param(True, marks=at_length), False])
@pytest.mark.parametrize("name", often(LINKS, every=4))
def test_a_link_in_the_site_gives_way(repository: Path, made: Path, name: str, known: bool) -> None:
    link = LINKS[name](repository / "site")
    if link.is_dir():
        shutil.rmtree(link)
    link.unlink(missing_ok=True)
    link.symlink_to(repository / "docs")
    if not known:
        shutil.rmtree(repository / ".site.pendopo")
    rebuilt(repository, made)
    rebuilt(repository, made)


def test_a_document_exchanged_after_it_was_read_is_not_published(tmp_path: Path) -> None:
    data = shutil.copytree(MINIATURE, tmp_path / "data")
    secret = tmp_path / "secret.pdf"
    secret.write_bytes((data / DOCUMENT).read_bytes())
    where = place(tmp_path)
    with where.locked(), pool_of(data) as workers:
        compared = compare(read(Setup(data, where, TODAY, workers)))
        rendered = finish(render(compared, PUBLICATION, FRAME), lambda pages, share: None)
        (data / DOCUMENT).unlink()
        (data / DOCUMENT).symlink_to(secret)
        with pytest.raises(ChangedError, match="standar-pelayanan"):
            publish(rendered, Platform(), None)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("linked", [True, False])
def test_neither_is_it_exported(tmp_path: Path, linked: bool) -> None:
    data = shutil.copytree(MINIATURE, tmp_path / "data")
    site, _ = site_of(data, TODAY)
    secret = tmp_path / "secret.pdf"
    secret.write_bytes(b"%PDF-1.7 secret")
    (data / DOCUMENT).unlink()
    (data / DOCUMENT).symlink_to(secret) if linked else secret.rename(data / DOCUMENT)
    with pytest.raises(ChangedError, match="standar-pelayanan"):
        export(site, data, tmp_path / "exported")
    assert not (tmp_path / "exported").exists()
