"""Pages to HTML, through the templates of `overrides/`, which escape whatever data holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup

from . import addresses, labels, markdown, translations
from .directory import Agency
from .page import Link, Page
from .site import Site

INSTALLED = Path(__file__).parent / "overrides"
TEMPLATES = INSTALLED if INSTALLED.is_dir() else Path(__file__).parents[2] / "overrides"
HEADING = re.compile(r'<h([1-3]) id="([a-z0-9-]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
SHORTEST_WITH_COUNTRY = 10
SMALL_WORDS = {"dan", "di", "ke", "of", "the", "and"}


class Heading(NamedTuple):
    """A heading that the contents list names: its level, its id and its plain text."""

    level: int
    id: str
    text: str


class Shell(NamedTuple):
    """What surrounds the content of a page, as HTML; `stylesheet` is an address."""

    masthead: str
    breadcrumbs: str
    footer: str
    stylesheet: str
    labels: dict[str, str]


@dataclass(frozen=True)
class Rendered:
    """A page as HTML, with its headings in order."""

    html: str
    headings: list[Heading]
    shell: Shell


class Renderer:
    """Renders the pages of one site; `documents` are pages written by hand that the foot names."""

    def __init__(self, site: Site, documents: Sequence[Link] = ()) -> None:
        self.site = site
        self.documents = documents
        self.environment = _environment(TEMPLATES, site.context.language)
        self.environment.globals["primary"] = lambda agency: site.colours(agency)[0]

    def page(self, page: Page) -> Rendered:
        """The content of a page and its shell."""
        html = self._render(
            f"pages/{page.template}.html", page.address, page=page, view=page.view()
        )
        return Rendered(html, headings(html), self.shell(page.address, page))

    def shell(self, address: str, page: Page | None = None, root: str | None = None) -> Shell:
        """What surrounds a page; without a `page` the shell of the portal.

        With `root`, the absolute path of the site, links do not depend on `address`.
        """
        agency = page.agency if page else None
        values = {
            "page": page,
            "agency": agency,
            "portal": self.site.context.directory.portal,
            "menu": self.site.menus.get(agency.id if agency else "", []),
            "above": self.site.context.directory.above(agency) if agency else [],
            "trail": self.site.trail(page) if page else [],
            "documents": self.documents,
            "address": address,
        }
        _ = self.site.context.translate
        shown = {"contents": _("On this page"), "edit": _("Suggest a correction")}

        def part(name: str) -> str:
            return self._render(f"shell/{name}.html", address, root, **values)

        return Shell(
            masthead=part("masthead"),
            breadcrumbs=part("breadcrumbs"),
            footer=part("footer"),
            stylesheet=addresses.colours(*self.site.colours(agency)),
            labels=shown,
        )

    def not_found(self, root: str) -> str:
        """The content of the page for addresses that do not exist."""
        return self._render("pages/not-found.html", "", root, known=self.site.by_address)

    def _render(self, name: str, place: str, root: str | None = None, /, **values: Any) -> str:
        def url(target: str) -> str:
            return addresses.relative(target, place) if root is None else root + target

        return self.environment.get_template(name).render(url=url, **values).strip()


def headings(html: str) -> list[Heading]:
    """The headings of levels 1 to 3 that have an id."""
    return [
        Heading(int(level), id_, unescape(TAG.sub("", text)).strip())
        for level, id_, text in HEADING.findall(html)
    ]


def contents(found: list[Heading]) -> list[Any]:
    """The headings as a tree of `{level, id, name, children}`, the names being HTML."""
    roots: list[Any] = []
    stack: list[Any] = []
    for heading in found:
        token = {"level": heading.level, "id": heading.id, "name": escaped(heading.text)}
        token["children"] = []
        while stack and stack[-1]["level"] >= heading.level:
            stack.pop()
        (stack[-1]["children"] if stack else roots).append(token)
        stack.append(token)
    return roots


def title(page: Page, site: Site) -> str:
    """The title by which a page is told from all others: that of its agencies belongs to it."""
    if page.agency is None:
        return page.title
    chain = [page.agency, *reversed(site.context.directory.above(page.agency))]
    names = [agency.name for agency in chain if agency.name != page.title]
    return f"{page.title} – {', '.join(names)}" if names else page.title


def initials(agency: Agency) -> str:
    """One or two letters for an agency without an emblem: `BS` for Kecamatan Binjai Selatan."""
    words = [word for word in re.findall(r"\w+", agency.name) if word.lower() not in SMALL_WORDS]
    own = [word for word in words if word.lower() not in labels.TYPES] or words
    return "".join(word[0] for word in own[:2]).upper()


def telephone(number: str) -> str:
    """The link that dials a number from anywhere: `tel:+62618821234`."""
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    if number.startswith("+"):
        return f"tel:+{digits}"
    if digits.startswith("00"):
        return f"tel:+{digits[2:]}"
    if digits.startswith("62") and len(digits) >= SHORTEST_WITH_COUNTRY:
        return f"tel:+{digits}"
    return f"tel:+62{digits[1:]}" if digits.startswith("0") else f"tel:{digits}"


def _environment(templates: Path, language: str) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    catalogue = translations.translations(language)
    environment.install_gettext_translations(catalogue, newstyle=True)  # type: ignore[attr-defined]
    translate = catalogue.gettext
    environment.globals |= {
        "addresses": addresses,
        "initials": initials,
        "telephone": telephone,
        "type_name": lambda name: labels.type_name(name, translate),
        "day_name": lambda name: translate(labels.DAYS[name]),
        "status_name": lambda name: translate(labels.STATUSES[name]),
        "polarity_name": lambda name: translate(labels.POLARITIES[name]),
    }
    environment.filters |= {
        "prose": _prose,
        "long_date": lambda day: translations.long_date(day, language),
        "full_date": lambda day: translations.full_date(day, language),
        "number": lambda value: translations.number(value, language),
    }
    return environment


def _prose(text: str, below: int = 2) -> Markup:
    return Markup(markdown.render(text, below))  # noqa: S704  (render cleans it)


def escaped(text: str) -> str:
    """`text` as HTML, for those places of a theme that print titles unescaped."""
    return escape(text, quote=True)
