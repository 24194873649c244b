"""All addresses of the site: relative to its root, ending in a slash if they are pages."""

from collections.abc import Callable
from urllib.parse import unquote, urljoin
from uuid import UUID, uuid5

PORTAL = ""
DIRECTORY = "instansi/"
NEWS = "berita/"
PERFORMANCE = "kinerja/"
SEARCH = "cari/"
INDEX = f"{SEARCH}indeks/"
APIS = "api/"
API = f"{APIS}v1/"
ASSETS = "assets/"
ROBOTS = "robots.txt"
SECURITY = ".well-known/security.txt"
SITEMAP = "sitemap.xml"
NOT_FOUND = "404.html"
BUILD = "build.json"
BY_HAND = ("tentang", "panduan", "aksesibilitas", "privasi", "lisensi")
"""The hand-written pages of every site, in the folder docs/."""
NAMES = UUID("cc3a9a25-f6df-436a-b5ff-b373c4b39d7d")
"""Namespace of the names that `urn` makes; if it changes, feed readers show all news as new."""


def agencies_of_type(agency_type: str, within: str = "") -> str:
    """The list of agencies of one type, or only of those below one agency."""
    return f"{DIRECTORY}{agency_type}/{within}/" if within else f"{DIRECTORY}{agency_type}/"


def profile(agency: str) -> str:
    """An agency's first page."""
    return f"{agency}/"


def vision(agency: str, plan: str | None = None) -> str:
    """Vision and mission of one plan; without its name what leads to those of the plan in force."""
    return f"{agency}/visi-misi/{plan}/" if plan else f"{agency}/visi-misi/"


def goals(agency: str, plan: str | None = None) -> str:
    """Goals and indicators of one plan; without its name what leads to those in force."""
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
    """A machine-readable file of one plan, such as `plan.json`."""
    return f"{plan(agency, name)}{file}"


def performance(group: str = "", within: str = "") -> str:
    """The performance of all agencies, of one group of them, or of those below one agency."""
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
    """The redirect file for an old address listed by an agency, or by the portal.

    Letters that an address writes as `%20` are as they are in the name of the file.
    """
    address = f"{profile(agency) if agency else ''}{unquote(old).strip('/')}"
    return address if address.endswith((".html", ".htm")) else f"{address}/index.html"


def target(agency: str, new: str) -> str:
    """The target of a redirect of an agency or the portal; web addresses are unchanged."""
    if "://" in new:
        return new
    address, mark, fragment = new.partition("#")
    if agency and not address.startswith("/"):
        address = profile(agency) + address
    address = address.removeprefix("/")
    name = address.rpartition("/")[2]
    return f"{address}{'/' if name and '.' not in name else ''}{mark}{fragment}"


def api(name: str) -> str:
    """An API file about all agencies; names are such as `agencies` or `news/2026`."""
    return f"{API}{name}.json"


def agency_data(agency: str) -> str:
    """The API file about one agency."""
    return api(f"agencies/{agency}")


def schema(name: str) -> str:
    """The JSON Schema of one kind of API file."""
    return api(f"schema/{name}")


def input_schema(name: str) -> str:
    """The JSON Schema of one kind of file that staff write, which belongs to no version."""
    return f"{APIS}schema/input/{name}.json"


def base(site_url: str, page: str) -> Callable[[str], str]:
    """A function that makes addresses absolute, or relative to `page` if `site_url` is empty."""
    return (urljoin(site_url, ".") if site_url else root(page)).__add__


def urn(name: str) -> str:
    """`urn:uuid:…` of a name, independent of the site's address (RFC 9562, version 5)."""
    return uuid5(NAMES, name).urn


def media(agency: str, file: str) -> str:
    """A file of an agency's folder media."""
    return f"{agency}/media/{file}"


def colours(primary: str, accent: str) -> str:
    """The stylesheet of a pair of `#rrggbb` colours."""
    return f"{ASSETS}colours/{primary[1:]}-{accent[1:]}.css"


def path(address: str) -> str:
    """The file in the output folder that is served at an address."""
    return f"{address}index.html" if is_page(address) else address


def is_page(address: str) -> bool:
    """Whether an address is that of a page rather than of another file."""
    return not address or address.endswith("/")


def shortened(html: str, page: str, agency: str) -> str:
    """Shortens links in `html` of a page of `agency` that go through the root needlessly.

    Text from the data cannot be mistaken for a link, since its quotation marks are escaped.
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
