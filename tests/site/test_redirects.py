"""Old addresses: the pages that stand there, and what is told of those that lead nowhere."""

from pathlib import Path

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from conftest import AGENCY, TODAY, Write, codes
from markup import elements, one, text
from pendopo.basics import addresses
from pendopo.government.directory import Directory
from pendopo.kinds.redirects import machines
from pendopo.kinds.redirects.record import REDIRECTS
from pendopo.kinds.registry import KINDS
from pendopo.site.context import Context
from pendopo.site.planning import Site
from places import site_of
from texts import checked, record_text

KOTA = "agencies/kota-uji"
PATH = f"{KOTA}/redirects.yml"
FILES = {
    f"{KOTA}/agency.yml": AGENCY,
    f"{KOTA}/news/2026-01-15-pohon-pertama.yml": "title: A\npublished: 2026-01-15\nbody: B\n",
    f"{KOTA}/news/2026-01-16-air.yml": "title: A\npublished: 2026-01-16\nbody: B\n",
    f"{KOTA}/news/2026-01-17-rencana.yml": (
        "title: A\npublished: 2026-01-17\nbody: B\ndocuments: [{title: R, file: renstra.pdf}]\n"
    ),
    f"{KOTA}/media/renstra.pdf": "%PDF-1.7",
    f"{KOTA}/dinas-air/agency.yml": "type: dinas\nname: Dinas Air\n",
    f"{KOTA}/dinas-air/desa-a/agency.yml": "type: desa\nname: Desa A\n",
}


def lines(*pairs: tuple[str, str]) -> str:
    return "redirects:\n" + "".join(f'  - {{old: "{old}", new: "{new}"}}\n' for old, new in pairs)


def told(write: Write, *pairs: tuple[str, str], path: str = PATH) -> list[str]:
    """Problems of redirects: line, column and code."""
    found = codes(write({**FILES, path: lines(*pairs)}))
    assert all(each.startswith(f"{path}:") for each in found), found
    return [each.removeprefix(f"{path}:") for each in found]


def stubs(site: Site) -> dict[str, str]:
    """The pages at old addresses with their text."""
    files = {each.address: each.text for each in site.files}
    return {address: text for address, text in files.items() if address.endswith((".html", ".htm"))}


def texts_by_address(folder: Path, site_url: str = "") -> dict[str, str]:
    directory = site_of(folder, TODAY)[0].context.directory
    context = Context(directory, TODAY, KINDS, site_url)
    found = [*machines.of_portal(context)]
    for agency in directory.agencies.values():
        found += machines.of_agency(context.within(directory.visible_to(agency)), agency)
    return {each.address: each.text for each in found}


OLD = [
    ("profil", "kota-uji/profil/index.html"),
    ("profil/", "kota-uji/profil/index.html"),
    ("Profil_Kota/index.php", "kota-uji/Profil_Kota/index.php/index.html"),
    ("profil.html", "kota-uji/profil.html"),
    ("a/b/profil.htm", "kota-uji/a/b/profil.htm"),
    ("berita/2020-01-01-lama", "kota-uji/berita/2020-01-01-lama/index.html"),
    ("default.aspx", "kota-uji/default.aspx/index.html"),
    ("index.php/berita/detail/12", "kota-uji/index.php/berita/detail/12/index.html"),
    ("v1.2/unduh/Renstra%202019.pdf", "kota-uji/v1.2/unduh/Renstra 2019.pdf/index.html"),
    ("Renstra 2019.pdf", "kota-uji/Renstra 2019.pdf/index.html"),
    ("berita/" + "kunjungan-" * 20, f"kota-uji/berita/{'kunjungan-' * 20}/index.html"),
    ("profil%C3%A9/100%25", "kota-uji/profilé/100%/index.html"),
    ("profil+kota/(1),a=b&c'~", "kota-uji/profil+kota/(1),a=b&c'~/index.html"),
]
"""Old addresses, and the file that leads on from each."""
NEW = [
    ("berita", "kota-uji/berita/"),
    ("berita/", "kota-uji/berita/"),
    ("/kota-uji", "kota-uji/"),
    ("/", ""),
    ("dinas-air/#identitas", "kota-uji/dinas-air/#identitas"),
    ("/instansi/", "instansi/"),
    ("berita/atom.xml", "kota-uji/berita/atom.xml"),
    ("/tentang", "tentang/"),
    ("media/renstra.pdf", "kota-uji/media/renstra.pdf"),
]
"""New addresses as they are written, and the links to them."""


