"""The headings of a rendered page, for its table of contents."""

import re
from html import unescape

from pendopo.site.shell import Heading

HEADING = re.compile(r'<h([1-3]) id="([a-z0-9-]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def headings(html: str) -> list[Heading]:
    """The headings of levels 1 to 3 with an id, in order."""
    return [
        Heading(int(level), id_, unescape(TAG.sub("", text)).strip(), ' lang="' in text)
        for level, id_, text in HEADING.findall(html)
    ]
