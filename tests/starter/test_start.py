"""`pendopo start`: a new repository of content is sound, whole, and builds as it is."""

import compileall
import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from conftest import EPOCH, ROOT, TODAY
from pendopo.commands import group, main
from pendopo.starter import pin, repository
from pendopo.starter.editors import mapping
from pendopo.starter.pin import NoWheelError, Pin
from places import contents, site_of

PIN = Pin("./wheels/pendopo.whl --hash=sha256:00", "wheels/pendopo.whl", b"wheel")
ANSWERS = {
    "--name": "Pemerintah Kota Contoh",
    "--type": "kota",
    "--region-code": "12.75",
    "--language": "id",
    "--primary": "#14532d",
    "--accent": "#0f5e9c",
    "--site-url": "",
}


@pytest.fixture(autouse=True)
def _pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    """No wheel is built, and every repository is of the same day."""
    monkeypatch.setattr("pendopo.commands.start.pinned", lambda: PIN)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def start(folder: Path, **changes: str) -> int:
    given = ANSWERS | {f"--{name.replace('_', '-')}": value for name, value in changes.items()}
    return main(["start", str(folder), *(each for pair in given.items() for each in pair)])


def test_a_new_repository_is_sound_and_has_what_a_publisher_needs(tmp_path: Path) -> None:
    assert start(tmp_path / "new") == 0
    made = contents(tmp_path / "new")
    site, problems = site_of(tmp_path / "new/data", TODAY)
    assert problems == []
    assert {"", "kota-contoh/"} < site.by_address.keys()
    assert {
        *("mkdocs.yml", "requirements.txt", "Makefile", "README.md", ".gitignore"),
        *("data/portal.yml", "data/agencies/kota-contoh/agency.yml", "hooks/mkdocs_hooks.py"),
        *("docs/tentang.md", "docs/aksesibilitas.md", "docs/privasi.md", "wheels/pendopo.whl"),
        *(".github/workflows/check.yml", ".github/workflows/publish.yml", ".github/CODEOWNERS"),
        *(".github/pull_request_template.md", ".github/ISSUE_TEMPLATE/laporan.yml"),
        *(".devcontainer/devcontainer.json", ".vscode/settings.json"),
    } <= made.keys()
    assert not [path for path, content in made.items() if b"<<" in content]


