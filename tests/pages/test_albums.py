"""The gallery of an agency: its list, the page of an album, and the panel of the newest."""

import json
import re

import pytest

from conftest import AGENCY, TODAY, Write, codes, warnings
from markup import one, shown, texts
from pendopo.problems.problem import faults
from pendopo.site.planning import Site
from places import site_of
from samples import PNG

KOTA = "agencies/kota-uji"
TREES = "kota-contoh/galeri/penanaman/"


def site(write: Write, files: dict[str, str | bytes]) -> Site:
    built, problems = site_of(write({f"{KOTA}/agency.yml": AGENCY, **files}), TODAY)
    assert faults(problems) == []
    return built


def album(more: str = "", picture: str = "{caption: C}") -> str:
    return f"title: Album\npictures: [{picture}]\n{more}"


def test_an_album_shows_its_pictures_in_a_grid(miniature: Site) -> None:
    page = shown(miniature, TREES)
    assert texts(page, "h1") == ["Penanaman <pohon>"]
    assert texts(page, ".//p[@class='meta']") == ["Kamis, 15 Januari 2026 · 1 gambar"]
    assert texts(page, ".//figcaption") == ["Jalan Percobaan Foto: Humas", "Foto kedua hilang"]
    link = one(page, ".//figure/a")
    assert re.search(r"/media/pohon-\w+-1200\.jpg$", link.get("href", ""))
    image = one(link, "picture/img")
    assert image.get("alt") == "Lima pohon muda di tepi jalan"
    assert image.get("sizes") == "(min-width: 60em) 14rem, 45vw"
    assert one(page, ".//h2[@id='video']").text == "Video di situs lain"
    assert one(page, "ul/li/a").get("href") == "https://contoh.example/"


def test_pictures_below_the_first_row_load_when_they_are_reached(write: Write) -> None:
    rows = ", ".join(f"{{file: {name}.png, alt: Warga menanam}}" for name in "abcde")
    media: dict[str, str | bytes] = {f"{KOTA}/media/{name}.png": PNG for name in "abcde"}
    built = site(write, {f"{KOTA}/albums/a.yml": album(picture=rows), **media})
    images = shown(built, "kota-uji/galeri/a/").findall(".//img")
    assert [each.get("loading") for each in images] == [None, None, None, "lazy", "lazy"]


def test_the_list_shows_the_newest_first_and_those_without_a_day_last(write: Write) -> None:
    days = {"a": "", "b": "day: 2025-01-01\n", "c": "day: 2026-01-01\n"}
    built = site(write, {f"{KOTA}/albums/{n}.yml": album(day) for n, day in days.items()})
    links = shown(built, "kota-uji/galeri/").findall(".//h2/a")
    assert [each.get("href") for each in links] == [
        f"../../kota-uji/galeri/{name}/" for name in "cba"
    ]
    assert built.by_address["kota-uji/galeri/"].menu == "Galeri"
    assert built.by_address["kota-uji/galeri/c/"].years == "2026"


def test_a_long_list_has_pages_whose_numbers_last(write: Write) -> None:
    files: dict[str, str | bytes] = {
        f"{KOTA}/albums/a-{n:02}.yml": album(f"day: 2025-01-{1 + n % 28:02}\n") for n in range(45)
    }
    built = site(write, files)
    lists = [each for each in built.pages if each.template == "albums/list"]
    assert [each.address for each in lists] == ["kota-uji/galeri/", "kota-uji/galeri/halaman/1/"]
    assert [len(each.shown.albums) for each in lists] == [25, 20]
    assert (lists[0].next, lists[1].previous) == (lists[1].address, lists[0].address)
    assert "Album lebih baru" in texts(shown(built, lists[1].address), ".//nav/a")


def test_its_data_for_search_engines_name_each_picture(miniature: Site) -> None:
    (found,) = miniature.by_address[TREES].linked(str)
    assert found["@type"] == "ImageGallery"
    (picture,) = found["image"]
    assert picture["@type"] == "ImageObject"
    assert (picture["caption"], picture["creditText"]) == ("Jalan Percobaan", "Humas")
    assert picture["contentUrl"].startswith("kota-contoh/media/pohon-")


def test_the_first_page_shows_the_newest_album(miniature: Site) -> None:
    strip = one(shown(miniature, "kota-contoh/"), ".//p[@class='strip']")
    link = one(strip, "a")
    assert link.get("href") == f"../{TREES}"
    assert [each.get("alt") for each in link.findall("picture/img")] == [""]
    assert texts(link, "span") == ["Penanaman <pohon>"]


def test_the_api_lists_albums(miniature: Site) -> None:
    (file,) = (e for e in miniature.files if e.address == "api/v1/agencies/kota-contoh.json")
    (row,) = json.loads(file.text)["albums"]
    assert (row["title"], row["day"], row["pictures"]) == ("Penanaman <pohon>", "2026-01-15", 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (album(picture="{file: a.png, alt: Pohon muda}"), "2:19 media-missing"),
        (album(picture=", ".join(["{caption: C}"] * 61)), "2:852 pictures-many"),
        ("title: Album\npictures: []\n", "1:1 album-empty"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(write: Write, text: str, code: str) -> None:
    folder = write({f"{KOTA}/agency.yml": AGENCY, f"{KOTA}/albums/a.yml": text})
    assert codes(folder) == [f"{KOTA}/albums/a.yml:{code}"]


def test_an_album_dated_ahead_is_held_back(write: Write) -> None:
    folder = write({f"{KOTA}/agency.yml": AGENCY, f"{KOTA}/albums/a.yml": album("day: 2099-01-01")})
    assert "galeri" not in " ".join(site_of(folder, TODAY)[0].by_address)
    assert warnings(folder) == [f"{KOTA}/albums/a.yml:3:6 day-far"]
