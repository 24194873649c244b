"""Sample plans for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples


def _edit(word: str) -> Mapping[str, str]:
    text = (
        f'type: RKPD\ntitle: "{word}"\nperiod: {{start: 2026, end: 2026}}\n'
        f'vision: {{statement: "{word}"}}\n'
        f'goals: {{statements: [{{statement: "{word}", indicators: [{{name: "{word}", unit: "%", '
        "polarity: higher, targets: {2026: 80}}]}]}\n"
    )
    return {"plans/rkpd-2026.yml": text}


SAMPLES = Samples(
    records=(
        SampleRecord(
            "plans/2016-2021.yml",
            without=(
                ("derives_from",),
                ("vision", "higher_lead_in"),
                ("missions", "higher_lead_in"),
                ("goals", "statements", 0, "supports"),
                ("goals", "statements", 0, "objectives", 0, "supports"),
                ("goals", "objectives", 0, "supports"),
            ),
        ),
        SampleRecord("plans/2021-2026.yml", "below", variant=1),
    ),
    edit=_edit,
    pages={
        "vision": "kota-contoh/visi-misi/2025-2029/",
        "derived vision": "kota-contoh/kecamatan-contoh-hulu/visi-misi/2025-2029/",
        "archived vision": "kota-contoh/visi-misi/2019-2024/",
        "goals": "kota-contoh/tujuan-sasaran/2025-2029/",
        "goals by calendar year": "kota-contoh/tujuan-sasaran/2019-2024/",
        "goals of twenty years": "kota-contoh/tujuan-sasaran/2025-2045/",
        "goals with what they serve": "kota-contoh/dinas-lingkungan/tujuan-sasaran/2025-2029/",
        "plans": "kota-contoh/dinas-lingkungan/perencanaan/",
        "plan": "kota-contoh/dinas-lingkungan/perencanaan/2025-2029/",
        "ended plan": "kota-contoh/dinas-lingkungan/perencanaan/2020-2024/",
        "programmes": "kota-contoh/dinas-lingkungan/perencanaan/2025-2029/program/",
        "tree": "kota-contoh/perencanaan/2025-2029/pohon-kinerja/",
        "changes": "kota-contoh/dinas-lingkungan/perencanaan/2025-2029/perubahan/",
        "performance": "kinerja/",
        "performance of a group": "kinerja/tertinggal/",
    },
)
