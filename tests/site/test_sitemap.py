"""The list of all pages for search engines."""

from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from pendopo.site import sitemap
from pendopo.site.planning import Site
from pendopo.site.sitemap import sitemaps

URL = "https://uji.example/repo/"
NAMESPACE = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}
FEW = 3


def listed(text: str) -> list[tuple[str, str]]:
    """Location and day of each page of a list."""
    root = ET.fromstring(text.encode())
    assert root.tag == f"{{{NAMESPACE['']}}}urlset"
    return [
        (each.findtext("loc", "", NAMESPACE), each.findtext("lastmod", "", NAMESPACE))
        for each in root
    ]


def named(text: str) -> list[str]:
    """The lists that an index names."""
    root = ET.fromstring(text.encode())
    assert root.tag == f"{{{NAMESPACE['']}}}sitemapindex"
    assert {each.tag for each in root} <= {f"{{{NAMESPACE['']}}}sitemap"}
    return [each.findtext("loc", "", NAMESPACE) for each in root]


def test_without_the_address_of_the_site_there_is_none() -> None:
    assert list(sitemaps([("", ""), ("kota/", "2026-01-01")], "")) == []


def test_every_page_is_listed_with_its_day_where_it_has_one() -> None:
    ((name, text),) = sitemaps([("", ""), ("kota/", "2026-01-01")], URL)
    assert name == "sitemap.xml"
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    assert listed(text) == [(URL, ""), (f"{URL}kota/", "2026-01-01")]
    assert text.count("<lastmod>") == 1


def test_a_site_without_a_page_has_an_empty_list() -> None:
    ((name, text),) = sitemaps([], URL)
    assert (name, listed(text)) == ("sitemap.xml", [])


def test_addresses_are_escaped() -> None:
    url = "https://uji.example/a=1&b=<\"'>/"
    ((_, text),) = sitemaps([("", "2026-01-01")], url)
    assert "&amp;b=&lt;" in text
    assert listed(text) == [(url, "2026-01-01")]


@pytest.mark.parametrize("count", [1, FEW - 1, FEW, FEW + 1, 2 * FEW, 2 * FEW + 1, 10])
def test_too_many_pages_are_shared_out_among_several_lists(
    monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(sitemap, "MOST", FEW)
    pages = [(f"kota-{number}/", "2026-01-01" if number % 2 else "") for number in range(count)]
    files = dict(sitemaps(pages, URL))
    assert len(files) == len(list(sitemaps(pages, URL)))
    if count <= FEW:
        assert list(files) == ["sitemap.xml"]
        parts = [listed(files["sitemap.xml"])]
    else:
        names = named(files["sitemap.xml"])
        assert names == [f"{URL}sitemap-{n}.xml" for n in range(1, -(-count // FEW) + 1)]
        assert {urljoin(URL, name) for name in files} == {*names, f"{URL}sitemap.xml"}
        parts = [listed(files[name.removeprefix(URL)]) for name in names]
    assert all(0 < len(part) <= FEW for part in parts)
    assert [each for part in parts for each in part] == [(URL + a, day) for a, day in pages]


@tries(100)
@given(st.lists(st.from_regex(r"([a-z0-9-]{1,5}/){0,3}", fullmatch=True), max_size=8))
def test_every_page_is_listed_once(addresses: list[str]) -> None:
    found = [text for _, text in sitemaps([(each, "") for each in addresses], URL)]
    assert [loc for loc, _ in listed(found[0])] == [URL + each for each in addresses]


def test_the_miniature_site_is_listed_whole(miniature: Site) -> None:
    pages = [(page.address, page.updated) for page in miniature.pages]
    ((_, text),) = sitemaps(pages, URL)
    assert listed(text) == [(URL + address, day) for address, day in pages]
