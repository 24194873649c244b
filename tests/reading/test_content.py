"""What texts say, as a careful colleague reads it: what is told, and what is right as it is."""

import pytest

from conftest import AGENCY, Write
from pendopo.commands import main
from pendopo.problems.problem import Problem
from texts import judged

ARTICLE = "title: A\npublished: 2026-01-05\n"
NEWS = "agencies/kota-uji/news/2026-01-05-a.yml"


def in_prose(text: str) -> list[Problem]:
    return sorted(judged("article", f"---\n{ARTICLE}---\n{text}\n", "a.md")[1])


def in_plain(text: str) -> list[Problem]:
    quoted = text.replace("'", "''")
    return sorted(judged("agency", f"{AGENCY}tagline: '{quoted}'\n")[1])


def told(problems: list[Problem]) -> list[str]:
    return [each.code for each in problems]


def right(problem: Problem) -> str:
    ((_, _, line),) = problem.corrections
    return line


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Senin, 3 Februari 2026", "Selasa, 3 Februari 2026"),
        ("rapat hari senin tanggal 3 Februari 2026", "rapat hari selasa tanggal 3 Februari 2026"),
        ("SENIN, 3 FEBRUARI 2026", "SELASA, 3 FEBRUARI 2026"),
        ("Sen, 3 Feb 2026", "Sel, 3 Feb 2026"),
        ("Jum’at, 3 Februari 2026", "Selasa, 3 Februari 2026"),
        ("Ahad (3/2/2026)", "Selasa (3/2/2026)"),
        ("Kamis, 6-2-2026", "Jumat, 6-2-2026"),
        ("Kamis, 2026-02-06", "Jumat, 2026-02-06"),
        ("3 Februari 2026 (Senin)", "3 Februari 2026 (Selasa)"),
        ("Monday, 3 February 2026", "Tuesday, 3 February 2026"),
        ("Monday, February 3rd, 2026", "Tuesday, February 3rd, 2026"),
        ("Mon, 3 Feb 2026", "Tue, 3 Feb 2026"),
        ("Sabtu, 8 Februari 2026", "Minggu, 8 Februari 2026"),
    ],
)
def test_a_weekday_that_is_not_that_of_its_date_is_told(text: str, meant: str) -> None:
    (found,) = in_prose(f"Satu.\n\nPada {text} pukul 8.")
    assert (found.code, found.line, found.certain) == ("weekday-differs", 7, False)
    assert right(found) == f"Pada {meant} pukul 8."


@pytest.mark.parametrize(
    "text",
    [
        *("Selasa, 3 Februari 2026", "Sel., 3 Feb 2026"),
        *("Jumat, 6 Februari 2026", "Jum'at 6/2/2026"),
        *("Tuesday, 3 February 2026", "Tuesday, 2/3/2026", "Monday, 2/3/2026"),
        *("Senin-Selasa, 2-3 Februari 2026", "Senin dan Rabu, 3 Februari 2026"),
        *("Senin s.d. Rabu, 3 Februari 2026", "Senin – Rabu, 3 Februari 2026"),
        *("pekan ini, minggu 3 Februari 2026", "Senin, 31 Februari 2026", "Senin, 3 Xyz 2026"),
        *("Senin 3 Februari", "Seminggu 3 Februari 2026", "15 min 3 Februari 2026"),
    ],
)  # fmt: skip
def test_a_weekday_that_is_right_or_not_of_that_date_is_let_be(text: str) -> None:
    assert told(in_prose(text)) == told(in_plain(text)) == []


@pytest.mark.parametrize(
    "words",
    [
        *("di sini", "klik di sini", "Klik disini!"),
        *("**Selengkapnya…**", "baca selengkapnya", "link"),
        *("tautan ini", "here", "Click here", "read more", "klik link berikut", "unduh", ""),
    ],
)  # fmt: skip
def test_words_of_a_link_that_say_nothing_are_told(words: str) -> None:
    (found,) = in_prose(f"Satu.\nDaftar: [{words}](https://uji.go.id/a).")
    assert (found.code, found.line, found.column) == ("link-words", 6, 9)


def test_a_long_address_is_told_where_it_would_be_read_out() -> None:
    address = f"https://uji.go.id/{'a' * 80}"
    for text in (f"Lihat {address}", f"[{address}]({address})"):
        assert told(in_prose(text)) == ["link-address"]


