"""Renders pages to HTML with the templates of `overrides/`, which escape all data."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

from pendopo.basics import addresses
from pendopo.basics.fingerprints import fingerprint
from pendopo.basics.translations import N_
from pendopo.government.agency import Agency
from pendopo.reading.named_media import NamedMedia
from pendopo.rendering.feedback import ABOUT, HELP, report_url
from pendopo.rendering.headings import headings
from pendopo.rendering.qr import qr_code
from pendopo.rendering.template_files import Templates, template_fingerprint
from pendopo.rendering.templates import environment
from pendopo.rendering.titles import title, title_in_head
from pendopo.site import linked_data
from pendopo.site.cards import card
from pendopo.site.menu import MenuLink, grouped
from pendopo.site.page import Alternate, Link, Page
from pendopo.site.planning import Site
from pendopo.site.shell import Frame, Heading, Outline, Publication, Shell, gap

PICTURED = N_("Name and emblem")
"""Text alternative for the card of an agency or of the portal."""
NOT_FOUND = N_(
    "The site has no page at this address. It may have a typing error, or the page was moved "
    "or removed."
)
"""Description of the page for unknown addresses."""
COMPLAINTS = "https://www.lapor.go.id/"
"""The national service for complaints about public services: SP4N-LAPOR!, by Perpres 76/2013."""


@dataclass(frozen=True)
class RenderedPage:
    """A page as HTML, with its headings in order and its shell."""

    html: str
    headings: list[Heading]
    shell: Shell


class Renderer:
    """Renders the pages of one site, or of the part of it that belongs to one agency.

    Without `known_templates` it uses those of the package.
    """

    def __init__(
        self,
        site: Site,
        publication: Publication | None = None,
        known_templates: Templates | None = None,
    ) -> None:
        self.site = site
        self.publication = publication or Publication()
        self.templates = known_templates or Templates.of()
        context = site.context
        self.environment = environment(context.language, self.templates, context.kinds)
        # Caches: most parts are the same on all pages of an agency and are rendered once.
        self.frames: dict[tuple[str, str], Frame] = {}
        self.parts: dict[tuple[str, str], str] = {}
        self.cards: dict[tuple[str, NamedMedia | None], str] = {}
        self.surroundings: dict[str, str] = {}

    def page(self, page: Page) -> RenderedPage:
        """Renders the content of a page, and its shell."""
        html = self.content(page)
        found = headings(html)
        outline = replace(
            self.outline(page),
            description=page.description,
            headings=found,
            linked=linked_data.script([*self._breadcrumbs(page), *page.linked(self._base(page))]),
        )
        return RenderedPage(html, found, self.shell(outline, page.agency))

    def content(self, page: Page) -> str:
        """Renders the content of a page alone."""
        url = addresses.root(page.address).__add__
        site_url = self.publication.site_url
        values = {"page": page, "view": page.shown}
        values["whole_address"] = urljoin(site_url, page.address) if site_url else ""
        return self._render(f"pages/{page.template}.html", url=url, **values)

    def document(self, page: Page, frame: Frame) -> str:
        """Renders a page as a complete HTML document, in `frame`."""
        rendered = self.page(page)
        values = rendered.shell._asdict() | {"root": addresses.root(page.address)}
        document = frame.fill({**values, "content": rendered.html})
        return addresses.shortened(document, page.address, page.agency.id if page.agency else "")

    def outline(self, page: Page) -> Outline:
        """The facts that the shell of a page of data needs, as far as they need no rendering."""
        site_url = self.publication.site_url
        whole_address = urljoin(site_url, page.address) if site_url else ""
        return Outline(
            address=page.address,
            title=title_in_head(page, self.site, self.publication.name),
            subject=title(page, self.site),
            canonical=whole_address,
            previous=page.previous,
            next=page.next,
            label=page.title,
            trail=self.site.trail(page),
            contents=page.contents,
            search=page.search,
            edit_url=self.edit_url(page.source),
            alternates=page.alternates,
            updated=page.updated,
            card=self.card(page.agency, page.picture),
            pictured=page.title if page.picture else self.site.context.translate(PICTURED),
            qr_address=whole_address if page.qr_code else "",
            published=page.published,
        )

    def card(self, agency: Agency | None, picture: NamedMedia | None = None) -> str:
        """Absolute URL of the picture for a shared link; empty if the site's URL is unknown."""
        if not (site_url := self.publication.site_url):
            return ""
        key = (agency.id if agency else "", picture)
        if key not in self.cards:
            shown = card(self.site.context.directory, agency, picture)
            self.cards[key] = urljoin(site_url, shown.address)
        return self.cards[key]

    def _base(self, page: Page) -> Callable[[str], str]:
        """A function from addresses to those in JSON-LD: absolute if the site's URL is known."""
        return addresses.base(self.publication.site_url, page.address)

    def _breadcrumbs(self, page: Page) -> list[dict[str, Any]]:
        """JSON-LD for the path to a page, without the portal itself, where every path begins."""
        trail = [*self.site.trail(page)[1:], Link(page.title, page.address)]
        return [linked_data.breadcrumbs(trail, self._base(page))] if page.address else []

    def shell(
        self, outline: Outline, agency: Agency | None = None, root: str | None = None
    ) -> Shell:
        """Everything around a page of `agency`, or of the portal.

        With `root`, the absolute path of the site, links do not depend on the page's address.
        """
        root = addresses.root(outline.address) if root is None else root
        url = root.__add__
        parts: Any = self.environment.get_template("shell/page.html").module
        icon = Alternate(self.publication.icon, self.publication.icon_type, "")
        search = self._surrounding("search", agency).fill({"root": root})
        gaps = {"root": root, "search": search if outline.search else ""}
        sections = [each for each in outline.headings if each.level == 2 and outline.contents]
        return Shell(
            head=str(parts.head(outline, url, self.site.context, self.feeds(agency), icon)),
            stylesheet=addresses.colours(*self.site.colours(agency)),
            skip=str(parts.skip(outline)),
            masthead=self.masthead(agency).fill(gaps | self._marks(agency, outline)),
            # A table of contents for one or two sections would be longer than it is useful.
            before=str(parts.before(outline, sections if len(sections) > 2 else [], url)),
            after=str(
                parts.after(outline, qr_code(outline.qr_address) if outline.qr_address else "")
            ),
            footer=self.footer(agency).fill({"root": root, **self._colophon(outline, url)}),
        )

    def masthead(self, agency: Agency | None) -> Frame:
        """The masthead of all pages of `agency`, with gaps for the search and the menu's marks."""
        context = self.site.context
        above = context.directory.above(agency) if agency else []
        find = partial(context.kinds.notices, context, agency)
        values: dict[str, Any] = {"menu": grouped(self._menu(agency)), "above": above}
        values["notices"] = context.once(f"notices {agency.id if agency else ''}", find)
        values["banners"] = context.kinds.banners(context, agency) if agency else ()
        return self._surrounding("masthead", agency, **values)

    def footer(self, agency: Agency | None) -> Frame:
        """The footer of all pages of `agency`."""
        return self._surrounding("footer", agency, documents=self.publication.documents)

    def feeds(self, agency: Agency | None) -> list[Alternate]:
        """The feeds that every page of `agency`, or of the portal, links to."""
        return self.site.context.kinds.feeds(self.site.context, agency)

    def _colophon(self, outline: Outline, url: Callable[[str], str]) -> dict[str, str]:
        """The gaps of the footer: the day of a page's update, and the link to report a problem."""
        parts: Any = self.environment.get_template("shell/page.html").module
        return {
            "updated": str(parts.updated(outline.updated)).strip(),
            "report": str(parts.report(self._report(outline.address, url))).strip(),
        }

    def _report(self, address: str, url: Callable[[str], str]) -> str:
        """URL for reporting a problem of the page at `address`; empty if there is none."""
        context = self.site.context
        portal, translate = context.directory.portal, context.translate
        report = report_url(address, portal, self.publication, translate)
        if not report and any(each.address == ABOUT for each in self.publication.documents):
            return url(HELP)
        return report

    def _menu(self, agency: Agency | None) -> list[MenuLink]:
        own = self.publication.menus.get(agency.id, ()) if agency else ()
        of_hand = (MenuLink(each.label, each.address) for each in own)
        return [*self.site.menus.get(agency.id if agency else "", []), *of_hand]

    def _marks(self, agency: Agency | None, outline: Outline) -> dict[str, str]:
        """The gaps of the menu: attributes for the link to the page or to a page above it."""
        # The first link is skipped: it leads to what is above every page, so a mark says nothing.
        addresses_ = [link.address for link in self._menu(agency)]
        marks = dict.fromkeys(addresses_, "")
        if outline.address in marks:
            marks[outline.address] = ' aria-current="page"'
        else:
            above = {link.address for link in outline.trail} & {*addresses_[1:]}
            marks |= dict.fromkeys(above, ' aria-current="true"')
        return marks

    def not_found(self, root: str) -> str:
        """The content of the page for unknown addresses (404); `root` is the path of the site."""
        url = root.__add__
        return self._render(
            "pages/not-found.html",
            url=url,
            menu=self._menu(None),
            agencies=self.site.context.living.below(None),
            report=self._report(addresses.NOT_FOUND, url),
        )

    def not_found_shell(self, root: str) -> Shell:
        """The shell of the page for unknown addresses."""
        found = headings(self.not_found(root))
        said = self.site.context.translate(NOT_FOUND)
        shown = f"{found[0].text} - {self.publication.name}"
        outline = Outline(addresses.NOT_FOUND, shown, description=said)
        return self.shell(outline, root=root)

    def key(self, page: Page) -> str:
        """Cache key of a page, for one version of the code, one language and one frame.

        Pages with the same key are equal byte for byte.
        """
        # Covers the inputs of rendering, so that an unchanged page costs no rendering to find out.
        return fingerprint(
            template_fingerprint(f"pages/{page.template}.html", self.templates),
            template_fingerprint("shell/page.html", self.templates),
            self.around(page.agency),
            self.outline(page),
            page.shown,
        )

    def around(self, agency: Agency | None) -> str:
        """Fingerprint of everything around the pages of an agency."""
        key = agency.id if agency else ""
        if key not in self.surroundings:
            search = self._surrounding("search", agency)
            parts = (self.masthead(agency), search, self.footer(agency), self.site.colours(agency))
            pictures = (self.publication.icon, self.publication.logo)
            self.surroundings[key] = fingerprint(agency, parts, self.feeds(agency), pictures)
        return self.surroundings[key]

    def edit_url(self, source: str) -> str:
        """URL for editing a file of the data on the web; empty if that is not known."""
        own = self.site.context.directory.portal.edit_url
        pattern = f"{own.rstrip('/')}/{{}}" if own else self.publication.edit_url
        return pattern.replace("{}", source)

    def _surrounding(self, name: str, agency: Agency | None, **values: Any) -> Frame:
        key = (name, agency.id if agency else "")
        if key not in self.frames:
            values |= {"agency": agency, "portal": self.site.context.directory.portal}
            html = self._render(f"shell/{name}.html", url=gap("root").__add__, gap=gap, **values)
            self.frames[key] = Frame.of(html)
        return self.frames[key]

    def _once(self, name: str, key: str, root: str, **values: Any) -> Markup:
        """A part shared by several pages of an agency, rendered once; `key` identifies it.

        `root` is the relative path from the page to the root.
        """
        if (name, key) not in self.parts:
            url = gap("root").__add__
            self.parts[name, key] = self._render(f"pages/{name}.html", url=url, **values)
        html = self.parts[name, key].replace(gap("root"), root)
        return Markup(html)  # noqa: S704  (templates escape)

    def _render(self, name: str, **values: Any) -> str:
        template = self.environment.get_template(name)
        values |= {"primary": self._primary, "part": self._once}
        values |= {"complaints": COMPLAINTS, "logo": self.publication.logo}
        values["initials"] = self.site.context.directory.initials
        return template.render(**values).strip()

    def _primary(self, agency: Agency | None) -> str:
        return self.site.colours(agency)[0]


def escaped(text: str) -> str:
    """`text` escaped for HTML, for those places of a theme that print titles unescaped."""
    return escape(text, quote=True)
