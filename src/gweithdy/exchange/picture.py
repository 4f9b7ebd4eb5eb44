"""Pictures that strangers made: decoded within bounds, and put on white paper."""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image

from gweithdy.domain.problem import N_, Problem

LEAST = 16
"""Pixels across and down: less is no picture of anything."""

TOO_LARGE = N_("This picture is too large: {name}. Save it smaller first. Nothing was changed.")

UNREADABLE = (
    OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, AttributeError,
    ArithmeticError, MemoryError, struct.error, zlib.error,
    Image.DecompressionBombError, Image.DecompressionBombWarning,
)  # fmt: skip
"""What decoding a file that is damaged, or made to do harm, can raise."""


@contextmanager
def decoding(name: str, otherwise: str) -> Iterator[None]:
    """Problem where the file called `name` has far too many pixels, or, as `otherwise`, is none."""
    try:
        with warnings.catch_warnings():
            # Of too many pixels Pillow warns; whoever decodes knows of fewer that are too many.
            warnings.simplefilter("ignore")
            yield
    except Image.DecompressionBombError as error:
        raise Problem(TOO_LARGE, name=name) from error
    except UNREADABLE as error:
        raise Problem(otherwise, name=name) from error


def on_white(image: Image.Image) -> Image.Image:
    """The same as RGB, on white paper where one sees through it."""
    if image.mode.startswith("I"):
        # Sixteen bits a pixel: Pillow would take all but the darkest for white.
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("RGB", "L", "CMYK", "YCbCr") and "transparency" not in image.info:
        return image.convert("RGB")
    image = image.convert("RGBA")
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image).convert("RGB")