@pytest.mark.parametrize(
    "text",
    [
        "[Syarat pindah](https://uji.go.id/a), [unduh formulir](https://uji.go.id/b)",
        "Silakan klik di sini. Pendaftaran di sini, selengkapnya di papan pengumuman [1].",
        "https://uji.go.id/berita",
        f"[Peraturan](https://uji.go.id/{'a' * 80})",
        f"https://{'a' * 20}.go.id/ https://{'a' * 20}.go.id/ https://{'a' * 20}.go.id/",
    ],
)
def test_words_that_tell_where_a_link_leads_are_right(text: str) -> None:
    assert told(in_prose(text)) == []


def test_a_plain_text_that_can_only_be_the_words_of_a_link_is_told() -> None:
    assert told(in_plain("Klik di sini")) == ["link-words"]
    assert told(in_plain("Klik di sini untuk layanan adminduk")) == []


@pytest.mark.parametrize(
    "text",
    [
        "PENERIMAAN PESERTA DIDIK BARU",
        "PENGUMUMAN LELANG JABATAN TAHUN 2026!",
        "JADWAL, PELAYANAN (KELILING)",
    ],
)  # fmt: skip
def test_a_text_in_capitals_is_told(text: str) -> None:
    assert told(in_plain(text)) == ["text-capitals"]
    assert [each.line for each in in_prose(f"Satu dua.\n\n{text}\n\nTiga.")] == [7]
    assert told(in_prose(f"## {text}")) == told(in_prose(f"Satu\n\n- {text}")) == ["text-capitals"]


@pytest.mark.parametrize(
    "text",
    [
        *("RSUD DR. R. M. DJOELHAM BINJAI"),
        *("RPJMD, RKPD, RENSTRA, RENJA, LKJIP, LPPD", "TERNATE ANDALAN"),
        *("PON XXXVIII MCMLXXXVIII XXXIII"),
        *("Nota DINAS PENDIDIKAN DAN KEBUDAYAAN KOTA", "SMPN 1 – SMAN 2"),
    ],
)  # fmt: skip
def test_abbreviations_numbers_and_short_names_may_be_in_capitals(text: str) -> None:
    assert told(in_plain(text)) == told(in_prose(f"{text}\n\nSatu dua.")) == []


def test_the_head_of_a_table_may_be_in_capitals_and_so_may_an_official_statement() -> None:
    assert told(in_prose("| NOMOR | URAIAN | KETERANGAN |\n|---|---|---|\n| 1 | a | b |")) == []
    statement = "MEWUJUDKAN PELAYANAN PUBLIK YANG RAMAH"
    _, found = judged("plan", f"type: RPJMD\ntitle: A\nvision: {{statement: {statement}}}\n")
    assert "text-capitals" not in told(found)


@pytest.mark.parametrize("text", ["satu dan dan dua", "kantor di\ndi kota", "YANG YANG", "the the"])
def test_a_little_word_that_stands_there_twice_is_told(text: str) -> None:
    assert told(in_prose(text)) == ["word-twice"]


def test_a_long_word_twice_in_a_row_is_told_with_the_hyphen_that_it_may_need() -> None:
    (found,) = in_prose("Untuk masing masing warga.")
    assert (found.code, right(found)) == ("word-hyphen", "Untuk masing-masing warga.")


@pytest.mark.parametrize(
    "text",
    [
        *("kupu-kupu dan anak-anak", "Pulau Bau Bau", "kupu kupu"),
        *("2 2 3 3", "dan-dan", "ini, ini"),
        *("itu itu saja", "sedan dan dandan", "| a | a |", "Desa Toli Toli Toli"),
    ],
)  # fmt: skip
def test_what_is_said_twice_on_purpose_is_let_be(text: str) -> None:
    assert told(in_prose(text)) == told(in_plain(text)) == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Satu&nbsp;dua.", "Satu dua."),
        ("Satu &amp;nbsp; dua", "Satu   dua"),
        ("A &amp;amp; B", "A &amp; B"),
        ("satu\xa0dua", "satu dua"),
        ("satu \xa0 dua", "satu dua"),
        ("satu.\xa0 Dua", "satu. Dua"),
    ],
)
def test_what_copying_has_left_behind_is_told_and_mended(text: str, meant: str) -> None:
    (found,) = in_prose(text)
    assert (found.code, right(found), found.certain) == ("text-pasted", meant, True)


@pytest.mark.parametrize("text", ["• KTP asli", "– KTP asli", "•KTP asli", "* KTP asli"])
def test_the_sign_of_a_list_before_a_plain_text_is_told(text: str) -> None:
    (found,) = in_plain(text)
    assert (found.code, right(found)) == ("text-pasted", "tagline: 'KTP asli'")


