"""What the codes of problems mean, at length: the files `explained*.yml` beside their sentences."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

PACKAGE = Path(__file__).parents[1]
NEAREST = "-nearest"
"""The end of codes whose message also proposes a name; they mean the same as those without it."""


class Explanation(NamedTuple):
    """What a code means, by language, and lines that are wrong and right, empty if none show it.

    `kind` is the record that the lines belong to: `article.md` for such a file, `article.bare`
    where the lines are all that it has. Lines that begin with a remark such as
    `# news/2026-01-15-kabar.yml` are whole files.
    """

    meaning: Mapping[str, str]
    kind: str
    wrong: str
    right: str


class Chapter(NamedTuple):
    """The explanations of one file by code, its title by language, and its short name."""

    name: str
    title: Mapping[str, str]
    explained: Mapping[str, Explanation]


@cache
def chapters() -> tuple[Chapter, ...]:
    """All chapters, by their names."""
    return tuple(sorted(_chapter(path) for path in PACKAGE.rglob("explained*.yml")))


def explanation(code: str) -> Explanation | None:
    """What a code means, if that is written anywhere."""
    for name in (code, code.removesuffix(NEAREST)):
        for chapter in chapters():
            if found := chapter.explained.get(name):
                return found
    return None


def _chapter(path: Path) -> Chapter:
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    head = written.pop("chapter")
    found = {code: _explanation(each, head["kind"]) for code, each in written.items()}
    return Chapter(head["name"], {each: head[each] for each in ("id", "en")}, found)


def _explanation(written: Mapping[str, str], kind: str) -> Explanation:
    wrong, right = written.get("wrong", "").rstrip("\n"), written.get("right", "").rstrip("\n")
    meaning = {language: written[language] for language in ("id", "en")}
    return Explanation(meaning, written.get("kind", kind), wrong, right)
