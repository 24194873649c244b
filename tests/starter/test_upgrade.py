"""`pendopo upgrade`: a repository of content moves to a version with another format, for real."""

import contextlib
import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from conftest import EPOCH, ROOT, TODAY, at_length
from pendopo import __version__, migrations
from pendopo.commands import main
from pendopo.migrations import Migration, Tree, migrated, number, since
from pendopo.migrations.edits import redirected, renamed_key
from pendopo.starter import upgrade as moving
from pendopo.starter.pin import Pin, requirements
from pendopo.starter.upgrade import Pinned, UpgradeError, Wheel
from places import contents, site_of

AGENCY = """\
# Profil, disunting dengan tangan
type: kota   # jenisnya
name: "Kota Uji"
bps_code: '1276'   # dari BPS
address: {street: Jalan A, regency: B}
social:
-   network: Instagram
    url: https://www.instagram.com/uji/
"""
PLAN = """\
type: RPJMD
title: R
period: {start: 2025, end: 2029}
vision: {statement: Maju}
sources: [{title: S}]
"""
NEXT = "1.0.0"
MIGRATION = f'''
from pendopo.migrations.edits import redirected, renamed_key


def _renamed(tree: Tree) -> Tree:
    agencies = [path for path in tree if path.endswith("/agency.yml")]
    for path in agencies:
        text = renamed_key(tree[path], ["bps_code"], "statistics_code")
        tree = {{**tree, path: text}}
        folder = path.rpartition("/")[0]
        for plan in sorted(each for each in tree if each.startswith(f"{{folder}}/plans/")):
            name = plan.rpartition("/")[2].removesuffix(".yml")
            tree = redirected(tree, folder, f"visi-misi/{{name}}", f"visi/{{name}}")
        tree = redirected(tree, folder, "visi-misi", "visi")
    return tree


MIGRATIONS = (Migration("{NEXT}", "bps_code is statistics_code now.", _renamed),)
'''


def wheel_of(tree: Path, folder: Path) -> Path:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, check=True, cwd=tree, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


