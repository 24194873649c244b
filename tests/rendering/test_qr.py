import re
from xml.etree.ElementTree import fromstring

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from markup import one, parse
from pendopo.rendering.qr import qr_code
from pendopo.rendering.renderer import Renderer
from pendopo.site.planning import Site
from pendopo.site.shell import Publication

ADDRESS = "https://contoh.example/kota-contoh/berita/2026-01-15-pohon/"


def read(svg: str) -> str:
    """What a reader of codes finds on a piece of paper with the drawn code."""
    drawing = one(fromstring(f"<a>{svg}</a>"), ".//path")
    size = int(one(fromstring(f"<a>{svg}</a>"), ".//svg").get("viewBox", "").split()[-1])
    paper = Image.new("L", (10 * (size + 8), 10 * (size + 8)), 255)
    x = y = 0.0
    for sign, numbers in re.findall(r"([Mmh])([^Mmh]*)", drawing.get("d", "")):
        values = [float(each) for each in numbers.split()]
        if sign == "h":
            box = [10 * (x + 4), 10 * (y + 3.5), 10 * (x + values[0] + 4) - 1, 10 * (y + 4.5) - 1]
            ImageDraw.Draw(paper).rectangle(box, fill=0)
            x += values[0]
        else:
            x, y = (values[0], values[1]) if sign == "M" else (x + values[0], y + values[1])
    (found,) = zxingcpp.read_barcodes(paper)
    return found.text


@pytest.mark.parametrize(
    "address", [ADDRESS, "https://a.id/", f"{ADDRESS}%C3%A9/?q=1#a", ADDRESS + "x" * 400]
)
def test_a_reader_finds_the_address_in_the_drawn_code(address: str) -> None:
    assert read(qr_code(address)) == address


def test_it_is_hidden_from_screen_readers_and_has_no_style_of_its_own() -> None:
    svg = one(parse(str(qr_code(ADDRESS))), "*")
    assert (svg.get("aria-hidden"), svg.get("focusable")) == ("true", "false")
    assert "style" not in qr_code(ADDRESS)


def test_pages_to_hang_up_bear_the_code_of_the_address_that_should_be_quoted(
    miniature: Site,
) -> None:
    renderer = Renderer(miniature, Publication(site_url="https://contoh.example/"))
    for address, quoted in {
        "kota-contoh/": "kota-contoh/",
        "kota-contoh/visi-misi/2025-2029/": "kota-contoh/visi-misi/2025-2029/",
        "kota-contoh/perencanaan/2025-2029/": "kota-contoh/perencanaan/2025-2029/",
        "kota-contoh/berita/2025-12-01-kunjungan/": "kota-contoh/berita/2025-12-01-kunjungan/",
    }.items():
        after = renderer.page(miniature.by_address[address]).shell.after
        assert str(qr_code(f"https://contoh.example/{quoted}")) in after, address
        assert f"<p>https://contoh.example/{quoted}</p>" in after
    for address in ("", "instansi/", "kota-contoh/berita/"):
        assert "<svg" not in renderer.page(miniature.by_address[address]).shell.after


def test_without_a_known_address_there_is_no_code(miniature: Site) -> None:
    page = miniature.by_address["kota-contoh/"]
    assert "on-paper" not in Renderer(miniature).page(page).shell.after
