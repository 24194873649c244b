"""Pages written by hand for one agency: `docs/AGENCY/page.md` stands in the menu of that agency."""

from collections.abc import Container, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from mkdocs.utils import get_markdown_title
from mkdocs.utils.meta import get_data

from pendopo.basics.markdown import plain
from pendopo.site.page import Link


def agency_of(address: str, agencies: Container[str]) -> str:
    """The id of the agency that the page at `address` is of; empty if it is of none."""
    above = address.rstrip("/").rpartition("/")[0]
    return above if above in agencies else ""


def menus(config: MkDocsConfig, agencies: Container[str]) -> Mapping[str, tuple[Link, ...]]:
    """What the pages of agencies add to the menus of these, by their id, sorted by address."""
    found: dict[str, tuple[Link, ...]] = {}
    for file in sorted(get_files(config).documentation_pages(), key=_address):
        if agency := agency_of(_address(file), agencies):
            found[agency] = (*found.get(agency, ()), Link(_label(file), _address(file)))
    return found


def without_navigation(files: Files, agencies: Container[str]) -> None:
    """Marks the pages of agencies as none that the navigation of mkdocs.yml should name."""
    for file in files.documentation_pages():
        if agency_of(_address(file), agencies):
            file.inclusion = InclusionLevel.NOT_IN_NAV


def _address(file: File) -> str:
    return file.url.removeprefix("./")


def _label(file: File) -> str:
    """How the menu names a page: `menu` or `title` of its front matter, its heading, its name."""
    # MkDocs tells where a file is no UTF-8.
    source = Path(file.abs_src_path or "").read_text("utf-8-sig", "replace")
    text, matter = get_data(source)
    written = (matter.get(name) for name in ("menu", "title"))
    given = next((each for each in written if isinstance(each, str) and each.strip()), "")
    heading = plain(get_markdown_title(text) or "")
    return " ".join((given or heading or file.name.replace("-", " ").capitalize()).split())
