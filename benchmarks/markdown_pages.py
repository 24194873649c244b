"""Writes the pages of a data folder as Markdown files: `DATA DOCS` are its two arguments."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from .markdown_agency import article, profile
from .markdown_data import Agency, Government, Record, read
from .markdown_plans import goals, vision
from .markdown_text import bullets, document, full_date, link, shown_name, thousands
from .offices import NEWS_PER_PAGE

Article = tuple[Agency, str, Record]


def pages(government: Government) -> Iterator[tuple[str, str]]:
    """Path and text of every page."""
    everything = [
        (agency, name, record)
        for agency in government.agencies.values()
        for name, record in agency.news
    ]
    everything.sort(key=lambda item: (-item[2]["published"].toordinal(), item[0].id, item[1]))
    yield "index.md", _portal(government, everything)
    yield from _directory(government)
    yield from _news("berita", "Semua berita", everything, of_all=True)
    for agency in government.agencies.values():
        yield f"{agency.id}/index.md", profile(agency)
        for name, plan in agency.plans.items():
            yield vision(government, agency, name, plan)
            yield goals(agency, name, plan)
        own = [(agency, name, record) for name, record in agency.news]
        yield from _news(f"{agency.id}/berita", "Berita", own, of_all=False)
        for index, (name, _) in enumerate(agency.news):
            yield f"{agency.id}/berita/{name}.md", article(agency, index)


def main() -> None:
    """Writes the files."""
    data, docs = map(Path, sys.argv[1:])
    for path, text in pages(read(data)):
        file = docs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def _portal(government: Government, news: Sequence[Article]) -> str:
    page = "index.md"
    parts = [government.portal["introduction"], "## Cari instansi"]
    for top in government.tops:
        names = [
            link(shown_name(each.record), f"{each.id}/index.md", page) for each in top.below[:6]
        ]
        if len(top.below) > len(names):
            names.append(f"dan {len(top.below) - 6} lainnya")
        parts += [f"### {link(shown_name(top.record), f'{top.id}/index.md', page)}", bullets(names)]
    parts.append("Menurut jenis: " + ", ".join(_types(government, page)))
    count = thousands(len(government.agencies))
    parts.append(link(f"Semua instansi ({count})", "instansi/index.md", page))
    parts += ["## Berita terbaru", *_teasers(news[:6], page, "###", of_all=True)]
    parts.append(link("Semua berita", "berita/index.md", page))
    return document(government.portal["name"], government.portal["introduction"], parts)


def _types(government: Government, page: str) -> list[str]:
    return [
        link(f"{kind.title()} ({thousands(len(found))})", f"instansi/{kind}.md", page)
        for kind, found in government.types()
    ]


def _directory(government: Government) -> Iterator[tuple[str, str]]:
    """The tree of all agencies, and a list for each type."""
    page = "instansi/index.md"
    tree = "\n".join(_branch(agency, page) for agency in government.agencies.values())
    yield page, document("Semua instansi", "", [bullets(_types(government, page)), tree])
    for kind, found in government.types():
        page = f"instansi/{kind}.md"
        names = [
            ", ".join(
                [
                    link(shown_name(agency.record), f"{agency.id}/index.md", page),
                    *(shown_name(each.record) for each in agency.above),
                ]
            )
            for agency in sorted(found, key=lambda agency: (shown_name(agency.record), agency.id))
        ]
        yield page, document(kind.title(), "", [bullets(_types(government, page)), bullets(names)])


def _branch(agency: Agency, page: str) -> str:
    name = link(shown_name(agency.record), f"{agency.id}/index.md", page)
    return f"{'    ' * len(agency.above)}- {name} {agency.record['type'].title()}"


def _news(
    folder: str, title: str, news: Sequence[Article], *, of_all: bool
) -> Iterator[tuple[str, str]]:
    """The pages of a list of news."""
    for start in range(0, len(news), NEWS_PER_PAGE):
        number = start // NEWS_PER_PAGE + 1
        page = f"{folder}/index.md" if number == 1 else f"{folder}/halaman/{number}.md"
        parts = _teasers(news[start : start + NEWS_PER_PAGE], page, "##", of_all=of_all)
        if start + NEWS_PER_PAGE < len(news):
            parts.append(link("Lebih lama", f"{folder}/halaman/{number + 1}.md", page))
        yield page, document(title, "", parts)


def _teasers(news: Sequence[Article], page: str, level: str, *, of_all: bool) -> list[str]:
    parts: list[str] = []
    for agency, name, record in news:
        parts.append(f"{level} {link(record['title'], f'{agency.id}/berita/{name}.md', page)}")
        origin = f" · {link(shown_name(agency.record), f'{agency.id}/index.md', page)}"
        parts.append(f"{full_date(record['published'])}{origin if of_all else ''}")
        parts.append(record["summary"])
    return parts


if __name__ == "__main__":
    main()
