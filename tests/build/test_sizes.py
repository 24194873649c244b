"""The size of a site and of its history, before GitHub's limits are reached."""

import json
import logging
import os
import subprocess
from pathlib import Path

import pytest
from mkdocs.commands.build import build

from conftest import AGENCY, EPOCH, Write, configuration
from pendopo.build import sizes
from pendopo.build.history import NO_GIT, NO_REPOSITORY, SHALLOW, history
from pendopo.build.sizes import KINDS, MUCH, TOO_MUCH, kind_of, largest, parts, sizes_in, warned
from pendopo.commands import main, size

MB = 1_000_000


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "pages"),
        ("404.html", "pages"),
        ("kota-a/media/index.html", "pages"),
        ("kota-a/media/renstra.pdf", "documents"),
        ("kota-a/kecamatan-b/media/Data.CSV", "documents"),
        ("kota-a/media/pohon-0123456789-400.avif", "pictures"),
        ("kota-a/perencanaan/2025-2029/indicators.csv", "data"),
        ("berita/atom.xml", "data"),
        ("robots.txt", "data"),
        ("assets/cards/0123.jpg", "cards"),
        ("assets/pendopo.css", "theme"),
        ("cari/indeks/dasar/pagefind.js", "search"),
        ("cari/index.html", "pages"),
        ("berkas-tanpa-akhiran", "data"),
    ],
)
def test_a_file_has_a_kind(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_every_kind_is_there_in_a_site_and_all_together_are_the_site(built: Path) -> None:
    found = sizes_in(str(built))
    on_disk = [path.stat().st_size for path in built.rglob("*") if path.is_file()]
    assert {each.kind for each in parts(found)} == KINDS.keys()
    assert sum(each.files for each in parts(found)) == len(found) == len(on_disk)
    assert sum(each.size for each in parts(found)) == sum(on_disk)


def test_the_largest_come_first_and_equal_ones_by_name() -> None:
    found = {"b.txt": 2, "a.txt": 2, "c.html": 3, "d.txt": 1}
    assert largest(found, 3) == [("c.html", 3), ("a.txt", 2), ("b.txt", 2)]
    assert parts(found) == [("data", 3, 5), ("pages", 1, 3)]


def test_git_and_other_hidden_folders_are_told_apart(tmp_path: Path) -> None:
    for path in (".git/pack", ".well-known/security.txt", "index.html"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("x")
    assert sizes_in(str(tmp_path)).keys() == {".well-known/security.txt", "index.html"}


def test_one_is_warned_from_700_mb_on() -> None:
    assert (MUCH, TOO_MUCH) == (700 * MB, 900 * MB)
    assert warned(MUCH - 1, "id") == ""
    assert warned(MUCH, "id").startswith("Situs ini sudah 700 MB, ")


@pytest.mark.parametrize(
    ("bytes_", "result", "warning"), [(699 * MB, 0, 0), (701 * MB, 0, 1), (900 * MB, 1, 1)]
)
def test_the_command_warns_in_time_and_fails_before_the_limit(
    bytes_: int, result: int, warning: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "rekaman.pdf").open("wb") as file:
        os.truncate(file.fileno(), bytes_)
    assert main(["size", str(tmp_path)]) == result
    assert capsys.readouterr().out.count("peringatan: ") == warning


def test_the_command_lists_kinds_and_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_bytes(b"x" * 1_200_000)
    (site / "a\x1b[31m.txt").write_bytes(b"x" * 2_000)
    monkeypatch.chdir(tmp_path)
    assert main(["size"]) == 0
    out = capsys.readouterr().out
    assert all(line.isprintable() for line in out.splitlines())
    assert [line.strip() for line in out.splitlines()[:8]] == [
        "2 berkas, 1,2 MB, 0,1 % dari batas GitHub Pages.",
        "",
        "1,2 MB  halaman (1)",
        "2 KB  data terbuka, umpan, dan lainnya (1)",
        "",
        "Berkas terbesar:",
        "1,2 MB  index.html",
        "2 KB  a\\x1b[31m.txt",
    ]
    assert main(["size", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["files"], found["bytes"], found["limit"]) == (2, 1_202_000, 1_000 * MB)
    assert found["kinds"][0] == {"kind": "pages", "files": 1, "bytes": 1_200_000}
    assert found["largest"][0] == {"path": "index.html", "bytes": 1_200_000}


@pytest.mark.parametrize("name", ["tiada", "kosong", "berkas"])
def test_where_there_is_no_site_the_command_says_what_to_do(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "berkas").write_text("x")
    assert main(["size", str(tmp_path / name)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"Tidak ada situs dalam {tmp_path / name}. Buat dahulu: pendopo build\n"


def test_a_large_site_is_warned_of_by_the_build_which_does_not_fail(
    write: Write, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setattr(sizes, "MUCH", 1)
    data = write({"agencies/kota-uji/agency.yml": AGENCY})
    with caplog.at_level(logging.INFO, "mkdocs"):
        build(configuration(data, tmp_path / "site"))
    said = [each for each in caplog.records if each.message.startswith("Situs ini sudah ")]
    assert [each.levelno for each in said] == [logging.INFO]
    assert (tmp_path / "site/index.html").is_file()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two commits, the picture of the first gone in the second."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.resolve()))
    folder = tmp_path / "asal"
    folder.mkdir()
    git = ["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@contoh.example"]
    steps = (["init", "-q"], ["add", "-A"], ["commit", "-qm", "a"], ["rm", "-q", "foto.jpg"])
    (folder / "foto.jpg").write_bytes(os.urandom(300_000))
    (folder / "data").mkdir()
    (folder / "data/portal.yml").write_text("name: A\n")
    for step in (*steps, ["commit", "-qm", "b"]):
        subprocess.run([*git, *step], check=True, capture_output=True)
    return folder


def test_what_was_deleted_counts_in_the_history(repository: Path) -> None:
    found = history(repository / "data")
    assert found.unknown == ""
    assert found.size is not None
    assert 300_000 < found.size < 400_000


def test_a_part_of_a_history_is_not_taken_for_the_whole(repository: Path, tmp_path: Path) -> None:
    copy = tmp_path / "salinan"
    command = ["git", "clone", "-q", "--depth", "1", repository.resolve().as_uri(), str(copy)]
    subprocess.run(command, check=True, capture_output=True)
    assert history(copy) == (None, SHALLOW)


def test_why_a_history_is_not_known_is_told(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert history(tmp_path) == (None, NO_REPOSITORY)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history(repository) == (None, NO_GIT)


def test_the_command_gives_advice_on_a_long_history(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    assert main(["size", "data"]) == 0
    assert capsys.readouterr().out.endswith("\nRiwayat repositori berukuran 0,3 MB.\n")
    monkeypatch.setattr(size, "LONG_HISTORY", 1)
    assert main(["size", "data"]) == 0
    assert "selebar 1.200 piksel" in capsys.readouterr().out.splitlines()[-1]
    monkeypatch.setenv("GIT_DIR", str(repository / "tiada"))
    assert main(["size", "data"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("Ukuran riwayat tidak diketahui")