@pytest.mark.parametrize(
    ("old", "file", "new", "link"),
    [*((*each, *NEW[0]) for each in OLD), *((*OLD[0], *each) for each in NEW[1:])],
)
def test_an_old_address_leads_to_the_new_one(
    write: Write, old: str, file: str, new: str, link: str
) -> None:
    folder = write({**FILES, PATH: lines((old, new))})
    assert codes(folder) == []
    page = texts_by_address(folder)[file]
    assert list(stubs(site_of(folder, TODAY)[0])) == [file]
    root = "../" * file.count("/")
    assert f'content="0; url={root}{link}"' in page
    assert f'href="{root}{link}"' in page


def test_the_page_at_an_old_address_is_for_people_and_for_machines(write: Write) -> None:
    folder = write({**FILES, PATH: lines(("a/profil", "dinas-air/#identitas"))})
    page = texts_by_address(folder, "https://uji.example/repo/")["kota-uji/a/profil/index.html"]
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert root.get("lang") == "id"
    metas = {each.get("http-equiv") or each.get("name"): each.get("content") for each in root[0]}
    assert metas["refresh"] == "0; url=../../../kota-uji/dinas-air/#identitas"
    assert metas["robots"] == "noindex"
    assert metas["Content-Security-Policy"] == "default-src 'none'"
    canonical = one(root, ".//link[@rel='canonical']").get("href")
    assert canonical == "https://uji.example/repo/kota-uji/dinas-air/"
    assert root.findtext(".//title") == "Halaman ini telah pindah: /kota-uji/a/profil/"
    assert text(root.find(".//main")) == (
        "Halaman ini telah pindah Alamat barunya: /kota-uji/dinas-air/#identitas"
    )
    assert {each.tag for each in root.iter()} == {
        *("html", "head", "meta", "link", "title", "body", "main", "h1", "p", "a")
    }


def test_it_may_lead_to_another_site(write: Write) -> None:
    folder = write({**FILES, PATH: lines(("ppid", "https://ppid.uji.example/?a=1&b='2'"))})
    assert codes(folder) == []
    page = texts_by_address(folder, "https://uji.example/")["kota-uji/ppid/index.html"]
    root = html5lib.parse(page, namespaceHTMLElements=False)
    address = "https://ppid.uji.example/?a=1&b='2'"
    assert one(root, ".//a").get("href") == one(root, ".//link").get("href") == address
    assert one(root, ".//meta[@http-equiv='refresh']").get("content") == f"0; url={address}"


def test_it_speaks_the_language_of_the_portal(write: Write) -> None:
    portal = "name: P\nlanguage: en\nintroduction: I\n"
    folder = write({**FILES, "portal.yml": portal, PATH: lines(("profil", "berita"))})
    page = texts_by_address(folder)["kota-uji/profil/index.html"]
    assert '<html lang="en">' in page
    assert "<h1>This page has moved</h1>" in page


def test_the_portal_has_redirects_of_its_own(write: Write) -> None:
    folder = write(
        {**FILES, "redirects.yml": lines(("lama/profil", "instansi"), ("kota-lama", "/kota-uji/"))}
    )
    assert codes(folder) == []
    found = texts_by_address(folder)
    assert list(found) == ["lama/profil/index.html", "kota-lama/index.html"]
    assert 'url=../../instansi/"' in found["lama/profil/index.html"]
    assert 'url=../kota-uji/"' in found["kota-lama/index.html"]


