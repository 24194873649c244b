from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pendopo.pictures.cards import Card
from pendopo.reading.media import Media, look

PLAIN = Card("Dinas Arsip", "Profil Instansi", "A", "#1b5e20")


def drawn(card: Card, folder: Path) -> Image.Image:
    ((address, content),) = card.make(folder)
    assert address == card.address
    image = Image.open(BytesIO(content))
    kind, most = ("PNG", 15_000) if card.flat else ("JPEG", 300_000)
    assert (image.format, image.size) == (kind, (1200, 630))
    assert len(content) < most
    return image.convert("RGB")


def media(folder: Path, name: str, image: Image.Image) -> Media:
    image.save(folder / name)
    found = look(folder, Media("kota", name, name)).media
    assert isinstance(found, Media)
    return found


def near(pixel: object, expected: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - two) < 12 for one, two in zip(pixel, expected, strict=True))


def test_a_card_has_the_colour_of_the_agency_and_its_name_in_white(tmp_path: Path) -> None:
    card = drawn(PLAIN, tmp_path)
    assert near(card.getpixel((1100, 100)), (0x1B, 0x5E, 0x20))
    colours = card.crop((80, 300, 700, 400)).getextrema()
    assert all(high > 240 for _, high in colours)  # type: ignore[misc]


def test_a_card_shows_the_emblem_or_the_initials(tmp_path: Path) -> None:
    emblem = media(tmp_path, "lambang.png", Image.new("RGB", (90, 90), "#c00000"))
    with_emblem = drawn(PLAIN._replace(emblem=emblem), tmp_path)
    assert near(with_emblem.getpixel((180, 180)), (0xC0, 0, 0))
    assert near(drawn(PLAIN, tmp_path).getpixel((180, 110)), (255, 255, 255))


def test_the_card_of_an_article_shows_its_picture(tmp_path: Path) -> None:
    noise = Image.effect_noise((3000, 2000), 90).convert("RGB")
    noise.paste("#0000c0", (1200, 800, 1800, 1200))
    picture = media(tmp_path, "foto.jpg", noise)
    card = drawn(PLAIN._replace(picture=picture), tmp_path)
    assert near(card.getpixel((600, 240)), (0, 0, 0xC0))
    assert near(card.getpixel((1190, 620)), (0x1B, 0x5E, 0x20))


@pytest.mark.parametrize(
    "name",
    ["A", "Dinas " * 50, "W" * 300, "–—‘’“”…", "ثلاثة", "😀", "Škola é ñ", "بلدية " * 30],
)
def test_any_name_can_be_drawn(tmp_path: Path, name: str) -> None:
    card = drawn(PLAIN._replace(name=name, initials=name[:1]), tmp_path)
    for corner in ((1195, 300), (5, 625)):
        assert near(card.getpixel(corner), (0x1B, 0x5E, 0x20))


def test_cards_that_differ_have_other_addresses_and_equal_ones_the_same(tmp_path: Path) -> None:
    other = [
        PLAIN._replace(name="Dinas Kearsipan"),
        PLAIN._replace(portal="Lain"),
        PLAIN._replace(colour="#000000"),
        PLAIN._replace(emblem=media(tmp_path, "a.png", Image.new("L", (9, 9)))),
        PLAIN._replace(picture=media(tmp_path, "b.png", Image.new("L", (9, 8)))),
    ]
    addresses = {each.address for each in [PLAIN, *other]}
    assert len(addresses) == 6
    assert Card(*PLAIN).address in addresses
    assert [*PLAIN.make(tmp_path)] == [*PLAIN.make(tmp_path)]


@pytest.mark.parametrize("name", ["ثلاثة", "东京", "Desa 東京", "😀"])
def test_a_name_that_the_font_lacks_is_left_out_and_the_emblem_is_large(
    tmp_path: Path, name: str
) -> None:
    emblem = media(tmp_path, "lambang.png", Image.new("RGB", (90, 90), "#c00000"))
    card = drawn(PLAIN._replace(name=name, emblem=emblem), tmp_path)
    assert near(card.getpixel((600, 315)), (0xC0, 0, 0))
    assert near(card.getpixel((130, 400)), (0x1B, 0x5E, 0x20))
    shield = drawn(PLAIN._replace(name=name, initials=name[:1]), tmp_path)
    assert near(shield.getpixel((600, 200)), (255, 255, 255))
