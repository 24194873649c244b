"""Suggests a known name for one that is unknown."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property

MOST_COMPARED = 60
LONGEST_COMPARED = 300
LONGEST_LIST = 300
"""Names, and characters of a name and of a list of names in a message: messages must not grow
faster than the data that they are about.
"""
ALIASES = {
    "alamat": "address",
    "alasan": "reason",
    "alih": "redirects",
    "anggaran": "budget",
    "arah": "polarity",
    "arah_kebijakan": "policy_directions",
    "bahasa": "language",
    "baru": "new",
    "batas": "cap",
    "bentuk": "form",
    "berita": "news",
    "berkas": "file",
    "bujur": "longitude",
    "buka": "opens",
    "bukti": "evidence",
    "capaian": "achievement",
    "catatan": "note notice",
    "class": "category",
    "dari": "old from",
    "dasar": "ground",
    "dasar_hukum": "legal_basis",
    "date": "published day event_date start",
    "definisi": "definition",
    "di_atas": "above",
    "dokumen": "documents",
    "ekstensi": "extension",
    "foto": "picture media",
    "frekuensi": "frequency",
    "from": "old",
    "gambar": "picture media",
    "hari": "first_day",
    "hari_libur": "closed",
    "hari_pertama": "first_day",
    "hari_terakhir": "last_day",
    "indikator": "indicators",
    "instansi": "agencies",
    "isi": "body",
    "jadwal": "schedule",
    "jam": "hours opens time",
    "jam_buka": "opens",
    "jam_tutup": "closes",
    "jam_selesai": "closes end",
    "jam_lain": "other_hours",
    "jenis": "type",
    "judul": "title",
    "kategori": "category",
    "ke": "new",
    "keberatan": "objection",
    "kebijakan": "policy_directions",
    "kegiatan": "activities",
    "keterangan": "note caption",
    "klasifikasi": "category",
    "kode": "code",
    "kode_pos": "postal_code",
    "kode_referensi": "reference_code",
    "komponen": "components",
    "kondisi_akhir": "final",
    "kondisi_awal": "baseline",
    "kontak": "contact",
    "lama": "old",
    "lambang": "emblem",
    "lintang": "latitude",
    "lisensi": "licence",
    "logo": "emblem",
    "lokasi": "location",
    "luas": "area",
    "maklumat": "pledge",
    "memuat": "covers",
    "mencabut": "revokes",
    "mendukung": "supports serves",
    "mengubah": "changes",
    "misi": "missions",
    "motto": "tagline",
    "mulai": "start from",
    "nama": "name",
    "name": "title",
    "nilai": "value",
    "nomor": "number",
    "pagu": "ceiling",
    "penanggung_jawab": "responsible officer",
    "penduduk": "population",
    "pengaduan": "complaints",
    "pengalihan": "redirects",
    "pengantar": "introduction",
    "pengelola": "maintainers",
    "penulis": "byline",
    "penutup": "closing",
    "periode": "period",
    "permohonan": "request",
    "pernyataan": "statement",
    "persen": "percent",
    "pesawat": "extension",
    "polaritas": "polarity",
    "ppid": "information_officer",
    "produsen": "producer",
    "produsen_data": "producer",
    "program": "programmes",
    "realisasi": "actuals realised",
    "rencana": "plans",
    "retensi": "retention",
    "ringkasan": "summary",
    "rumus": "formula",
    "sampai": "until",
    "sasaran": "objectives",
    "satuan": "unit",
    "sebutan": "label",
    "selesai": "end until",
    "sengketa": "dispute",
    "situs": "website",
    "steps": "procedure",
    "strategi": "strategies",
    "sub_kegiatan": "sub_activities",
    "subkegiatan": "sub_activities",
    "sumber": "sources source",
    "sumber_dana": "source",
    "sumber_data": "data_source",
    "surel": "emails",
    "tahun": "year",
    "tahun_pertama": "first_target_year",
    "tanggal": "published day event_date start",
    "target": "targets",
    "telepon": "phones",
    "tempat": "place places",
    "terbit": "published",
    "tertulis": "printed",
    "title": "name statement",
    "to": "new",
    "topik": "topics",
    "tujuan": "goals",
    "tutup": "closes closed",
    "unit_kerja": "unit",
    "visi": "vision",
    "wa": "whatsapp",
    "warna": "colours",
    "zona_waktu": "time_zone",
}
"""Indonesian words that people may write instead of the English keys and folder names."""


VALUES = {
    "distrik": "kecamatan",
    "gampong": "desa",
    "hasil": "outcome",
    "kalurahan": "desa",
    "kapanewon": "kecamatan",
    "kemantren": "kecamatan",
    "keluaran": "output",
    "kumulatif": "cumulative",
    "monday": "senin",
    "tuesday": "selasa",
    "wednesday": "rabu",
    "thursday": "kamis",
    "friday": "jumat",
    "saturday": "sabtu",
    "sunday": "minggu",
    "makin_tinggi": "higher",
    "makin_rendah": "lower",
    "nagari": "desa",
    "naik": "higher",
    "pemkab": "kabupaten",
    "pemkot": "kota",
    "rasio": "ratio",
    "rendah": "lower",
    "rentang": "range",
    "rsud": "rumah-sakit",
    "selisih": "difference",
    "tahunan": "annual",
    "tanpa_batas": "none",
    "tinggi": "higher",
    "turun": "lower",
}
"""Words that people may write instead of the values that a field may have."""


class Names:
    """Known names; made once where many unknown ones are looked up."""

    def __init__(self, known: Iterable[str]) -> None:
        self._lower = {each.lower(): each for each in known}

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._lower)

    def nearest(self, name: str) -> str:
        """Returns the known name that `name` most likely means, or an empty string."""
        lower = self._lower
        plain = plain_key(name)
        for meant in f"{ALIASES.get(plain, '')} {VALUES.get(plain, '')}".split():
            if meant in lower:
                return lower[meant]
        if len(lower) > MOST_COMPARED:
            stem = name.lower().rpartition(".")[0] or name.lower()
            return lower.get(name.lower()) or self._by_stem.get(stem, "")
        if len(name) > LONGEST_COMPARED:
            return ""
        matches = get_close_matches(name.lower(), lower, n=1, cutoff=0.6)
        return lower[matches[0]] if matches else ""

    @cached_property
    def listed(self) -> str:
        """The names in one line, for a message: the first ones where there are many."""
        shown: list[str] = []
        room = LONGEST_LIST
        for each in self._lower.values():
            room -= len(each) + 2
            if shown and room < 0:
                return ", ".join([*shown, "…"])
            shown.append(each)
        return ", ".join(shown)

    @cached_property
    def _by_stem(self) -> dict[str, str]:
        stems: dict[str, str] = {}
        for lower, each in self._lower.items():
            stems.setdefault(lower.rpartition(".")[0], each)
        return stems


def sure(name: str, near: str) -> bool:
    """Whether the known name `near` is what `name` says in other signs or in Indonesian."""
    plain = plain_key(name)
    return plain == plain_key(near) or near in (ALIASES.get(plain), VALUES.get(plain))


def plain_key(name: str) -> str:
    """Returns a name in the signs of a key: `Dasar hukum` as `dasar_hukum`."""
    return re.sub(r"[\s-]+", "_", name.strip().lower())


def nearest(name: str, known: Iterable[str]) -> str:
    """Returns the known name that `name` most likely means, or an empty string."""
    return Names(known).nearest(name)
