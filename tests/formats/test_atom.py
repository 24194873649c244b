"""Feeds: sound by RFC 4287, whole, and with names that stay."""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

import html5lib
import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from budgets import tries
from conftest import AGENCY, MINIATURE, TODAY, Write
from markup import elements, normal, one, parse, text
from pendopo.basics import addresses
from pendopo.basics.markdown import TAGS
from pendopo.kinds.news.machines import feeds
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import faults
from pendopo.reading.signs import INVISIBLE
from pendopo.site.context import Context
from pendopo.site.planning import Site, plan
from places import assets_of, site_of

ATOM = "{http://www.w3.org/2005/Atom}"
URL = "https://uji.example/repo/"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
KOTA = "agencies/kota-uji"
ONCE = ("id", "title", "updated", "published", "summary", "content", "rights")


def article(title: str = "Kabar", day: str = "2026-01-15", more: str = "", body: str = "B") -> str:
    return f"title: {title}\npublished: {day}\nbody: {body}\n{more}"


def files_of(site: Site, site_url: str = URL) -> dict[str, str]:
    """The text of every feed by its address."""
    context = Context(site.context.directory, TODAY, KINDS, site_url)
    found = plan(context)[0].files
    return {each.address: each.text for each in found if each.address.endswith("atom.xml")}


def built(write: Write, files: Mapping[str, str]) -> Site:
    site, problems = site_of(write({f"{KOTA}/agency.yml": AGENCY, **files}), TODAY)
    assert faults(problems) == []
    return site


def feed_of(site: Site, address: str = "kota-uji/berita/atom.xml", site_url: str = URL) -> Element:
    return fromstring(files_of(site, site_url)[address].encode())


def said(node: Element, name: str) -> str:
    return node.findtext(f"{ATOM}{name}", "")


def entries(feed: Element) -> list[Element]:
    return feed.findall(f"{ATOM}entry")


def links(node: Element, relation: str) -> list[dict[str, str]]:
    found = [dict(each.attrib) for each in node.findall(f"{ATOM}link")]
    return [each for each in found if each["rel"] == relation]


@pytest.fixture(scope="module", params=[URL, ""], ids=["published", "unpublished"])
def miniatures(request: pytest.FixtureRequest, miniature: Site) -> dict[str, Element]:
    found = files_of(miniature, request.param)
    return {address: fromstring(text.encode()) for address, text in found.items()}


def test_every_feed_and_entry_has_what_the_rules_demand(miniatures: dict[str, Element]) -> None:
    assert {*miniatures} > {"berita/atom.xml", "kota-contoh/berita/atom.xml"}
    for feed in miniatures.values():
        assert feed.tag == f"{ATOM}feed"
        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "id"
        assert feed.findall(f"{ATOM}author")
        assert entries(feed)
        for node in (feed, *entries(feed)):
            for name in ONCE:
                assert len(node.findall(f"{ATOM}{name}")) <= 1
            for name in ("id", "title", "updated"):
                assert said(node, name).strip()
            moments = [*node.findall(f"{ATOM}updated"), *node.findall(f"{ATOM}published")]
            assert all(MOMENT.fullmatch(each.text or "") for each in moments)
            assert len(links(node, "alternate")) == 1
            assert all(said(author, "name") for author in node.findall(f"{ATOM}author"))
        for entry in entries(feed):
            assert said(entry, "published") <= said(entry, "updated") <= said(feed, "updated")
            assert one(entry, f"{ATOM}content").get("type") == "html"
        ids = [said(node, "id") for node in (feed, *entries(feed))]
        assert len(ids) == len(set(ids))


def test_names_are_told_apart_and_those_of_an_article_are_one(
    miniatures: dict[str, Element],
) -> None:
    of_feeds = [said(feed, "id") for feed in miniatures.values()]
    assert len(set(of_feeds)) == len(of_feeds)
    of_all = {said(each, "id") for each in entries(miniatures["berita/atom.xml"])}
    assert {said(each, "id") for each in entries(miniatures["kota-contoh/berita/atom.xml"])} >= {
        said(each, "id")
        for each in entries(miniatures["kota-contoh/kecamatan-contoh-hulu/berita/atom.xml"])
    }
    assert of_all & {
        said(each, "id") for each in entries(miniatures["kota-contoh/berita/atom.xml"])
    }
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", each) for each in [*of_feeds, *of_all])


