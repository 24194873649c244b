"""What cannot be published: a sentence that says how to mend it, and nothing is touched."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from pendopo.publishing.records import PUBLISHED, packed
from pendopo.publishing.site import LocalSite
from pendopo.stores.store import Store
from publications import held, laid, publishing, site

EXAMPLE = "Tulis misalnya s3://BUCKET/FOLDER atau file:///srv/www/site\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(MemoryFileSystem, "store", {})
    monkeypatch.setattr(MemoryFileSystem, "pseudo_dirs", [""])
    return laid(tmp_path / "site", site("satu"))


@pytest.mark.parametrize(
    "address", ["situs", "s3://", "s3:///", "tiada://situs", "://situs", "simplecache::s3://a/b"]
)
def test_an_address_that_is_none(
    address: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publishing(address)(folder) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"{address} bukan alamat penyimpanan. {EXAMPLE}"


def test_a_password_and_signs_that_steer_a_terminal_are_not_shown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publishing("tiada://admin:rahasia@\x1b[31mhost/situs")(folder) == 1
    err = capsys.readouterr().err
    assert err.startswith("tiada://admin@\\x1b[31mhost/situs bukan alamat")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (None, "Tidak ada situs dalam {folder}. Buat dahulu: pendopo build\n"),
        ({}, "Tidak ada situs dalam {folder}. Buat dahulu: pendopo build\n"),
        (
            {"index.html": b"x"},
            "{folder} tidak dibuat oleh pendopo build: build.json tidak ada. Sebutkan folder situs "
            "dengan --site.\n",
        ),
        (
            {"build.json": b"{}"},
            "{folder} tidak dibuat oleh pendopo build: index.html tidak ada. Sebutkan folder situs "
            "dengan --site.\n",
        ),
    ],
)
def test_a_folder_without_a_site_of_ours(
    files: dict[str, bytes] | None,
    said: str,
    tmp_path: Path,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    other = tmp_path / "lain"
    if files is not None:
        other.mkdir()
        laid(other, files)
    run = publishing("memory://situs")
    assert run(folder) == 0
    before = dict(MemoryFileSystem.store)
    capsys.readouterr()
    assert run(other) == 1
    assert capsys.readouterr().err == said.format(folder=other)
    assert MemoryFileSystem.store == before


def test_a_site_is_not_published_into_itself(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for there in (folder, folder / "dalam", folder.parent):
        assert publishing(f"file://{there}")(folder) == 1
        assert capsys.readouterr().err.startswith(f"file://{there} dan {folder} terletak satu di ")
    assert held(folder) == site("satu")


def test_a_folder_that_takes_no_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder.parent / "berkas").write_text("penting")
    assert publishing(f"file://{folder.parent}/berkas")(folder) == 1
    out, err = capsys.readouterr()
    assert err.count("\n") == 1
    assert "Traceback" not in out + err
    assert (folder.parent / "berkas").read_text() == "penting"


def test_a_package_that_is_missing(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert publishing("gs://wadah/situs")(folder) == 1
    assert capsys.readouterr().err.startswith("gs://wadah/situs memerlukan paket yang belum ")
    monkeypatch.setitem(sys.modules, "s3fs", None)
    missing = (
        "s3://a/b memerlukan paket yang belum terpasang. Pasanglah: python -m pip install s3fs\n"
    )
    assert publishing("s3://a/b")(folder) == 1
    assert capsys.readouterr().err == missing
    monkeypatch.setitem(sys.modules, "fsspec.config", None)
    assert publishing("s3://a/b")(folder) == 1
    assert capsys.readouterr().err == missing


def test_a_store_that_is_gone_before_it_is_opened(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(address: str, **options: object) -> None:
        raise ConnectionError("Nama itu tidak dikenal.")

    monkeypatch.setattr("fsspec.core.url_to_fs", fails)
    assert publishing("sftp://tiada/situs")(folder) == 1
    err = capsys.readouterr().err
    assert err.startswith("sftp://tiada/situs tidak dapat dihubungi: Nama itu tidak dikenal. ")
    assert err.count("\n") == 1


def test_without_the_extra_all_other_commands_work() -> None:
    code = (
        "import sys; sys.modules['fsspec'] = sys.modules['s3fs'] = None\n"
        "from pendopo.commands import NAMES, main\n"
        "sys.exit(sum(main([name, '--help']) for name in NAMES))"
    )
    environment = {"PYTHONPATH": ":".join(sys.path), "LANG": "C.UTF-8"}
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, env=environment)


def test_gzip_needs_a_store_that_keeps_headers(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publishing("memory://situs")(folder, "--gzip") == 1
    assert capsys.readouterr().err.startswith("--gzip hanya untuk s3://: memory://situs tidak ")
    assert MemoryFileSystem.store == {}


DAMAGED = {
    "empty": b"",
    "text": b"{}",
    "cut": packed({"index.html": "0" * 32})[:-9],
    "newer": gzip.compress(b'{"format": 2, "files": {}}'),
    "other": gzip.compress(b"[1]"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_record_that_cannot_be_read(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    MemoryFileSystem().pipe_file(f"/situs/{PUBLISHED}", DAMAGED[name])
    before = dict(MemoryFileSystem.store)
    assert publishing("memory://situs")(folder) == 1
    said = f"{PUBLISHED} di memory://situs tidak dapat dibaca: rusak, atau dari Pendopo yang lebih"
    assert capsys.readouterr().err.startswith(said)
    assert MemoryFileSystem.store == before


def test_a_site_that_is_built_anew_meanwhile(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    content = LocalSite.content

    def read(self: LocalSite, path: str) -> bytes:
        if path == "index.html":
            (folder / path).unlink()
        return content(self, path)

    with monkeypatch.context() as patch:
        patch.setattr(LocalSite, "content", read)
        assert publishing("memory://situs")(folder) == 1
    assert capsys.readouterr().err.startswith(f"Sementara itu {folder / 'index.html'} berubah. ")
    assert f"/situs/{PUBLISHED}" not in MemoryFileSystem.store
    laid(folder, site("dua"))
    assert publishing("memory://situs")(folder, "--take-over") == 0


def test_any_error_of_a_library_ends_in_a_sentence_of_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class OddError(Exception):
        pass

    def refused(*arguments: object) -> None:
        raise OddError("satu\ndua \x1b[31m" + "x" * 500)

    store = Store("memory://situs")
    monkeypatch.setattr(type(store.files), "cat_file", refused)
    assert publishing("memory://situs")(folder) == 1
    err = capsys.readouterr().err
    assert err.startswith("memory://situs gagal pada .pendopo/published.json.gz: satu. Jalankan ")
    assert len(err) < 400


def test_sentences_are_in_the_language_of_the_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    assert publishing("memory://situs")(folder) == 0
    assert publishing("situs")(folder) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == "Nothing was published to memory://situs yet."
    assert out.splitlines()[-1] == "memory://situs is up to date."
    assert err.startswith("situs is no address of a store. Write one such as ")
