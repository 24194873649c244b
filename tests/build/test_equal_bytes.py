"""Equal input gives equal bytes, wherever the code lies and whoever runs it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.request import urlopen

import pytest

from conftest import EPOCH, MINIATURE, ROOT, SITE_URL, TODAY, at_length
from pendopo.build.publish import Outcome
from places import Tree, contents, place, tree
from places import built as in_process
from ports import reserved


def copy(folder: Path) -> Path:
    """A repository like this one with the tests' government as its data."""
    for name in ("docs", "hooks", "overrides"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(MINIATURE, folder / "data")
    return folder


def built(folder: Path, umask: str = "022", **environment: str) -> Tree:
    """The site that `mkdocs build` makes of a repository, which must import its own code."""
    build = f"umask {umask} && exec {sys.executable} -m mkdocs build --strict --quiet"
    given: Mapping[str, str] = {
        "PYTHONPATH": str(folder / "hooks"),
        "SITE_URL": SITE_URL,
        "SOURCE_DATE_EPOCH": EPOCH,
        "NO_MKDOCS_2_WARNING": "1",
        **environment,
    }
    done = subprocess.run(
        ["sh", "-c", build],
        check=False,
        cwd=folder,
        env={**os.environ, **given},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(folder / "site")


def without_unix(folder: Path) -> dict[str, str]:
    """Variables with which Python has nothing that only Unix has, and takes the folder's code."""
    # Without a locale, text that no encoding is given for is ASCII: a fault that Windows, which
    # takes it for another encoding, would pass over.
    return {
        "PYTHONPATH": f"{ROOT / 'tests/without_unix'}{os.pathsep}{folder / 'hooks'}",
        "LC_ALL": "C",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
    }


def until(lines: Iterable[bytes], last: bytes) -> Iterator[bytes]:
    """The lines until one has the words `last`."""
    for line in lines:
        yield line
        if last in line:
            return
    pytest.fail(f"never said: {last.decode()}")


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    folder = tmp_path_factory.mktemp("here")
    return built(copy(folder), LC_ALL="C", TZ="UTC", PYTHONHASHSEED="1")


def test_code_and_data_in_another_folder_of_another_user_make_the_same_site(
    here: Tree, tmp_path: Path
) -> None:
    folder = tmp_path / "a much" / "deeper folder"
    folder.mkdir(parents=True)
    other = {"LC_ALL": "C.UTF-8", "TZ": "Asia/Jayapura", "PYTHONHASHSEED": "2", "LANGUAGE": "de"}
    there = built(copy(folder), "077", PYTHONOPTIMIZE="2", **other)
    assert {path for path in there if there[path] != here.get(path)} == set()
    assert there.keys() == here.keys()
    assert len([path for path in here if path.startswith("assets/cards/")]) > 3


@at_length
def test_a_system_without_what_only_unix_has_makes_the_same_site(
    here: Tree, tmp_path: Path
) -> None:
    folder = copy(tmp_path / "folder")
    there = built(folder, "077", **without_unix(folder))
    assert {path for path in there if there[path] != here.get(path)} == set()
    assert there.keys() == here.keys()
    portal = folder / "data/portal.yml"
    portal.write_bytes(portal.read_bytes().replace(b"lapor@", b"lain@"))
    later = built(folder, "077", **without_unix(folder))
    assert b"lain@contoh.example" in later["index.html"][1]


@at_length
def test_a_system_without_what_only_unix_has_serves_the_site(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **without_unix(folder)}
    with (
        reserved() as port,
        subprocess.Popen(
            [*command, f"127.0.0.1:{port}"],
            cwd=folder,
            env=environment,
            stderr=subprocess.PIPE,
        ) as server,
    ):
        try:
            assert server.stderr is not None
            said = b"".join(until(server.stderr, b"Serving on"))
            with urlopen(f"http://127.0.0.1:{port}/kota-contoh/", timeout=60) as page:
                assert b"Kota Contoh" in page.read()
        finally:
            server.terminate()
        assert b"Traceback" not in said + server.stderr.read()


def test_data_with_the_line_ends_of_windows_make_the_same_site(tmp_path: Path) -> None:
    shutil.copytree(MINIATURE, tmp_path / "data")
    texts = [each for each in tmp_path.rglob("*.*") if each.suffix in {".yml", ".md"}]
    for each in texts:
        each.write_bytes(each.read_bytes().replace(b"\n", b"\r\n"))
    for name, data in (("there", tmp_path / "data"), ("here", MINIATURE)):
        assert isinstance(in_process(data, place(tmp_path / name), TODAY), Outcome)
    assert contents(tmp_path / "there/site") == contents(tmp_path / "here/site")
    assert {each.suffix for each in texts} == {".yml", ".md"}


@at_length
def test_the_wheel_makes_the_same_site_as_the_working_tree(here: Tree, tmp_path: Path) -> None:
    python = [sys.executable, "-m"]
    subprocess.run(
        [*python, "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        check=True,
        cwd=ROOT,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    folder = tmp_path / "content"
    copy(folder)
    shutil.rmtree(folder / "hooks/pendopo")
    shutil.rmtree(folder / "overrides")
    shutil.unpack_archive(wheel, folder / "installed", "zip")
    settings = folder / "mkdocs.yml"
    text = settings.read_text().replace("  custom_dir: overrides\n", "")
    settings.write_text(text.replace("watch:\n  - overrides\n", ""))
    there = built(folder, PYTHONPATH=str(folder / "installed"), LC_ALL="C", TZ="UTC")
    assert {path for path in there if there[path] != here.get(path)} == set()
    assert there.keys() == here.keys()
