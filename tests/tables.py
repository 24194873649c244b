"""Tables of agencies that tests give to `pendopo new agencies`, and what must hold after it."""

from pathlib import Path

import pytest

from pendopo.commands import main
from places import contents


def made(data: Path, table: str | bytes, under: str) -> int:
    """The exit code of the command for a table beside the data folder."""
    file = data.parent / "tabel.csv"
    file.write_bytes(table if isinstance(table, bytes) else table.encode(errors="surrogatepass"))
    return main(["new", "agencies", "--from", str(file), "--under", under, "--data", str(data)])


def refused(
    data: Path, table: str | bytes, under: str, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Asserts that each of the problems `told` is told at its place, and nothing is written."""
    before = contents(data)
    assert made(data, table, under) == 1
    said = [line for line in capsys.readouterr().out.splitlines() if not line.startswith(" ")][:-1]
    assert len(said) == len(told)
    for line, expected in zip(said, told, strict=True):
        assert line.startswith(f"{(data.parent / 'tabel.csv').as_posix()}:{expected}")
    assert contents(data) == before


def written_within(data: Path, table: str | bytes, under: str, folder: str) -> None:
    """Asserts that all is written within a folder or nothing; the data are as before then."""
    before = contents(data)
    code = made(data, table, under)
    after = contents(data)
    assert code in (0, 1)
    assert all(path in before or path.startswith(f"{folder}/") for path in after)
    assert {path: after[path] for path in before} == before
    assert code == 0 or after == before
    assert {each.name for each in data.parent.iterdir()} <= {"data", "tabel.csv"}
    for path in after.keys() - before.keys():
        (data / path).unlink()
