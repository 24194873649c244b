"""Units of indicators, as far as they tell how numbers are to be read and printed."""

import re
from functools import lru_cache

SHARE = re.compile(r"\(?%\)?|(?:persen|percent|per cent|prosen)(?: ?\(%\))?|% ?\(persen\)")
COUNTED = re.compile(
    r"(?:orang|jiwa|rupiah|rp|kk|kepala keluarga|keluarga|rumah tangga|rumah|unit|dokumen|laporan|"
    r"buah|desa|kelurahan|kecamatan|kali|kasus|keluhan|pengaduan|permohonan|layanan|kegiatan|paket|"
    r"peserta|siswa|guru|pegawai|kelompok|lembaga|sekolah|perusahaan|umkm|pohon|ekor|berkas|akta|"
    r"kunjungan|wisatawan|pelanggan|sambungan|hari|eksemplar|lembar|data|regulasi|perda)\b(?!.*(?:/|\bper\b)).*"
)
"""Units of things that come whole; a number of them has no decimal fraction of three digits."""
INDEX = re.compile(r"(?:indeks|index|nilai|poin|point|points|skor|score|skala|rasio|ratio)\b.*")


@lru_cache(maxsize=1024)
def is_share(unit: str | None) -> bool:
    """Whether the unit is percent, however it is written."""
    return bool(unit and SHARE.fullmatch(_plain(unit)))


@lru_cache(maxsize=1024)
def is_counted(unit: str | None) -> bool:
    """Whether the unit is of things that come whole, such as persons."""
    return bool(unit and COUNTED.fullmatch(_plain(unit)))


@lru_cache(maxsize=1024)
def is_index(unit: str | None) -> bool:
    """Whether the unit is that of an index or a ratio, whose values are small."""
    return bool(unit and INDEX.fullmatch(_plain(unit)))


def without_unit(text: str, unit: str | None) -> str:
    """The text of a value without a unit that it repeats: `10` for `10 orang`."""
    if not unit or not text[:1].isdigit() or not text.casefold().endswith(_plain(unit)):
        return text
    bare = text[: -len(_plain(unit))].rstrip()
    return bare if bare[-1:].isdigit() else text


def _plain(unit: str) -> str:
    return unit.strip().casefold()
