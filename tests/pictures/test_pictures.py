import struct
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from budgets import tries
from pendopo.pictures.renditions import Encoding, cover, emblem, photo
from pendopo.reading.entry import ChangedError
from pendopo.reading.media import Media, look
from pendopo.reading.pixels import decoded

SECRET = b"Rahasia 3.5952 N"


def kept(folder: Path, image: Image.Image, name: str = "Foto 1.jpg", **more: Any) -> Media:
    image.save(folder / name, **more)
    found = look(folder, Media("kota/dinas", name, name)).media
    assert isinstance(found, Media)
    return found


def made(folder: Path, media: Media) -> dict[str, bytes]:
    return dict(Encoding(media, photo(media)).make(folder))


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def test_a_picture_comes_in_three_formats_and_three_widths(tmp_path: Path) -> None:
    media = kept(tmp_path, Image.new("RGB", (1600, 900), "#336699"))
    files = made(tmp_path, media)
    assert sorted(opened(each).size for each in files.values()) == [
        *[(400, 225)] * 3,
        *[(800, 450)] * 3,
        *[(1200, 675)] * 3,
    ]
    for address, content in files.items():
        format = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}[address.rpartition(".")[2]]
        assert opened(content).format == format
        assert address.startswith("kota/dinas/media/Foto 1-")
    assert {*files} == {*Encoding(media, photo(media)).addresses}


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((300, 200), [(300, 200)]),
        ((640, 480), [(400, 300), (640, 480)]),
        ((400, 4000), [(400, 4000)]),
        ((4000, 1), [(400, 1), (800, 1), (1200, 1)]),
    ],
)
def test_no_picture_becomes_wider_than_it_is(
    tmp_path: Path, size: tuple[int, int], expected: list[tuple[int, int]]
) -> None:
    media = kept(tmp_path, Image.new("L", size), "a.png")
    assert [*photo(media).sizes] == expected
    found = {opened(content).size for content in made(tmp_path, media).values()}
    assert found == {*expected}


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1600, 1200), [(400, 160), (800, 320), (1200, 480)]),
        ((1200, 400), [(400, 133), (800, 267), (1200, 400)]),
        ((1600, 160), [(400, 100), (640, 160)]),
        ((300, 3000), [(300, 120)]),
        ((40, 30), [(40, 16)]),
        ((1, 9000), [(1, 1)]),
        ((9000, 1), [(4, 1)]),
    ],
)
def test_a_cover_is_cut_to_what_screens_show_of_it(
    tmp_path: Path, size: tuple[int, int], expected: list[tuple[int, int]]
) -> None:
    media = kept(tmp_path, Image.new("L", size), "a.png")
    drawn = cover(media, "50% 20%")
    assert [*drawn.sizes] == expected
    made = dict(Encoding(media, drawn, cut=True).make(tmp_path))
    assert {opened(content).size for content in made.values()} == {*expected}


def test_a_cover_is_cut_by_its_focus_and_named_by_it(tmp_path: Path) -> None:
    image = Image.new("RGB", (800, 800), "white")
    image.paste("black", (0, 700, 800, 800))
    media = kept(tmp_path, image, "a.png")
    for focus, pixel in (("50% 100%", 0), ("50% 0%", 255)):
        files = dict(Encoding(media, cover(media, focus), cut=True).make(tmp_path))
        shown = opened(files[cover(media, focus).large]).convert("L")
        assert abs(int(shown.getpixel((400, 300))) - pixel) < 9  # type: ignore[arg-type]
    assert cover(media, "50% 100%").stem != cover(media, "50% 0%").stem != photo(media).stem


def test_nothing_that_a_camera_or_a_program_hid_is_published(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x010E] = SECRET.decode()
    image = Image.new("RGB", (500, 300), "red")
    media = kept(
        tmp_path, image, exif=exif, comment=SECRET, icc_profile=SECRET, xmp=SECRET, quality=90
    )
    assert SECRET in (tmp_path / "Foto 1.jpg").read_bytes()
    for content in made(tmp_path, media).values():
        assert SECRET not in content
        assert not opened(content).getexif()
        assert not {"comment", "icc_profile", "exif", "xmp"} & {*opened(content).info}


def test_a_picture_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    image = Image.new("RGB", (600, 400), "red")
    image.paste("blue", (0, 0, 300, 400))
    media = kept(tmp_path, image, exif=exif, quality=95)
    upright = opened(dict(made(tmp_path, media))[photo(media).large])
    assert upright.size == (400, 600)
    red, _, blue = upright.getpixel((200, 50))  # type: ignore[misc]
    assert blue > red


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "L", "I;16", "CMYK", "RGB"])
def test_every_kind_of_pixels_can_be_encoded(tmp_path: Path, mode: str) -> None:
    suffix = "jpg" if mode == "CMYK" else "png"
    media = kept(tmp_path, Image.new(mode, (90, 60)), f"a.{suffix}")
    assert len(made(tmp_path, media)) == 3


def test_deep_grey_stays_what_it_was(tmp_path: Path) -> None:
    media = kept(tmp_path, Image.new("I;16", (90, 60), 0x8000), "a.png")
    grey = opened(dict(made(tmp_path, media))[photo(media).large]).convert("L")
    assert abs(int(grey.getpixel((5, 5))) - 128) < 4  # type: ignore[arg-type]


