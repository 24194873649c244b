"""Signs that nobody sees, and that can change what a reader or a program makes of a text."""

import re

EMOJI = r"#*0-9\xa9\xae\u200d\u203c-\u3299\U0001f000-\U0001faff"
CJK = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
VARIANTS = rf"\u1000-\u109f\uaa60-\uaa7f\u2200-\u22ff\u3000-\u33ff{CJK}"
"""Signs that a variation selector may follow: scripts, mathematics, ideographs."""
NONCHARACTERS = "".join(
    f"{chr(plane * 65536 + 65534)}{chr(plane * 65536 + 65535)}" for plane in range(1, 17)
)
SIGNS = (
    "\ufe00-\ufe0f\ufdd0-\ufdef"
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u2800\u3164\uffa0"
    "\ud800-\udfff\ufeff\ufff9-\uffff"
)
BEYOND = f"\U0001d173-\U0001d17a\U0001bca0-\U0001bca3{NONCHARACTERS}\U000e0000-\U000e0fff"
# A small class finds candidates, which the longer ones behind it judge: every text is searched.
INVISIBLE = re.compile(
    f"[{SIGNS}\U00010000-\U0010ffff](?<=[{SIGNS}{BEYOND}])"
    f"(?<![{EMOJI}][\ufe0e\ufe0f])(?<![{VARIANTS}]\ufe00)(?<![{CJK}][\U000e0100-\U000e01ef])"
)
CANDIDATE = re.compile(f"[{SIGNS}\U00010000-\U0010ffff]")
PLAIN = bytes((9, 10, *range(32, 127)))
"""What nearly all texts consist of: letters of English, signs, spaces, tabs and ends of lines."""


def invisible(text: str) -> re.Match[str] | None:
    """The first sign of a text that nobody sees; all texts are asked, and hardly one has any."""
    if text.isascii() and text.isprintable():
        return None
    # What is not plain is a few signs of a long text, so that a search goes through those alone.
    others = text.encode(errors="surrogatepass").translate(None, PLAIN)
    doubtful = others and CANDIDATE.search(others.decode(errors="surrogatepass"))
    return INVISIBLE.search(text) if doubtful else None
