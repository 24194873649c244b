import re
from xml.etree.ElementTree import fromstring

import segno

from markup import one, parse
from pendopo.rendering.qr import qr_code
from pendopo.rendering.renderer import Renderer
from pendopo.site.planning import Site
from pendopo.site.shell import Publication

ADDRESS = "https://contoh.example/kota-contoh/berita/2026-01-15-pohon/"


def modules(svg: str) -> set[tuple[int, int]]:
    """The dark fields of a drawn code, by row and column."""
    path = one(fromstring(f"<a>{svg}</a>"), ".//path").get("d", "")
    found: set[tuple[int, int]] = set()
    x = y = 0.0
    for sign, numbers in re.findall(r"([Mmh])([^Mmh]*)", path):
        values = [float(each) for each in re.findall(r"-?[0-9.]+", numbers)]
        if sign == "M":
            x, y = values
        elif sign == "m":
            x, y = x + values[0], y + values[1]
        else:
            found |= {(int(y), int(x) + step) for step in range(int(values[0]))}
            x += values[0]
    return found


def test_the_code_is_that_of_the_address() -> None:
    expected = segno.make_qr(ADDRESS, error="l", mask=3).matrix
    dark = {(r, c) for r, row in enumerate(expected) for c, each in enumerate(row) if each}
    assert modules(qr_code(ADDRESS)) == dark
    assert modules(qr_code(ADDRESS)) != modules(qr_code(ADDRESS.replace("pohon", "hujan")))


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
