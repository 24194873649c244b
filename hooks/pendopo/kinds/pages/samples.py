"""Sample free pages for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples

HISTORY = """\
---
title: Sejarah <Kota> Contoh
menu: Sejarah
order: 10
summary: Kota Contoh tumbuh dari sebuah pasar.
pictures:
  - {file: pohon.jpg, alt: Lima pohon muda di kedua tepi Jalan Percobaan, caption: Jalan Percobaan}
documents:
  - {title: Naskah sejarah, file: standar-pelayanan.pdf}
sources:
  - {title: Contoh dalam Angka}
updated: 2026-01-10
---
Pasar itu ada sejak 1901.

## Wali kota

| Masa | Nama |
| --- | --- |
| 1956–1961 | Wali Kota Pertama |
"""
SYMBOL = """\
---
title: Lambang dan letak
order: 20
symbol:
  picture: {file: pohon.jpg, alt: Lambang dengan lima pohon, caption: Lambang Kota Contoh}
  meanings:
    - {part: Lima pohon, meaning: Lima kecamatan.}
    - {part: Perisai, meaning: Pengayoman.}
borders: {north: Kota Utara, south: Laut Selatan, east: Kota Timur, west: Kota Barat}
height: 12 m di atas permukaan laut
---
Lambang ini dipakai sejak 1957.
"""


def _edit(word: str) -> Mapping[str, str]:
    text = f'---\ntitle: "{word}"\nsummary: "{word}"\norder: 5\n---\n{word}\n'
    return {"pages/sampel.md": text}


SAMPLES = Samples(
    records=(
        SampleRecord(
            "pages/sejarah.yml", "agency", (("pictures", 0, "file"), ("pictures", 0, "alt"))
        ),
        SampleRecord(
            "pages/lambang.yml",
            "below",
            (("symbol", "picture", "file"), ("symbol", "picture", "alt")),
        ),
    ),
    edit=_edit,
    pages={
        "free page": "kota-contoh/profil/sejarah/",
        "free page with a symbol": "kota-contoh/profil/lambang/",
    },
    miniature={
        "agencies/kota-contoh/pages/sejarah.md": HISTORY,
        "agencies/kota-contoh/pages/lambang.md": SYMBOL,
    },
    cases={
        "title: A\nbody: B\nsymbol: {picture: {file: a.jpg}}\npictures:\n"
        "  - {file: a.jpg, alt: Pasar lama}\n": ("3:26 picture-alt", "5:12 picture-twice"),
        "title: A\nbody: B\norder: -1\nborders: {north: U}\n": (
            "3:8 number-whole",
            "4:10 key-missing",
            "4:10 key-missing",
            "4:10 key-missing",
        ),
    },
)
