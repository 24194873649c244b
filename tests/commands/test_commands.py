"""The command line: what it prints, what it writes, and what it returns."""

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

import pendopo
from conftest import AGENCY, EPOCH, MINIATURE, PORTAL, TODAY, Write, at_length
from pendopo.commands import NAMES, group, main, options
from places import site_of

FAULTY = {
    "agencies/kota-uji/agency.yml": "type: kota\nnmae: Kota Uji\n",
    "agencies/kota-uji/plans/2025-2029.yml": "type: RPJMD\ntitle: R\nvision: {statement: Maju}\n"
    "period: {start: 2029, end: 2025}\n",
    "agencies/kota-uji/catatan.docx": "isi",
}


@pytest.fixture(autouse=True)
def _same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769900000")


def written(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_check_of_sound_data_counts_agencies_and_pages(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    assert main(["check", str(MINIATURE)]) == 0
    out, err = capsys.readouterr()
    *told, counted, last = out.splitlines()
    heads = [each for each in told if not each.startswith(" ")]
    warned = [each for each in heads if ": informasi: " not in each]
    files = {each.partition(":")[0] for each in warned}
    assert counted == f"{len(warned)} peringatan dalam {len(files)} berkas."
    site, _ = site_of(MINIATURE, TODAY)
    agencies, pages = site.context.directory.agencies, site.pages
    said = f"{len(agencies)} instansi, {len(pages)} halaman."
    assert last == f"Tidak ada yang menghalangi penerbitan: {said}"
    assert err == ""


def test_check_prints_every_problem_of_all_files_with_place_and_mend_in_order(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write({"portal.yml": PORTAL + "language: en\n", **FAULTY})
    assert main(["check", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{folder}/agencies/kota-uji/agency.yml:2:1: The key nmae is not known here. "
        "[key-unknown-nearest]",
        "    2 | nmae: Kota Uji",
        "      | ^^^^",
        "    Rename it to name if that is what you meant.",
        "    Perhaps:",
        "    2 | name: Kota Uji",
        f"{folder}/agencies/kota-uji/catatan.docx:1:1: catatan.docx lies among texts, where no "
        "picture and no document is published. [file-media]",
        "    Move it to the folder agencies/kota-uji/media.",
        f"{folder}/agencies/kota-uji/plans/2025-2029.yml:4:28: The period ends in 2025, before it "
        "starts in 2029. [period-order]",
        "    4 | period: {start: 2029, end: 2025}",
        "      |                            ^^^^",
        "    Correct the two years.",
        "3 problems were found in 3 files.",
    ]


def test_check_speaks_the_language_of_the_portal(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(FAULTY)
    assert main(["check", str(folder)]) == 1
    indonesian = capsys.readouterr().out
    (folder / "portal.yml").write_text(PORTAL + "language: en\n")
    assert main(["check", str(folder)]) == 1
    english = capsys.readouterr().out
    places = [line.split(": ")[0] for line in english.splitlines() if not line.startswith(" ")]
    assert [line.split(": ")[0] for line in indonesian.splitlines() if not line.startswith(" ")][
        :-1
    ] == places[:-1]
    typed = re.compile(r"(    \S.*)?\s+\| .*")
    both = set(indonesian.splitlines()) & set(english.splitlines())
    assert [each for each in both if not typed.fullmatch(each)] == []


def test_check_of_a_folder_that_is_missing_tells_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "tiada")]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert str(tmp_path / "tiada") in lines[0]


def test_check_takes_the_folder_data_where_none_is_named(
    write: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write({"portal.yml": PORTAL + "nmae: x\n"}).parent)
    assert main(["check"]) == 1
    assert capsys.readouterr().out.startswith("data/portal.yml:3:1: ")


@pytest.mark.parametrize(
    "places",
    [
        (".", "data/agencies", "data/"),
        (".", "data/agencies/kota-uji/agency.yml", "data/"),
        ("data", "data", "./"),
        ("data/agencies/kota-uji", "agency.yml", "{folder}/"),
    ],
)
def test_check_of_a_part_of_the_data_checks_all_of_them(
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    places: tuple[str, str, str],
) -> None:
    """`places` are where somebody is, what is named there, and how the folder is shown."""
    here, named, shown = places
    folder = write({"agencies/kota-uji/agency.yml": AGENCY + "nmae: x\n"})
    monkeypatch.chdir(folder.parent / here)
    assert main(["check", named]) == 1
    told = capsys.readouterr().out
    assert told.startswith(f"{shown.format(folder=folder)}agencies/kota-uji/agency.yml:3:1: ")
    assert told.count("agency.yml:") == 1
    found = click.Option(["--data"], type=options.DataFolder()).type.convert(named, None, None)
    assert found.samefile(folder)


def test_check_takes_the_folder_that_the_environment_names(
    write: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write({"portal.yml": PORTAL + "nmae: x\n"})
    monkeypatch.setenv("PENDOPO_DATA", str(folder))
    assert main(["check"]) == 1
    assert capsys.readouterr().out.startswith(f"{folder}/portal.yml:3:1: ")


def test_check_prints_nothing_that_steers_the_terminal(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    head = 'type: "\\e[31mkota"\nname: "a\\nb"\n"\\e]0;x\\a": x\nwebsite: "http://\\u202e"\n'
    folder = write({"agencies/kota-uji/agency.yml": head, "agencies/\x1b[2J": "isi"})
    assert main(["check", str(folder)]) == 1
    out = capsys.readouterr().out
    assert all(line.isprintable() for line in out.splitlines())
    assert out.isascii() or out.encode()


@pytest.mark.parametrize("arguments", [[], ["periksa"], ["export"], ["check", "a", "b"], ["--x"]])
def test_a_misused_command_returns_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert "Cara pakai: pendopo" in capsys.readouterr().err


@pytest.mark.parametrize("name", NAMES)
def test_the_help_of_every_command_is_in_the_language_of_the_terminal(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    said = []
    for language in ("id_ID.UTF-8", "en_US.UTF-8", "C.UTF-8"):
        monkeypatch.setenv("LC_ALL", language)
        assert main([name, "--help"]) == 0
        said.append(capsys.readouterr().out)
    indonesian, english, other = said
    assert indonesian == other != english


def described(name: str, language: str) -> set[str]:
    """What the help of a command says of it and of its options."""
    commands = group(language)
    command = commands.get_command(click.Context(commands), name)
    assert command
    assert command.help
    options = [each for each in command.params if isinstance(each, click.Option)]
    return {command.help, *(each.help or "" for each in options if not each.hidden)}


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_described_in_both_languages(name: str) -> None:
    indonesian, english = described(name, "id"), described(name, "en")
    assert not indonesian & english
    assert "" not in indonesian | english


def test_commands_of_the_platform_need_a_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("build", "serve"):
        assert main([name]) == 2
        assert capsys.readouterr().err.startswith("Tidak ada mkdocs.yml dalam folder ini.")


def test_an_address_that_is_none_ends_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SITE_URL", "http://[::1")
    assert main(["build"]) == 2
    assert capsys.readouterr().err.startswith("SITE_URL bukan alamat.")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_its_commands(
    shell: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_PENDOPO_COMPLETE", f"{shell}_complete")
    for name, value in (("COMP_WORDS", "pendopo exp"), ("COMP_CWORD", "1")):
        monkeypatch.setenv(name, value if shell != "fish" or name == "COMP_WORDS" else "exp")
    with pytest.raises(SystemExit):
        main([])
    assert "export" in capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"pendopo {pendopo.__version__}\n"


def test_the_package_runs_as_a_module(tmp_path: Path) -> None:
    path = str(Path(pendopo.__file__).parents[1])
    result = subprocess.run(
        [sys.executable, "-m", "pendopo", "--version"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert result.stdout == f"pendopo {pendopo.__version__}\n"
    assert result.stderr == ""


def test_a_run_as_a_module_returns_what_the_command_returns(write: Write, tmp_path: Path) -> None:
    folder = write(FAULTY)
    path = str(Path(pendopo.__file__).parents[1])
    result = subprocess.run(
        [sys.executable, "-m", "pendopo", "check", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
    )
    assert result.returncode == 1
    assert "Traceback" not in result.stderr


def test_export_writes_all_pages_and_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "baru" / "keluar"
    assert main(["export", str(folder), "--data", str(MINIATURE)]) == 0
    out = capsys.readouterr().out
    files = set(written(folder)) - {".pendopo-export"}
    assert str(folder) in out
    assert str(len(files)) in out
    assert "docs/index.md" in files
    assert "docs/kota-contoh/visi-misi/2025-2029/index.md" in files
    assert "docs/kota-contoh/media/standar-pelayanan.pdf" in files
    assert [path.name for path in folder.parent.iterdir()] == ["keluar"]


def test_export_refuses_a_folder_that_holds_anything_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "penting.txt").write_text("penting")
    assert main(["export", str(tmp_path), "--data", str(MINIATURE)]) == 2
    assert written(tmp_path) == {"penting.txt": b"penting"}
    out, err = capsys.readouterr()
    assert str(tmp_path) not in out
    assert str(tmp_path) in err


def test_export_refuses_a_file(tmp_path: Path) -> None:
    (tmp_path / "keluar").write_text("penting")
    assert main(["export", str(tmp_path / "keluar"), "--data", str(MINIATURE)]) == 2
    assert (tmp_path / "keluar").read_text() == "penting"


def test_a_refusal_speaks_the_language_of_the_portal(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    refusals = []
    for language in ("id", "en"):
        folder = write({"portal.yml": f"{PORTAL}language: {language}\n"})
        assert main(["export", str(folder), "--data", str(folder)]) == 2
        refusals.append(capsys.readouterr().err)
    assert refusals[0] != refusals[1]


def test_export_fills_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "keluar").mkdir()
    assert main(["export", str(tmp_path / "keluar"), "--data", str(MINIATURE)]) == 0
    assert (tmp_path / "keluar" / "docs/index.md").is_file()


def test_export_into_the_folder_one_stands_in_writes_or_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "keluar").mkdir()
    monkeypatch.chdir(tmp_path / "keluar")
    result = main(["export", ".", "--data", str(MINIATURE)])
    assert (result, (tmp_path / "keluar" / "docs/index.md").is_file()) in ((0, True), (2, False))


def test_export_replaces_an_earlier_one_whole(write: Write, tmp_path: Path) -> None:
    keluar = tmp_path / "keluar"
    folder = write({"agencies/kota-uji/agency.yml": AGENCY, "agencies/lain/agency.yml": AGENCY})
    assert main(["export", str(keluar), "--data", str(folder)]) == 0
    assert "docs/lain/index.md" in written(keluar)
    (folder / "agencies/lain/agency.yml").unlink()
    (folder / "agencies/lain").rmdir()
    assert main(["export", str(keluar), "--data", str(folder)]) == 0
    assert "docs/lain/index.md" not in written(keluar)
    assert "docs/kota-uji/index.md" in written(keluar)


def test_export_writes_nothing_when_the_data_have_problems(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    keluar = tmp_path / "keluar"
    assert main(["export", str(keluar), "--data", str(folder)]) == 0
    before = written(keluar)
    folder = write(FAULTY)
    assert main(["export", str(keluar), "--data", str(folder)]) == 1
    assert main(["export", str(tmp_path / "lain"), "--data", str(folder)]) == 1
    assert written(keluar) == before
    assert not (tmp_path / "lain").exists()
    assert "agencies/kota-uji/agency.yml:2:1" in capsys.readouterr().out


@at_length
def test_two_exports_are_equal_byte_by_byte(tmp_path: Path) -> None:
    for name in ("satu", "dua", "dua"):
        assert main(["export", str(tmp_path / name), "--data", str(MINIATURE)]) == 0
    assert written(tmp_path / "satu") == written(tmp_path / "dua")
