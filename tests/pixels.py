"""What is really on the screen: colours of rendered widgets and their contrast (WCAG 2.2)."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

Run = tuple[str, int]
"""A colour and how many pixels of it follow each other."""


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def seen(widget: QWidget) -> QImage:
    """What a widget looks like now, on what is behind it."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return window.grab(place).toImage()


def colours(image: QImage, part: QRect | None = None) -> Counter[str]:
    """The colours in a part of an image, and how many pixels each has."""
    place = part.intersected(image.rect()) if part else image.rect()
    return Counter(
        image.pixelColor(x, y).name()
        for y in range(place.top(), place.bottom() + 1)
        for x in range(place.left(), place.right() + 1)
    )


def ground(image: QImage, part: QRect | None = None) -> str:
    """The colour there is most of."""
    return colours(image, part).most_common(1)[0][0]


def legibility(image: QImage, part: QRect | None = None) -> float:
    """The contrast of words to what they stand on: of the strongest pixel to the ground."""
    found = colours(image, part)
    behind = found.most_common(1)[0][0]
    return max(contrast(each, behind) for each in found)


def across(image: QImage, x: int, top: int = 0, bottom: int | None = None) -> list[Run]:
    """The runs of one colour from `top` down to `bottom`, in the column `x`."""
    last = image.height() if bottom is None else bottom
    column = (image.pixelColor(x, y).name() for y in range(top, last))
    return [(colour, len(list(run))) for colour, run in groupby(column)]


def along(image: QImage, y: int, left: int = 0, right: int | None = None) -> list[Run]:
    """The runs of one colour from `left` to `right`, in the row `y`."""
    last = image.width() if right is None else right
    row = (image.pixelColor(x, y).name() for x in range(left, last))
    return [(colour, len(list(run))) for colour, run in groupby(row)]


def lines(runs: list[Run]) -> Iterator[str]:
    """The colours of lines of 2 or 3 pixels that stand out 3:1 from what is on either side."""
    for before, (colour, wide), after in zip(runs, runs[1:], runs[2:], strict=False):
        if 2 <= wide <= 3 and all(contrast(colour, side[0]) >= 3 for side in (before, after)):
            yield colour
