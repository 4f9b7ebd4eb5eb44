"""Colour: how well it stands out, as WCAG measures it, and the nearest one that does."""

import colorsys
import re
from dataclasses import dataclass

FOR_WORDS = 4.5
"""The contrast that words need with what is behind them."""
FOR_SURFACES = 3.0
"""The contrast that bars, points and lines need."""
WHITE = "#FFFFFF"

_TYPED = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_STEPS = 512
"""In which lightness is looked through: finer than the 256 steps of a screen."""


def colour_typed(words: str) -> str:
    """What a person typed ("0f5e5a", "#abc") as "#RRGGBB"; "" if it is no colour."""
    found = _TYPED.fullmatch(words.strip())
    if not found:
        return ""
    digits = found[1]
    return "#" + (digits if len(digits) == 6 else "".join(c * 2 for c in digits)).upper()


def contrast(one: str, other: str = WHITE) -> float:
    """How far two colours stand out from one another: from 1, the same, to 21, black on white."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def standing_out(colour: str, least: float, paper: str = WHITE) -> str:
    """`colour`, or the nearest shade of it that has at least this contrast with `paper`.

    A shade has the same hue and saturation: on light paper it is darker, on dark paper lighter.
    """
    if contrast(colour, paper) >= least:
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    end = 0.0 if _luminance(paper) > MIDDLE else 1.0
    for step in range(1, _STEPS + 1):
        nearer = lightness + (end - lightness) * step / _STEPS
        shade = _hex(colorsys.hls_to_rgb(hue, nearer, saturation))
        if contrast(shade, paper) >= least:
            return shade
    raise ValueError(paper)


MIDDLE = 0.1791
"""The luminance that stands out as much from white as from black."""


@dataclass(frozen=True, slots=True)
class Accent:
    """The colour of a house in all its uses on one paper, as "#RRGGBB".

    words     that are read: headings, links, heads of tables
    surfaces  bars and lines, which mean something
    band      what is only decoration, and so is the colour as it was chosen
    """

    words: str
    surfaces: str
    band: str


def accent(colour: str, paper: str = WHITE) -> Accent:
    """What becomes of `colour` on `paper`: as it is wherever it stands out enough."""
    words, surfaces = (standing_out(colour, least, paper) for least in (FOR_WORDS, FOR_SURFACES))
    return Accent(words, surfaces, colour)


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