def test_names_stay_for_ever() -> None:
    name = addresses.urn("kota-uji/berita/2026-01-15-a/")
    assert name == "urn:uuid:d117d809-0a4e-525d-9c1f-bd4d41bd748e"


def test_names_stay_whatever_else_changes(write: Write) -> None:
    path = f"{KOTA}/news/2026-01-15-a.yml"
    before = feed_of(built(write, {path: article()}))
    head = "type: dinas\nname: Nama Lain\n"
    portal = "name: Lain\nlanguage: en\nintroduction: I\n"
    more = "corrections: [{day: 2026-01-20, text: Bukan.}]\n"
    files = {path: article("Lain", "2026-01-16", f"event_date: 2026-01-15\n{more}", "C")}
    changed = built(write, {**files, f"{KOTA}/agency.yml": head, "portal.yml": portal})
    after = feed_of(changed, site_url="https://lain.example/")
    assert said(after, "title") == "News – Nama Lain"
    assert said(after, "id") == said(before, "id")
    assert said(entries(after)[0], "id") == said(entries(before)[0], "id")
    assert said(entries(after)[0], "updated") == "2026-01-20T00:00:00Z"


def test_two_portals_have_feeds_of_different_names(write: Write) -> None:
    path = f"{KOTA}/news/2026-01-15-a.yml"
    names = {
        said(
            feed_of(built(write, {path: article(), "portal.yml": portal}), "berita/atom.xml"), "id"
        )
        for portal in ("name: A\nintroduction: I\n", "name: B\nintroduction: I\n")
    }
    assert len(names) == 2


def test_addresses_are_absolute_where_that_of_the_site_is_known(miniature: Site) -> None:
    for address, text_ in files_of(miniature).items():
        feed = fromstring(text_.encode())
        assert [each["href"] for each in links(feed, "self")] == [f"{URL}{address}"]
        for node in feed.iter(f"{ATOM}link"):
            assert node.get("href", "").startswith(URL)
        for entry in entries(feed):
            content = parse(said(entry, "content"))
            found = [each.get("href") or each.get("src") or URL for each in elements(content)]
            assert all(urlsplit(each).scheme for each in found)


def test_otherwise_they_lead_on_from_the_feed(miniature: Site) -> None:
    known = {*miniature.by_address, *(each.address for each in assets_of(miniature))}
    for address, text_ in files_of(miniature, "").items():
        feed = fromstring(text_.encode())
        assert links(feed, "self") == []
        root = "../" * address.count("/")
        for node in feed.iter(f"{ATOM}link"):
            assert node.get("href", "").removeprefix(root) in known


def test_a_feed_of_all_has_the_news_of_all_and_that_of_an_agency_what_its_list_has(
    miniature: Site,
) -> None:
    found = files_of(miniature)
    pages = [
        link["href"]
        for each in entries(fromstring(found["berita/atom.xml"].encode()))
        for link in links(each, "alternate")
    ]
    assert len(pages) == feeds.NEWEST
    assert pages[0] == f"{URL}kota-contoh/kecamatan-contoh-hulu/berita/2026-01-20-kabar-hulu/"
    city = fromstring(found["kota-contoh/berita/atom.xml"].encode())
    (hulu,) = [each for each in entries(city) if said(each, "title") == "Kabar dari hulu"]
    assert [said(each, "name") for each in hulu.findall(f"{ATOM}author")] == [
        "Kecamatan Contoh Hulu"
    ]
    office = fromstring(found["kota-contoh/dinas-arsip/berita/atom.xml"].encode())
    assert len(entries(office)) == feeds.NEWEST
    assert said(entries(office)[0], "title") == "Arsip foto lama kini dapat dilihat (21)"


