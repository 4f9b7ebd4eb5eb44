"""Photos: pictures that a person chose, drawn anew: nothing but what is seen of them stays."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from gweithdy.domain.photos import LONGEST_SIDE, Pictured
from gweithdy.domain.problem import N_, Problem
from gweithdy.exchange.chosen_file import unreadable
from gweithdy.exchange.picture import LEAST, TOO_LARGE, UNREADABLE, decoding, on_white

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".heic", ".heif", ".avif")
"""Of files that are looked at here: of some of them only to say what can be done."""
KINDS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
MOVING = ("PNG", "WEBP", "GIF")
"""Those that can move. A JPEG of several pictures is one photo with its own small copy."""

LARGEST_FILE = 40 * 1024 * 1024
MOST_PIXELS = 64_000_000
SMALL_SIDE = 480
LARGEST_JPEG = 1_500_000
"""Bytes of a photo as it is kept."""
QUALITIES = (85, 75, 65, 50, 35, 20)
"""The first that leads to no more bytes than that is taken; the last in any case."""
SMALL_QUALITY = 80

NO_PICTURE = N_(
    "This file is no picture that can be read, or it is damaged: {name}. Choose a JPEG or a PNG. "
    "Nothing was changed."
)
HEIC = N_(
    "Pictures of this kind (HEIC) cannot be read here: {name}. Send it by e-mail from the "
    "telephone, or save it as a JPEG first. Nothing was changed."
)
MOVES = N_(
    "This picture moves: {name}. Choose one that stands still, such as a JPEG. Nothing was changed."
)
TOO_SMALL = N_("This picture is too small to see anything: {name}. Nothing was changed.")


def photo(data: bytes, name: str) -> Pictured:
    """The picture in a file called `name`, upright, as a JPEG with pixels and nothing besides.

    There is no place, time, camera, profile or comment in it. Problem for what cannot be read,
    moves, or is too large or too small.
    """
    if len(data) > LARGEST_FILE:
        raise Problem(TOO_LARGE, name=name)
    if is_heic(data):
        raise Problem(HEIC, name=name)
    with decoding(name, NO_PICTURE):
        return _drawn(data, name)


def is_heic(data: bytes) -> bool:
    """Whether these are bytes of the kind of file that telephones make: HEIC, HEIF or AVIF."""
    brands = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
    return data[4:8] == b"ftyp" and data[8:12] in brands


def _drawn(data: bytes, name: str) -> Pictured:
    with Image.open(BytesIO(data), formats=KINDS) as opened:
        # Known before anything is unpacked.
        if opened.width * opened.height > MOST_PIXELS:
            raise Problem(TOO_LARGE, name=name)
        if min(opened.size) < LEAST:
            raise Problem(TOO_SMALL, name=name)
        if opened.format in MOVING and getattr(opened, "is_animated", False):
            raise Problem(MOVES, name=name)
        # A JPEG can be unpacked at a half or a quarter of its size: large ones take little memory.
        opened.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
        opened.load()
        image = on_white(_upright(opened))
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    small = image.copy()
    small.thumbnail((SMALL_SIDE, SMALL_SIDE), Image.Resampling.LANCZOS)
    return Pictured(_bounded(image), _jpeg(small, SMALL_QUALITY), *image.size, name)


def _upright(image: Image.Image) -> Image.Image:
    # What says how the camera was held can be damaged in a picture that is not.
    with suppress(*UNREADABLE):
        return ImageOps.exif_transpose(image)
    return image


def _bounded(image: Image.Image) -> bytes:
    made = b""
    for quality in QUALITIES:
        made = _jpeg(image, quality)
        if len(made) <= LARGEST_JPEG:
            break
    return made


def _jpeg(image: Image.Image, quality: int) -> bytes:
    # Of its own: what was known of the file that it came from would be written too.
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    paper = BytesIO()
    bare.save(paper, "JPEG", quality=quality, optimize=True)
    return paper.getvalue()


def read_picture(path: Path) -> bytes:
    """The bytes of a file that a person chose; never much more than a picture may have."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise unreadable(path, error) from error
