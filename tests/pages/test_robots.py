"""robots.txt: all may be read."""

from urllib.robotparser import RobotFileParser

import pytest

from conftest import TODAY
from pendopo.kinds.portal.machines.robots import robots
from pendopo.kinds.registry import KINDS
from pendopo.site.context import Context
from pendopo.site.planning import Site, plan_portal


@pytest.mark.parametrize(
    ("site_url", "sitemaps"),
    [
        ("", None),
        ("https://uji.example/", ["https://uji.example/sitemap.xml"]),
        ("https://uji.example/repo/", ["https://uji.example/repo/sitemap.xml"]),
    ],
)
def test_all_may_be_read_and_the_list_of_pages_is_named(
    site_url: str, sitemaps: list[str] | None
) -> None:
    parser = RobotFileParser()
    parser.parse(robots(site_url).splitlines())
    assert parser.can_fetch("*", "https://uji.example/kota-uji/berita/")
    assert parser.site_maps() == sitemaps


def test_the_site_has_the_file(miniature: Site) -> None:
    site, _ = plan_portal(
        Context(miniature.context.directory, TODAY, KINDS, "https://uji.example/")
    )
    (file,) = [each for each in site.files if each.address == "robots.txt"]
    assert file.text == "User-agent: *\nAllow: /\n\nSitemap: https://uji.example/sitemap.xml\n"
