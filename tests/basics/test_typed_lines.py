"""Lists, line ends and paragraphs as people type them, and what pages make of them."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from pendopo.basics.cmark import to_html
from pendopo.basics.list_marks import marks
from pendopo.basics.markdown import Fault, faults, plain, render
from pendopo.basics.typed_lines import as_markdown

LONG = "Pemerintah daerah menyusun rencana pembangunan jangka menengah untuk lima tahun dan"
LETTERS = '<ol type="a">\n<li>KTP</li>\n<li>KK</li>\n</ol>'


def items(html: str) -> str:
    """HTML of lists without its line ends and closing tags."""
    for tag in ("</li>", "</ol>", "</ul>", "\n"):
        html = html.replace(tag, "")
    return html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a. KTP\nb. KK", LETTERS),
        ("a) KTP\nb) KK", LETTERS),
        ("a.\tKTP\nb.\tKK", LETTERS),
        ("  a. KTP\n  b. KK", LETTERS),
        ("    a. KTP\n    b. KK", LETTERS),
        ("Syarat:\na. KTP\nb. KK", f"<p>Syarat:</p>\n{LETTERS}"),
        (f"{LONG}\na. KTP\nb. KK", f"<p>{LONG}</p>\n{LETTERS}"),
        ("A. Umum\nB. Khusus", '<ol type="A">\n<li>Umum</li>\n<li>Khusus</li>\n</ol>'),
        ("i. satu\nii. dua", '<ol type="i">\n<li>satu</li>\n<li>dua</li>\n</ol>'),
        ("III. tiga\nIV. empat\nkata", "<p>III. tiga<br>\nIV. empat<br>\nkata</p>"),
        ("c. KTP\nd. KK", LETTERS.replace('"a"', '"a" start="3"')),
        ("h. KTP\ni. KK\nj. SIM", LETTERS.replace('"a"', '"a" start="8"')[:-5]
         + "<li>SIM</li>\n</ol>"),
        ("teks\n3. KTP\n4. KK", f"<p>teks</p>\n{LETTERS}".replace('type="a"', 'start="3"')),
        ("• KTP\n• KK", "<ul>\n<li>KTP</li>\n<li>KK</li>\n</ul>"),
        ("•KTP\n•KK", "<ul>\n<li>KTP</li>\n<li>KK</li>\n</ul>"),
        ("\uf0b7\tKTP\n\uf0b7\tKK", "<ul>\n<li>KTP</li>\n<li>KK</li>\n</ul>"),
        ("o KTP\no KK", "<ul>\n<li>KTP</li>\n<li>KK</li>\n</ul>"),
        ("Syarat:\nØ\tKTP\nØ\tKK", "<p>Syarat:</p>\n<ul>\n<li>KTP</li>\n<li>KK</li>\n</ul>"),
        ("ü KTP\nlalu\nü KK", "<ul>\n<li>KTP<br>\nlalu</li>\n<li>KK</li>\n</ul>"),
        ("o kota\n§ 5 berlaku", "<p>o kota<br>\n§ 5 berlaku</p>"),
        ("oKTP\noKK", "<p>oKTP<br>\noKK</p>"),
        ("Syarat:\n– KTP\n– KK", "<p>Syarat:</p>\n<ul>\n<li>KTP</li>\n<li>KK</li>\n</ul>"),
        ("a. _KTP_\nb. www.contoh.example",
         '<ol type="a">\n<li><em>KTP</em></li>\n<li><a href="http://www.contoh.example" '
         'rel="noopener noreferrer">www.contoh.example</a></li>\n</ol>'),
    ],
)  # fmt: skip
def test_lines_that_begin_with_a_mark_become_a_list(text: str, html: str) -> None:
    assert render(text, 2) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("1. a\na. b\nb. c\n2. d", '<ol><li>a<ol type="a"><li>b<li>c<li>d'),
        ("1. a\n    a. b\n    b. c\n2. d", '<ol><li>a<ol type="a"><li>b<li>c<li>d'),
        ("1. a\n        a. b\n        b. c", '<ol><li>a<ol type="a"><li>b<li>c'),
        ("a. a\n1) b\n2) c\nb. d", '<ol type="a"><li>a<ol type="1"><li>b<li>c<li>d'),
        ("• a\n– b\n– c\n• d", "<ul><li>a<ul><li>b<li>c<li>d"),
        ("  1. a\na. b\nb. c", '<ol><li>a<ol type="a"><li>b<li>c'),
        ("a. a\n\n   lagi\n\nb. b", '<ol type="a"><li><p>a</p><p>lagi</p><li><p>b</p>'),
        ("a. a\n\nb. b", '<ol type="a"><li><p>a</p><li><p>b</p>'),
        ("a. a\n\nlagi\n\nb. b",
         '<ol type="a"><li>a<p>lagi</p><ol type="a" start="2"><li>b'),
        (f"a. {LONG}\n   itu pula.\nb. b", f'<ol type="a"><li>{LONG}itu pula.<li>b'),
    ],
)  # fmt: skip
def test_marks_of_another_kind_begin_a_list_within(text: str, html: str) -> None:
    assert items(render(text, 2)) == html


@pytest.mark.parametrize(
    "text",
    [
        "- a\n  - b\n    - c\n- d",
        "1. a\n\n   b\n\n2. c",
        "1. a\n- b\n- c\n2. d",
        "1. a\n2) b",
        "- a\n* b\n+ c",
        "- a\n\n  ```\n  b\n    c\n  ```\n- d",
        "```\na. b\nB\n    c\n\td\n```",
        "~~~\n```\na. b\n~~~",
        "- a\n---\nb",
        "a\n---\nb\n===",
        "* * *\n\n- - -",
        "- [ ] a\n- [x] b",
        "| a | b |\n| - | - |\n| C | D |\n| E | F |",
        "> a\n> b",
        "# A\n## B\nc",
        "a  \nb\\\nc",
        "a\n1. b\n2. c",
        "10. a\n11. b",
        "- a\n\n- b\n\n\nc",
        "[a]\n\n[a]: https://contoh.example",
        f"{LONG}\nyang telah ditetapkan dan disahkan dengan peraturan daerah tahun\n2021. Ada.",
        f"{LONG}\nH. Rahman.",
        f"{LONG}\n– yaitu semua – ke sini.",
    ],
)
def test_what_is_markdown_already_stays(text: str) -> None:
    assert to_html(as_markdown(text).text) == to_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kantor Camat\nJalan Ahmad Yani 12\nKota Metro 34111",
        "Surel:\ncamat@contoh.example\nwww.contoh.example",
        "telepon: 0725-41234\nfaksimile: 0725-41235",
        f"{LONG} {LONG}.\nKepala Dinas",
        "(1) Ayat satu.\n(2) Ayat dua.",
        "1.1 Umum\n1.2 Khusus",
        "sajak pendek\nyang dua baris",
        f"{LONG} lagi\n{LONG} pula\n\nKantor Camat\nJalan Ahmad Yani 12",
    ],
)
def test_the_end_of_a_line_stays_where_no_editor_has_broken_it(text: str) -> None:
    assert render(text, 2).count("<br>\n") == text.rsplit("\n\n", maxsplit=1)[-1].count("\n")


WORDS = st.lists(
    st.sampled_from(["Kota", "Contoh", "dan", "2021,", "yang", "perangkat"]), min_size=60
)


@tries(200)
@given(WORDS, st.integers(72, 120))
def test_lines_that_an_editor_has_broken_are_one_paragraph(words: list[str], width: int) -> None:
    assert "<br" not in render(textwrap.fill(" ".join(words), width), 2)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("\tSatu.\n\n\tDua.", "<p>Satu.</p>\n<p>Dua.</p>"),
        ("Satu.\n\n      Dua\n      lagi.", "<p>Satu.</p>\n<p>Dua<br>\nlagi.</p>"),
        ("Satu.\n\tDua.", "<p>Satu.</p>\n<p>Dua.</p>"),
        ("- a\n\n        b", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>"),
    ],
)
def test_an_indented_paragraph_is_a_paragraph(text: str, html: str) -> None:
    assert render(text, 2) == html


def test_faults_are_told_in_the_lines_that_were_typed() -> None:
    text = "satu\n3. dua\n4. tiga\n\n\tempat\n\tlima <b>\nenam\n\ttujuh <i>"
    assert faults(text) == [Fault(6, "markup-html"), Fault(8, "markup-html")]


def test_a_description_has_no_sign_of_how_lists_are_made() -> None:
    assert plain("a. KTP\nb. KK").split() == ["KTP", "KK"]


PIECES = [
    *(
        "a. ",
        "b. ",
        "B. ",
        "A. ",
        "1. ",
        "2) ",
        "i. ",
        "ii. ",
        "• ",
        "– ",
        "- ",
        "* ",
        "kata",
        "Kata",
    ),
    *(" ", "    ", "\t", "\n", "\n\n", "```\n", "~~~", "> ", "# ", "---\n", "| a |", LONG, "\\"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)


@tries(600)
@given(TEXTS)
def test_no_word_is_lost_and_every_line_is_known(text: str) -> None:
    lines = text.split("\n")
    typed = as_markdown(text)
    assert list(typed.lines) == sorted(typed.lines)
    assert set(typed.lines) == set(range(1, len(lines) + 1))
    found = marks([line.expandtabs(4) for line in lines])
    written: dict[int, str] = {}
    for number, line in zip(typed.lines, typed.text.split("\n"), strict=True):
        written[number - 1] = written.get(number - 1, "") + line
    for number, line in enumerate(lines):
        kept = found[number].text if number in found else line
        assert "".join(written[number].split()).endswith("".join(kept.expandtabs(4).split()))


@pytest.mark.parametrize("piece", ["a\n", "a. \n", "- \n", " - a\n", "\ta\n", "i. x\n", "```\n"])
def test_hostile_lines_of_the_greatest_length_are_written(piece: str) -> None:
    assert as_markdown((piece * 20_000)[:20_000]).text
