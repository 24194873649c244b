"""The pictures of the product in the guide, as a phone shows the fictional government.

`python -m guide_pictures` (make pictures) takes them anew; drawing differs between machines, so no
test compares them.
"""

import os
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image

from browsing import opened, served
from conftest import EPOCH, ROOT, SITE_URL, miniature_site

FOLDER = ROOT / "docs" / "assets" / "panduan"
SHOWN = {
    "berita": "kota-contoh/berita/",
    "instansi": "kota-contoh/",
}
"""The pages by the names of the pictures."""


def main() -> None:
    """Builds the site and writes a picture of the top of each page."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        os.environ["SOURCE_DATE_EPOCH"] = EPOCH
        miniature_site(root, site_url=SITE_URL)
        with served(root) as address, opened() as browser:
            page = browser.new_page(viewport={"width": 360, "height": 640})
            for name, place in SHOWN.items():
                page.goto(f"{address}repo/{place}")
                picture = Image.open(BytesIO(page.screenshot()))
                picture.save(FOLDER / f"{name}.webp", quality=60, method=6)


if __name__ == "__main__":
    main()
