"""The cover: a wide picture at the top of an agency's first page."""

from collections.abc import Mapping
from io import BytesIO
from xml.etree.ElementTree import Element

import pytest
from PIL import Image

from conftest import AGENCY, TODAY, Write, codes, warnings
from markup import one, shown, texts
from pendopo.pictures.cards import Card
from pendopo.site.planning import Site
from places import drawings_of, site_of

KOTA = "agencies/kota-uji"
HEAD = f"{KOTA}/agency.yml"
COVER = "cover: {file: balai.png, alt: Balai kota beratap joglo}\n"


def picture(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.new("L", (width, height)).save(file, "PNG")
    return file.getvalue()


def test_it_stands_below_the_name_and_loads_first(miniature: Site) -> None:
    page = shown(miniature, "kota-contoh/")
    assert [each.tag for each in page][:2] == ["h1", "figure"]
    figure = one(page, "figure[@class='cover']")
    image = one(figure, "picture/img")
    assert (image.get("alt") or "").startswith("Balai Kota Contoh beratap joglo")
    assert (image.get("loading"), image.get("fetchpriority")) == (None, "high")
    assert (image.get("width"), image.get("height")) == ("1200", "480")
    assert image.get("data-focus") == "5 7"
    for each in figure.findall("picture/*"):
        assert [part.split()[1] for part in (each.get("srcset") or "").split(", ")] == [
            *("400w", "800w", "1200w")
        ]
    assert texts(figure, "figcaption") == ["Balai Kota <Contoh> Foto: Humas Contoh"]


def test_no_other_page_shows_it(trees: Mapping[str, Element]) -> None:
    found = [name for name, tree in trees.items() if tree.findall(".//figure[@class='cover']")]
    assert found == ["kota-contoh/"]


def test_links_to_the_first_page_show_it(write: Write) -> None:
    site, _ = site_of(
        write({HEAD: AGENCY + COVER, f"{KOTA}/media/balai.png": picture(1200, 300)}), TODAY
    )
    cards = [each for each in drawings_of(site) if isinstance(each, Card)]
    assert [each.picture.name for each in cards if each.picture] == ["balai.png"]
    named = {page.address: page.picture.file for page in site.pages if page.picture}
    assert named == {"kota-uji/": "balai.png"}


@pytest.mark.parametrize(
    ("size", "told"),
    [
        ((1200, 300), False),
        ((1600, 900), False),
        ((1199, 900), True),
        ((1600, 299), True),
        ((40, 30), True),
    ],
)
def test_one_that_is_small_is_warned_of(write: Write, size: tuple[int, int], told: bool) -> None:
    folder = write({HEAD: AGENCY + COVER, f"{KOTA}/media/balai.png": picture(*size)})
    assert codes(folder) == []
    assert warnings(folder) == ([f"{HEAD}:3:15 cover-small"] if told else [])


def test_one_that_is_missing_is_told_once_and_shown_nowhere(write: Write) -> None:
    folder = write({HEAD: AGENCY + COVER})
    assert codes(folder) == [f"{HEAD}:3:15 media-missing"]
    site, problems = site_of(folder, TODAY)
    assert len(problems) == 1
    assert shown(site, "kota-uji/").findall(".//img") == []
