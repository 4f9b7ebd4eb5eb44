"""Logos: pictures that a person chose, drawn anew: nothing but what is seen of them stays."""

from io import BytesIO

from PIL import Image, ImageOps

from gweithdy.domain.problem import N_, Problem
from gweithdy.exchange.picture import LEAST, TOO_LARGE, decoding, on_white

KINDS = ("PNG", "JPEG")
"""No SVG: nothing of ours can draw one that a stranger made without opening what it points to."""
MEDIA = "image/png"
LARGEST_FILE = 8 * 1024 * 1024
MOST_PIXELS = 24_000_000
ROOM = (1200, 600)
"""Pixels across and down at most: 300 to the inch where a cover has most room for it."""
LARGEST_PNG = 256 * 1024
FAINTEST = 200
"""The lightness, of 255, of what can just be seen on white paper."""

NO_PICTURE = N_(
    "This file is no picture that can be used: {name}. Choose a PNG or a JPEG. Whoever made the "
    "logo can save it as a PNG. Nothing was changed."
)
TOO_SMALL = N_(
    "This picture is too small to print: {name}. Choose one with more pixels. Nothing was changed."
)
UNSEEN = N_(
    "Nothing of this picture can be seen on white paper: {name}. Choose the logo that is made for "
    "a light background. Nothing was changed."
)


def logo(data: bytes, name: str) -> bytes:
    """The picture in a file called `name` as a PNG on white, the same bytes for the same file.

    It holds pixels and their number, no more: no place, camera, profile or comment. Problem for
    what is no PNG or JPEG, too large or too small, or cannot be seen.
    """
    if len(data) > LARGEST_FILE:
        raise Problem(TOO_LARGE, name=name)
    with decoding(name, NO_PICTURE):
        return _drawn(data, name)


def _drawn(data: bytes, name: str) -> bytes:
    with Image.open(BytesIO(data), formats=KINDS) as opened:
        # Known before anything is unpacked.
        if opened.width * opened.height > MOST_PIXELS:
            raise Problem(TOO_LARGE, name=name)
        if min(opened.size) < LEAST:
            raise Problem(TOO_SMALL, name=name)
        image = on_white(ImageOps.exif_transpose(opened))
    image.thumbnail(ROOM, Image.Resampling.LANCZOS)
    if not any(image.convert("L").histogram()[:FAINTEST]):
        raise Problem(UNSEEN, name=name)
    png = _png(image)
    # A photograph: with few colours it is less than a third, and no larger than a page may be.
    return png if len(png) <= LARGEST_PNG else _png(image.quantize(256))


def _png(image: Image.Image) -> bytes:
    # Of its own: what was known of the file that it came from would be written too.
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    if image.mode == "P":
        bare.putpalette(image.getpalette() or [])
    paper = BytesIO()
    bare.save(paper, "PNG", optimize=True)
    return paper.getvalue()