def test_an_address_at_which_a_page_stands_leads_nowhere_else(write: Write) -> None:
    names = ("berita", "Berita", "berita/index.html", "berita/2026-01-15-pohon-pertama", "x")
    assert told(write, *((each, "/instansi") for each in names[:2])) == [
        *("2:11 redirect-live", "3:11 redirect-live", "3:11 redirect-twice")
    ]
    assert told(write, *((each, "/instansi") for each in names[2:])) == [
        *("2:11 redirect-live", "3:11 redirect-live")
    ]
    site, _ = site_of(write({PATH: lines(("berita", "/instansi"))}), TODAY)
    assert "kota-uji/berita/" in site.by_address
    assert stubs(site) == {}


@pytest.mark.parametrize("old", ["instansi", "index.html", "berita", "Tentang", "panduan"])
def test_neither_does_one_of_the_portal(write: Write, old: str) -> None:
    found = told(write, (old, "/kota-uji"), path="redirects.yml")
    assert found == ["2:11 redirect-live"]


@pytest.mark.parametrize(
    ("old", "place_of"),
    [
        ("404.html", "/404.html"),
        ("404.html/lama", "/404.html"),
        ("robots.txt", "/robots.txt"),
        ("build.json", "/build.json"),
        ("Sitemap.xml", "/Sitemap.xml"),
        ("sitemap.xml/lama.html", "/sitemap.xml"),
        ("cari/indeks", "/cari/indeks/"),
        ("cari/indeks/dasar/fragment/lama", "/cari/indeks/"),
        ("cari/indeks/lama.html", "/cari/indeks/"),
        ("api", "/api/"),
        ("api/v1/agencies.json", "/api/"),
        ("api/v2/lama", "/api/"),
        ("assets/lama", "/assets/"),
        ("Assets/stylesheets/lama.css", "/Assets/"),
        ("berita/atom.xml", "/berita/atom.xml"),
        ("index.html/lama", "/"),
        ("instansi/index.html/lama.html", "/instansi/"),
    ],
)
def test_nor_does_one_of_the_files_that_the_site_makes(
    write: Write, old: str, place_of: str
) -> None:
    path = "redirects.yml"
    found = told(write, (old, "/kota-uji"), path=path)
    assert found == ["2:11 redirect-reserved"]
    _, problems = site_of(write({}), TODAY)
    assert dict(problems[0].values)["place"] == place_of


@pytest.mark.parametrize(
    "old", ["media", "media/lama.pdf", "media/renstra.pdf", "Media/a", "berita/atom.xml"]
)
def test_nor_does_one_of_the_files_of_an_agency(write: Write, old: str) -> None:
    assert told(write, (old, "berita")) == ["2:11 redirect-reserved"]


@pytest.mark.parametrize("old", ["dinas-air", "dinas-air/lama", "dinas-air/desa-a/lama.html"])
def test_an_address_in_the_folder_of_an_agency_below_belongs_there(write: Write, old: str) -> None:
    assert told(write, (old, "berita")) == ["2:11 redirect-below"]
    path = "redirects.yml"
    (write({}) / PATH).unlink()
    assert told(write, (f"kota-uji/{old}", "/instansi"), path=path) == ["2:11 redirect-below"]
    site, _ = site_of(write({}), TODAY)
    assert stubs(site) == {}


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ("profil", "missing"),
        ("/kota-ujj", "missing-nearest"),
        ("/kota-lain/visi-misi", "missing"),
        ("beritaa", "missing-nearest"),
        ("berita/2026-01-15-pohon-pertma", "missing-nearest"),
        ("dinas/berita/2026-01-16-air", "missing-nearest"),
        ("Berita", "missing-nearest"),
        ("berita/feed.xml", "missing"),
        ("/kota-uji/dinas-air/berita", "missing"),
    ],
)
def test_a_new_address_without_a_page_is_told_with_the_nearest(
    write: Write, new: str, code: str
) -> None:
    assert told(write, ("lama", new)) == [f"2:24 redirect-{code}"]


def test_the_nearest_page_is_named_as_an_address_of_the_site(write: Write) -> None:
    def nearest(new: str) -> str:
        _, problems = site_of(write({**FILES, PATH: lines(("lama", new))}), TODAY)
        return dict(problems[0].values)["nearest"]

    article = "/kota-uji/berita/2026-01-15-pohon-pertama/"
    assert nearest("berita/2026-01-15-pohon-pertma") == article
    assert nearest("2026-01-15-pohon-pertama") == article
    assert nearest("/desa-a") == "/kota-uji/dinas-air/desa-a/"


