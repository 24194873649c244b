"""The pages of the guide that follow from the code: every key, and every message.

`python -m reference` (make reference) writes them; a test tells when they are old.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib import import_module

from pydantic import BaseModel

from conftest import ROOT
from pendopo.basics.translations import translations
from pendopo.kinds.registry import KINDS
from pendopo.problems.explained import Chapter, Explanation, chapters
from pendopo.problems.problem import printable
from pendopo.problems.sentences import SENTENCES, general
from pendopo.reading.record import models_in

FOLDER = ROOT / "docs" / "panduan" / "rujukan"
FEWEST_OF_A_PAGE = 25
"""Chapters with fewer codes share a page."""
TRANSLATE = translations("id").gettext
HEAD = '---\ndescription: "{}"\nsearch:\n  exclude: true\n---\n\n# {}\n\n'
ESCAPES = str.maketrans({**{sign: f"\\{sign}" for sign in "\\`*_[]#"}, "<": "&lt;", "|": "&#124;"})

for each in ("mkdocs", "rendering", "starter"):
    import_module(f"pendopo.{each}.sentences")


def pages() -> dict[str, str]:
    """All pages by their file names."""
    large = [each for each in chapters() if len(each.explained) >= FEWEST_OF_A_PAGE]
    small = [each for each in chapters() if each not in large]
    by_page = {f"pesan-{each.name}.md": [each] for each in large} | {"pesan-lain.md": small}
    messages = {name: "".join(_messages(found)) for name, found in by_page.items()}
    return {"kunci.md": "".join(_keys()), "pesan.md": "".join(_index(by_page)), **messages}


def _index(by_page: Mapping[str, Sequence[Chapter]]) -> Iterator[str]:
    yield HEAD.format("Semua kode pemeriksa, dengan artinya.", "Semua pesan pemeriksa")
    yield "Setiap pesan pemeriksa diakhiri kode dalam kurung siku. Kode membawa ke penjelasannya.\n"
    for page, found in by_page.items():
        for chapter in found:
            yield f"\n## {chapter.title['id']}\n\n"
            yield from (f"- [{code}]({page}#{code})\n" for code in sorted(chapter.explained))


def _messages(found: Sequence[Chapter]) -> Iterator[str]:
    title = found[0].title["id"] if len(found) == 1 else "Jenis data lain, setelan, dan templat"
    yield HEAD.format(f"Arti setiap pesan pemeriksa: {title}.", f"Pesan: {title}")
    yield "[Semua pesan](pesan.md)\n"
    for chapter in found:
        if len(found) > 1:
            yield f"\n## {chapter.title['id']}\n"
        for code, each in sorted(chapter.explained.items()):
            yield from _message(code, each, "##" if len(found) == 1 else "###")


def _message(code: str, explained: Explanation, level: str) -> Iterator[str]:
    sentence = SENTENCES[code]
    wrong, mend = (general(TRANSLATE(each)).translate(ESCAPES) for each in sentence[:2])
    kind = "Peringatan: " if sentence.warning else "Informasi: " if sentence.information else ""
    yield f"\n{level} {code}\n\n{kind}*{wrong}*\n\n"
    yield f"{explained.meaning['id'].translate(ESCAPES)} {mend}\n"
    for label, text in (("Keliru", explained.wrong), ("Benar", explained.right)):
        if text:
            shown = "\n".join(printable(line, None) for line in text.split("\n"))
            yield f"\n{label}:\n\n```\n{shown}\n```\n"


def _keys() -> Iterator[str]:
    """A table of each model of each kind; those of several kinds stand at the end."""
    yield HEAD.format("Semua kunci setiap jenis data.", "Semua kunci")
    yield "Kunci yang ditandai \\* wajib ada. *Every key with its meaning in English as well.*\n"
    own = {kind.name: _models(kind.record.model) for kind in KINDS}
    users = defaultdict[type[BaseModel], set[str]](set)
    for name, found in own.items():
        for model in found:
            users[model].add(name)
    for kind in KINDS:
        record = kind.record
        where = f"{record.folder}/NAMA.yml" if record.folder else record.file
        for model, held in own[kind.name].items():
            if len(users[model]) == 1:
                yield f"\n### {held}, dalam `{where}`\n\n" if held else f"\n## `{where}`\n\n"
                yield from _table(model)
    yield "\n## Bagian yang dipakai beberapa jenis data\n"
    every = {model: held for found in own.values() for model, held in found.items()}
    for model, held in every.items():
        if len(users[model]) > 1:
            yield f"\n### {held}\n\n"
            yield from _table(model)


def _models(model: type[BaseModel], held: str = "") -> dict[type[BaseModel], str]:
    """The model with all within it, each with the key that it is found in first."""
    found = {model: held}
    for name, field in model.model_fields.items():
        for part in models_in(field.annotation):
            if part is not model:
                found = _models(part, f"`{name}`") | found
    return {model: held} | found


def _table(model: type[BaseModel]) -> Iterator[str]:
    """The rows as HTML, which a build need not read as Markdown: there are hundreds."""
    heads = "".join(f"<th>{each}</th>" for each in ("Kunci", "Isi", "In English", "Contoh"))
    yield f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n"
    for name, field in model.model_fields.items():
        star = "*" if field.is_required() else ""
        said = field.description or ""
        texts = (TRANSLATE(field.title or ""), said and TRANSLATE(said), said)
        title, meaning, english = map(escape, texts)
        yield f"<tr><td><code>{name}</code>{star}</td><td><b>{title}</b> {meaning}</td>"
        yield f'<td lang="en">{english}</td><td>{escape(_example(field.examples))}</td></tr>\n'
    yield "</tbody>\n</table>\n"


def _example(values: Sequence[object] | None) -> str:
    """A plain value; those made of several are shown by the examples of the guide."""
    value = values[0] if values else ""
    if isinstance(value, dict | list | tuple):
        return ""
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:59]}…"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