def test_what_is_transparent_is_white_in_a_photo_and_stays_so_in_an_emblem(tmp_path: Path) -> None:
    media = kept(tmp_path, Image.new("RGBA", (480, 480), (0, 0, 0, 0)), "lambang.png")
    assert opened(made(tmp_path, media)[photo(media).large]).getpixel((9, 9)) == (255, 255, 255)
    drawn = emblem(media)
    files = dict(Encoding(media, drawn).make(tmp_path))
    assert [opened(each).size for each in files.values()] == [(240, 240), (128, 128)]
    assert {opened(each).getpixel((9, 9))[3] for each in files.values()} == {0}  # type: ignore[index]


def test_the_first_picture_of_a_moving_one_is_shown(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (90, 60), each) for each in ("red", "blue")]
    media = kept(tmp_path, frames[0], "a.webp", save_all=True, append_images=frames[1:])
    shown = opened(made(tmp_path, media)[photo(media).large])
    red, _, blue = shown.getpixel((5, 5))  # type: ignore[misc]
    assert red > blue


def test_equal_pictures_give_equal_files_with_names_that_tell_their_content(tmp_path: Path) -> None:
    one = kept(tmp_path, Image.linear_gradient("L").resize((900, 600)), "a.jpg")
    assert made(tmp_path, one) == made(tmp_path, one)
    other = kept(tmp_path, Image.radial_gradient("L").resize((900, 600)), "a.jpg")
    assert not {*photo(one).sizes} ^ {*photo(other).sizes}
    assert photo(one).stem != photo(other).stem


def test_a_picture_that_changes_while_the_site_is_built_stops_the_build(tmp_path: Path) -> None:
    media = kept(tmp_path, Image.new("L", (90, 60)), "a.png")
    kept(tmp_path, Image.new("L", (91, 60)), "a.png")
    with pytest.raises(ChangedError):
        made(tmp_path, media)


def with_odd_exif(entries: list[tuple[int, int, int, bytes]]) -> bytes:
    """A JPEG with EXIF entries as given: tag, type, count, value or offset."""
    body = b"".join(struct.pack("<HHI", *each[:3]) + each[3].ljust(4, b"\0") for each in entries)
    tiff = b"II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + body + b"\0\0\0\0"
    exif = b"Exif\0\0" + tiff
    plain = BytesIO()
    Image.new("RGB", (90, 60), "red").save(plain, "JPEG")
    head, rest = plain.getvalue()[:2], plain.getvalue()[2:]
    return head + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + rest


@tries(300)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([0x0112, 0x0100, 0x8769, 0x8825, 0x927C, 0x9286, 0x0001]),
            st.integers(0, 20),
            st.sampled_from([0, 1, 2, 5, 2**16, 2**32 - 1]),
            st.binary(max_size=4),
        ),
        max_size=4,
    )
)
def test_whatever_a_camera_notes_what_is_checked_can_be_built(
    entries: list[tuple[int, int, int, bytes]],
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.jpg").write_bytes(with_odd_exif(entries))
        examined = look(folder, Media("kota", "a.jpg", "a.jpg"))
        if examined.media is None:
            assert [each.code for each in examined.problems] == ["media-broken"]
            return
        sizes = {opened(each).size for each in made(folder, examined.media).values()}
    assert sizes == {(examined.media.width, examined.media.height)}


@pytest.mark.parametrize("orientation", range(10))
def test_every_orientation_is_turned_as_pillow_turns_it(tmp_path: Path, orientation: int) -> None:
    image = Image.effect_mandelbrot((90, 60), (-2, -1, 1, 1), 20).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = orientation
    kept(tmp_path, image, exif=exif, quality=95)
    with Image.open(tmp_path / "Foto 1.jpg") as plain:
        expected = ImageOps.exif_transpose(plain)
        assert decoded(Image.open(tmp_path / "Foto 1.jpg")).tobytes() == expected.tobytes()


def test_nothing_is_hidden_where_an_emblem_is_transparent(tmp_path: Path) -> None:
    image = Image.new("RGBA", (200, 200), (255, 0, 0, 0))
    image.paste((0, 0, 255, 255), (0, 0, 100, 200))
    media = kept(tmp_path, image, "lambang.png")
    assert decoded(Image.open(tmp_path / "lambang.png")).getpixel((150, 9)) == (0, 0, 0, 0)
    for content in dict(Encoding(media, emblem(media)).make(tmp_path)).values():
        red, _, _, alpha = opened(content).convert("RGBA").getpixel((120, 9))  # type: ignore[misc]
        assert (red, alpha) == (0, 0)


@pytest.mark.parametrize("size", [(800, 16_000), (16_000, 800), (1, 16_000), (16_000, 1)])
def test_the_longest_sides_can_be_encoded(tmp_path: Path, size: tuple[int, int]) -> None:
    media = kept(tmp_path, Image.new("L", size), "a.png")
    assert made(tmp_path, media)
    assert dict(Encoding(media, emblem(media)).make(tmp_path))
