"""Wrong and right lines for the slips that are made most often."""

from collections.abc import Mapping
from typing import NamedTuple


class Example(NamedTuple):
    """Lines of an article that have a problem, and the same lines without it."""

    wrong: str
    right: str


EXAMPLES: Mapping[str, Example] = {
    "yaml-colon": Example("title:Kabar", "title: Kabar"),
    "yaml-colon-lost": Example("title Kabar", "title: Kabar"),
    "yaml-colon-inside": Example("title: Rapat: hasil", 'title: "Rapat: hasil"'),
    "yaml-comment": Example("title: Gedung #5", 'title: "Gedung #5"'),
    "yaml-curly": Example("title: “Rapat: hasil”", 'title: "Rapat: hasil"'),
    "yaml-hyphen": Example("topics:\n  -Banjir", "topics:\n  - Banjir"),
    "yaml-indent": Example(
        "picture:\n  file: a.jpg\n   alt: Warga", "picture:\n  file: a.jpg\n  alt: Warga"
    ),
    "yaml-open": Example('title: "Kabar', 'title: "Kabar"'),
    "yaml-paragraph": Example("body: |\n  Satu.\n\nDua.", "body: |\n  Satu.\n\n  Dua."),
    "yaml-quote": Example("title: @kota", 'title: "@kota"'),
    "yaml-tab": Example("picture:\n\tfile: a.jpg", "picture:\n  file: a.jpg"),
    "date": Example("published: 4/25/2018", "published: 2018-04-25"),
    "time": Example("time: pukul 8", "time: 08:00"),
    "key-unknown-nearest": Example("judul: Kabar", "title: Kabar"),
}
"""By the code of the problem."""
