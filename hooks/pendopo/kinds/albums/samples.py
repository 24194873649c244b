"""Sample albums for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples

TREES = """\
title: Penanaman <pohon>
day: 2026-01-15
summary: Warga menanam seribu pohon di Jalan Percobaan.
pictures:
  - {file: pohon.jpg, alt: Lima pohon muda di tepi jalan, caption: Jalan Percobaan, credit: Humas}
  - {caption: Foto kedua hilang}
videos:
  - {title: Rekaman penanaman, url: "https://contoh.example/"}
updated: 2026-01-16
"""


def _edit(word: str) -> Mapping[str, str]:
    text = (
        f'title: "{word}"\nday: 2026-01-05\nsummary: "{word}"\npictures: [{{caption: "{word}"}}]\n'
    )
    return {"albums/sampel.yml": text}


SAMPLES = Samples(
    records=(SampleRecord("albums/taman.yml"),),
    edit=_edit,
    pages={
        "albums": "kota-contoh/galeri/",
        "album": "kota-contoh/galeri/penanaman/",
    },
    miniature={"agencies/kota-contoh/albums/penanaman.yml": TREES},
    cases={
        "title: A\n": ("1:1 album-empty",),
        "title: A\nday: 2026-03-02\nupdated: 2026-03-01\nvideos:\n"
        "  - {title: V, url: 'https://a.example/'}\n"
        "  - {title: W, url: 'https://a.example/'}\n": ("3:10 album-early", "6:21 video-twice"),
        "title: A\npictures:\n  - {file: a.jpg}\n": ("3:12 picture-alt",),
    },
)
