"""Photos: what is seen of a picture stays, nothing else; what is no picture is refused kindly."""

import random
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from gweithdy.domain.photos import LONGEST_SIDE
from gweithdy.domain.problem import Problem
from gweithdy.exchange.photo import LARGEST_FILE, LARGEST_JPEG, SMALL_SIDE, photo, read_picture


def drawn(size: tuple[int, int] = (300, 120), mode: str = "RGB") -> Image.Image:
    """White with a red upper left corner."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 3, size[1] // 3), fill="#D01010")
    return image.convert(mode)


def saved(image: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
    paper = BytesIO()
    image.save(paper, kind, **how)
    return paper.getvalue()


def by_qt(jpeg: bytes) -> tuple[QImage, list[str]]:
    """The picture as another program reads it, and what it says besides."""
    buffer = QBuffer()
    buffer.setData(QByteArray(jpeg))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpg"))
    reader.setAutoTransform(False)
    return reader.read(), [*reader.textKeys()]


def markers(jpeg: bytes) -> set[int]:
    """The parts of a JPEG, read by hand: nothing stands before the first, nor after the last."""
    assert jpeg[:2] == b"\xff\xd8"
    assert jpeg.endswith(b"\xff\xd9")
    found, at = set(), 2
    while jpeg[at + 1] != 0xDA:
        assert jpeg[at] == 0xFF
        found.add(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found


def is_red(image: QImage, x: int, y: int) -> bool:
    colour = image.pixelColor(x, y)
    return colour.red() > 150 and colour.green() < 90


def located() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "Camera of Mair"
    exif[0x9003] = "2026:11:22 09:41:00"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 29.0, 0.0)
    return exif


def test_nothing_is_told_of_place_time_camera_and_profile() -> None:
    data = saved(
        drawn(), exif=located(), comment=b"Mair's telephone", icc_profile=b"x" * 200, dpi=(301, 301)
    )
    assert b"Mair" in data
    made = photo(data, "IMG_0001.jpg")
    for jpeg in made.files:
        assert b"Mair" not in jpeg
        assert b"Exif" not in jpeg
        # JFIF, tables and pixels: no application's part, no comment.
        assert markers(jpeg) <= {0xE0, 0xDB, 0xC0, 0xC4}
        image, told = by_qt(jpeg)
        assert not image.isNull()
        assert told == []
        assert not Image.open(BytesIO(jpeg)).getexif()


# Where the red corner of the upright picture has come from, by how the camera was held.
@pytest.mark.parametrize("held", range(1, 9))
def test_a_picture_stands_upright(held: int) -> None:
    turned = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    exif = located()
    exif[0x0112] = held
    image = drawn((600, 400))
    lying = image.transpose(turned[held]) if held in turned else image
    made = photo(saved(lying, exif=exif, quality=95), "held.jpg")
    seen, _ = by_qt(made.jpeg)
    assert (seen.width(), seen.height()) == (600, 400) == (made.wide, made.high)
    assert is_red(seen, 60, 40)
    assert not is_red(seen, 540, 360)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "CMYK", "I;16"])
def test_every_kind_of_picture_becomes_a_plain_one(mode: str) -> None:
    image = drawn(mode="L" if mode == "I;16" else mode)
    if mode == "I;16":
        image = image.convert("I").point(lambda value: value * 256).convert("I;16")
    data = saved(image, "JPEG" if mode == "CMYK" else "PNG")
    made = photo(data, "a picture")
    seen, _ = by_qt(made.jpeg)
    white, corner = seen.pixelColor(250, 100), seen.pixelColor(20, 10)
    assert min(white.red(), white.green(), white.blue()) > 240
    assert corner.green() < 140
    assert photo(data, "a picture") == made


def test_what_was_transparent_is_white() -> None:
    image = drawn(mode="RGBA")
    image.putalpha(Image.new("L", image.size, 0))
    seen, _ = by_qt(photo(saved(image, "PNG"), "glass.png").jpeg)
    assert seen.pixelColor(20, 10).lightness() > 240


@pytest.mark.parametrize("kind", ["WEBP", "BMP", "GIF"])
def test_other_kinds_that_stand_still_are_read(kind: str) -> None:
    assert photo(saved(drawn(), kind), "other").wide == 300


def test_a_large_picture_becomes_smaller_and_keeps_its_shape() -> None:
    made = photo(saved(drawn((6000, 3000))), "wall.jpg")
    assert (made.wide, made.high) == (LONGEST_SIDE, LONGEST_SIDE // 2)
    small, _ = by_qt(made.small_jpeg)
    assert (small.width(), small.height()) == (SMALL_SIDE, SMALL_SIDE // 2)
    assert photo(saved(drawn((40, 30))), "small.jpg").wide == 40


def test_also_noise_has_few_bytes() -> None:
    chance = random.Random(1)  # noqa: S311 - chance, not secrets
    noise = Image.frombytes("RGB", (2600, 2000), chance.randbytes(2600 * 2000 * 3))
    made = photo(saved(noise, quality=95), "noise.jpg")
    assert len(made.jpeg) <= LARGEST_JPEG
    assert made.wide == LONGEST_SIDE


def refused(data: bytes) -> str:
    with pytest.raises(Problem) as caught:
        photo(data, "llun.bin")
    assert caught.value.values["name"] == "llun.bin"
    return caught.value.message


def bomb(wide: int, high: int) -> bytes:
    """A PNG of a few bytes that says it has so many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(1_000_000), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(9000, 9000), (12_000, 9000), (60_000, 60_000)])