def test_a_redirect_leads_there_in_one_step(write: Write) -> None:
    found = told(write, ("a", "b"), ("b", "c"), ("c", "berita"), ("d", "e"), ("e", "https://x.id/"))
    assert found == ["2:21 redirect-chain", "3:21 redirect-chain", "5:21 redirect-chain"]
    _, problems = site_of(write({}), TODAY)
    targets = [dict(each.values)["target"] for each in problems]
    assert targets == ["/kota-uji/berita/", "/kota-uji/berita/", "https://x.id/"]


def test_redirects_in_a_circle_are_told_with_their_way(write: Write) -> None:
    found = told(write, ("a", "a"), ("b", "c.html"), ("c.html", "b"), ("d", "b"))
    assert [each.split(" ")[1] for each in found] == ["redirect-loop"] * 4
    _, problems = site_of(write({}), TODAY)
    assert [dict(each.values)["circle"] for each in problems] == [
        "/kota-uji/a/ → /kota-uji/a/",
        "/kota-uji/b/ → /kota-uji/c.html → /kota-uji/b/",
        "/kota-uji/c.html → /kota-uji/b/ → /kota-uji/c.html",
        "/kota-uji/d/ → /kota-uji/b/ → /kota-uji/c.html → /kota-uji/b/",
    ]


def test_a_long_circle_is_told_in_messages_that_do_not_grow_with_it(write: Write) -> None:
    def length(count: int) -> int:
        pairs = [(f"{number:04}", f"{(number + 1) % count:04}") for number in range(count)]
        assert [each.split(" ")[1] for each in told(write, *pairs)] == ["redirect-loop"] * count
        _, problems = site_of(write({}), TODAY)
        return max(len(dict(each.values)["circle"]) for each in problems)

    assert length(3200) == length(8)


def test_all_ways_into_a_long_chain_are_told_its_end(write: Write) -> None:
    pairs = [(f"a{number}", f"a{number + 1}") for number in range(2000)]
    found = told(write, *pairs, ("a2000", "berita"))
    assert [each.split(" ")[1] for each in found] == ["redirect-chain"] * 2000
    _, problems = site_of(write({}), TODAY)
    assert {dict(each.values)["target"] for each in problems} == {"/kota-uji/berita/"}


def test_an_old_address_below_the_file_of_another_is_told(write: Write) -> None:
    found = told(write, ("a.html", "berita"), ("a.html/b", "berita"), ("c", "berita"))
    assert found == ["3:11 redirect-inside"]
    assert told(write, ("A.html/b.htm/c", "berita"), ("a.html", "berita")) == [
        "2:11 redirect-inside"
    ]
    assert told(write, ("c", "berita"), ("c/b", "berita"), ("c/d.html", "berita")) == []


def test_a_circle_through_two_agencies_is_told_in_both(write: Write) -> None:
    other = f"{KOTA}/dinas-air/redirects.yml"
    files = {PATH: lines(("lama", "dinas-air/lama")), other: lines(("lama", "/kota-uji/lama"))}
    assert codes(write({**FILES, **files})) == [
        f"{other}:2:24 redirect-loop",
        f"{PATH}:2:24 redirect-loop",
    ]


def test_of_a_record_that_is_not_whole_no_more_is_told(write: Write) -> None:
    found = told(write, ("a//b", "berita"), ("berita", "tiada"))
    assert found == ["2:11 redirect-old"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (f"{KOTA}/news/2026-01-16-air.yml", "title: A\nbody: B\n"),
        (f"{KOTA}/news/2026-01-16-air.yml", "{"),
        (f"{KOTA}/agency.yml", "type: kotta\n"),
    ],
)
def test_a_page_that_another_problem_hides_is_not_told_to_be_missing(
    write: Write, path: str, text: str
) -> None:
    other = f"{KOTA}/dinas-air/redirects.yml"
    lines_ = lines(("lama", "/kota-uji/berita/2026-01-16-air"), ("baru", "/tiada"))
    found = codes(write({**FILES, path: text, other: lines_}))
    assert [each for each in found if "redirect" in each] == [f"{other}:3:24 redirect-missing"]


