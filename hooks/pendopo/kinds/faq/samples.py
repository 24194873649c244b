"""Sample questions for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples

QUESTIONS = """\
questions:
  - question: Apa syarat meminta <bibit> pohon?
    answer: |
      Bawa KTP, lalu:

      1. ambil nomor antrean;
      2. isi formulir.
    topic: Pohon
  - question: Berapa biayanya?
    answer: Gratis.
    topic: Pohon
  - question: Kapan kantor buka?
    answer: Setiap hari kerja.
updated: 2026-01-12
sources:
  - {title: Standar pelayanan}
"""


def _edit(word: str) -> Mapping[str, str]:
    return {"faq.yml": f'questions: [{{question: "{word}", answer: "{word}", topic: "{word}"}}]\n'}


SAMPLES = Samples(
    records=(SampleRecord("faq.yml"),),
    edit=_edit,
    pages={"questions": "kota-contoh/tanya-jawab/"},
    miniature={"agencies/kota-contoh/faq.yml": QUESTIONS},
    cases={
        "questions: []\n": ("1:12 faq-empty",),
        "questions:\n  - {question: Apa itu?, answer: A}\n  - {question: apa  itu, answer: B}\n": (
            "3:16 question-twice",
        ),
    },
)
