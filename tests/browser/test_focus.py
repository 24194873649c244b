"""The focus of pictures: what a picture must show stays visible wherever it is cut."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, FloatRect, ViewportSize

from browsing import SHIFTED, SHIFTS, THEME, served
from conftest import AGENCY, PORTAL, ROOT, TODAY
from markup import renderer_of, shown
from pendopo.basics import addresses
from pendopo.pictures.cards import Card
from pendopo.pictures.renditions import Encoding
from pendopo.problems.problem import faults
from pendopo.site.planning import Site
from places import drawings_of, site_of
from samples import marked

KOTA = "agencies/kota-uji"
PICTURES = {
    "tall": ((120, 1200), "50% 20%", "5 2"),
    "wide": ((1100, 110), "0% 100%", "0 10"),
    "tiny": ((40, 30), "100% 0%", "10 0"),
    "usual": ((390, 260), "30% 70%", "3 7"),
}
"""Pictures of all shapes: size in pixels, focus, and the same in tenths."""
PLACES = {
    "a list of news": ("kota-uji/berita/", ".teasers img"),
    "news as cards": ("kota-uji/", ".in-cards img"),
    "the newest album": ("kota-uji/", ".strip img"),
    "a list of albums": ("kota-uji/galeri/", ".teasers img"),
    "a list of officials": ("kota-uji/pejabat/", ".people img"),
}
"""Where pictures are cut: the page, and what finds the pictures there."""
HEAD = (
    '<!doctype html><html dir="ltr"><link rel="stylesheet" href="/theme.css">'
    '<link rel="stylesheet" href="/our.css"><article class="md-typeset">'
)


def whole_square(image: Image.Image) -> bool:
    """Whether the mark is all there, neither cut nor stretched."""
    box = image.convert("L").point(lambda value: 255 if value < 128 else 0).getbbox()
    return box is not None and 0.75 < (box[2] - box[0]) / (box[3] - box[1]) < 1.33


def named(name: str, *, with_focus: bool = True) -> str:
    focus = f", focus: {PICTURES[name][1]}" if with_focus else ""
    return f"{{file: {name}.png, alt: Pohon di tepi jalan{focus}}}"


def planned(folder: Path, *, with_focus: bool = True) -> Site:
    """A site that shows every picture in every place; its data are written to `folder`."""
    files: dict[str, str | bytes] = {
        "portal.yml": PORTAL,
        f"{KOTA}/agency.yml": AGENCY,
        f"{KOTA}/structure.yml": "posts: [{id: camat, title: Camat, head: ya, count: 4}]\n",
    }
    texts = {name: named(name, with_focus=with_focus) for name in PICTURES}
    for name, (size, focus, _) in PICTURES.items():
        others = ", ".join(texts[other] for other in PICTURES if other != name)
        files |= {
            f"{KOTA}/media/{name}.png": marked(size, focus),
            f"agencies/{name}/media/{name}.png": marked(size, focus),
            f"agencies/{name}/agency.yml": f"{AGENCY}cover: {texts[name]}\n",
            f"{KOTA}/news/2026-01-15-{name}.yml": (
                f"title: Kabar\npublished: 2026-01-15\nbody: Teks.\npicture: {texts[name]}\n"
            ),
            f"{KOTA}/albums/{name}.yml": f"title: Album\npictures: [{texts[name]}, {others}]\n",
            f"{KOTA}/officials/{name}.yml": (
                f"name: Siti\nterms: [{{post: camat, since: 2021}}]\nportrait: {texts[name]}\n"
            ),
        }
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    site, problems = site_of(folder, TODAY)
    assert faults(problems) == []
    return site


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The contents of the pages of that site, served with their pictures and stylesheets."""
    folder, root = (tmp_path_factory.mktemp(name) for name in ("data", "site"))
    site = planned(folder)
    files = {"our.css": (ROOT / "overrides/assets/pendopo.css").read_bytes()}
    files["theme.css"] = THEME.read_bytes()
    for drawing in drawings_of(site):
        if isinstance(drawing, Encoding):
            files |= dict(drawing.make(folder))
    renderer = renderer_of(site)
    for path in [*(path for path, _ in PLACES.values()), *map(addresses.profile, PICTURES)]:
        html = renderer.page(site.by_address[path]).html.replace("lazy", "eager")
        files[f"{path}index.html"] = HEAD.encode() + html.encode()
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    with served(root) as address:
        yield address


def part(image: Image.Image, box: FloatRect) -> Image.Image:
    x, y = box["x"], box["y"]
    return image.crop((x, y, x + box["width"], y + box["height"]))


def test_the_focus_is_seen_in_every_place_and_nothing_is_stretched(
    browser: Browser, address: str
) -> None:
    seen: dict[str, list[bool]] = {}
    with browser.new_context() as context:
        page = context.new_page()
        for name, (path, selector) in PLACES.items():
            page.goto(address + path)
            images = page.locator(selector).all()
            boxes = [each.bounding_box() for each in images]
            whole = Image.open(BytesIO(page.screenshot(full_page=True)))
            seen[name] = [whole_square(part(whole, each)) for each in boxes if each]
    assert {name: len(each) >= 3 and all(each) for name, each in seen.items()} == dict.fromkeys(
        PLACES, True
    )


@pytest.mark.parametrize(("width", "shown_ratio"), [(360, 5 / 2), (1280, 4)])
def test_a_cover_of_any_shape_is_low_and_shows_its_focus_and_moves_nothing(
    browser: Browser, address: str, width: int, shown_ratio: float
) -> None:
    size: ViewportSize = {"width": width, "height": 800}
    with browser.new_context(viewport=size) as context:
        page = context.new_page()
        page.add_init_script(SHIFTS)
        for name in PICTURES:
            page.goto(address + addresses.profile(name))
            image = page.locator(".cover img")
            box = image.bounding_box()
            assert box
            assert box["width"] / box["height"] == pytest.approx(shown_ratio, rel=0.02)
            assert box["width"] > width * 0.9
            assert whole_square(Image.open(BytesIO(image.screenshot()))), name
            assert page.evaluate(SHIFTED) == []
            page.emulate_media(media="print")
            assert not image.is_visible()
            page.emulate_media(media="screen")


@pytest.mark.parametrize("with_focus", [True, False])
def test_the_focus_stands_at_a_picture_in_tenths(tmp_path: Path, with_focus: bool) -> None:
    site = planned(tmp_path, with_focus=with_focus)
    for path, _ in PLACES.values():
        images = shown(site, path).findall(".//img")
        tenths = {each[2] for each in PICTURES.values()} if with_focus else {None}
        assert {each.get("data-focus") for each in images} == tenths


def test_a_card_is_cut_by_the_focus(tmp_path: Path) -> None:
    site = planned(tmp_path)
    cards = {each.focus: each for each in drawings_of(site) if isinstance(each, Card)}
    assert {*cards} == {"", *(focus for _, focus, _ in PICTURES.values())}
    for _, focus, _ in PICTURES.values():
        ((_, content),) = cards[focus].make(tmp_path)
        assert whole_square(Image.open(BytesIO(content)).crop((0, 0, 1200, 480)))