def next_version(folder: Path) -> Path:
    """The wheel of a version with one key renamed, and one kind of page at another address."""
    for name in ("hooks", "overrides", "requirements"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    news = f"# News\n\n## {NEXT}\n\n- The vision has moved.\n\n## {__version__}\n\n- First.\n"
    (folder / "CHANGELOG.md").write_text(news)
    for path in [*folder.rglob("*.py"), *folder.rglob("*.html")]:
        text = path.read_text("utf-8")
        text = text.replace("bps_code", "statistics_code").replace("visi-misi/", "visi/")
        path.write_text(text.replace('"visi-misi"', '"visi"'), "utf-8")
    package = folder / "hooks/pendopo"
    (package / "__init__.py").write_text(f'"""Pendopo."""\n\n__version__ = "{NEXT}"\n')
    registry = package / "migrations/__init__.py"
    before, _, after = registry.read_text().partition("\nMIGRATIONS: tuple")
    after = after.partition("\n\n\n")[2]
    registry.write_text(
        before + "\nMIGRATIONS: tuple[Migration, ...] = ()\n\n\n" + after + MIGRATION
    )
    text = registry.read_text().replace(
        "migrations: Iterable[Migration] = MIGRATIONS", "migrations: Iterable[Migration] = ()"
    )
    registry.write_text(text.replace("in migrations if", "in (migrations or MIGRATIONS) if"))
    return wheel_of(folder, folder / "dist")


def run(folder: Path, package: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Runs the command `pendopo` of an unpacked wheel in a folder."""
    given = {"PYTHONPATH": str(package), "SOURCE_DATE_EPOCH": EPOCH, "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "pendopo", *arguments],
        cwd=folder,
        env={**os.environ, **given, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@at_length
def test_content_moves_to_a_version_with_a_renamed_key_and_a_renamed_page(tmp_path: Path) -> None:
    first = wheel_of(ROOT, tmp_path)
    newer = next_version(tmp_path / "newer")
    shutil.unpack_archive(first, tmp_path / "first", "zip")
    shutil.unpack_archive(newer, tmp_path / "second", "zip")
    site = tmp_path / "site"
    (site / "data/agencies/kota-uji/plans").mkdir(parents=True)
    (site / "wheels").mkdir()
    shutil.copy(first, site / "wheels")
    pin = Pin(f"./wheels/{first.name} --hash=sha256:00")
    (site / "requirements.txt").write_text(requirements(pin) + "\n# Tambahan\nlain==1\n")
    (site / "data/portal.yml").write_text("name: Portal\nlanguage: id\nintroduction: Kata.\n")
    (site / "data/agencies/kota-uji/agency.yml").write_text(AGENCY)
    (site / "data/agencies/kota-uji/plans/2025-2029.yml").write_text(PLAN)
    (site / "overrides/pages/agency").mkdir(parents=True)
    (site / "overrides/pages/agency/profile.html").write_text("milik sendiri")
    (site / "docs").mkdir()
    (site / "docs/tentang.md").write_text("# Tentang\n")
    assert run(site, tmp_path / "first", "check").returncode == 0
    before = contents(site)

    done = run(site, tmp_path / "first", "upgrade", str(newer))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The vision has moved." in done.stdout
    assert "- First." not in done.stdout
    assert "overrides/pages/agency/profile.html" in done.stdout
    after = contents(site)
    agency = after["data/agencies/kota-uji/agency.yml"].decode()
    assert agency == AGENCY.replace("bps_code:", "statistics_code:")
    text = after["requirements.txt"].decode()
    assert f"./wheels/{newer.name} --hash=sha256:" in text
    assert text.endswith("\n# Tambahan\nlain==1\n")
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    schemas = {path for path in changed if path.startswith("schema/")}
    assert b'"statistics_code"' in after["schema/agency.json"]
    assert b"./schema/agency.json" in after[".vscode/settings.json"]
    assert changed - schemas == {
        *("data/agencies/kota-uji/agency.yml", "data/agencies/kota-uji/redirects.yml"),
        ".vscode/settings.json",
        *("requirements.txt", f"wheels/{first.name}", f"wheels/{newer.name}"),
    }

    exported = run(site, tmp_path / "second", "export", "out")
    assert exported.returncode == 0, exported.stdout + exported.stderr
    out = site / "out/docs/kota-uji"
    assert (out / "visi/2025-2029/index.md").is_file()
    for old, new in (("visi-misi", "visi/"), ("visi-misi/2025-2029", "visi/2025-2029/")):
        assert f'/kota-uji/{new}" rel=' in (out / old / "index.html").read_text()
    again = run(site, tmp_path / "second", "upgrade", str(newer))
    assert again.returncode == 0
    assert contents(site / "data") == {
        path.removeprefix("data/"): content
        for path, content in after.items()
        if path.startswith("data/")
    }


@pytest.mark.parametrize(
    ("text", "keys", "renamed"),
    [
        ("a: 1 # b\nb: 'a'\n", ["a"], "new: 1 # b\nb: 'a'\n"),
        ('"a" : |\n  a: b\n', ["a"], "new : |\n  a: b\n"),
        ("x: {a: 1, b: 2}\n", ["x", "a"], "x: {new: 1, b: 2}\n"),
        ("x:\n- a: 1\n-   a:   2\n", ["x", "*", "a"], "x:\n- new: 1\n-   new:   2\n"),
        ("a: é\r\nc: 1\r\n", ["c"], "a: é\r\nnew: 1\r\n"),
        ("---\na: 1\n---\nIsi: [\n", ["a"], "---\nnew: 1\n---\nIsi: [\n"),
        ("b: 1\n", ["a"], "b: 1\n"),
        ("a: [\n", ["a"], "a: [\n"),
        ("a: &x 1\nb: *x\n", ["b"], "a: &x 1\nnew: *x\n"),
        ("", ["a"], ""),
        ("- a\n", ["a"], "- a\n"),
    ],
)
def test_a_renamed_key_leaves_all_else_byte_for_byte(
    text: str, keys: list[str], renamed: str
) -> None:
    assert renamed_key(text, keys, "new") == renamed


def test_a_redirect_is_added_once() -> None:
    tree: Tree = {"agencies/a/redirects.yml": "redirects:\n  - {old: x, new: y}"}
    once = redirected(tree, "agencies/a", "lama", "baru")
    assert once == {
        "agencies/a/redirects.yml": "redirects:\n  - {old: x, new: y}\n  - {old: lama, new: baru}\n"
    }
    assert redirected(once, "agencies/a", "lama", "baru") == once
    assert redirected({}, "", "lama", "baru") == {
        "redirects.yml": "redirects:\n  - {old: lama, new: baru}\n"
    }


def test_migrations_are_applied_in_order_from_the_version_on() -> None:
    def appended(sign: str) -> Migration:
        return Migration(sign, "", lambda tree: {path: tree[path] + sign for path in tree})

    every = [appended(each) for each in ("0.9.0", "0.10.0", "1.0.0")]
    found = [*since("0.9.0", every)]
    assert [each.version for each in found] == ["0.10.0", "1.0.0"]
    assert migrated({"a": ""}, found) == {"a": "0.10.01.0.0"}


def test_the_migrations_of_this_version_are_in_order_and_none_is_of_a_later_one() -> None:
    versions = [number(each.version) for each in migrations.MIGRATIONS]
    assert versions == sorted(versions)
    assert all(each <= number(__version__) for each in versions)


def content_repository(folder: Path, version: str = "0.0.1") -> Path:
    folder.mkdir()
    pin = Pin(f"./wheels/pendopo-{version}-py3-none-any.whl --hash=sha256:00")
    (folder / "requirements.txt").write_text(requirements(pin))
    (folder / "data").mkdir()
    return folder


def archive(version: str, name: str = "pendopo") -> bytes:
    written = BytesIO()
    with ZipFile(written, "w") as made:
        path = f"pendopo-{version}.dist-info/METADATA"
        made.writestr(path, f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n")
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("pendopo-9.0.0-py3-none-any.whl", b"bukan arsip", "bukan berkas wheel Pendopo"),
        ("pendopo-9.0.0-py3-none-any.whl", archive("8.0.0"), "bukan berkas wheel Pendopo"),
        ("pendopo-9.0.0-py3-none-any.whl", archive("9.0.0", "lain"), "bukan berkas wheel Pendopo"),
        ("pendopo-9.0.0-py3-none-any.whl", archive("9.0.0"), "belum terpasang"),
        ("lain-9.0.0-py3-none-any.whl", archive("9.0.0"), "bukan berkas wheel Pendopo"),
        ("pendopo-9.0.0-py3-none-any.whl", b"", "bukan berkas wheel Pendopo"),
    ],
)
def test_a_wheel_that_cannot_be_used_is_told_and_nothing_changes(
    tmp_path: Path, name: str, content: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    site = content_repository(tmp_path / "site")
    (tmp_path / name).write_bytes(content)
    before = contents(site)
    with contextlib.chdir(site):
        assert main(["upgrade", str(tmp_path / name)]) == 2
    assert said in capsys.readouterr().err
    assert contents(site) == before


def test_a_wheel_that_is_not_there_and_a_repository_without_a_pin_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["upgrade"]) == 2
    assert "requirements.txt" in capsys.readouterr().err
    monkeypatch.chdir(content_repository(tmp_path / "site"))
    assert main(["upgrade", "pendopo-9.0.0-py3-none-any.whl"]) == 2
    assert "bukan berkas wheel" in capsys.readouterr().err
    assert main(["upgrade"]) == 2
    assert "wheel" in capsys.readouterr().err
    assert main(["upgrade", "http://contoh.example/pendopo-9.0.0-py3-none-any.whl"]) == 2
    assert "tidak menjawab" in capsys.readouterr().err


def test_an_older_version_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(content_repository(tmp_path / "site", "9.0.0"))
    wheel = tmp_path / "pendopo-8.10.0-py3-none-any.whl"
    wheel.write_bytes(archive("8.10.0"))
    before = contents(tmp_path / "site")
    assert main(["upgrade", str(wheel)]) == 0
    assert "9.0.0" in capsys.readouterr().out
    assert contents(tmp_path / "site") == before


def test_settings_of_editors_that_nobody_can_read_stay_as_they_are(tmp_path: Path) -> None:
    site = content_repository(tmp_path / "site")
    settings = site / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_bytes(b"{\xff}")
    wheel, pinned = Wheel("9.0.0", Pin("pendopo @ x"), b""), moving.pinned_by(site)
    list(moving.move(site, site / "data", wheel, pinned))
    assert settings.read_bytes() == b"{\xff}"
    settings.write_bytes(b'{"a": 1}')
    list(moving.move(site, site / "data", wheel, pinned))
    assert b'"data/portal.yml"' in settings.read_bytes()
    assert settings.read_bytes().endswith(b',"a": 1}')
    assert (site / "schema/portal.json").is_file()


def test_the_newest_release_is_looked_for_where_the_pinned_one_came_from(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def fetched(address: str) -> bytes:
        asked.append(address)
        return b'{"assets": [{"browser_download_url": "https://x/SHA256SUMS"}, \
{"browser_download_url": "https://x/pendopo-2.0.0-py3-none-any.whl"}]}'

    monkeypatch.setattr(moving, "fetched", fetched)
    address = "https://github.com/kominfo/pendopo/releases/download/v1.0.0/"
    found = moving.newest(Pinned("1.0.0", "", address))
    assert found == "https://x/pendopo-2.0.0-py3-none-any.whl"
    assert asked == ["https://api.github.com/repos/kominfo/pendopo/releases/latest"]
    for answer in (b"", b"{}", b"[]", b'{"assets": []}', b'{"assets": [1]}'):
        monkeypatch.setattr(moving, "fetched", lambda address, answer=answer: answer)
        with pytest.raises(UpgradeError):
            moving.newest(Pinned("1.0.0", "", address))


def test_an_address_is_pinned_by_the_digest_of_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving, "fetched", lambda address: b"isi")
    address = "https://github.com/k/p/releases/download/v2.0.0/pendopo-2.0.0-py3-none-any.whl"
    wheel = moving.wheel_at(address)
    assert wheel.pin.line.startswith(f"pendopo @ {address} --hash=sha256:")
    (tmp_path / "requirements.txt").write_text(requirements(wheel.pin))
    found = moving.pinned_by(tmp_path)
    assert found == Pinned("2.0.0", "", address.rpartition("/")[0] + "/")


def test_files_that_are_no_text_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"\xff")
    (tmp_path / "b.yml").write_bytes(b"a: 1\r\n")
    assert moving.tree_of(tmp_path) == {"b.yml": "a: 1\r\n"}
    assert site_of(tmp_path, TODAY)[1]
