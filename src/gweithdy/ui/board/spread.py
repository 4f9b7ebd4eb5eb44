"""How many columns the lanes of a board need for all of it to be as large as a window allows."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSizeF

from gweithdy.domain.arrange import LaneContents
from gweithdy.ui.board.layout import HeightOf, Measures, lay_out

MOST = 12
"""Columns in a lane; more would be a ribbon lying down."""

MANY = 600
"""Cards from which on nobody could read them at once however they lie: the key would only wait."""


def columns_for_all(
    contents: Sequence[LaneContents], height_of: HeightOf, sizes: Measures, view: QSizeF
) -> int:
    """The columns with which lanes are seen largest in `view`, in pixels; at least as in `sizes`.

    No card is wider for it: the same cards lie in more columns.
    """
    best, largest = sizes.columns, 0.0
    if sum(each.count for each in contents) > MANY:
        return best
    for columns in range(sizes.columns, MOST + 1):
        size = _size(contents, height_of, replace(sizes, columns=columns))
        fit = min(view.width() / size.width(), view.height() / size.height())
        if fit > largest:
            best, largest = columns, fit
        # All is there at life size, or still wider lanes could only be smaller.
        if fit >= 1 or view.width() / size.width() <= largest:
            break
    return best


def _size(contents: Sequence[LaneContents], height_of: HeightOf, sizes: Measures) -> QSizeF:
    lanes = [lay_out(each, height_of, sizes) for each in contents]
    width = sum(lane.width + sizes.lane_gap for lane in lanes) - sizes.lane_gap
    return QSizeF(max(1.0, width), max(1.0, *(lane.height for lane in lanes)) if lanes else 1.0)