def test_what_an_installer_has_compiled_is_no_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pip compiles all modules of a wheel, the hooks of a new repository among them."""
    shutil.copytree(repository.FILES, tmp_path / "files")
    assert compileall.compile_dir(tmp_path / "files", quiet=2)
    assert [*(tmp_path / "files").rglob("*.pyc")] != []
    monkeypatch.setattr(repository, "FILES", tmp_path / "files")
    assert start(tmp_path / "new") == 0
    assert [*(tmp_path / "new").rglob("*.pyc")] == []


def test_mkdocs_builds_it_at_once(tmp_path: Path) -> None:
    assert start(tmp_path / "new") == 0
    own = ("CNAME", "google123.html", ".well-known/assetlinks.json")
    for name in own:
        file = tmp_path / "new/docs" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("milik sendiri")
    path = {"PYTHONPATH": str(ROOT / "hooks"), "SITE_URL": "https://contoh.example/repo/"}
    for command in (["-m", "pendopo", "build", "-q"], ["-m", "mkdocs", "build", "-q", "--strict"]):
        done = subprocess.run(
            [sys.executable, *command],
            cwd=tmp_path / "new",
            env=os.environ | path | {"NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    site = tmp_path / "new/site"
    assert "Kota Contoh" in (site / "kota-contoh/index.html").read_text()
    assert (site / "assets/pendopo.css").is_file()
    assert "fonts.googleapis" not in (site / "tentang/index.html").read_text()
    assert {"tentang", "privasi", "aksesibilitas"} <= {each.name for each in site.iterdir()}
    assert {(site / name).read_text() for name in own} == {"milik sendiri"}


def test_a_quiet_build_tells_warnings_of_pages_written_by_hand_and_fails(tmp_path: Path) -> None:
    assert start(tmp_path / "new") == 0
    page = tmp_path / "new/docs/tentang.md"
    page.write_text(page.read_text() + "\n[ke mana](tiada.md)\n")
    done = subprocess.run(
        [sys.executable, "-m", "pendopo", "build", "-q"],
        cwd=tmp_path / "new",
        env=os.environ | {"PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "tiada.md" in done.stderr
    assert "INFO" not in done.stderr
    assert not (tmp_path / "new/site").exists()


def test_it_begins_with_the_answers(tmp_path: Path) -> None:
    answers = {
        "name": "Kecamatan Moti",
        "type": "kecamatan",
        "region_code": "",
        "language": "en",
        "primary": "#7a1f2b",
        "site_url": "https://moti.example",
        "portal": "Moti Terbuka",
        "id": "moti",
    }
    assert start(tmp_path / "new", **answers) == 0
    site, problems = site_of(tmp_path / "new/data", TODAY)
    assert problems == []
    brief = site.context.directory.agencies["moti"].brief
    assert (brief.name, brief.type, brief.region_code) == ("Kecamatan Moti", "kecamatan", "")
    portal = site.context.directory.portal
    assert (portal.name, portal.language) == ("Moti Terbuka", "en")
    assert portal.colours.primary == "#7a1f2b"
    assert '[SITE_URL, "https://moti.example/"]' in (tmp_path / "new/mkdocs.yml").read_text()


def test_its_workflows_call_those_of_a_product_that_is_named(tmp_path: Path) -> None:
    commit = "0123456789abcdef" * 2 + "01234567"
    assert start(tmp_path / "new", product=f"kominfo/pendopo@{commit}") == 0
    for name in ("check", "publish"):
        text = (tmp_path / f"new/.github/workflows/{name}.yml").read_text()
        assert f"uses: kominfo/pendopo/.github/workflows/{name}-site.yml@{commit}\n" in text
        assert len(text.splitlines()) <= 12
    for wrong in ("kominfo/pendopo@main", "pendopo", f"a b/c@{commit}", f"a/b@{commit}\nx"):
        assert start(tmp_path / "other", product=wrong) == 2
    assert not (tmp_path / "other").exists()


def test_what_is_not_given_is_asked_for(tmp_path: Path) -> None:
    said = "Kota Contoh\n\n12.75\n\n\n\n\n"
    done = CliRunner().invoke(group("id"), ["start", str(tmp_path / "new")], input=said)
    assert done.exit_code == 0, done.output
    assert "Nama resmi instansi teratas: Kota Contoh" in done.output
    assert (tmp_path / "new/data/agencies/kota-contoh/agency.yml").is_file()


@pytest.mark.parametrize("inside", ["README.md", ".gitignore", "data/portal.yml"])
def test_a_folder_that_has_files_is_refused(
    tmp_path: Path, inside: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / inside).parent.mkdir(exist_ok=True)
    (tmp_path / inside).write_text("penting")
    assert start(tmp_path) == 2
    assert contents(tmp_path) == {inside: b"penting"}
    assert "tidak kosong" in capsys.readouterr().err


def test_a_clone_of_an_empty_repository_is_filled(tmp_path: Path) -> None:
    (tmp_path / "new/.git").mkdir(parents=True)
    assert start(tmp_path / "new") == 0
    assert (tmp_path / "new/mkdocs.yml").is_file()
    assert [each.name for each in tmp_path.iterdir()] == ["new"]


def test_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "new").write_text("penting")
    assert start(tmp_path / "new") == 2
    assert (tmp_path / "new").read_text() == "penting"


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"region_code": "satu"}, "data/agencies/kota-contoh/agency.yml"),
        ({"primary": "hijau"}, "data/portal.yml"),
        ({"name": "Kota <b>Contoh</b>", "portal": ""}, "data/portal.yml"),
        ({"name": '"]\ntype: {}'}, "data/"),
        ({"id": "../luar"}, ""),
        ({"id": "Kota Contoh"}, ""),
        ({"name": "甲"}, ""),
    ],
)
def test_a_wrong_answer_is_told_and_nothing_is_written(
    tmp_path: Path, changes: dict[str, str], place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start(tmp_path / "new", **changes) in (1, 2)
    said = "".join(capsys.readouterr())
    assert place in said
    assert said.count("\n") >= 1
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("address", ["contoh.go.id", "ftp://contoh.go.id", "https://", "/situs/"])
def test_an_address_that_is_none_of_a_site_is_told(
    tmp_path: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start(tmp_path / "new", site_url=address) == 2
    assert "Alamat situs perlu https:// di depannya" in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []


def test_where_pendopo_came_from_no_wheel_it_cannot_be_pinned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none() -> Pin:
        raise NoWheelError

    monkeypatch.setattr("pendopo.commands.start.pinned", none)
    assert start(tmp_path / "new") == 2
    assert "wheel" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_requirements_are_pinned_with_hashes_and_begin_with_pendopo() -> None:
    lines = pin.requirements(PIN).replace("\\\n", "").splitlines()
    assert lines[0].startswith("# Pendopo")
    packages = [line for line in lines if not line.startswith("#")]
    assert packages[0] == PIN.line
    assert len(packages) > 20
    assert all("--hash=sha256:" in line for line in packages)
    assert "://" not in "".join(lines)


def test_a_wheel_is_pinned_by_its_content(tmp_path: Path) -> None:
    wheel = tmp_path / "pendopo-1.0-py3-none-any.whl"
    wheel.write_bytes(b"isi")
    found = pin.of_wheel(wheel)
    assert found.content == b"isi"
    assert found.line == f"./wheels/{wheel.name} --hash=sha256:{sha256(b'isi').hexdigest()}"
    with pytest.raises(NoWheelError):
        pin.of_wheel(tmp_path / "none.whl")


def test_its_settings_and_workflows_are_sound_yaml(tmp_path: Path) -> None:
    assert start(tmp_path / "new") == 0
    found = [*(tmp_path / "new").rglob("*.yml")]
    assert len(found) > 6
    for each in found:
        assert yaml.safe_load(each.read_text().replace("!ENV", "")) is not None


def test_editors_find_a_schema_for_every_file_of_it(tmp_path: Path) -> None:
    assert start(tmp_path / "new") == 0
    settings = json.loads((tmp_path / "new/.vscode/settings.json").read_text())
    assert settings["yaml.schemas"] == mapping()
    for schema, patterns in settings["yaml.schemas"].items():
        assert json.loads((tmp_path / "new" / schema).read_text())["title"]
        assert all(pattern.startswith("data/") for pattern in patterns)


def test_equal_answers_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        assert start(tmp_path / name) == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


def test_it_offers_to_write_new_files(tmp_path: Path) -> None:
    assert start(tmp_path / "new") == 0
    tasks = json.loads((tmp_path / "new/.vscode/tasks.json").read_text())
    commands = [each["command"] for each in tasks["tasks"]]
    assert f"make new KIND=${{input:{tasks['inputs'][0]['id']}}}" in commands
    makefile = (tmp_path / "new/Makefile").read_text()
    for task in commands:
        assert f"\n{task.split()[1]}: " in makefile
    assert "make new KIND=news" in (tmp_path / "new/README.md").read_text()
