"""Logos: what is seen of a picture stays, nothing else; what is no picture is refused kindly."""

import random
import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from gweithdy.domain.problem import Problem
from gweithdy.exchange.logo import LARGEST_FILE, LARGEST_PNG, ROOM, logo


def drawn(size: tuple[int, int] = (300, 120), mode: str = "RGB") -> Image.Image:
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).ellipse((10, 10, size[0] - 10, size[1] - 10), fill="#0F5E5A")
    return image.convert(mode)


def saved(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    paper = BytesIO()
    image.save(paper, kind, **how)
    return paper.getvalue()


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png), formats=("PNG",))


def chunks(png: bytes) -> set[bytes]:
    kinds, place = set(), 8
    while place < len(png):
        (size,) = struct.unpack(">I", png[place : place + 4])
        kinds.add(png[place + 4 : place + 8])
        place += 12 + size
    return kinds


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "CMYK", "I;16"])
def test_every_kind_of_picture_becomes_the_same_kind(mode: str) -> None:
    image = drawn(mode="L" if mode == "I;16" else mode)
    if mode == "I;16":
        image = image.convert("I").point(lambda value: value * 256).convert("I;16")
    kind = "JPEG" if mode == "CMYK" else "PNG"
    png = logo(saved(image, kind), "logo")
    made = opened(png)
    assert (made.mode, made.size) == ("RGB", (300, 120))
    assert made.getpixel((2, 2)) == (255, 255, 255)
    assert made.convert("L").getpixel((150, 60)) < 120
    assert logo(saved(image, kind), "logo") == png


def test_what_was_transparent_is_white() -> None:
    image = drawn(mode="RGBA")
    image.putalpha(Image.new("L", image.size, 0))
    image.paste((0, 0, 90, 255), (100, 40, 200, 80))
    made = opened(logo(saved(image), "logo"))
    assert made.getpixel((20, 60)) == (255, 255, 255)
    assert made.getpixel((150, 60)) == (0, 0, 90)


def test_nothing_is_told_of_place_camera_program_and_profile() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of Mair"
    exif.get_ifd(0x8825)[2] = (51.0, 29.0, 0.0)
    text = PngInfo()
    text.add_text("Author", "Mair Jones", zip=False)
    for data in (
        saved(drawn(), "JPEG", exif=exif, comment=b"Mair's laptop", dpi=(301, 301)),
        saved(drawn(), exif=exif, pnginfo=text, icc_profile=b"x" * 200, dpi=(301, 301)),
    ):
        assert b"Mair" in data
        png = logo(data, "logo")
        assert b"Mair" not in png
        assert chunks(png) == {b"IHDR", b"IDAT", b"IEND"}
        assert not opened(png).getexif()


def test_a_picture_lying_on_its_side_is_turned_as_its_camera_said() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert opened(logo(saved(drawn(), "JPEG", exif=exif), "logo")).size == (120, 300)


def test_a_large_picture_becomes_as_large_as_is_printed_and_few_bytes() -> None:
    dots = random.Random(1).randbytes(2000 * 1600 * 3)  # noqa: S311 - no secret
    noise = Image.frombytes("RGB", (2000, 1600), dots)
    png = logo(saved(noise, "JPEG"), "photo.jpg")
    made = opened(png)
    assert made.size == (750, 600)
    assert made.width <= ROOM[0]
    assert len(png) < 750 * 600 * 1.2
    flat = logo(saved(drawn((3000, 1000))), "logo")
    assert (opened(flat).size, opened(flat).mode) == ((1200, 400), "RGB")
    assert len(flat) < LARGEST_PNG / 4


def refused(data: bytes) -> str:
    with pytest.raises(Problem) as told:
        logo(data, "logo.png")
    assert "logo.png" in str(told.value)
    assert str(told.value).endswith("Nothing was changed.")
    return str(told.value)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'


@pytest.mark.parametrize(
    "data",
    [
        b"", b"x", b"%PDF-1.7", SVG, saved(drawn(), "GIF"), saved(drawn(), "TIFF"),
        saved(drawn(), "BMP"), saved(drawn())[:200], saved(drawn(), "JPEG")[:300],
    ],
)  # fmt: skip
def test_what_is_no_png_or_jpeg_is_refused(data: bytes) -> None:
    assert "is no picture" in refused(data)


def bomb(wide: int, high: int) -> bytes:
    """A PNG of a few bytes that says it is this large, and is."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", wide, high, 1, 0, 0, 0, 0)
    packed = zlib.compress(bytes(wide // 8 + 1) * min(high, 1000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(6000, 4001), (10_000, 9_000), (60_000, 60_000)])
def test_a_picture_that_would_fill_the_memory_is_never_unpacked(size: tuple[int, int]) -> None:
    data = bomb(*size)
    assert len(data) < 9_000_000
    assert "too large" in refused(data)


def test_a_file_that_is_too_large_is_not_even_looked_at() -> None:
    assert "too large" in refused(b"\x89PNG" + bytes(LARGEST_FILE))


def test_a_bomb_in_what_a_png_says_beside_its_pixels_is_refused() -> None:
    text = PngInfo()
    text.add_text("Comment", "x" * 60_000_000, zip=True)
    assert "is no picture" in refused(saved(drawn(), pnginfo=text))


def test_what_cannot_be_seen_or_printed_is_refused() -> None:
    white = Image.new("RGBA", (300, 120), (255, 255, 255, 0))
    ImageDraw.Draw(white).rectangle((50, 50, 100, 100), fill=(255, 255, 255, 255))
    assert "white paper" in refused(saved(white))
    assert "too small" in refused(saved(drawn().resize((300, 8))))


def test_a_hundred_and_fifty_files_that_somebody_spoiled_are_pictures_or_refused() -> None:
    chance = random.Random(9)  # noqa: S311 - no secret
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (51.0, 29.0, 0.0)
    whole = [saved(drawn(), "JPEG", exif=exif), saved(drawn(), exif=exif), saved(drawn(mode="P"))]
    kept = 0
    for n in range(150):
        data = bytearray(whole[n % 3])
        match n % 5:
            case 0:
                del data[chance.randrange(len(data)) :]
            case 1:
                data[(at := chance.randrange(len(data))) : at] = chance.randbytes(40)
            case _:
                # Heads hold what is most easily got wrong.
                reach = len(data) if n % 2 else 300
                for _ in range(chance.randint(1, 8)):
                    data[chance.randrange(reach)] = chance.randrange(256)
        try:
            png = logo(bytes(data), "logo.png")
        except Problem:
            continue
        kept += 1
        assert opened(png).format == "PNG"
        assert chunks(png) <= {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
    assert 10 < kept < 140
