"""The files of the templates: the package's, and those that a publisher puts in their place."""

import fnmatch
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Self

import jinja2
from jinja2 import nodes

from pendopo.basics.fingerprints import fingerprint
from pendopo.basics.versions import PACKAGE, contents

INSTALLED = PACKAGE / "overrides"
TEMPLATES = INSTALLED if INSTALLED.is_dir() else PACKAGE.parents[1] / "overrides"
PARSER = jinja2.Environment()  # noqa: S701  (parses, and never renders)
PACKAGED = "pendopo"
"""Before the name of a template, this names the package's own, even where another replaces it."""


class Use(NamedTuple):
    """A template that another one uses: its name, empty if only rendering tells, and the line.

    A name that is put together has `*` for what only rendering tells: `pages/*panel.html`.
    """

    name: str
    line: int


@dataclass(frozen=True)
class Templates:
    """The folders of templates, the first with a file of a name wins; the last is the package's.

    `mark` is the fingerprint of all templates, which changes with every edit of one.
    """

    folders: tuple[str, ...]
    mark: str

    @classmethod
    def of(cls, own: str | Path | None = None) -> Self:
        """The templates of the package, with those of the folder `own` in their place."""
        found = [Path(own)] if own and Path(own).resolve() != TEMPLATES.resolve() else []
        folders = (*found, TEMPLATES)
        marks = [contents(folder, folder.rglob("*.html")) for folder in folders]
        return cls(tuple(map(str, folders)), fingerprint(marks))

    @property
    def own(self) -> Path | None:
        """The publisher's folder; None where there is none but the package's."""
        return Path(self.folders[0]) if len(self.folders) > 1 else None

    @property
    def loader(self) -> jinja2.BaseLoader:
        """Loads a template by its name."""
        packaged = jinja2.FileSystemLoader(self.folders[-1])
        both = [jinja2.FileSystemLoader(self.folders), jinja2.PrefixLoader({PACKAGED: packaged})]
        return jinja2.ChoiceLoader(both)

    def path(self, name: str) -> Path | None:
        """The file of a template; None if there is none of that name."""
        paths = [Path(folder, name) for folder in self.folders]
        if name.startswith(f"{PACKAGED}/"):
            paths.append(Path(self.folders[-1], name.removeprefix(f"{PACKAGED}/")))
        return next((path for path in paths if path.is_file()), None)

    def files(self, pattern: str) -> dict[str, Path]:
        """The files of a pattern by their name, each from the folder that wins, sorted."""
        found: dict[str, Path] = {}
        for folder in map(Path, reversed(self.folders)):
            found |= {path.relative_to(folder).as_posix(): path for path in folder.glob(pattern)}
        return dict(sorted(found.items()))


@lru_cache(maxsize=512)
def uses(source: str) -> tuple[Use, ...]:
    """The templates that a template uses. Raises `jinja2.TemplateSyntaxError`."""
    return tuple(_uses(PARSER.parse(source)))


def _uses(tree: nodes.Template) -> Iterator[Use]:
    for kind in (nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport):
        for node in tree.find_all(kind):
            named: nodes.Expr = getattr(node, "template")  # noqa: B009  (all of these have it)
            yield from _named(named, node.lineno)
    for call in tree.find_all(nodes.Call):
        # `part("name", …)` renders a template.
        if isinstance(call.node, nodes.Name) and call.node.name == "part" and call.args:
            for name, line in _named(call.args[0], call.lineno):
                yield Use(name and f"pages/{name}.html", line)


def _named(node: nodes.Expr, line: int) -> Iterator[Use]:
    named = node.items if isinstance(node, nodes.Tuple | nodes.List) else [node]
    for each in named:
        parts = each.nodes if isinstance(each, nodes.Concat) else [each]
        texts = [part.value if isinstance(part, nodes.Const) else "*" for part in parts]
        name = "".join(text if isinstance(text, str) else "*" for text in texts)
        yield Use("" if name == "*" else name, line)


@lru_cache(maxsize=512)
def template_fingerprint(name: str, templates: Templates) -> str:
    """Fingerprint of one template, including all templates that it uses.

    Raises `jinja2.TemplateNotFound`.
    """
    path = templates.path(name)
    if path is None:
        raise jinja2.TemplateNotFound(name)
    text = path.read_text(encoding="utf-8")
    names = {found for each in uses(text) for found in _meant(each.name, templates)}
    # Which one a name that is computed will be, nobody knows before: so all of them count.
    others = [template_fingerprint(each, templates) if each else templates.mark for each in names]
    return fingerprint(text, sorted(others))


def _meant(name: str, templates: Templates) -> list[str]:
    """The templates that a name with `*` may be, or the name itself."""
    return fnmatch.filter(templates.files("**/*.html"), name) if "*" in name else [name]
