"""Codes on printed pages: a phone reads the address in them."""

import re
from base64 import b64decode
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image, ImageOps
from playwright.sync_api import Page

from conftest import in_light
from markup import one, parse
from pendopo.rendering.qr import SCALE, qr_code
from pendopo.rendering.renderer import Renderer
from pendopo.site.planning import Site
from pendopo.site.shell import Publication

ADDRESS = "https://contoh.example/kota-contoh/berita/2026-01-15-pohon/"


def read(code: str) -> str:
    """What a reader of codes finds on a piece of paper with the printed code."""
    (content,) = re.findall(r'src="data:image/png;base64,([^"]+)"', code)
    picture = Image.open(BytesIO(b64decode(content))).convert("L")
    (found,) = zxingcpp.read_barcodes(ImageOps.expand(picture, 4 * SCALE, 255))
    return found.text


@pytest.mark.parametrize(
    "address", [ADDRESS, "https://a.id/", f"{ADDRESS}%C3%A9/?q=1#a", ADDRESS + "x" * 400]
)
def test_a_reader_finds_the_address_in_the_drawn_code(address: str) -> None:
    assert read(qr_code(address)) == address


def test_those_who_listen_pass_over_it() -> None:
    # The address itself stands beside it.
    assert one(parse(str(qr_code(ADDRESS))), "*").get("alt") == ""


def test_it_takes_few_bytes_of_each_page() -> None:
    assert len(qr_code(ADDRESS)) < 700


@in_light
def test_a_reader_finds_it_on_a_page_as_it_is_printed(page: Page, address: str) -> None:
    page.goto(f"{address}kota-contoh/")
    page.emulate_media(media="print")
    picture = page.locator(".on-paper").screenshot()
    (found,) = zxingcpp.read_barcodes(Image.open(BytesIO(picture)))
    assert found.text.endswith("/kota-contoh/")


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
        assert 'class="code"' not in renderer.page(miniature.by_address[address]).shell.after


def test_without_a_known_address_there_is_no_code(miniature: Site) -> None:
    page = miniature.by_address["kota-contoh/"]
    assert "on-paper" not in Renderer(miniature).page(page).shell.after