def test_a_bomb_is_refused_before_it_is_unpacked(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unpacked(*_: object) -> None:
        raise AssertionError("it was unpacked")

    monkeypatch.setattr("PIL.PngImagePlugin.PngImageFile.load_prepare", unpacked)
    assert "too large" in refused(bomb(*size)), "telephones make pictures of 108 and 200 million"


def test_a_picture_of_impossible_shape_is_refused_too() -> None:
    assert "Nothing was changed" in refused(bomb(2_000_000, 40))


def test_too_many_bytes_are_refused_before_they_are_looked_at() -> None:
    assert "too large" in refused(saved(drawn()) + bytes(LARGEST_FILE))


def test_pictures_that_move_are_refused() -> None:
    frames = [drawn(), drawn().transpose(Image.Transpose.ROTATE_180)]
    for kind in ("GIF", "PNG", "WEBP"):
        assert "moves" in refused(saved(frames[0], kind, save_all=True, append_images=frames[1:]))


def test_a_telephones_jpeg_of_two_pictures_is_one_photo() -> None:
    two = saved(drawn((600, 400)), "MPO", save_all=True, append_images=[drawn((60, 40))])
    assert photo(two, "IMG.jpg").wide == 600


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"avif"])
def test_what_a_telephone_makes_is_told_kindly(brand: bytes) -> None:
    data = b"\0\0\0\x18ftyp" + brand + bytes(400)
    assert "HEIC" in refused(data)


@pytest.mark.parametrize("data", [b"", b"GIF", b"%PDF-1.7", b"<svg xmlns='http://x'/>", bytes(500)])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert "no picture" in refused(data)


def test_half_a_picture_and_a_speck_are_refused() -> None:
    whole = saved(drawn((1200, 900)), quality=95)
    assert "damaged" in refused(whole[: len(whole) // 2])
    assert "too small" in refused(saved(drawn((8, 8)), "PNG"))


def test_damaged_files_never_do_harm() -> None:
    chance = random.Random(7)  # noqa: S311 - as above
    wholes = [saved(drawn((120, 90)), kind, **how) for kind, how in (
        ("JPEG", {"exif": located()}), ("PNG", {}), ("WEBP", {}), ("GIF", {}), ("BMP", {}),
    )]  # fmt: skip
    for n in range(600):
        data = bytearray(wholes[n % len(wholes)])
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        del data[chance.choice([len(data), chance.randrange(len(data))]) :]
        try:
            made = photo(bytes(data), "x")
        except Problem:
            continue
        assert max(made.wide, made.high) <= LONGEST_SIDE
        assert markers(made.jpeg) <= {0xE0, 0xDB, 0xC0, 0xC4}


def test_what_the_system_does_not_give_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="cannot be read"):
        read_picture(tmp_path / "nowhere.jpg")


def test_a_film_is_not_called_a_picture_of_a_telephone() -> None:
    film = b"\0\0\0\x18ftypisom" + bytes(64)
    assert "HEIC" not in refused(film)
    assert "HEIC" not in refused(b"\xff\xd8\xff\xe0\0\x10JFheic" + bytes(64))
