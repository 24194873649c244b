"""Publishing to a store of objects: headers, faults of the store, a process that is killed."""

import gzip
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from budgets import share
from conftest import at_length
from object_store import Fault, Objects, Request, serving
from pendopo.publishing.headers import A_DAY, ASKED, FOR_EVER
from publications import held, laid, missing, public, publishing, site

WITHOUT_PAUSE = """
import sys
from pendopo.commands import main
from pendopo.publishing import run
run.PAUSE = 0.0
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Objects]:
    with serving() as objects:
        yield objects


@pytest.fixture
def objects(server: Objects, monkeypatch: pytest.MonkeyPatch) -> Objects:
    return server.begin(monkeypatch)


@pytest.fixture
def bucket(objects: Objects) -> str:
    return objects.bucket()


def killed_at(
    objects: Objects, step: int, bucket: str, folder: Path, stored: bool
) -> tuple[bool, list[str]]:
    """Publishes in a process that is killed at a change; whether it was, and what went up before.

    With `stored` the change is still made.
    """
    command = [sys.executable, "-c", WITHOUT_PAUSE, "publish", f"s3://{bucket}/situs"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    made = count(1)
    process = subprocess.Popen([*command, "--site", str(folder)], env=environment)

    def judge(request: Request) -> Fault | None:
        if request.method in {"PUT", "DELETE"} and next(made) >= step:
            process.send_signal(signal.SIGKILL)
            return None if stored else Fault(500, "InternalError")
        return None

    objects.forget()
    objects.judge = judge
    try:
        process.wait(120)
    finally:
        process.kill()
    # A request that was under way when the process ended may still be answered.
    with objects.lock:
        puts = objects.puts()
        objects.forget()
    return process.returncode == -signal.SIGKILL, puts


def test_files_have_types_and_times(objects: Objects, bucket: str, tmp_path: Path) -> None:
    files = {
        **site("satu"),
        "assets/cards/0123456789abcdef.jpg": b"x",
        "aneh/a b?*#%20é.html": b"x",
    }
    assert publishing(f"s3://{bucket}/situs")(laid(tmp_path / "site", files)) == 0
    assert public(objects.held(bucket, "situs")) == files

    def headers(path: str) -> tuple[str, str, str | None]:
        found = objects.headers(bucket, f"situs/{path}")
        return found["content-type"], found["cache-control"], found.get("content-encoding")

    assert headers("index.html") == ("text/html; charset=utf-8", ASKED, None)
    assert headers("aneh/a b?*#%20é.html") == ("text/html; charset=utf-8", ASKED, None)
    assert headers("dinas-0/berita/atom.xml") == ("application/xml; charset=utf-8", ASKED, None)
    assert headers("assets/cards/0123456789abcdef.jpg") == ("image/jpeg", FOR_EVER, None)
    fragment = "cari/indeks/dasar/fragment/id_satu.pf_fragment"
    assert headers(fragment) == ("application/octet-stream", A_DAY, None)


def test_with_gzip_texts_are_stored_packed(objects: Objects, bucket: str, tmp_path: Path) -> None:
    files = {**site("satu"), "panjang/index.html": b"<p>" * 1000}
    folder = laid(tmp_path / "site", files)
    run = publishing(f"s3://{bucket}")
    assert run(folder) == 0
    objects.forget()
    assert run(folder, "--gzip") == 0
    assert objects.puts() == [f"{bucket}/panjang/index.html"]
    assert objects.headers(bucket, "panjang/index.html")["content-encoding"] == "gzip"
    there = objects.held(bucket, "")["panjang/index.html"]
    assert len(there) < 100
    assert gzip.decompress(there) == files["panjang/index.html"]
    objects.forget()
    assert run(folder, "--gzip") == 0
    assert objects.puts() == []


def test_without_a_change_a_run_asks_twice_and_writes_nothing(
    objects: Objects, bucket: str, tmp_path: Path
) -> None:
    folder = laid(tmp_path / "site", site("satu"))
    assert publishing(f"s3://{bucket}/situs")(folder) == 0
    objects.forget()
    assert publishing(f"s3://{bucket}/situs")(folder) == 0
    assert {each.method for each in objects.requests} <= {"GET", "HEAD"}
    assert len(objects.requests) <= 4


@at_length
def test_a_store_that_fails_now_and_then_is_asked_again(
    objects: Objects, bucket: str, tmp_path: Path
) -> None:
    numbers = count(1)
    objects.judge = lambda request: Fault(503, "SlowDown") if next(numbers) % 5 == 0 else None
    assert publishing(f"s3://{bucket}/situs")(laid(tmp_path / "site", site("satu"))) == 0
    objects.forget()
    assert public(objects.held(bucket, "situs")) == site("satu")


def test_a_store_that_fails_in_the_middle_stops_the_run_and_the_next_goes_on(
    objects: Objects, bucket: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = publishing(f"s3://{bucket}/situs")
    assert run(laid(tmp_path / "site", site("satu"))) == 0
    laid(tmp_path / "site", site("dua"))

    def judge(request: Request) -> Fault | None:
        fails = request.method == "PUT" and request.key.endswith("dinas-3/index.html")
        return Fault(500, "InternalError", "Gudang penuh.") if fails else None

    objects.judge = judge
    capsys.readouterr()
    assert run(tmp_path / "site", "--take-over") == 1
    err = capsys.readouterr().err
    assert err == (
        f"s3://{bucket}/situs gagal pada dinas-3/index.html: Gudang penuh. Jalankan perintah ini "
        "lagi.\n"
    )
    there = public(objects.held(bucket, "situs"))
    assert missing(there) == set()
    assert there.keys() >= {*site("satu")}
    assert there["index.html"] == site("satu")["index.html"]
    up = {path for path, each in there.items() if each == site("dua").get(path)}
    objects.forget()
    assert run(tmp_path / "site", "--take-over") == 0
    again = {key.removeprefix(f"{bucket}/situs/") for key in objects.puts()}
    assert again == {*site("dua")} - up
    assert public(objects.held(bucket, "situs")) == site("dua")


REFUSALS = {
    "AccessDenied": (
        403,
        "s3://{bucket}/situs menolak .pendopo/unfinished.json.gz: Sengaja. Beri ",
    ),
    "InternalError": (500, "s3://{bucket}/situs gagal pada .pendopo/unfinished.json.gz: Sengaja. "),
}


@pytest.mark.parametrize("code", REFUSALS)
def test_where_nothing_can_be_written_nothing_changes(
    code: str,
    objects: Objects,
    bucket: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, said = REFUSALS[code]
    objects.judge = lambda request: Fault(status, code) if request.method == "PUT" else None
    assert publishing(f"s3://{bucket}/situs")(laid(tmp_path / "site", site("satu"))) == 1
    err = capsys.readouterr().err
    assert err.startswith(said.format(bucket=bucket))
    assert err.count("\n") == 1
    assert objects.puts() == []
    objects.forget()
    assert objects.held(bucket, "situs") == {}


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_a_bucket_that_is_missing_is_told(
    options: list[str], objects: Objects, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publishing("s3://tiada/situs")(laid(tmp_path / "site", site("satu")), *options) == 1
    assert capsys.readouterr().err == (
        "s3://tiada/situs tidak ada (The specified bucket does not exist). Buat dahulu bucket itu, "
        "atau betulkan alamatnya.\n"
    )
    assert objects.puts() == []


def test_keys_that_are_missing_are_told(
    objects: Objects,
    bucket: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    folder = laid(tmp_path / "site", site("satu"))
    assert publishing(f"s3://{bucket}/situs")(folder) == 1
    said = f"s3://{bucket}/situs: kunci akses tidak ditemukan (Unable to locate credentials). Isi "
    assert capsys.readouterr().err.startswith(said)
    monkeypatch.setenv("AWS_PROFILE", "tiada")
    assert publishing(f"s3://{bucket}/situs")(folder) == 1
    assert "kunci akses tidak ditemukan" in capsys.readouterr().err
    assert objects.requests == []


def test_keys_that_the_store_refuses_are_told_and_not_shown(
    objects: Objects, bucket: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    objects.judge = lambda request: Fault(403, "InvalidAccessKeyId", "Kunci tidak dikenal.")
    assert publishing(f"s3://{bucket}/situs")(laid(tmp_path / "site", site("satu"))) == 1
    out, err = capsys.readouterr()
    assert err.startswith(f"s3://{bucket}/situs menolak .pendopo/published.json.gz: ")
    assert "rahasia" not in out + err


def test_a_store_that_does_not_answer_is_told(
    objects: Objects,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    assert publishing("s3://wadah/situs")(laid(tmp_path / "site", site("satu"))) == 1
    err = capsys.readouterr().err
    assert err.startswith("s3://wadah/situs tidak dapat dihubungi: Could not connect to ")
    assert err.count("\n") == 1


def test_somebody_else_who_publishes_meanwhile_is_noticed(
    objects: Objects, bucket: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = publishing(f"s3://{bucket}/situs")
    assert run(laid(tmp_path / "site", site("satu"))) == 0

    def judge(request: Request) -> None:
        if request.method == "PUT" and request.key.endswith("sitemap.xml"):
            objects.judge = lambda request: None
            objects.lock.release()
            client = objects.client()
            client.put_object(Bucket=bucket, Key="situs/.pendopo/published.json.gz", Body=b"x")
            objects.lock.acquire()

    objects.judge = judge
    assert run(laid(tmp_path / "site", site("dua")), "--take-over") == 1
    assert "ada yang lain yang menerbitkan" in capsys.readouterr().err
    assert site("satu").keys() <= objects.held(bucket, "situs").keys()


@at_length
def test_killed_in_the_middle_readers_find_all_and_the_next_run_goes_on(
    objects: Objects, bucket: str, tmp_path: Path
) -> None:
    run = publishing(f"s3://{bucket}/situs")
    old, new = site("satu", 12), site("dua", 12)
    # As a new version of the same site: no more is gone than what a run may delete unasked.
    new |= {path: each for path, each in old.items() if path not in new and "media" in path}
    assert run(laid(tmp_path / "satu", old)) == 0
    folder = laid(tmp_path / "dua", new)
    killed, before = killed_at(objects, 60, bucket, folder, stored=True)
    assert killed
    there = public(objects.held(bucket, "situs"))
    assert missing(there) == set()
    assert there.keys() >= old.keys()
    objects.forget()
    assert run(folder) == 0
    assert public(objects.held(bucket, "situs")) == new
    # Only those of which it was not yet written down that they were up.
    assert len(before) > 20
    assert len({*before} & {*objects.puts()}) <= 10
    objects.forget()
    assert run(folder) == 0
    assert objects.puts() == []


@at_length
@pytest.mark.thorough
@pytest.mark.parametrize("stored", [True, False])
def test_a_whole_site_killed_at_random_and_again(
    objects: Objects, bucket: str, tmp_path: Path, built: Path, stored: bool
) -> None:
    chance = random.Random(3)
    run = publishing(f"s3://{bucket}/situs")
    first = {path: each for path, each in held(built).items() if not path.startswith("kota-")}
    assert run(laid(tmp_path / "satu", first)) == 0
    steps = sorted(chance.randrange(1, 300) for _ in range(share(12)))
    for step in steps:
        killed, _ = killed_at(objects, step, bucket, built, stored)
        there = public(objects.held(bucket, "situs"))
        assert first.keys() <= there.keys()
        assert {path: each for path, each in there.items() if each != held(built)[path]}.keys() <= (
            first.keys()
        )
        if not killed:
            break
    assert run(built) == 0
    assert public(objects.held(bucket, "situs")) == held(built)
