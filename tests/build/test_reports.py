"""Sentences about what is no problem of the data."""

from concurrent.futures import BrokenExecutor

import pytest

from pendopo import commands
from pendopo.build.check import Check
from pendopo.build.publish import Outcome
from pendopo.build.reports import mishap, outcome
from pendopo.reading.entry import ChangedError


def of_windows(number: int, error: OSError) -> OSError:
    """An error with the number that Windows has for it."""
    error.winerror = number  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize(
    ("error", "indonesian", "english"),
    [
        (
            ChangedError("a.yml"),
            "a.yml berubah sementara dibaca. Mulai lagi.",
            "a.yml was changed meanwhile. Start again.",
        ),
        (
            BrokenExecutor(),
            "Sistem menghentikan salah satu proses, mungkin karena kekurangan memori. Mulai lagi.",
            "The system has ended a process, perhaps for want of memory. Start again.",
        ),
        (
            OSError(13, "Permission denied", "site/index.html"),
            "site/index.html tidak dapat dipakai: Permission denied.",
            "site/index.html could not be used: Permission denied.",
        ),
        (
            of_windows(32, PermissionError(13, "Permission denied", "site/index.html")),
            "site/index.html mungkin sedang dibuka program lain. Tutup di sana, lalu mulai lagi.",
            "site/index.html is perhaps open in another program. Close it there and start again.",
        ),
        (
            OSError(28, "No space left on device"),
            "Penyimpanan penuh. Kosongkan sebagian, lalu mulai lagi.",
            "The disk is full. Free some space and start again.",
        ),
        (
            OSError(27, "File too large"),
            "Sistem menolak: File too large.",
            "The system refused: File too large.",
        ),
        (
            ChildProcessError(101, "thread panicked\nnote: run with more", "pagefind"),
            "pagefind tidak dapat dipakai: thread panicked.",
            "pagefind could not be used: thread panicked.",
        ),
        (
            MemoryError(),
            "Memori tidak cukup. Tutup program lain, lalu mulai lagi.",
            "There is not enough memory. End other programs and start again.",
        ),
    ],
)
def test_what_goes_wrong_beside_the_data_is_said_in_a_sentence(
    error: Exception, indonesian: str, english: str
) -> None:
    assert mishap(error, "id") == indonesian
    assert mishap(error, "en") == english


def test_any_other_error_is_a_broken_program() -> None:
    with pytest.raises(ZeroDivisionError):
        mishap(ZeroDivisionError(), "id")


def test_what_a_build_did_is_said_in_a_line() -> None:
    done = Outcome(
        1_200, 3, 4, {"read": 0.123, "compare": 0.0, "render": 61.5, "write": 1.0}, 12_300_000
    )
    assert outcome(done, "id") == (
        "Halaman: 1.200 dibuat, 3 tetap, 4 dihapus "
        "(membaca 0,12 dtk, membandingkan 0 dtk, menyusun 61,5 dtk, menulis 1 dtk). "
        "12,3 MB, 1,2 % dari batas GitHub Pages."
    )
    assert outcome(done, "en") == (
        "Pages: 1,200 built, 3 kept, 4 removed "
        "(read 0.12 s, compared 0 s, rendered 61.5 s, wrote 1 s). "
        "12.3 MB, 1.2 % of the limit of GitHub Pages."
    )


def test_a_command_says_what_went_wrong_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def changed(*arguments: object, **more: object) -> None:
        raise ChangedError("a.yml")

    monkeypatch.setattr(Check, "verdict", changed)
    assert commands.main(["check", "data"]) == commands.MISUSED
    assert capsys.readouterr().err == "a.yml berubah sementara dibaca. Mulai lagi.\n"