def test_an_agency_without_news_has_no_feed_and_its_pages_name_none(write: Write) -> None:
    site = built(write, {})
    assert files_of(site) == {}
    assert feeds.alternate(site.context, None) is None
    assert feeds.alternate(site.context, site.context.directory.agencies["kota-uji"]) is None


def test_the_newest_come_first_however_many_agencies_there_are(write: Write) -> None:
    files = {
        f"{KOTA}/dinas-{office}/{path}": content
        for office in "abc"
        for path, content in {
            "agency.yml": "type: dinas\nname: Dinas\n",
            **{
                f"news/2026-01-{day:02}-x.yml": article(f"{office}{day}", f"2026-01-{day:02}")
                for day in range(1, 13)
            },
        }.items()
    }
    titles = [
        said(each, "title") for each in entries(feed_of(built(write, files), "berita/atom.xml"))
    ]
    assert titles == [f"{office}{day}" for day in range(12, 5, -1) for office in "abc"][:20]


def test_the_text_is_whole_with_picture_documents_corrections_and_source(miniature: Site) -> None:
    feed = feed_of(miniature, "kota-contoh/berita/atom.xml")
    (tree,) = [each for each in entries(feed) if "Pohon pertama" in said(each, "title")]
    content = parse(said(tree, "content"))
    for part in (
        *("Contoh, Warta Contoh", "Pohon pertama ditanam pada Kamis pagi.", "Yang menanam"),
        *("18 Januari 2026: Jumlah pohon seribu", "Sumber: Warta Contoh"),
    ):
        assert part in text(content)
    picture = one(content, ".//img")
    assert picture.get("src", "").startswith(f"{URL}kota-contoh/media/pohon-")
    assert picture.get("src", "").endswith(".jpg")
    assert picture.get("alt", "").startswith("Lima pohon muda")
    assert [each.get("term") for each in tree.findall(f"{ATOM}category")] == ["Lingkungan", "Pohon"]
    assert [said(each, "name") for each in tree.findall(f"{ATOM}author")] == [
        "Penulis Rekaan",
        "Pemerintah Kota Contoh",
    ]
    (document,) = links(tree, "enclosure")
    file = MINIATURE / "agencies/kota-contoh/media/standar-pelayanan.pdf"
    assert (document["type"], int(document["length"])) == ("application/pdf", file.stat().st_size)


def test_a_day_that_is_not_known_is_not_said(write: Write) -> None:
    text_ = "title: A\nevent_date: 2026-01-15\nbody: B\n"
    (entry,) = entries(feed_of(built(write, {f"{KOTA}/news/2026-01-15-a.yml": text_})))
    assert entry.find(f"{ATOM}published") is None
    assert said(entry, "updated") == "2026-01-15T00:00:00Z"


def test_no_character_that_xml_forbids_is_one_of_a_text() -> None:
    allowed = {*range(0x20, 0xD800), *range(0xE000, 0xFFFE), *range(0x10000, 0x110000), 9, 10, 13}
    for number in range(0x110000):
        if number not in allowed:
            assert INVISIBLE.match(chr(number)), hex(number)


HOSTILE = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            *(
                "]]> <![CDATA[",
                "</entry></feed>",
                "<script>alert(1)</script>",
                "&lt;b&gt;",
                "&amp;",
            ),
            *('" onload="x', "<?xml version='1.1'?>", "&#x6A;avascript:1", "<!-- x", "\U0001fffe"),
        ]
    ),
)


