"""Changes that staff make to articles of a data folder, all of them undone at the end."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

SENTENCE = re.compile(r"[^.\n]+\.\s*\Z")
TITLE = re.compile(r"^title: (.+)$", re.MULTILINE)


class Editor:
    """Edits a different article each time, in an order that the seed decides."""

    def __init__(self, data: Path, seed: int) -> None:
        self.data = data
        self.articles = sorted(data.glob("agencies/**/news/*.yml"))
        Random(seed).shuffle(self.articles)  # noqa: S311  (no secret)
        self.order = self._endless()
        self.originals: dict[Path, str] = {}
        self.count = 0

    def body(self) -> tuple[str, str]:
        """Replaces the last sentence of an article: its address, and the new words."""
        return self._edit(SENTENCE, " Kalimat ini diperbaiki untuk kali ke-{}.\n")

    def title(self) -> tuple[str, str]:
        """Adds to the title of an article: its address, and the new words."""
        return self._edit(TITLE, r"title: \1 untuk kali {}")

    def undo(self) -> None:
        """Gives every article its first text again."""
        for article, text in self.originals.items():
            article.write_text(text, "utf-8")
        self.originals.clear()

    def _edit(self, place: re.Pattern[str], words: str) -> tuple[str, str]:
        self.count += 1
        article = next(self.order)
        text = article.read_text("utf-8")
        self.originals.setdefault(article, text)
        new = words.format(self.count)
        article.write_text(place.sub(new, text, count=1), "utf-8")
        agency = article.parent.parent.relative_to(self.data / "agencies")
        return f"{agency}/berita/{article.stem}/", new.replace(r"title: \1", "").strip()

    def _endless(self) -> Iterator[Path]:
        while True:
            yield from self.articles
