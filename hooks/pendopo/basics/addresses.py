"""Every address of the site: relative to its root, with a final slash where it is a page."""

from collections.abc import Callable
from urllib.parse import urljoin
from uuid import UUID, uuid5

PORTAL = ""
DIRECTORY = "instansi/"
NEWS = "berita/"
PERFORMANCE = "kinerja/"
SEARCH = "cari/"
API = "api/v1/"
ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"
NOT_FOUND = "404.html"
BY_HAND = ("tentang", "panduan", "aksesibilitas", "privasi", "lisensi")
"""The pages written by hand that every site has, in the folder docs/."""
NAMES = UUID("cc3a9a25-f6df-436a-b5ff-b373c4b39d7d")
"""The namespace of all names that `urn` makes; if it changes, readers take all news for new."""


def agencies_of_type(agency_type: str, within: str = "") -> str:
    """The directory of one type of agency, or the part of it below one agency."""
    return f"{DIRECTORY}{agency_type}/{within}/" if within else f"{DIRECTORY}{agency_type}/"


def profile(agency: str) -> str:
    """An agency's first page."""
    return f"{agency}/"


def vision(agency: str, plan: str | None = None) -> str:
    """Vision and mission of the plan in force, or of one plan at its lasting address."""
    return f"{agency}/visi-misi/{plan}/" if plan else f"{agency}/visi-misi/"


def goals(agency: str, plan: str | None = None) -> str:
    """Goals and indicators of the plan in force, or of one plan at its lasting address."""
    return f"{agency}/tujuan-sasaran/{plan}/" if plan else f"{agency}/tujuan-sasaran/"


def plans(agency: str) -> str:
    """The list of all plans of an agency."""
    return f"{agency}/perencanaan/"


def plan(agency: str, name: str) -> str:
    """One plan with its indicators, year by year."""
    return f"{agency}/perencanaan/{name}/"


def programmes(agency: str, name: str) -> str:
    """The programmes of one plan."""
    return f"{plan(agency, name)}program/"


def tree(agency: str, name: str) -> str:
    """The tree of goals that support the missions of one plan."""
    return f"{plan(agency, name)}pohon-kinerja/"


def changes(agency: str, name: str) -> str:
    """The changes of one plan against the one before it."""
    return f"{plan(agency, name)}perubahan/"


def plan_file(agency: str, name: str, file: str) -> str:
    """A file for machines about one plan: `plan.json`."""
    return f"{plan(agency, name)}{file}"


def performance(group: str = "", within: str = "") -> str:
    """How all agencies keep their promises, or the list of one group, or of those below one."""
    return PERFORMANCE + "".join(f"{each}/" for each in (group, within) if each)


def all_news(number: int | None = None) -> str:
    """The list of all news: its newest page, or a numbered one."""
    return f"{NEWS}halaman/{number}/" if number else NEWS


def news(agency: str, number: int | None = None) -> str:
    """An agency's list of news: its newest page, or a numbered one."""
    return f"{agency}/{all_news(number)}"


def article(agency: str, name: str) -> str:
    """One news article."""
    return f"{agency}/berita/{name}/"


def topics() -> str:
    """The list of all topics of the news."""
    return f"{NEWS}topik/"


def topic(key: str, number: int | None = None) -> str:
    """The news of one topic: its newest page, or a numbered one."""
    return f"{topics()}{key}/halaman/{number}/" if number else f"{topics()}{key}/"


def archive(news: str, year: str, month: str = "") -> str:
    """The news of one year, or of one month, below a list of news."""
    return f"{news}{year}/{month}/" if month else f"{news}{year}/"


def feed(agency: str = "") -> str:
    """The feed of an agency's news, or of all news."""
    return f"{news(agency) if agency else NEWS}atom.xml"


def stub(agency: str, old: str) -> str:
    """The file at an old address that stands in the redirects of an agency, or of the portal."""
    address = profile(agency) + old.strip("/") if agency else old.strip("/")
    return address if address.endswith((".html", ".htm")) else f"{address}/index.html"


def target(agency: str, new: str) -> str:
    """The new address that stands in the redirects of an agency, or a web address as it is."""
    if "://" in new:
        return new
    address, mark, fragment = new.partition("#")
    if agency and not address.startswith("/"):
        address = profile(agency) + address
    address = address.removeprefix("/")
    name = address.rpartition("/")[2]
    return f"{address}{'/' if name and '.' not in name else ''}{mark}{fragment}"


def api(name: str) -> str:
    """A file for other programs about all agencies: `agencies`, `news/2026`."""
    return f"{API}{name}.json"


def agency_data(agency: str) -> str:
    """The file about one agency for other programs."""
    return api(f"agencies/{agency}")


def schema(name: str) -> str:
    """The JSON Schema of a kind of file."""
    return api(f"schema/{name}")


def base(site_url: str, page: str) -> Callable[[str], str]:
    """A function that makes addresses absolute, or relative to `page` if `site_url` is empty."""
    return (urljoin(site_url, ".") if site_url else root(page)).__add__


def urn(name: str) -> str:
    """`urn:uuid:…`, which stays the same wherever the site lies (RFC 9562, version 5)."""
    return uuid5(NAMES, name).urn


def media(agency: str, file: str) -> str:
    """A picture of an agency."""
    return f"{agency}/media/{file}"


def colours(primary: str, accent: str) -> str:
    """The stylesheet of a pair of `#rrggbb` colours."""
    return f"assets/colours/{primary[1:]}-{accent[1:]}.css"


def path(address: str) -> str:
    """The file in the published folder that an address leads to."""
    return f"{address}index.html" if is_page(address) else address


def is_page(address: str) -> bool:
    """Whether an address leads to a page, and not to a file of another kind."""
    return not address or address.endswith("/")


def shortened(html: str, page: str, agency: str) -> str:
    """`html` of a page of `agency`, whose links over the root take the shorter way over an agency.

    No text of data can be taken for a link: its quotation marks are escaped.
    """
    way = root(page)
    while agency:
        inner = page.removeprefix(f"{agency}/")
        html = html.replace(f'"{way}{agency}/', f'"{root(inner)}')
        agency = agency.rpartition("/")[0]
    return html


def root(page: str) -> str:
    """The relative address of the root, from the page at address `page`."""
    return "../" * page.count("/") or "./"