def test_a_circle_is_told_whatever_else_is_wrong(write: Write) -> None:
    files = {
        f"{KOTA}/news/2026-01-16-air.yml": "title: A\nbody: B\n",
        PATH: lines(("a", "b"), ("b", "a"), ("c", "d"), ("d", "tiada")),
    }
    assert [each for each in codes(write({**FILES, **files})) if "redirect" in each] == [
        f"{PATH}:2:21 redirect-loop",
        f"{PATH}:3:21 redirect-loop",
        f"{PATH}:4:21 redirect-chain",
    ]


def test_what_an_agency_that_is_gone_has_left_behind_is_told(write: Write) -> None:
    folder = write({f"{KOTA}/agency.yml": AGENCY, f"{KOTA}/dinas/redirects.yml": lines(("a", "b"))})
    assert codes(folder) == [f"{KOTA}/dinas:1:1 agency-missing"]


def test_a_file_in_another_place_or_of_another_name_is_told(write: Write) -> None:
    folder = write({**FILES, f"{KOTA}/redirect.yml": "x", "agencies/redirects.yml": "x"})
    assert codes(folder) == [
        "agencies/kota-uji/redirect.yml:1:1 file-unknown-nearest",
        "agencies/redirects.yml:1:1 file-among-agencies",
    ]


ADDRESSES = st.one_of(
    st.from_regex(
        r"/?([A-Za-z0-9_.-]{1,4}/){0,3}[A-Za-z0-9_.-]{0,4}(#[a-z]{1,3})?", fullmatch=True
    ),
    st.text(max_size=12),
    st.sampled_from(
        [
            *(
                '"><script>',
                "../../etc",
                "//uji.example",
                "javascript:x",
                "https://uji.example/'\"x",
            ),
            *(
                "https://uji.example/;url=x",
                "https://uji.example/?a=<b>",
                "a/../b",
                "a%2f..",
                ".git",
            ),
        ]
    ),
)


@tries(300)
@given(st.lists(st.tuples(ADDRESSES, ADDRESSES), min_size=1, max_size=3))
def test_whatever_is_written_no_page_leaves_its_folder_or_becomes_markup(
    pairs: list[tuple[str, str]],
) -> None:
    tree = [f"  - {{old: {_quoted(old)}, new: {_quoted(new)}}}\n" for old, new in pairs]
    text = "redirects:\n" + "".join(tree)
    source = record_text(REDIRECTS, "redirects.yml", "", "redirects", text)
    entry, _ = checked(source)
    if entry is None:
        return
    portal = site_of(Path("/tiada"), TODAY)[0].context.directory.portal
    directory = Directory(portal, entries={"redirects": (entry,)})
    made = [*machines.of_portal(Context(directory, TODAY, KINDS, "https://uji.example/repo/"))]
    assert len(made) == len(entry.record.redirects)
    for each in made:
        assert not each.address.startswith("/")
        assert not {"..", ".", ""} & {*each.address.split("/")}
        root = html5lib.parse(each.text, namespaceHTMLElements=False)
        assert [element.tag for element in elements(root)] == [
            *("head", *(["meta"] * 7), "link", "title"),
            *("body", "main", "h1", "p", "a"),
        ]
        refresh = one(root, ".//meta[@http-equiv='refresh']").get("content")
        target = one(root, ".//a").get("href")
        assert refresh == f"0; url={target}"
        assert target
        assert target.startswith(("./", "../", "http://", "https://"))


def _quoted(value: str) -> str:
    escaped = "".join(f"\\U{ord(each):08x}" for each in value)
    return f'"{escaped}"'


def test_many_redirects_are_judged_at_once(write: Write) -> None:
    pairs = [(f"lama-{number}", f"baru-{number}") for number in range(2000)]
    assert len(told(write, *pairs)) == len(pairs)


def test_an_address_of_redirects_is_one_of_the_site() -> None:
    assert addresses.stub("", "a.html") == "a.html"
    assert addresses.target("", "a") == "a/"
    assert addresses.target("kota", "https://uji.example/a") == "https://uji.example/a"