@pytest.mark.parametrize(
    "text", ["Pasal\xa05", "Rp\xa05.000", "10\xa0%", "A & B – C · D", "-5 derajat"]
)
def test_spaces_and_signs_that_somebody_typed_on_purpose_stay(text: str) -> None:
    assert told(in_prose(text)) == told(in_plain(text)) == []


def test_a_list_of_signs_in_markdown_is_a_list() -> None:
    assert told(in_prose("Syarat:\n\n• KTP\n• KK\n\n– Satu\n– Dua")) == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [("**Maju** bersama", "Maju bersama"), ("[Maju](https://a.go.id)", "Maju"), ("![](a.png)", "")],
)
def test_markdown_where_a_page_shows_it_as_it_is_typed_is_told(text: str, meant: str) -> None:
    (found,) = in_plain(text)
    assert (found.code, right(found)) == ("text-markdown", f"tagline: '{meant}'")


@pytest.mark.parametrize(
    "text",
    [
        *("ISIAN nama", "Lorem ipsum dolor", "xxx", "Jalan XXXX"),
        *("TODO: isi", "isi di sini", "…", "..."),
        *("Contoh judul", "tes", "??"),
    ],
)  # fmt: skip
def test_a_text_that_was_to_be_replaced_is_told(text: str) -> None:
    assert told(in_plain(text)) == told(in_prose(text)) == ["text-placeholder"]


@pytest.mark.parametrize(
    "text",
    [
        *("Kota Contoh", "PON XXX di Jakarta"),
        *("tes kesehatan", "dan lain-lain …", "Formulir isian"),
        *("Diisi di loket", "Contoh judul yang baik dibahas"),
    ],
)  # fmt: skip
def test_words_that_only_resemble_a_draft_are_let_be(text: str) -> None:
    assert told(in_plain(text)) == told(in_prose(text)) == []


def test_two_of_a_kind_are_told_at_their_own_places() -> None:
    found = in_prose("dan dan satu dan dan")
    assert [each.column for each in found] == [1, 14]


def test_the_place_is_that_of_the_words_however_the_text_is_written() -> None:
    for text, place in (
        ("body: satu dan dan dua\n", (3, 12)),
        ("body: 'satu dan dan dua'\n", (3, 13)),
        ("body: >-\n  satu\n  dan\n  dan dua\n", (5, 3)),
        ("body: |\n\n  satu\n  dan dan dua\n", (6, 3)),
        ('body: "satu\\nA dan dan dua"\n', (3, 16)),
        ('body: "dan \\u0064an"\nbyline: dan dan\n', (3, 7)),
    ):
        found = sorted(judged("article", f"{ARTICLE}{text}")[1])
        assert (found[0].line, found[0].column) == place, text


def test_what_is_certain_is_written_and_what_a_document_may_say_is_not(write: Write) -> None:
    text = f"{ARTICLE}body: |\n  A dan dan B&nbsp;C, A dan dan B.\n  Senin, 3 Februari 2026\n"
    folder = write({"agencies/kota-uji/agency.yml": f"{AGENCY}tagline: A dan dan B\n", NEWS: text})
    assert main(["check", str(folder), "--fix"]) == 0
    mended = "  A dan B C, A dan B.\n  Senin, 3 Februari 2026\n"
    assert (folder / NEWS).read_text() == f"{ARTICLE}body: |\n{mended}"
    assert "dan dan" in (folder / "agencies/kota-uji/agency.yml").read_text()


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("website: https://www.uji.go.id/\nemails: [kota.uji@gmail.com]\n", ["mail-private"]),
        ("emails: [a@dinas.uji.go.id, b@yahoo.co.id]\n", ["mail-private"]),
        ("emails: [a@uji.desa.id]\ncomplaints: [{name: A, emails: [b@ymail.com]}]\n",
         ["mail-private"]),
        ("emails: [kota.uji@gmail.com]\n", []),
        ("emails: [a@uji.go.id, b@uji.id]\n", []),
        ("emails: [a@gmail.com]\ncomplaints: [{name: A, url: https://www.lapor.go.id/}]\n", []),
        ("website: https://www.uji.go.id/\ntagline: Surat ke a@gmail.com\n", []),
    ],
)  # fmt: skip
def test_a_private_address_of_mail_is_told_beside_an_official_domain(
    more: str, codes: list[str]
) -> None:
    found = judged("agency", f"{AGENCY}{more}")[1]
    assert told(found) == codes
    assert not codes or "go.id" in str(found[0].values) or "desa.id" in str(found[0].values)
