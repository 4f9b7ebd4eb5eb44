"""Logos as bytes: PNG files, and how large they stand on a page."""

import struct

_SIGN = b"\x89PNG\r\n\x1a\n"
_HEAD = 24
"""Bytes up to the end of what says how many pixels there are."""


def is_png(data: bytes) -> bool:
    """Whether these are bytes of a PNG with some pixels."""
    return data.startswith(_SIGN) and len(data) > _HEAD and all(pixels(data))


def pixels(png: bytes) -> tuple[int, int]:
    """How many there are across and down."""
    across, down = struct.unpack(">II", png[16:_HEAD])
    return across, down


def fitted(png: bytes, wide: float, high: float) -> tuple[float, float]:
    """The size at which all of it is as large as it can be in a room of this size."""
    across, down = pixels(png)
    scale = min(wide / across, high / down)
    return across * scale, down * scale
