"""Sample officials for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples

MAYOR = """\
name: Siti Rahmawati
degrees_before: Dr. Hj.
degrees_after: S.H., M.Si.
portrait: {file: pohon.jpg, alt: Siti Rahmawati di bawah pohon, credit: Diskominfo Kota Contoh}
biography: Lahir dari keluarga petani, ia **mulai** sebagai lurah.
education: ["S-3 Administrasi Publik, Universitas Contoh, 2010"]
career: ["Lurah Tengah, 2001–2005", "Wakil Wali Kota <Contoh>, 2016–2021"]
wealth_report: {year: 2024, url: "https://elhkpn.contoh.example/siti"}
emails: [walikota@contoh.example]
phones: [0999-123457]
greeting:
  title: Sambutan Wali Kota
  text: |
    Selamat datang di laman Kota Contoh. Di sini Anda menemukan apa yang kami janjikan.

    Mari bersama-sama mengawasinya.
terms:
  - {post: wali-kota, since: 2021-02-26, decree: Keputusan Menteri Nomor 1 Tahun 2021}
sources: [{title: Keputusan rekaan}]
updated: 2026-01-15
"""
MINIATURE = {
    "siti-rahmawati": MAYOR,
    "budi": (
        "name: Budi\ndegrees_before: Drs.\nrank: Pembina Utama (IV/e)\nterms:\n"
        "  - {post: sekretaris, since: 2023-03-01}\n"
        "  - {post: kabag-hukum, since: 2026-01-02, status: Plt}\n"
    ),
    "agus-salim": (
        "name: Agus Salim\nterms:\n  - {post: wali-kota, since: 2016, until: 2021}\n"
        "  - {post: sekretaris, since: 2011-05, until: 2015-12-31}\n"
    ),
    "wati": "name: Wati\nterms: [{post: arsiparis, since: 2020-01-01}]\n",
    "yusuf": "name: Yusuf\nterms: [{post: arsiparis, since: 2014, until: 2019}]\n",
}


def _edit(word: str) -> Mapping[str, str]:
    text = (
        f'name: "{word}"\ndegrees_after: "{word}"\ngreeting: {{text: "{word}"}}\n'
        f'terms: [{{post: kepala, since: 2025-06-01, decree: "{word}"}}]\n'
    )
    return {"officials/sampel.yml": text}


def _terms(*terms: str) -> str:
    return "".join(["name: A\nterms:\n", *(f"  - {{post: {each}}}\n" for each in terms)])


SAMPLES = Samples(
    records=(
        SampleRecord("officials/a.yml"),
        SampleRecord(
            "officials/b.yml",
            "below",
            (
                ("portrait", "file"),
                ("portrait", "alt"),
                ("greeting", "title"),
                ("terms", 0, "decree"),
            ),
        ),
    ),
    edit=_edit,
    pages={
        "officials": "kota-contoh/pejabat/",
        "official": "kota-contoh/pejabat/siti-rahmawati/",
        "official without a portrait": "kota-contoh/pejabat/budi/",
    },
    miniature={
        f"agencies/kota-contoh/officials/{name}.yml": text for name, text in MINIATURE.items()
    },
    cases={
        _terms("a, since: kemarin"): ("3:22 official-moment",),
        _terms("a, since: 2024-13"): ("3:22 official-moment",),
        _terms("a, since: 2024-02-30"): ("3:22 official-moment",),
        _terms("a, since: 1024"): ("3:22 official-moment",),
        "name: A\nterms: []\n": ("2:8 official-terms-none",),
        _terms("a, since: 2024-05-20, until: 2024-05-19"): ("3:41 official-term-order",),
        _terms("a, since: 2024-05, until: 2023"): ("3:38 official-term-order",),
        _terms("a, since: 2020", "a, since: 2022-01-01"): ("4:22 official-term-twice",),
        _terms("a, since: 2022, until: 2025", "a, since: 2020, status: Plt"): (
            "3:22 official-term-twice",
        ),
        _terms("a, since: 2020, until: 2022", "a, since: 2022", "b, since: 2021"): (),
        _terms("a, since: 2020-02-03, until: 2022-02-02", "a, since: 2022-02-02"): (),
        _terms("a, since: 2024") + "portrait: {file: a.jpg}\n": ("4:18 picture-alt",),
    },
)