@tries(120)
@given(HOSTILE)
@example("]]> <![CDATA[ <script>alert(1)</script> & \" '")
def test_whatever_is_written_is_said_word_for_word_and_never_markup(
    write: Write, hostile: str
) -> None:
    assume(hostile.strip() and not INVISIBLE.search(hostile) and "\n" not in hostile)
    line = f"x {hostile} x"
    record = {
        "title": line,
        "published": "2026-01-15",
        "body": "Teks.",
        "byline": line,
        "summary": line,
        "dateline": {"place": line},
        "topics": [line],
        "source": {"title": line},
        "corrections": [{"day": "2026-01-16", "text": line}],
    }
    files = {
        f"{KOTA}/news/2026-01-15-a.yml": yaml.safe_dump(record),
        f"{KOTA}/agency.yml": yaml.safe_dump({"type": "kota", "name": line}),
        "topics.yml": yaml.safe_dump({"topics": [{"key": "a", "name": line}]}),
    }
    site = built(write, files)
    feed = feed_of(site)
    assert normal(said(feed, "title")) == normal(f"Berita – {line}")
    (entry,) = entries(feed)
    for name in ("title", "summary"):
        assert normal(said(entry, name)) == normal(line)
    assert {normal(said(each, "name")) for each in entry.findall(f"{ATOM}author")} == {normal(line)}
    assert normal(one(entry, f"{ATOM}category").get("term", "")) == normal(line)
    content = html5lib.parseFragment(said(entry, "content"), namespaceHTMLElements=False)
    assert [each.tag for each in elements(content)] == ["p", "p", "h2", "p", "p"]
    for paragraph in (content[0], content[3], content[4]):
        assert normal(line) in text(paragraph)


@tries(60)
@given(st.lists(HOSTILE | st.sampled_from(["**", "[x](https://uji.example/)", "| a |\n| - |\n"])))
@example(["| a |\n| - |\n"])
def test_of_prose_a_feed_has_no_more_than_a_page(write: Write, parts: list[str]) -> None:
    record = {"title": "A", "published": "2026-01-15", "body": "".join(parts)}
    folder = write(
        {
            f"{KOTA}/agency.yml": AGENCY,
            f"{KOTA}/news/2026-01-15-a.yml": yaml.safe_dump(record),
        }
    )
    site, problems = site_of(Path(folder), TODAY)
    if faults(problems):
        return
    content = parse(said(entries(feed_of(site))[0], "content"))
    assert {each.tag for each in elements(content)} <= {*TAGS, "div", "caption", "tbody"}


NEW = "2026-01-15-baru"
OLD = "2026-01-15-lama"


def ids_of(site: Site) -> dict[str, set[str]]:
    """The ids of the articles in each file that has any."""
    of_entries = re.compile(r'(?:<entry><id>|"id": ?")(urn:uuid:[0-9a-f-]{36})')
    found = {each.address: {*of_entries.findall(each.text)} for each in site.files}
    return {address: ids for address, ids in found.items() if ids}


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        (f"{KOTA}/redirects.yml", [(f"berita/{OLD}", f"berita/{NEW}")]),
        (f"{KOTA}/redirects.yml", [(f"berita/{OLD}/", f"/kota-uji/berita/{NEW}#isi")]),
        (
            f"{KOTA}/redirects.yml",
            [
                ("lama.html", f"berita/{NEW}"),
                (f"berita/{OLD}", f"berita/{NEW}"),
                ("berita/2026-01-15-tengah", f"berita/{NEW}"),
            ],
        ),
        ("redirects.yml", [(f"dinas-lama/berita/{OLD}", f"/kota-uji/berita/{NEW}")]),
    ],
)
def test_a_renamed_article_keeps_its_id(
    write: Write, path: str, rows: list[tuple[str, str]]
) -> None:
    listed = "".join(f"  - {{old: {old}, new: '{new}'}}\n" for old, new in rows)
    site = built(write, {f"{KOTA}/news/{NEW}.yml": article(), path: f"redirects:\n{listed}"})
    agency = "kota-uji" if path.startswith("agencies") else "dinas-lama"
    found = ids_of(site)
    assert len(found) == 4
    assert {each for ids in found.values() for each in ids} == {
        addresses.urn(addresses.article(agency, OLD))
    }


def test_an_old_address_that_was_no_article_gives_no_id(write: Write) -> None:
    text = f"redirects: [{{old: lama.html, new: berita/{NEW}}}]\n"
    site = built(write, {f"{KOTA}/news/{NEW}.yml": article(), f"{KOTA}/redirects.yml": text})
    own = {addresses.urn(addresses.article("kota-uji", NEW))}
    assert all(ids == own for ids in ids_of(site).values())
