"""The pictures of the product in the guide and in README.md.

`python -m screenshots` (make pictures) takes them anew; drawing differs between machines, so no
test compares them.
"""

import os
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Literal, NamedTuple

from mkdocs.commands.build import build
from PIL import Image, ImageOps
from playwright.sync_api import Browser

from browsing import opened, served
from conftest import EPOCH, ROOT, configuration
from kind_samples import MINIATURE

ASSETS = ROOT / "docs" / "assets"
PHONE, DESK = (360, 640), (1280, 900)


class View(NamedTuple):
    """The top of one page, on a screen of some size in pixels."""

    address: str
    size: tuple[int, int] = PHONE
    scheme: Literal["light", "dark"] = "light"


GUIDE = {"berita": View("kota-contoh/berita/"), "instansi": View("kota-contoh/")}
"""Pictures of the guide, by name: of the fictional government."""
README = {
    "pendopo": (
        ROOT / "data",
        View("kota-binjai/", DESK),
        View("kota-binjai/kecamatan-binjai-selatan/visi-misi/2016-2021/"),
        View("", scheme="dark"),
    ),
    "miniature": (
        MINIATURE,
        View("kota-contoh/", DESK),
        View("kota-contoh/berita/"),
        View("kinerja/"),
    ),
}
"""Pictures of README.md: the data, a page on a desk, and two on a phone."""
HEIGHT, GAP, BACKGROUND, EDGE = 480, 20, "#e5e9ef", "#7d8b9b"
"""Of a picture of README.md, in pixels."""


def main() -> None:
    """Builds both sites and writes all pictures."""
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    with tempfile.TemporaryDirectory() as folder, opened() as browser:
        for name, (data, *views) in README.items():
            site = Path(folder) / name
            build(configuration(data, site))
            _beside(taken(browser, site, views)).save(ASSETS / f"{name}.webp", quality=85)
        for (name, _), picture in zip(
            GUIDE.items(),
            taken(browser, Path(folder) / "miniature", [*GUIDE.values()]),
            strict=True,
        ):
            picture.save(ASSETS / "panduan" / f"{name}.webp", quality=60, method=6)


def taken(browser: Browser, site: Path, views: Sequence[View]) -> list[Image.Image]:
    """What is seen of each page."""
    found = []
    with served(site) as address:
        for view in views:
            width, height = view.size
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme=view.scheme
            )
            page.goto(f"{address}{view.address}", wait_until="networkidle")
            page.evaluate("Promise.all([...document.images].map(e => e.complete && e.decode()))")
            found.append(Image.open(BytesIO(page.screenshot())).convert("RGB"))
            page.close()
    return found


def _beside(pictures: Sequence[Image.Image]) -> Image.Image:
    """Pictures of one height beside each other."""
    shown = [
        ImageOps.expand(
            each.resize((each.width * HEIGHT // each.height, HEIGHT), Image.Resampling.LANCZOS),
            border=1,
            fill=EDGE,
        )
        for each in pictures
    ]
    width = sum(each.width + GAP for each in shown) + GAP
    whole = Image.new("RGB", (width, shown[0].height + 2 * GAP), BACKGROUND)
    across = GAP
    for each in shown:
        whole.paste(each, (across, GAP))
        across += each.width + GAP
    return whole


if __name__ == "__main__":
    main()
