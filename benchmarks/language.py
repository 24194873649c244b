"""Indonesian sentences and names put together from lists of words, the same for the same seed."""

from random import Random

ACTORS = (
    "pemerintah daerah",
    "seluruh perangkat kerja",
    "kelompok tani setempat",
    "para kader kesehatan",
    "pengurus rukun warga",
    "pelaku usaha kecil",
    "petugas pelayanan",
    "tim penyusun rencana",
    "warga lanjut usia",
    "guru dan orang tua murid",
    "relawan kebersihan",
    "perwakilan pemuda",
    "pengelola pasar",
    "tenaga pendamping",
)
VERBS = (
    "memperbaiki",
    "meninjau ulang",
    "menyelesaikan",
    "memperluas",
    "mendampingi",
    "mengawasi",
    "mencatat",
    "mempercepat",
    "menyederhanakan",
    "membuka kembali",
    "merawat",
    "menyepakati",
)
THINGS = (
    "jalan lingkungan",
    "saluran air di permukiman",
    "layanan administrasi kependudukan",
    "posyandu dan puskesmas pembantu",
    "lahan pertanian basah",
    "perpustakaan keliling",
    "tempat pengolahan sampah",
    "data keluarga penerima bantuan",
    "taman bermain anak",
    "jadwal angkutan umum",
    "sumur resapan",
    "pelatihan keterampilan kerja",
    "lampu penerangan jalan",
    "penyaluran bibit unggul",
    "ruang baca sekolah dasar",
    "izin usaha mikro",
    "jembatan penghubung antardusun",
    "arsip keputusan lama",
)
MANNERS = (
    "secara bertahap",
    "dengan biaya yang terbuka",
    "bersama warga sekitar",
    "tanpa menunggu akhir tahun",
    "sesuai hasil musyawarah",
    "dengan pengawasan berkala",
    "melalui kerja bakti",
    "berdasarkan data terbaru",
    "di bawah pendampingan teknis",
    "dalam tiga tahap",
)
TIMES = (
    "Pada triwulan pertama",
    "Menjelang musim hujan",
    "Setelah musyawarah selesai",
    "Sejak awal tahun anggaran",
    "Sepanjang pekan ini",
    "Dalam lima tahun ke depan",
    "Pada pertemuan berikutnya",
    "Mulai bulan depan",
)
REASONS = (
    "agar jarak tempuh warga menjadi lebih pendek",
    "sehingga antrean di loket berkurang",
    "supaya hasil panen tidak terlambat dijual",
    "karena kebutuhan setiap dusun berbeda",
    "agar anggaran dapat diperiksa siapa saja",
    "sehingga air bersih mengalir setiap hari",
    "supaya anak-anak belajar dengan aman",
    "karena laporan warga datang hampir setiap hari",
)
QUALITIES = ("terbuka", "tangguh", "rapi", "sehat", "mandiri", "teduh", "cerdas", "adil", "hijau")
STARTS = ("Su", "Ka", "Ma", "Ta", "Ba", "Ra", "Le", "Pa", "Wo", "Ge", "Si", "Ke", "Nga", "Du")
MIDDLES = ("ra", "lo", "ni", "wa", "tu", "me", "ri", "ka", "ngi", "ba", "lu", "so", "da", "")
ENDS = ("jati", "rejo", "sari", "ngan", "lang", "mulyo", "ruk", "tan", "harjo", "wangi", "kerto")


def sentence(random: Random) -> str:
    """A statement of some fifteen words."""
    actor, verb, thing = random.choice(ACTORS), random.choice(VERBS), random.choice(THINGS)
    tail = f"{random.choice(MANNERS)} {random.choice(REASONS)}"
    if random.random() < 0.5:
        return f"{random.choice(TIMES)} {actor} {verb} {thing} {tail}."
    return f"{actor.capitalize()} {verb} {thing} dan {random.choice(THINGS)} {tail}."


def paragraph(random: Random, least: int = 3, most: int = 5) -> str:
    """Several sentences on one line, now and then with bold or slanted words or a link."""
    said = [sentence(random) for _ in range(random.randint(least, most))]
    kind = random.random()
    if kind < 0.2:
        said[0] = f"**{said[0][:-1]}**."
    elif kind < 0.35:
        said[-1] = f"*{said[-1][:-1]}*."
    elif kind < 0.5:
        page = random.randint(1, 999)
        said.insert(1, f"Rinciannya ada di [lampiran {page}](https://arsip.example/{page}).")
    return " ".join(said)


def aim(random: Random, verb: str) -> str:
    """A purpose of a plan, without a full stop."""
    thing, other = random.sample(THINGS, 2)
    return f"{verb} {thing} dan {other} yang {random.choice(QUALITIES)} {random.choice(MANNERS)}"


def headline(random: Random) -> str:
    """The title of an article."""
    return f"{random.choice(ACTORS).capitalize()} {random.choice(VERBS)} {random.choice(THINGS)}"


def place(random: Random) -> str:
    """The name of a place that sounds as if it were on Java."""
    return random.choice(STARTS) + random.choice(MIDDLES) + random.choice(ENDS)


def person(random: Random) -> str:
    """The name of a person who does not exist."""
    return f"{place(random)} {place(random)}"
