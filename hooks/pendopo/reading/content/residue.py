"""What copying left behind in a text, and what was to be replaced before publication."""

import re
from collections.abc import Iterator, Sequence

from pendopo.basics.list_marks import BULLETS
from pendopo.reading.content.tokens import around
from pendopo.reading.finding import Finding
from pendopo.reading.values import Text

ENTITY = re.compile(
    r"&(?:amp;)*(?:nbsp|#160|#xa0|ensp|emsp|thinsp);|&amp;(?:amp|quot|lt|gt);", re.IGNORECASE
)
SPACE = re.compile(r"\xa0[ \xa0]+|(?<= )\xa0|(?<=[^\W\d_]{2})\xa0(?=[^\W\d_]{2})")
"""A space of web pages that keeps words together where nothing needs it: not in `Pasal 5`."""
SIGN = re.compile(rf"[{BULLETS}·–—*-]\s+(?=\w)|[{BULLETS}](?=\w)")
SIGNS = frozenset(f"{before}{sign}" for before in ("", '"', "'") for sign in "·–—*-") - {"-"}
ROWS = re.compile(r"^(?P<first>[^\s|][^\n\t|]*\t[^\n|]*)(?=\n[ ]*[^\s|][^\n\t|]*\t)", re.MULTILINE)
"""The first of several lines that have a tab between words."""
NUMBER = re.compile(r"\(?(?:(?P<figure>\d{1,2})|(?P<letter>[a-z]))[.)]\s+(?=\S)")
NUMBERS = around(["1.", "1)", "(1)", "a.", "a)", "(a)"])
"""What a list that was copied with its numbers begins with."""
MARKDOWN = re.compile(
    r"!?\[(?P<words>[^\[\]]{0,200})\]\([^()\s]{0,500}\)|\*\*(?P<bold>[^*\n]+)\*\*"
)
IN_VALUE = re.compile(r"[ ]*(?:- +)*[\w-]+:[ ]+[^|>\s]?|[ ]*- +['\"]|[ ]*- +[{\[]")
"""How a line begins with a value; Markdown in a list of YAML needs quotes around it."""
OPEN = (
    r"\bISIAN\b|(?i:\blorem ipsum\b|\bipsum dolor\b)|\bx{3,}\b|\bX{4,}\b"
    r"|\b(?:TODO|FIXME|TBD|TBA)\b"
    r"|(?i:\b(?:isi|tulis|ketik|masukkan|tempel) (?:teks |judul |isi |di)?(?:di ?)?sini\b)"
)
WHOLE = (
    r"(?:…|\.{3,}|\?{2,}|_{2,}|X{3}|(?i:contoh (?:judul|teks|isi|berita|kalimat|ringkasan|nama)|"
    r"judul (?:di ?sini|berita|contoh)|tes|test|testing|asdf\w*|qwerty\w*|coba-coba))"
)
PLACEHOLDER = re.compile(rf"{OPEN}|\A{WHOLE}\Z")
"""A number in Roman letters, `XXX`, counts only where nothing else stands there."""
DRAFTED = around(
    [
        *("isian", "lorem", "ipsum", "todo", "fixme", "tbd", "tba", "sini", "disini", "contoh"),
        *("judul", "tes", "test", "testing", "asdf", "qwerty", "coba-coba", "…", "...", "...."),
        *("??", "__", *("x" * count for count in range(3, 12))),
    ]
)


def may_have_markdown(before: Sequence[str]) -> bool:
    """Whether a file may have Markdown as a value, by what stands before its signs."""
    return any(IN_VALUE.match(part.rpartition("\n")[2]) for part in before)


def pasted(text: Text) -> Iterator[Finding]:
    """A text has no signs that a web page or a text editor has for itself."""
    for found in ENTITY.finditer(text.text) if text.markdown else ():
        yield _pasted(text, found, _meant(found[0]))
    for found in SPACE.finditer(text.text):
        yield _pasted(text, found, "" if text.text[found.start() - 1] == " " else " ")


def tabbed(text: Text) -> Iterator[Finding]:
    """A text has no rows of a word processor's table, whose cells only tabs divide."""
    if text.markdown and (found := ROWS.search(text.text)):
        cells = " | ".join(each.strip() for each in found["first"].split("\t"))
        yield text.finding(found, "text-tabs", {"meant": f"| {cells} |"})


def typed_signs(text: Text) -> Iterator[Finding]:
    """A plain text does not begin with the sign of a list; kinds judge statements themselves."""
    plain = not text.markdown and not text.official and "\n" not in text.text
    if plain and (sign := SIGN.match(text.text)):
        yield _pasted(text, sign, "")


def typed_numbers(text: Text) -> Iterator[Finding]:
    """An entry of a list does not begin with its number, which a page puts before it."""
    at = next((part for part in reversed(text.location[-2:]) if isinstance(part, int)), None)
    if at is None or text.markdown or text.official:
        return
    if found := NUMBER.match(text.text):
        number = int(found["figure"]) if found["figure"] else ord(found["letter"]) - ord("`")
        if number == at + 1:
            yield _pasted(text, found, "")


def markdown_in_plain_text(text: Text) -> Iterator[Finding]:
    """A plain text has no Markdown, which a page would show as it is."""
    if text.markdown or not ("](" in text.text or "**" in text.text):
        return
    if found := MARKDOWN.search(text.text):
        meant = (found["words"] or found["bold"] or "").strip()
        values = {"value": found[0], "meant": meant or "…"}
        yield text.finding(found, "text-markdown", values, meant)


def placeholders(text: Text) -> Iterator[Finding]:
    """Nothing stands there that was to be replaced."""
    if found := PLACEHOLDER.search(text.text):
        yield text.finding(found, "text-placeholder", {"value": found[0]})


def _pasted(text: Text, found: re.Match[str], meant: str) -> Finding:
    shown = found[0].strip(" ").replace("\xa0", "[U+00A0]")
    return text.finding(found, "text-pasted", {"value": shown}, meant, certain=True)


def _meant(entity: str) -> str:
    """A space, or what is meant by an entity whose own sign was written as one."""
    space = re.search("nbsp|160|xa0|sp;", entity, re.IGNORECASE)
    return " " if space else f"&{entity[5:]}"
