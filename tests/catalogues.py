"""The catalogues of labels: what stands in the code, and in which catalogue it belongs.

`python -m catalogues` (make messages) brings them up to date: translations are kept, new messages
come without one, and those that nothing uses any more go.
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "hooks" / "pendopo"
KEYWORDS: tuple[Mapping[str, Any], ...] = (
    {**DEFAULT_KEYWORDS, "N_": None, "translate": None, "described": (1,)},
    {"described": (2,)},
)
"""One after the other, since Babel finds one message in a call: titles of fields, descriptions."""
HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""

Id = str | tuple[str, ...]
"""A message, or its singular and plural."""


def catalogue(kind: str, language: str = "id") -> Path:
    """The catalogue of a kind of record, or of everything else for the empty text."""
    return (
        PACKAGE / "kinds" / kind / f"{language}.po" if kind else PACKAGE / f"locale/{language}.po"
    )


def messages() -> Mapping[str, set[Id]]:
    """Every message of the code by the kind that alone uses it; the others by the empty text."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        mappings = [
            (each["pattern"], each["method"])
            for each in tomllib.load(file)["tool"]["babel"]["mappings"]
        ]
    users: dict[Id, set[str]] = defaultdict(set)
    for folder, keywords in product(("hooks", "overrides"), KEYWORDS):
        found = extract_from_dir(ROOT / folder, mappings, keywords=keywords)
        for name, _, message, _, _ in found:
            users[message].add(_kind(Path(folder, name)))
    by_kind: dict[str, set[Id]] = defaultdict(set)
    for message, kinds in users.items():
        by_kind[next(iter(kinds)) if len(kinds) == 1 else ""].add(message)
    return by_kind


def translated(kind: str, language: str = "id") -> Catalog:
    """The catalogue as it is; an empty one where there is none."""
    path = catalogue(kind, language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(language: str = "id") -> None:
    """Writes all catalogues anew."""
    kinds = ["", *(each.name for each in (PACKAGE / "kinds").iterdir() if each.is_dir())]
    known = {
        each.id: each.string for kind in kinds for each in translated(kind, language) if each.id
    }
    for kind, found in messages().items():
        header = HEADER.format(language=language)
        made = read_po(BytesIO(header.encode()), locale=language)
        for message in found:
            made.add(message, known.get(message))
        text = BytesIO()
        write_po(text, made, omit_header=True, no_location=True, sort_output=True)
        catalogue(kind, language).parent.mkdir(parents=True, exist_ok=True)
        catalogue(kind, language).write_text(header + text.getvalue().decode(), "utf-8")


def _kind(path: Path) -> str:
    """The kind that a file of the code belongs to."""
    match path.parts:
        case ("hooks", "pendopo", "kinds", kind, _, *_):
            return kind
        case ("overrides", "pages", kind, _):
            return kind
    return ""


if __name__ == "__main__":
    update()
