"""Words in capitals, and words that stand there twice."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq

from pendopo.reading.finding import Finding
from pendopo.reading.values import Text

FEWEST = 3
"""Long words in capitals that make a text one in capitals; fewer may be a name."""
LONG = re.compile(r"(?<![^\W\d_])[A-Z]{5,}(?![^\W\d_])")
OFFICIAL = ("statement:", "heading:")
"""How the keys end of what is shown word for word."""
RUN = b"\1" * FEWEST
ROMAN = re.compile(r"[IVXLCDM]+")
SMALL = re.compile(r"[a-z]{2}")
PARAGRAPHS = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:#|[-*•] |\d+[.)] ))")
"""What stands between two paragraphs, headings or items of a list."""
LITTLE = "dan|di|ke|dari|yang|untuk|dengan|pada|atau|oleh|dalam|the|of|and|to|for|with|by|from"
TWICE = re.compile(rf"(?<![\w-])({LITTLE})\s+\1(?![\w-])", re.IGNORECASE)
SAID_TWICE = re.compile(r"(?<![\w-])([a-z]{5,}) \1(?![\w-])")


def may_have_capitals(tokens: Sequence[str]) -> bool:
    """Whether a file, by its words, may have a text in capitals."""
    flags = bytes(map(str.isupper, tokens))
    at = flags.find(RUN)
    while at >= 0:
        before = [each for each in tokens[max(0, at - 2) : at] if each[0] not in "|>"]
        if not (before and before[-1].endswith(OFFICIAL)):
            return True
        end = flags.find(0, at)
        at = flags.find(RUN, end) if end >= 0 else -1
    return False


def capitals(text: Text) -> Iterator[Finding]:
    """A text, or a paragraph of one, is not written in capitals.

    What an official document states is shown word for word, and often is.
    """
    if text.official:
        return
    for words in PARAGRAPHS.split(text.text):
        if words.lstrip().startswith("|") or SMALL.search(words):
            continue
        if sum(map(_is_word, LONG.findall(words))) >= FEWEST:
            first = words.strip().split("\n")[0]
            yield Finding(text.location, "text-capitals", {"value": first}, found=first)


def _is_word(word: str) -> bool:
    """Whether capitals are those of a word: no number, and with the vowels of two syllables."""
    return len(re.findall("[AEIOU]", word)) > 1 and not ROMAN.fullmatch(word)


def may_be_doubled(tokens: Sequence[str]) -> bool:
    """Whether one of the words of a file may stand there twice in a row."""
    if not any(map(eq, tokens, tokens[1:])):
        return False
    return any(one == two and one.isalpha() for one, two in pairwise(tokens))


def doubled(text: Text) -> Iterator[Finding]:
    """No word stands there twice in a row."""
    for found in TWICE.finditer(text.text):
        values = {"value": " ".join(found[0].split())}
        yield text.finding(found, "word-twice", values, found[1], certain=text.markdown)
    for found in SAID_TWICE.finditer(text.text):
        values = {"value": found[0], "meant": f"{found[1]}-{found[1]}"}
        yield text.finding(found, "word-hyphen", values, values["meant"])
