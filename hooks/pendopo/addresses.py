"""Every address of the site: relative to its root, with a final slash where it is a page."""

PORTAL = ""
DIRECTORY = "instansi/"
NEWS = "berita/"
OF_PORTAL = {"instansi", "berita", "assets", "tentang", "panduan", "search", "index", "404"}
OF_AGENCIES = {"visi-misi", "tujuan-sasaran", "berita", "media", "index"}
"""Names that no agency may have: at the top of the tree, and below another agency."""


def agencies_of_type(agency_type: str) -> str:
    """The directory of one type of agency."""
    return f"{DIRECTORY}{agency_type}/"


def profile(agency: str) -> str:
    """An agency's first page."""
    return f"{agency}/"


def vision(agency: str, plan: str | None = None) -> str:
    """Vision and mission of the plan in force, or of one plan at its lasting address."""
    return f"{agency}/visi-misi/{plan}/" if plan else f"{agency}/visi-misi/"


def goals(agency: str, plan: str | None = None) -> str:
    """Goals and indicators of the plan in force, or of one plan at its lasting address."""
    return f"{agency}/tujuan-sasaran/{plan}/" if plan else f"{agency}/tujuan-sasaran/"


def all_news(number: int | None = None) -> str:
    """The list of all news: its newest page, or a numbered one."""
    return f"{NEWS}halaman/{number}/" if number else NEWS


def news(agency: str, number: int | None = None) -> str:
    """An agency's list of news: its newest page, or a numbered one."""
    return f"{agency}/{all_news(number)}"


def article(agency: str, name: str) -> str:
    """One news article."""
    return f"{agency}/berita/{name}/"


def media(agency: str, file: str) -> str:
    """A picture of an agency."""
    return f"{agency}/media/{file}"


def colours(primary: str, accent: str) -> str:
    """The stylesheet of a pair of `#rrggbb` colours."""
    return f"assets/colours/{primary[1:]}-{accent[1:]}.css"


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
    """What leads from the page at address `page` to the root, the same wherever the site lies."""
    return "../" * page.count("/") or "./"
