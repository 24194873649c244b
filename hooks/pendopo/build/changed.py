"""The pages in which two states of a site differ, told as Markdown and as a page of its own."""

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from pendopo.basics.translations import N_, Translate

MOST = 200
"""Pages that are listed; a summary on GitHub may have 1 MB."""
NEW, CHANGED, REMOVED = N_("new"), N_("changed"), N_("removed")
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


class ChangedPage(NamedTuple):
    """A page that differs: `how` is one of the three words above, `path` its file."""

    how: str
    path: str
    name: str


class Changes(NamedTuple):
    """All pages that differ, and the number of other files that do."""

    pages: tuple[ChangedPage, ...]
    others: int


def changes(before: Path, after: Path) -> Changes:
    """What differs between two folders of a site, in the order of paths.

    Raises `OSError` where a file cannot be read.
    """
    old, new = _files(before), _files(after)
    found = [
        (path, NEW if path not in old else REMOVED if path not in new else CHANGED)
        for path in sorted(old | new)
        if path not in old or path not in new or _bytes(before, path) != _bytes(after, path)
    ]
    pages = tuple(
        ChangedPage(how, path, _name(before if how == REMOVED else after, path))
        for path, how in found
        if path.endswith(".html")
    )
    return Changes(pages, len(found) - len(pages))


def markdown(found: Changes, address: str, translate: Translate) -> str:
    """The changes as Markdown. Pages that are published below `address` link to it."""
    said = [f"### {translate('Changed pages')}", "", _counted(found, translate), ""]
    for page in found.pages[:MOST]:
        name = literal(page.name)
        # A new page is not published yet: its link would lead nowhere.
        if address and page.how != NEW:
            name = f"[{name}]({address}{quote(page.path.removesuffix('index.html'))})"
        said.append(f"- {translate(page.how)}: {name} ({literal(page.path)})")
    return "\n".join([*said, *_rest(found, translate), ""])


def document(found: Changes, language: str, translate: Translate) -> str:
    """The changes as a page to be opened from the folder of the site."""
    title = html.escape(translate("Changed pages"))
    rows = "\n".join(f"<li>{each}</li>" for each in _items(found.pages[:MOST], translate))
    rest = "".join(f"<p>{html.escape(each)}</p>\n" for each in _rest(found, translate))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<h1>{title}</h1>\n<p>{_counted(found, translate)}</p>\n"
        f"<ul>\n{rows}\n</ul>\n{rest}</html>\n"
    )


def _items(pages: Iterable[ChangedPage], translate: Translate) -> Iterator[str]:
    for page in pages:
        name = html.escape(page.name)
        if page.how != REMOVED:
            name = f'<a href="{html.escape(quote(page.path))}">{name}</a>'
        yield f"{translate(page.how)}: {name} ({html.escape(page.path)})"


def _counted(found: Changes, translate: Translate) -> str:
    how = [each.how for each in found.pages]
    said = translate(
        "Pages: {new} new, {changed} changed, {removed} removed. Other files: {others}."
    )
    return said.format(
        new=how.count(NEW),
        changed=how.count(CHANGED),
        removed=how.count(REMOVED),
        others=found.others,
    )


def _rest(found: Changes, translate: Translate) -> list[str]:
    left = len(found.pages) - MOST
    return [translate("And {count} more.").format(count=left)] if left > 0 else []


def _files(folder: Path) -> set[str]:
    files = (each for each in folder.rglob("*") if each.is_file() and not each.is_symlink())
    return {each.relative_to(folder).as_posix() for each in files}


def _bytes(folder: Path, path: str) -> bytes:
    return (folder / path).read_bytes()


def _name(folder: Path, path: str) -> str:
    """The title of a page in one line; its path if it has none."""
    title = TITLE.search((folder / path).read_text("utf-8", "replace"))
    return " ".join(html.unescape(title[1]).split()) if title else path


def literal(text: str) -> str:
    """Markdown that shows `text` as it is; the comment stops GitHub from telling somebody."""
    return PUNCTUATION.sub(r"\\\1", text).replace(r"\@", "@<!-- -->")
