"""The templates: a Jinja environment that escapes, with the functions and filters they use."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial

import jinja2
from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from pendopo.basics import addresses, markdown, telephones, translations
from pendopo.rendering import labels
from pendopo.rendering.template_files import Templates
from pendopo.site.kind import Registry
from pendopo.site.shell import MARK

WRITTEN_IN = "id"
"""Language of what agencies write; the portal's own texts are in the language of its labels."""


class _Environment(jinja2.Environment):
    """Inserts translated labels when a template is compiled, instead of for each page."""

    translate: Callable[[str], str]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = _Labels(self.translate).visit(super()._parse(source, name, filename))
        return tree


class _Labels(NodeTransformer):
    """Replaces `_("Unit")` by its translation; a call with values remains a call."""

    def __init__(self, translate: Callable[[str], str]) -> None:
        self.translate = translate

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802  (jinja2's name)
        if (
            isinstance(node.node, nodes.Name)
            and node.node.name == "_"
            and not node.kwargs
            and len(node.args) == 1
            and isinstance(node.args[0], nodes.Const)
        ):
            label = self.translate(node.args[0].value)
            return nodes.MarkSafe(nodes.Const(label), lineno=node.lineno)
        return self.generic_visit(node)


@lru_cache(maxsize=4)
def environment(language: str, templates: Templates, kinds: Registry) -> jinja2.Environment:
    """The templates with labels in `language`, compiled once per process until one is edited."""
    translate = translations.translations(language).gettext
    environment = _Environment(
        loader=templates.loader,
        auto_reload=False,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # The attribute lang tells screen readers how to pronounce a text (WCAG 2.2, 3.1.2). Where all
    # of a page is in Indonesian, the document's own attribute suffices.
    environment.translate = translate
    written = "" if language == WRITTEN_IN else f' lang="{WRITTEN_IN}"'
    environment.globals |= {
        "in_indonesian": Markup(written),  # noqa: S704  (a constant)
        "_": lambda message, **values: Markup(translate(message)) % values,  # noqa: S704
        "filled": filled,
        "rows": rows,
        "addresses": addresses,
        "telephone": telephones.link,
        "whatsapp": telephones.whatsapp,
        "document_name": lambda link: labels.document_name(link.address, link.label, translate),
        "territory": labels.TERRITORIES.__getitem__,
        **{name: partial(_label, translate, found) for name, found in kinds.labels.items()},
    }
    environment.filters |= {
        "indonesian": partial(_spoken, written),
        "prose": partial(_prose, written),
        "long_date": lambda day: translations.long_date(day, language),
        "full_date": lambda day: translations.full_date(day, language),
        "file_size": lambda size: translations.file_size(size, language),
        "number": lambda value: translations.number(value, language),
    }
    return environment


def filled(pattern: str, *columns: Sequence[str], empty: str = "") -> Markup:
    """`pattern` filled in for each row of `columns`; empty texts are replaced by `empty`.

    All columns have the same length.
    """
    # A column is escaped as one text, since each call costs more than the escaping itself, and the
    # tables of targets hold most values of a site. MARK is a NUL, which YAML does not allow.
    if not columns[0]:
        return Markup("")
    cells = [str(escape(MARK.join(text or empty for text in each))).split(MARK) for each in columns]
    return Markup("".join(map(pattern.format, *cells)))  # noqa: S704  (all has been escaped)


def rows(pattern: str, found: Sequence[Sequence[str]]) -> Markup:
    """`pattern` filled in with each of `found`, rows of equal length, whose texts are escaped."""
    return filled(pattern, *zip(*found, strict=True)) if found else Markup("")


def _label(translate: Callable[[str], str], messages: Mapping[str, str], value: str) -> str:
    """The label of a value that a record chooses from a list. Raises `KeyError` for others."""
    return translate(messages[value])


def _spoken(written: str, text: str | None) -> str | None:
    """Text of the data, marked as Indonesian if the labels are in another language."""
    if not written or not text:
        return text
    return Markup(f"<span{written}>{escape(text)}</span>")  # noqa: S704  (escaped)


@lru_cache(maxsize=64)
def _prose(written: str, text: str, below: int = 2, *, by_portal: bool = False) -> Markup:
    """Text of the data, which is Markdown, as HTML; headings are below level `below`."""
    # Cached, because the text of a plan is on two pages, which are rendered one after the other.
    html = markdown.render(text, below)
    if written and not by_portal:
        html = f"<div{written}>{html}</div>"
    return Markup(html)  # noqa: S704  (render cleans it)
