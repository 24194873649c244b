"""Sample news for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples


def _edit(word: str) -> Mapping[str, str]:
    text = f'title: "{word}"\npublished: 2026-01-05\nsummary: "{word}"\nbody: "{word}"\n'
    return {"news/2026-01-05-sampel.yml": text}


SAMPLES = Samples(
    records=(
        SampleRecord(
            "news/2018-04-25-a.yml", "agency", (("pictures", 0, "file"), ("pictures", 0, "alt"))
        ),
        SampleRecord("news/2018-04-25-b.yml", "below", (("picture", "file"), ("picture", "alt"))),
    ),
    edit=_edit,
    pages={
        "all news": "berita/",
        "news": "kota-contoh/berita/",
        "article": "kota-contoh/berita/2026-01-15-pohon-pertama/",
        "expired article": "kota-contoh/berita/2026-01-10-air-mati/",
        "article without a photo": "kota-contoh/berita/2025-12-01-kunjungan/",
        "archive of a year": "berita/2024/",
    },
)
