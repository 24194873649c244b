"""What is wrong with the data, where, and how to mend it: values, never exceptions."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from pendopo.basics.translations import Translate
from pendopo.problems.messages import MESSAGES

LONGEST_VALUE = 80
MOST_COMPARED = 60
ALIASES = {
    "alamat": "address",
    "alasan": "reason",
    "anggaran": "budget",
    "arah": "polarity",
    "arah_kebijakan": "policy_directions",
    "alih": "redirects",
    "bahasa": "language",
    "baru": "new",
    "batas": "cap",
    "berita": "news",
    "bukti": "evidence",
    "capaian": "achievement",
    "catatan": "note notice",
    "dari": "old",
    "dasar_hukum": "legal_basis",
    "definisi": "definition",
    "di_atas": "above",
    "foto": "picture media",
    "frekuensi": "frequency",
    "from": "old",
    "gambar": "picture media",
    "indikator": "indicators",
    "instansi": "agencies",
    "isi": "body",
    "jadwal": "schedule",
    "jam": "hours",
    "jenis": "type",
    "judul": "title",
    "kebijakan": "policy_directions",
    "kegiatan": "activities",
    "ke": "new",
    "keterangan": "note caption",
    "kode": "code",
    "kode_pos": "postal_code",
    "kode_referensi": "reference_code",
    "komponen": "components",
    "kondisi_akhir": "final",
    "kondisi_awal": "baseline",
    "kontak": "contact",
    "lambang": "emblem",
    "logo": "emblem",
    "lama": "old",
    "lokasi": "location",
    "luas": "area",
    "mendukung": "supports serves",
    "misi": "missions",
    "motto": "tagline",
    "mulai": "start",
    "nama": "name",
    "nilai": "value",
    "pagu": "ceiling",
    "penanggung_jawab": "responsible",
    "penduduk": "population",
    "pengalihan": "redirects",
    "pengantar": "introduction",
    "penulis": "byline",
    "penutup": "closing",
    "periode": "period",
    "pernyataan": "statement",
    "persen": "percent",
    "polaritas": "polarity",
    "produsen": "producer",
    "produsen_data": "producer",
    "program": "programmes",
    "realisasi": "actuals realised",
    "rencana": "plans",
    "ringkasan": "summary",
    "rumus": "formula",
    "sasaran": "objectives",
    "satuan": "unit",
    "sebutan": "label",
    "selesai": "end",
    "situs": "website",
    "strategi": "strategies",
    "sub_kegiatan": "sub_activities",
    "subkegiatan": "sub_activities",
    "sumber": "sources source",
    "sumber_dana": "source",
    "sumber_data": "data_source",
    "surel": "emails",
    "tahun": "year",
    "tahun_pertama": "first_target_year",
    "tanggal": "event_date",
    "target": "targets",
    "telepon": "phones",
    "tempat": "place",
    "terbit": "published",
    "tertulis": "printed",
    "to": "new",
    "topik": "topics",
    "tujuan": "goals",
    "visi": "vision",
    "warna": "colours",
    "zona_waktu": "time_zone",
}
"""Indonesian words for keys and folders, as people write who know the thing and not the key."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of one file.

    `path` is relative to the data folder and uses `/`; `line` and `column` count from 1.
    `code` is a key of `messages.MESSAGES`, and `values` fill its sentences.
    """

    path: str
    line: int
    column: int
    code: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def warning(self) -> bool:
        """Whether the site can be published with it."""
        return MESSAGES[self.code].warning

    def message(self, translate: Translate) -> str:
        """What is wrong, in the language of `translate`."""
        return translate(MESSAGES[self.code].wrong).format(**dict(self.values))

    def mend(self, translate: Translate) -> str:
        """How to mend it, in the language of `translate`."""
        return translate(MESSAGES[self.code].mend).format(**dict(self.values))

    def place(self, prefix: str = "") -> str:
        """`path:line:column`, with `prefix` before the path; of the data folder only the prefix."""
        if not self.path:
            return prefix.rstrip("/")
        return f"{prefix}{printable(self.path, None)}:{self.line}:{self.column}"


def problem(path: str, code: str, line: int = 1, column: int = 1, /, **values: object) -> Problem:
    """A `Problem` whose values are made safe to print."""
    shown = tuple(
        (name, printable(str(value), None if name == "known" else LONGEST_VALUE))
        for name, value in sorted(values.items())
    )
    return Problem(path, line, column, code, shown)


def faults(problems: Iterable[Problem]) -> list[Problem]:
    """Those problems that stop a publication."""
    return [each for each in problems if not each.warning]


def printable(text: str, longest: int | None = LONGEST_VALUE) -> str:
    """`text` on one line, without what steers a terminal or a GitHub runner, cut to `longest`."""
    visible = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    visible = visible.replace("##[", "# #[")
    return visible if longest is None or len(visible) <= longest else visible[: longest - 1] + "…"


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that `name` most likely meant, or an empty text."""
    lower = {each.lower(): each for each in known}
    for meant in ALIASES.get(name.lower(), "").split():
        if meant in lower:
            return lower[meant]
    if len(lower) > MOST_COMPARED:
        stem = name.lower().rpartition(".")[0] or name.lower()
        return next((lower[each] for each in lower if each.rpartition(".")[0] == stem), "")
    matches = get_close_matches(name.lower(), lower, n=1, cutoff=0.6)
    return lower[matches[0]] if matches else ""
