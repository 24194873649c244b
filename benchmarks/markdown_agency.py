"""An agency's profile and its articles as Markdown."""

from .markdown_data import Agency, Record
from .markdown_text import bullets, document, facts, full_date, link, long_date, shown_name


def profile(agency: Agency) -> str:
    """The first page of an agency."""
    page = f"{agency.id}/index.md"
    record, name = agency.record, shown_name(agency.record)
    parts = [record["introduction"]]
    for each, plan in agency.plans.items():
        start, end = plan["period"].values()
        parts += ["## Sekilas visi", f"> {plan['vision']['statement']}"]
        parts.append(f"Visi {name}, {start}–{end} Berlaku")
        vision = link("Visi dan Misi", f"{agency.id}/visi-misi/{each}.md", page)
        goals = link("Tujuan dan Indikator", f"{agency.id}/tujuan-sasaran/{each}.md", page)
        parts.append(f"{vision} {goals}")
    parts.append("## Berita terbaru")
    for address, article_ in agency.news[:3]:
        parts.append(f"### {link(article_['title'], f'{agency.id}/berita/{address}.md', page)}")
        parts += [full_date(article_["published"]), article_["summary"]]
    parts.append(link(f"Semua berita {name}", f"{agency.id}/berita/index.md", page))
    for title, found in (("bawahnya", agency.below), ("atasnya", agency.above)):
        if found:
            parts += [f"## Instansi di {title}", bullets(_name(each, page) for each in found)]
    parts += ["## Kontak", _contact(agency), "## Data umum", _identity(agency)]
    parts += sources(record)
    return document(record["name"], record["introduction"], parts)


def article(agency: Agency, index: int) -> str:
    """One article, with links to the next newer and older ones."""
    name, record = agency.news[index]
    page = f"{agency.id}/berita/{name}.md"
    published, happened = full_date(record["published"]), full_date(record["event_date"])
    dates = f"Terbit: {published} · Tanggal peristiwa: {happened}"
    parts = [f"{published if published == happened else dates} · {record['place']}"]
    parts.append(record["summary"])
    if "dateline" in record:
        parts.append(", ".join(record["dateline"].values()))
    parts += [record["body"], f"Oleh {record['byline']}", f"Topik: {', '.join(record['topics'])}"]
    parts.append(f"Sumber: {record['source']['title']}")
    for label, other in (("Lebih baru", index - 1), ("Lebih lama", index + 1)):
        if 0 <= other < len(agency.news):
            address, found = agency.news[other]
            target = f"{agency.id}/berita/{address}.md"
            parts.append(f"{label} {link(found['title'], target, page)}")
    return document(record["title"], record["summary"], parts)


def sources(record: Record) -> list[str]:
    """The documents that a record was taken from, and its day."""
    titles = []
    for source in record["sources"]:
        title = f"[{source['title']}]({source['url']})" if "url" in source else source["title"]
        if "retrieved" in source:
            title += f" (diakses {long_date(source['retrieved'])}). {source['note']}"
        titles.append(title)
    return ["## Sumber", bullets(titles), f"Diperbarui pada {long_date(record['updated'])}"]


def _name(agency: Agency, page: str) -> str:
    name = link(shown_name(agency.record), f"{agency.id}/index.md", page)
    return f"{name} {agency.record['type'].title()}"


def _contact(agency: Agency) -> str:
    record = agency.record
    zone = [agency, *agency.above][-1].record["time_zone"]
    hours = [
        "–".join(each[key].title() for key in ("first_day", "last_day") if key in each)
        + f" {each['opens']}–{each['closes']} {zone}"
        + (f" ({each['note']})" if "note" in each else "")
        for each in record["hours"]
    ]
    rows = [
        ("Alamat", ", ".join(record["address"].values())),
        ("Telepon", ", ".join(f"[{each}](tel:{each})" for each in record["phones"])),
        ("Surel", ", ".join(f"[{each}](mailto:{each})" for each in record["emails"])),
        ("Situs web", f"[{record['website']}]({record['website']})"),
        ("Media sosial", ", ".join(f"[{e['network']}]({e['url']})" for e in record["social"])),
        ("Jam pelayanan", "; ".join(hours)),
    ]
    return facts(rows)


def _identity(agency: Agency) -> str:
    record = agency.record
    people = record.get("population")
    rows = [
        ("Jenis instansi", record["type"].title()),
        ("Kode wilayah (Kementerian Dalam Negeri)", record.get("region_code", "")),
        ("Kode wilayah (Badan Pusat Statistik)", record.get("bps_code", "")),
        ("Zona waktu", [agency, *agency.above][-1].record["time_zone"]),
        ("Luas wilayah", f"{record['area']['km2']} km²" if "area" in record else ""),
        (
            "Jumlah penduduk",
            f"{people['people']} ({people['year']}) {people['source']}" if people else "",
        ),
    ]
    return facts(rows)
