"""Words of links that do not say where they lead."""

import re
from collections.abc import Iterable, Iterator

from pendopo.reading.content.tokens import around
from pendopo.reading.finding import Finding
from pendopo.reading.values import Text

LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]]{0,100})\]\([^()\s]{0,500}\)")
EMPTY = re.compile(
    r"(?:silakan |untuk )?(?:(?:klik|tekan|baca|lihat|unduh|download|kunjungi|buka|akses|info|"
    r"informasi|berita)(?: (?:di)? ?sini| ini| (?:link|tautan)(?: (?:ini|berikut|di bawah))?|"
    r" selengkapnya| lebih lanjut| lengkap| detail|nya)?"
    r"|di ?sini|sini|ini|link|tautan|(?:link|tautan) (?:ini|berikut)|selengkapnya|selanjutnya|"
    r"lebih lanjut|lainnya|detail|(?:click |read |see )?(?:here|more)|click|this(?: link| page)?|"
    r"read more here|learn more|more info)",
    re.IGNORECASE,
)
ALONE = re.compile(r"(?i:klik|click|baca|read|selengkapnya|di ?sini)")
"""How a text that is no Markdown begins where it can only be the words of a link."""
TOKENS = around(("sini", "disini", "selengkapnya", "here", "more"))
BARE = re.compile(r"(?<![\w(<\[/=\"'])https?://[^\s<>)\]]{60,}(?<![.,;:])")
LONGEST = 60
ADDRESSES = re.compile(rf"://[^\s<>)\]]{{{LONGEST}}}")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def may_have_links(source: str, before: Iterable[str]) -> bool:
    """Whether a file has a link whose words say nothing, or a long address."""
    words = (part.rpartition("[")[2] for part in before)
    return any(map(_say_nothing, words)) or bool(ADDRESSES.search(source))


def links(text: Text) -> Iterator[Finding]:
    """The words of a link say where it leads; a long address stands behind words."""
    if not text.markdown:
        if ALONE.match(text.text) and EMPTY.fullmatch(_bare(text.text)):
            yield Finding(text.location, "link-words", {"value": text.text})
        return
    for found in LINK.finditer(text.text):
        words = found["words"].strip()
        if _say_nothing(words):
            shown = words or "[]"
            yield text.finding(found, "link-words", {"value": shown})
        elif ADDRESS.fullmatch(words) and len(words) > LONGEST:
            yield text.finding(found, "link-address", {"value": words})
    for found in BARE.finditer(text.text):
        yield text.finding(found, "link-address", {"value": found[0]})


def _say_nothing(words: str) -> bool:
    bare = _bare(words[:101])
    return not bare or bool(EMPTY.fullmatch(bare))


def _bare(words: str) -> str:
    """Words without emphasis and the signs around them."""
    return " ".join(re.sub(r"[*_`.…!:>»→()]+", " ", words).split())
